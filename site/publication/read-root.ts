import type { TreeFiles } from '../../scripts/source/index.ts';
import type { Root } from '../../scripts/verify/metadata.ts';
import { parseEnvelope } from '../../scripts/verify/parse-envelope.ts';
import { parseRoot } from '../../scripts/verify/parse-root.ts';
import { PublicationError } from './publication-error.ts';

/** `formats.md`, section 3: a root has at most 64 KB. */
const MAX_ROOT_BYTES = 64 * 1024;

const ROOT_FILE = /^([1-9]\d{0,8})\.root\.json$/;

/** A root as it is published: what it says, and its bytes as text, for pages that verify by themselves. */
export interface PublishedRoot {
  readonly signed: Root;
  readonly text: string;
}

/**
 * The newest `<n>.root.json` of a folder; nothing when there is none yet. The trust page shows what it says; whether
 * to believe it is the business of those who hold an older root.
 *
 * @throws {PublicationError} `root-refused` when the file is not a root
 */
export async function readNewestRoot(files: TreeFiles): Promise<PublishedRoot | undefined> {
  const versions = (await files.list(''))
    .map(({ name }) => Number(ROOT_FILE.exec(name)?.[1] ?? 0))
    .filter((version) => version > 0);
  if (versions.length === 0) return undefined;
  const file = `${Math.max(...versions)}.root.json`;
  try {
    const bytes = await files.read(file, MAX_ROOT_BYTES);
    const { signed } = parseEnvelope(bytes, 'root', parseRoot);
    return { signed, text: new TextDecoder().decode(bytes) };
  } catch (cause) {
    throw new PublicationError('root-refused', file, { cause });
  }
}
