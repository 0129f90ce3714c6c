import type { Field } from './field.ts';
import type { Hashes, MetaFile, Snapshot } from './metadata.ts';
import { parseCommon } from './parse-envelope.ts';

/** `signed` of `snapshot.json` (TUF 1.0.34, section 4.4). */
export const parseSnapshot = (signed: Field): Snapshot => ({
  ...parseCommon(signed, 'snapshot'),
  meta: signed.member('meta').map(parseMetaFile),
});

/** What one metadata file says of another (section 4.4, METAFILES). */
export function parseMetaFile(field: Field): MetaFile {
  const length = field.optional('length')?.integer(0);
  const hashes = field.optional('hashes');
  return {
    version: field.member('version').integer(1),
    ...(length === undefined ? {} : { length }),
    ...(hashes === undefined ? {} : { hashes: parseHashes(hashes) }),
  };
}

/** Digests by algorithm, at least one. Algorithms that we do not know are kept and ignored. */
export function parseHashes(field: Field): Hashes {
  const hashes = field.map((digest) => digest.text());
  if (hashes.size === 0) throw field.refuse('at least one digest');
  return hashes;
}
