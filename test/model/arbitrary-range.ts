import fc from 'fast-check';

const numeral = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('0', '1', '2', '3') },
  { weight: 4, arbitrary: fc.constantFrom('x', 'X', '*') },
  { weight: 1, arbitrary: fc.constantFrom('01', '9007199254740991', '9007199254740992', '') },
);
const tag = fc.constantFrom('', '', '', '-0', '-a', '-a.1', '-b', '-01', '-', '+5', '-a+b.5');
const space = fc.constantFrom('', '', '', ' ', '  ', '\t', '\n', '\u00a0');
const prefix = fc.constantFrom('', '', '', '', 'v', '=', 'v=', '==');
const operator = fc.constantFrom('', '', '<', '<=', '>', '>=', '=', '~', '~>', '^', '=>', '~=', '^=');
const dash = fc.constantFrom(' - ', '  -\t', ' -', '-');

const glue = (...pieces: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...pieces).map((texts) => texts.join(''));

const list = (item: fc.Arbitrary<string>, gap: fc.Arbitrary<string>, most: number): fc.Arbitrary<string> =>
  fc.tuple(fc.array(item, { maxLength: most }), gap).map(([texts, between]) => texts.join(between));

/**
 * Texts of node-semver's whole grammar, and of its neighbourhood: odd spaces, prefixes, parts and tags that are
 * wrong by a little.
 *
 * @param most greatest number of parts of a version
 */
export function arbitraryRange(most: 3 | 4): fc.Arbitrary<string> {
  const parts = fc.array(numeral, { minLength: 1, maxLength: most }).map((numbers) => numbers.join('.'));
  const partial = glue(parts, tag);
  const simple = list(glue(operator, space, prefix, partial), fc.constantFrom(' ', '  ', ' \n'), 3);
  const hyphen = glue(prefix, partial, dash, prefix, partial);
  const alternative = fc.oneof({ weight: 4, arbitrary: simple }, { weight: 1, arbitrary: hyphen });
  return glue(space, list(alternative, fc.constantFrom('||', ' || ', '|| '), 3), space);
}

/** Any characters that mean something in a range, in any order. */
export const arbitraryNoise = fc
  .array(
    fc.constantFrom(
      ...['0', '1', '2', '10', '01', '.', '-', '-a', '*', 'x', 'v', '=', '>', '<', '~', '^'],
      ...[' ', ' - ', '||', '+b', '1.2.3', '1.2'],
    ),
    { maxLength: 9 },
  )
  .map((texts) => texts.join(''));

/** Versions on both sides of every bound that these ranges can have. */
export const PROBES: readonly string[] = [
  ...[
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
  ],
  ...[
    '1.2.2-0',
    '1.2.2-a',
    '1.2.2-a.1',
    '1.2.2-b',
    '1.2.2',
    '1.2.3-0',
    '1.2.3-a',
    '1.2.3',
    '1.3.0-0',
    '1.3.0',
  ],
  ...['2.0.0-0', '2.0.0', '2.2.2', '3.0.0', '4.0.0', '10.0.0'],
];
