import { parseVersion, type Version } from '../model/version.ts';

/** A file of a release by its path in the repository. */
export interface ReleaseFile {
  readonly id: string;
  readonly version: Version;
}

/** Names that a release consists of. MDX is not among them: it is code, if only a little, and a person reads it. */
const FILE_NAME =
  /^(?:release\.yaml|notes\.(?:ru|en)\.md|[\p{L}\p{Nd}_][\p{L}\p{Nd}._ +()-]*\.cfe(?:\.zip)?(?:\.passport\.json)?)$/u;

/** The release that a path belongs to; `undefined` for whatever does not look exactly like a file of one. */
export function releaseFileOf(path: string, releases: string): ReleaseFile | undefined {
  if (!path.startsWith(`${releases}/extensions/`) || path.length > 400) return undefined;
  const [id = '', folder = '', name = '', ...deeper] = path
    .slice(`${releases}/extensions/`.length)
    .split('/');
  const version = parseVersion(folder);
  if (deeper.length > 0 || version?.text !== folder) return undefined;
  return /^[a-z0-9-]{2,64}$/.test(id) && FILE_NAME.test(name) ? { id, version } : undefined;
}
