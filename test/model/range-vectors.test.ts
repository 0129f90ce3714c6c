import { describe, expect, test } from 'vitest';
import { parseVersion } from '../../scripts/model/version.ts';
import { admits, isSubset, overlap, parseRange, unionText } from '../../scripts/model/version-range.ts';
import type { VersionRange } from '../../scripts/model/version-range.ts';
import vectors from '../vectors/ranges.json' with { type: 'json' };

const range = (text: string): VersionRange => {
  const parsed = parseRange(text);
  if (parsed === undefined) throw new Error(`not a range: ${text}`);
  return parsed;
};

const answers = (rule: VersionRange, versions: readonly string[]): readonly (boolean | string)[] =>
  versions.map((text) => {
    const version = parseVersion(text);
    return version ? admits(rule, version) : `not a version: ${text}`;
  });

describe('ranges.json', () => {
  test.each(vectors.refused)('refuses $range — $reason', ({ range: text }) => {
    expect(parseRange(text)).toBeUndefined();
  });

  test.each(vectors.admits)('answers for $range — $reason', ({ range: text, admits: inside, refuses }) => {
    expect(answers(range(text), inside)).toEqual(inside.map(() => true));
    expect(answers(range(text), refuses)).toEqual(refuses.map(() => false));
  });

  test.each(vectors.subset)('holds $inner against $outer — $reason', ({ inner, outer, is }) => {
    expect(isSubset(range(inner), range(outer))).toBe(is);
  });

  test.each(vectors.overlap)('lays $a over $b — $reason', ({ a, b, is }) => {
    expect([overlap(range(a), range(b)), overlap(range(b), range(a))]).toEqual([is, is]);
  });

  test.each(vectors.union)('writes the union $ranges as $text — $reason', ({ ranges, text }) => {
    expect(unionText(ranges.map(range))).toBe(text);
  });
});
