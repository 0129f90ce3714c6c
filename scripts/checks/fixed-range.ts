import { parseRange, type VersionRange } from '../model/version-range.ts';

/** A range that stands in the program. Throws on a typing error, which the first test run shows. */
export function fixedRange(text: string): VersionRange {
  const range = parseRange(text);
  if (range === undefined) throw new TypeError(`Not a range: ${text}`);
  return range;
}
