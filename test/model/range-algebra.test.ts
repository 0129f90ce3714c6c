import fc from 'fast-check';
import semver from 'semver';
import { describe, expect, test } from 'vitest';
import { parseVersion } from '../../scripts/model/version.ts';
import type { Version } from '../../scripts/model/version.ts';
import {
  admits,
  admitsNothing,
  admitsPrereleases,
  isSubset,
  NOTHING,
  overlap,
  parseRange,
  spans,
  unionText,
} from '../../scripts/model/version-range.ts';
import type { VersionRange } from '../../scripts/model/version-range.ts';
import { arbitraryRange, PROBES } from './arbitrary-range.ts';

const range = (text: string): VersionRange => parseRange(text) ?? NOTHING;
const anyRange = arbitraryRange(4)
  .filter((text) => parseRange(text) !== undefined)
  .map(range);

/** Numbers close to every bound of the generated ranges, in every place. */
const grid: readonly Version[] = ['0', '1', '2', '3', '4']
  .flatMap((first) =>
    ['0', '1', '2', '3'].flatMap((second) =>
      ['0', '2', '3', '4'].flatMap((third) =>
        ['0', '1', '3', '4'].map((fourth) => `${first}.${second}.${third}.${fourth}`),
      ),
    ),
  )
  .concat(PROBES)
  .flatMap((text) => parseVersion(text) ?? []);

const isNumeric = ({ prerelease }: Version): boolean => prerelease.length === 0;

describe('sets of versions', () => {
  test('a subset admits nothing that the whole does not', () => {
    fc.assert(
      fc.property(anyRange, anyRange, (inner, outer) => {
        const strays = grid.filter((version) => admits(inner, version) && !admits(outer, version));
        if (isSubset(inner, outer)) expect(strays).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('what a subset spans is spanned by the whole', () => {
    fc.assert(
      fc.property(anyRange, anyRange, (inner, outer) => {
        const strays = grid.filter((version) => spans(inner, version) && !spans(outer, version));
        if (isSubset(inner, outer)) expect(strays).toEqual([]);
      }),
    );
  });

  // node-semver's own `subset` errs where pre-releases are admitted: it takes `0 0.2.0-b` for a range of nothing.
  test('is a subset wherever node-semver says so and no pre-release is admitted', () => {
    const three = arbitraryRange(3).filter((text) => parseRange(text) !== undefined);
    fc.assert(
      fc.property(three, three, (inner, outer) => {
        fc.pre(!admitsPrereleases(range(inner)) && semver.subset(inner, outer));
        expect(isSubset(range(inner), range(outer))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('every range is a subset of itself and of its union with another', () => {
    fc.assert(
      fc.property(anyRange, anyRange, (a, b) => {
        expect(isSubset(a, a)).toBe(true);
        expect(admitsPrereleases(a) || isSubset(a, range(unionText([a, b])))).toBe(true);
      }),
    );
  });

  test('the union admits the numeric versions of its ranges and no others', () => {
    fc.assert(
      fc.property(fc.array(anyRange, { maxLength: 3 }), (ranges) => {
        const union = range(unionText(ranges));
        const wrong = grid
          .filter(isNumeric)
          .filter((version) => admits(union, version) !== ranges.some((one) => admits(one, version)));
        expect(wrong).toEqual([]);
      }),
    );
  });

  test('equal sets have one normal form', () => {
    fc.assert(
      fc.property(anyRange, anyRange, (a, b) => {
        expect(unionText([a, b])).toBe(unionText([b, a, range(unionText([a]))]));
      }),
    );
  });

  test('ranges overlap where a version is in both, and only ranges that admit something', () => {
    fc.assert(
      fc.property(anyRange, anyRange, (a, b) => {
        if (grid.some((version) => admits(a, version) && admits(b, version)))
          expect(overlap(a, b)).toBe(true);
        if (admitsNothing(a)) expect(overlap(a, b)).toBe(false);
        expect(overlap(a, a)).toBe(!admitsNothing(a));
      }),
    );
  });
});

describe('spans', () => {
  test.each([
    ['1.2.0-beta', '>=1.2', false, 'before the first version of the range'],
    ['2.0.0-beta.1', '>=1.2', true, 'a pre-release between the ends, asked for or not'],
    ['2.0.0-beta.1', '>=2.0.0-alpha', true, 'a pre-release that is asked for'],
    ['2.0.0-beta.1', '>=2.0', false, 'not yet the version'],
    ['1.5', '>=1.2', true, 'a numeric version'],
    ['1.1', '>=1.2', false, 'too old'],
  ])('places %s in %s: %s — %s', (text, rule, expected) => {
    const version = parseVersion(text);
    expect(version && spans(range(rule), version)).toBe(expected);
  });
});
