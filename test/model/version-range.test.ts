import fc from 'fast-check';
import semver from 'semver';
import { describe, expect, test } from 'vitest';
import { parseVersion } from '../../scripts/model/version.ts';
import { admits, MAX_RANGE_LENGTH, parseRange } from '../../scripts/model/version-range.ts';

/** Versions on both sides of every bound that the generated ranges can have. */
const PROBES = [
  '0.0.0-0',
  '0.0.0-a',
  '0.0.0',
  '0.0.1',
  '0.1.0',
  '0.2.1',
  '1.0.0-0',
  '1.0.0',
  '1.1.0',
  '1.2.0',
  '1.2.1',
  '1.2.2-0',
  '1.2.2-a',
  '1.2.2-a.1',
  '1.2.2-b',
  '1.2.2',
  '1.2.3-0',
  '1.2.3',
  '1.3.0-0',
  '1.3.0',
  '2.0.0-0',
  '2.0.0',
  '2.2.2',
  '3.0.0',
];

const numeral = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('0', '1', '2', '3') },
  { weight: 4, arbitrary: fc.constantFrom('x', 'X', '*') },
  { weight: 1, arbitrary: fc.constantFrom('01', '9007199254740991', '9007199254740992', '') },
);
const tag = fc.constantFrom('', '', '', '-0', '-a', '-a.1', '-b', '-01', '-', '+5', '-a+b.5');
const partial = fc
  .tuple(fc.array(numeral, { minLength: 1, maxLength: 3 }), tag)
  .map(([parts, suffix]) => parts.join('.') + suffix);
const space = fc.constantFrom('', '', '', ' ', '  ', '\t', '\n', '\u00a0');
const prefix = fc.constantFrom('', '', '', '', 'v', '=', 'v=', '==');
const operator = fc.constantFrom('', '', '<', '<=', '>', '>=', '=', '~', '~>', '^', '=>', '~=', '^=');
const simple = fc.tuple(operator, space, prefix, partial).map((pieces) => pieces.join(''));
const hyphen = fc
  .tuple(prefix, partial, fc.constantFrom(' - ', '  -\t', ' -', '-'), prefix, partial)
  .map((pieces) => pieces.join(''));
const conjunction = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.array(simple, { maxLength: 3 }), fc.constantFrom(' ', '  ', ' \n'))
      .map(([words, gap]) => words.join(gap)),
  },
  { weight: 1, arbitrary: hyphen },
);
const grammar = fc
  .tuple(
    space,
    fc.array(conjunction, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('||', ' || ', '|| '),
    space,
  )
  .map(([before, alternatives, or, after]) => before + alternatives.join(or) + after);

/** What `parseRange` refuses although node-semver takes it: a star glued to something, build metadata alone. */
const isAccident = (text: string): boolean =>
  text
    .split('||')
    .some(
      (alternative) =>
        /(?:^|\s)\+/.test(alternative) || /\d\S*\s*[<>=]*\s*\*|\*\s*\d|\*\*|\*[<>=]/.test(alternative),
    );

describe('parseRange', () => {
  test('gives node-semver’s answers for every range of three parts', () => {
    fc.assert(
      fc.property(grammar, (text) => {
        const range = parseRange(text);
        if (range === undefined && isAccident(text)) return;
        expect(range !== undefined).toBe(semver.validRange(text) !== null);
        for (const probe of PROBES) {
          const version = parseVersion(probe);
          if (range && version)
            expect([probe, admits(range, version)]).toEqual([probe, semver.satisfies(probe, text)]);
        }
      }),
      { numRuns: 5000 },
    );
  });

  test.each([
    ['a million digits', '1'.repeat(MAX_RANGE_LENGTH)],
    ['zeros', '0'.repeat(MAX_RANGE_LENGTH)],
    ['prefixes', 'v='.repeat(2000)],
    ['operators', '= '.repeat(2000)],
    ['alternatives', '1||'.repeat(1300)],
    ['hyphens', '1 - '.repeat(1000)],
    ['tags', `1.2.3-${'a.'.repeat(2000)}`],
    ['builds', `1.2.3${'+a'.repeat(2000)}`],
    ['twice as long as allowed', ' '.repeat(MAX_RANGE_LENGTH * 2)],
  ])('answers %s within a moment', (_, text) => {
    const started = performance.now();
    for (let times = 0; times < 20; times++) parseRange(text);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
