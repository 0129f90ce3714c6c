import { sha256Hex } from '../verify/digest.ts';
import { SPEC_VERSION } from '../verify/metadata.ts';
import type { Delegations, TargetFile, Targets } from '../verify/metadata.ts';
import type { Bytes } from './signed-file.ts';

/** A document with its pin. */
export interface Document {
  /** Target path: `extensions/<id>.json`. */
  readonly path: string;
  readonly bytes: Bytes;
  readonly sha256: string;
}

/** Documents with their digests, sorted by path. */
export async function pinDocuments(documents: ReadonlyMap<string, Bytes>): Promise<readonly Document[]> {
  const pinned: Document[] = [];
  for (const [path, bytes] of documents) pinned.push({ path, bytes, sha256: await sha256Hex(bytes) });
  return pinned.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Where a document lies below the public address: `targets/extensions/<sha256>.<id>.json` (TUF 1.0.34, section 6.2). */
export function consistentPath({ path, sha256 }: Pick<Document, 'path' | 'sha256'>): string {
  const slash = path.lastIndexOf('/') + 1;
  return `targets/${path.slice(0, slash)}${sha256}.${path.slice(slash)}`;
}

/** What a targets role says of documents. */
export const targetsOf = (documents: readonly Document[]): ReadonlyMap<string, TargetFile> =>
  new Map(documents.map(({ path, bytes, sha256 }) => [path, targetFile(bytes.length, sha256)]));

const targetFile = (length: number, sha256: string): TargetFile => ({
  length,
  hashes: new Map([['sha256', sha256]]),
});

/** A draft of a targets role for `signRole`. */
export const targetsDraft =
  (documents: readonly Document[], delegations?: Delegations) =>
  (version: number, expires: string): Targets => ({
    _type: 'targets',
    spec_version: SPEC_VERSION,
    version,
    expires,
    targets: targetsOf(documents),
    ...(delegations && { delegations }),
  });

/** Whether a role says exactly this of the document. */
export const vouchesFor = ({ targets }: Targets, { path, bytes, sha256 }: Document): boolean => {
  const target = targets.get(path);
  return target !== undefined && target.length === bytes.length && target.hashes.get('sha256') === sha256;
};
