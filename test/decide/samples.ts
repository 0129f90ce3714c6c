import { parseVersion } from '../../scripts/model/version.ts';
import type { Version } from '../../scripts/model/version.ts';
import { parseRange } from '../../scripts/model/version-range.ts';
import type { VersionRange } from '../../scripts/model/version-range.ts';

/** A version that the test knows to be one. */
export function version(text: string): Version {
  const parsed = parseVersion(text);
  if (parsed === undefined) throw new Error(`not a version: ${text}`);
  return parsed;
}

/** A range that the test knows to be one. */
export function range(text: string): VersionRange {
  const parsed = parseRange(text);
  if (parsed === undefined) throw new Error(`not a range: ${text}`);
  return parsed;
}
