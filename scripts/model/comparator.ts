import { compareVersions } from './version.ts';
import type { Version } from './version.ts';

/** One condition on a version: the atom of a range. */
export interface Comparator {
  readonly operator: '<' | '<=' | '>' | '>=' | '=';
  readonly version: Version;
}

/** Conditions that hold together; none at all is `*`. */
export type ComparatorSet = readonly Comparator[];

/**
 * Whether every condition holds. A pre-release is admitted only where somebody asked for pre-releases of that very
 * version (node-semver without `includePrerelease`): `^1.2.3-beta` admits `1.2.3-rc` and not `1.3.0-beta`.
 */
export function admitsAll(set: ComparatorSet, version: Version): boolean {
  return set.every((comparator) => holds(comparator, version)) && isAskedFor(set, version);
}

function holds({ operator, version: bound }: Comparator, version: Version): boolean {
  const order = compareVersions(version, bound);
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '=':
      return order === 0;
  }
}

function isAskedFor(set: ComparatorSet, version: Version): boolean {
  if (version.prerelease.length === 0) return true;
  return set.some(({ version: bound }) => bound.prerelease.length > 0 && isSameCore(bound, version));
}

/** Whether two pre-releases lead to the same version. Both have exactly three parts. */
function isSameCore(a: Version, b: Version): boolean {
  return a.parts.every((part, index) => part === b.parts[index]);
}
