import fc from 'fast-check';
import semver from 'semver';
import { describe, expect, test } from 'vitest';
import { compareVersions, parseVersion } from '../../scripts/model/version.ts';
import type { Version } from '../../scripts/model/version.ts';

const version = (text: string): Version => {
  const parsed = parseVersion(text);
  if (parsed === undefined) throw new Error(`not a version: ${text}`);
  return parsed;
};

/** Identifiers of pre-release tags below the numbers that node-semver rounds. */
const identifier = fc.oneof(fc.nat({ max: 12 }).map(String), fc.stringMatching(/^[0-9a-zA-Z-]{1,4}$/));
const core = fc.array(fc.nat({ max: 12 }), { minLength: 3, maxLength: 3 }).map((parts) => parts.join('.'));
const semantic = fc
  .tuple(core, fc.array(identifier, { maxLength: 3 }))
  .map(([numbers, tag]) => [numbers, ...(tag.length > 0 ? [tag.join('.')] : [])].join('-'));
const fourParts = fc
  .array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('.'));

describe('parseVersion', () => {
  test('gives node-semver’s answer for every text of three parts', () => {
    const text = fc.oneof(
      semantic,
      semantic.map((plain) => `v${plain}`),
      fc.stringMatching(/^v?[0-9]{1,3}\.[0-9]{1,17}\.[0-9](-[0a.-]{0,4})?$/),
    );
    fc.assert(
      fc.property(text, (typed) => {
        expect(parseVersion(typed)?.text).toBe(semver.valid(typed) ?? undefined);
      }),
    );
  });

  test('reads its own canonical spelling back', () => {
    fc.assert(
      fc.property(fc.oneof(semantic, fourParts), (typed) => {
        const parsed = parseVersion(typed);
        fc.pre(parsed !== undefined);
        expect(parseVersion(parsed.text)).toEqual(parsed);
      }),
    );
  });

  test.each<[string, string | undefined, string]>([
    ['25.04', '25.4', 'a leading zero'],
    ['v1.2.3', '1.2.3', 'a `v`'],
    ['1.2', undefined, 'canonical'],
    ['1.2.3-beta.1', undefined, 'canonical, with a tag'],
  ])('keeps %j as it was typed where the spelling is %j — %s', (typed, canonical) => {
    const parsed = version(typed);
    expect(parsed.text).toBe(canonical ?? typed);
    expect(parsed.raw).toBe(canonical === undefined ? undefined : typed);
  });

  test('answers a hostile text of any length at once', () => {
    for (const text of ['1'.repeat(1e6), `1.${'0'.repeat(1e6)}`, `1.2.3-${'a.'.repeat(1e5)}`]) {
      expect(parseVersion(text)).toBeUndefined();
    }
  });
});

describe('compareVersions', () => {
  test('orders versions of three parts as node-semver does', () => {
    const valid = semantic.filter((text) => semver.valid(text) !== null);
    fc.assert(
      fc.property(valid, valid, (a, b) => {
        expect(compareVersions(version(a), version(b))).toBe(semver.compare(a, b));
      }),
    );
  });

  test('orders numeric versions as numbers, a missing part being 0', () => {
    const weight = (text: string) =>
      text.split('.').reduce((sum, part, index) => sum + Number(part) * 1000 ** (3 - index), 0);
    fc.assert(
      fc.property(fourParts, fourParts, (a, b) => {
        expect(compareVersions(version(a), version(b))).toBe(Math.sign(weight(a) - weight(b)));
      }),
    );
  });

  test('is an order: swapping turns it round, and it is transitive', () => {
    const any = fc
      .oneof(semantic, fourParts)
      .filter((text) => parseVersion(text) !== undefined)
      .map(version);
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(compareVersions(a, b) + compareVersions(b, a)).toBe(0);
        const [low, middle, high] = [a, b, c].toSorted(compareVersions);
        if (low && middle && high)
          expect(compareVersions(low, high)).toBe(
            Math.min(compareVersions(low, middle), compareVersions(middle, high)),
          );
      }),
    );
  });

  test('tells numeric identifiers apart that node-semver rounds to one', () => {
    const [older, newer] = ['1.0.0-9007199254740993', '1.0.0-9007199254740992'];
    expect(semver.compare(older, newer)).toBe(0);
    expect(compareVersions(version(older), version(newer))).toBe(1);
  });
});
