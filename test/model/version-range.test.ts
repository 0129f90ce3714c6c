import fc from 'fast-check';
import semver from 'semver';
import { describe, expect, test } from 'vitest';
import { parseVersion } from '../../scripts/model/version.ts';
import { admits, MAX_RANGE_LENGTH, parseRange } from '../../scripts/model/version-range.ts';
import { arbitraryNoise, arbitraryRange, PROBES } from './arbitrary-range.ts';

/** What `parseRange` refuses although node-semver takes it, as single spaces leave it. */
const ACCIDENTS = [
  ['a star behind something', /[^\s.~^<>=v|]\*|[\da-uw-z.-]v+\*/i],
  ['a star before something', /\*[^\s.|+]/],
  ['a star behind an operator that is glued to something', /[\dA-Za-z*-][<>=]+ ?\*/],
  ['build metadata alone', /(?:^|[\s|])\+/],
  ['build metadata in the middle', /\+[\dA-Za-z.-]*[^\s|+\dA-Za-z.-]/],
] as const;

const isAccident = (text: string): boolean =>
  ACCIDENTS.some(([, pattern]) => pattern.test(text.trim().replace(/\s+/g, ' ')));

function expectSameAnswers(text: string): void {
  const range = parseRange(text);
  if (range === undefined && isAccident(text)) return;
  expect(range !== undefined).toBe(semver.validRange(text) !== null);
  for (const probe of PROBES) {
    const version = parseVersion(probe);
    if (range && version)
      expect([probe, admits(range, version)]).toEqual([probe, semver.satisfies(probe, text)]);
  }
}

describe('parseRange over three parts', () => {
  test('gives node-semver’s answers for its grammar', () => {
    fc.assert(fc.property(arbitraryRange(3), expectSameAnswers), { numRuns: 5000 });
  });

  test('gives node-semver’s answers for noise', () => {
    const isFourPart = (text: string): boolean => /[\dxX*]+(?:\.[\dxX*]+){3}/.test(text);
    const noise = arbitraryNoise.filter((text) => !isFourPart(text));
    fc.assert(fc.property(noise, expectSameAnswers), { numRuns: 5000 });
  });

  test.each([
    ['1.2.3*', 'a glued star'],
    ['>=1.2.3*', 'a glued star behind an operator'],
    ['1.2.3 +5', 'build metadata alone'],
    ['+5', 'nothing but build metadata'],
    ['1+5.*', 'build metadata in the middle'],
  ])('refuses %j, which node-semver takes by accident — %s', (text) => {
    expect(semver.validRange(text)).not.toBeNull();
    expect(parseRange(text)).toBeUndefined();
  });
});

describe('parseRange on hostile texts', () => {
  test.each([
    ['digits', '1'.repeat(MAX_RANGE_LENGTH)],
    ['zeros', '0'.repeat(MAX_RANGE_LENGTH)],
    ['prefixes', 'v='.repeat(2000)],
    ['operators', '= '.repeat(2000)],
    ['alternatives', '1||'.repeat(1300)],
    ['conditions', '>1 '.repeat(1300)],
    ['hyphens', '1 - '.repeat(1000)],
    ['identifiers', `1.2.3-${'a.'.repeat(2000)}`],
    ['builds', `1.2.3${'+a'.repeat(2000)}`],
    ['spaces, twice as many as allowed', ' '.repeat(MAX_RANGE_LENGTH * 2)],
  ])('answers a text full of %s before the time for tests is over', (_, text) => {
    // A pattern that goes back and forth would take hours: the time allowed for a test is enough to tell.
    const answers = Array.from({ length: 20 }, () => parseRange(text)?.text);
    expect(new Set(answers).size).toBe(1);
  });

  test('keeps the text with single spaces, so that no control character gets into a document', () => {
    expect(parseRange(' >=1.2\r\n\t<1.3\u00a0|| 2\u2028')?.text).toBe('>=1.2 <1.3 || 2');
  });
});
