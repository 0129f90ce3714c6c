import { createHash } from 'node:crypto';
import type { DelegatedRole, Role } from '../verify/metadata.ts';

/** Extensions above which their documents are split into bins, so that nobody downloads a list of all of them. */
export const BINS_ABOVE = 300;

const FEWEST_BINS = 8;
const MOST_BINS = 1024;

/**
 * How many bins hold so many documents: a power of two near √(documents / 8). Every client reads the list of bins,
 * about 270 bytes each in targets and snapshot; only somebody who looks at an extension reads a bin, about 130 bytes a
 * document. The number never falls: a snapshot may not lose a role (TUF 1.0.34, section 5.5.5).
 */
export function binCount(documents: number, previously: number): number {
  const ideal = 2 ** Math.round(Math.log2(Math.sqrt(documents / 8)));
  return Math.max(previously, FEWEST_BINS, Math.min(ideal, MOST_BINS));
}

/** How many bins a list of delegated roles has; 0 when it is not split. */
export const binsAmong = (roles: readonly DelegatedRole[]): number =>
  roles.filter(({ path_hash_prefixes }) => path_hash_prefixes !== undefined).length;

/** The roles of the bins, in order. Growing keeps the names: the first bins of many are called as those of few. */
export const binRoles = (count: number, signers: Role): readonly DelegatedRole[] =>
  Array.from({ length: count }, (_, index) => ({
    ...signers,
    name: binName(index),
    terminating: true,
    path_hash_prefixes: prefixesOf(index, count),
  }));

/** The bin of a document: the one whose prefixes begin the SHA-256 of its name (TUF 1.0.34, section 4.5). */
export function binOf(path: string, count: number): string {
  const digest = createHash('sha256').update(path).digest();
  return binName(Math.floor((digest.readUInt32BE() / 2 ** 32) * count));
}

const binName = (index: number): string => `bin-${index.toString(16).padStart(2, '0')}`;

function prefixesOf(index: number, count: number): readonly string[] {
  const digits = Math.ceil(Math.log2(count) / 4);
  const prefixes = 16 ** digits / count;
  return Array.from({ length: prefixes }, (_, at) =>
    (index * prefixes + at).toString(16).padStart(digits, '0'),
  );
}
