import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atomAt, listAt, nodeAt, numberAt, quotedAt } from '../../scripts/cfe/brace-node.ts';
import { parseBraceText } from '../../scripts/cfe/brace-text.ts';
import { CfeError } from '../../scripts/cfe/error.ts';
import { MAX_BRACE_DEPTH, MAX_BRACE_NODES } from '../../scripts/cfe/limits.ts';

const thrownBy = (text: string): unknown => {
  try {
    return parseBraceText(text);
  } catch (error) {
    return error;
  }
};

test.each([
  { text: '{'.repeat(200_000), code: 'brace-nesting-too-deep', reason: 'deeper than any stack' },
  {
    text: '{'.repeat(MAX_BRACE_DEPTH + 1) + '}'.repeat(MAX_BRACE_DEPTH + 1),
    code: 'brace-nesting-too-deep',
    reason: 'closed, but too deep',
  },
  {
    text: `{${'{},'.repeat(MAX_BRACE_NODES)}}`,
    code: 'brace-too-many-nodes',
    reason: 'a million empty lists',
  },
  {
    text: `{${','.repeat(MAX_BRACE_NODES)}}`,
    code: 'brace-too-many-nodes',
    reason: 'a million empty places',
  },
  { text: '{1', code: 'brace-syntax', reason: 'an open brace' },
  { text: '{"a', code: 'brace-syntax', reason: 'an open string' },
  { text: `{${'"'.repeat(100_001)}`, code: 'brace-syntax', reason: 'a string of nothing but quotes' },
  { text: '}', code: 'brace-syntax', reason: 'a brace that closes nothing' },
  { text: '{1}{2}', code: 'brace-syntax', reason: 'no comma between values' },
  { text: '{1"a"}', code: 'brace-syntax', reason: 'no comma between atom and string' },
  { text: '{"a"1}', code: 'brace-syntax', reason: 'no comma between string and atom' },
  { text: '{1}} x', code: 'brace-syntax', reason: 'text behind a stray brace' },
])('refuses with $code: $reason', ({ text, code }) => {
  expect(thrownBy(text)).toBeInstanceOf(CfeError);
  expect(thrownBy(text)).toMatchObject({ code });
});

test.each([
  ['', [], 'nothing'],
  ['{}', [[]], 'an empty list'],
  ['{1,2}', [['1', '2']], 'atoms'],
  ['{2,a-b,}', [['2', 'a-b', '']], 'an empty item at the end'],
  ['{,}', [['', '']], 'empty items only'],
  ['{"0",0}', [[{ quoted: '0' }, '0']], 'a string is no atom'],
  ['{"a""b"}', [[{ quoted: 'a"b' }]], 'a doubled quote'],
  ['{"a\r\nb"}', [[{ quoted: 'a\r\nb' }]], 'a line break inside a string'],
  ['{"{,}"}', [[{ quoted: '{,}' }]], 'signs inside a string'],
  ['{""}', [[{ quoted: '' }]], 'an empty string'],
  ['\ufeff{1}', [['1']], 'a byte order mark'],
  [' \r\n{ 1 ,\t2 } \r\n', [['1', '2']], 'white space around values'],
  ['{0},\r\n{1},\r\n{2}', [['0'], ['1'], ['2']], 'three values, as configinfo has'],
  ['{#base64:QUJD\r\nREVG}', [['#base64:QUJD\r\nREVG']], 'lines of base64 stay one atom'],
  [
    '{"\\d83d"}',
    [[{ quoted: '\\d83d' }]],
    'a backslash without a quote in front is a character like any other',
  ],
  ['{"x"\\d83d"\\dcce y"}', [[{ quoted: 'x📎 y' }]], 'a character beyond the first plane as two escapes'],
  ['{"x"\\00410"}', [[{ quoted: 'xA0' }]], 'four digits belong to an escape, the fifth does not'],
])('parses %j — %#', (text, values) => {
  expect(parseBraceText(text)).toEqual({ values, strayBraces: 0 });
});

test.each([
  ['{1}}', 1],
  ['{1}\r\n}\r\n}', 2],
])('counts the stray braces of %j: %i (real files have them)', (text, strayBraces) => {
  expect(parseBraceText(text)).toEqual({ values: [['1']], strayBraces });
});

test('any text is parsed or refused with a code', () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^[{},"\\a1 \n]{0,60}$/));
  fc.assert(
    fc.property(text, (input) => {
      const outcome = thrownBy(input);
      expect(
        outcome instanceof CfeError ||
          (typeof outcome === 'object' && outcome !== null && 'values' in outcome),
      ).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

describe('looking into a tree', () => {
  const [tree] = parseBraceText('{1,{"a",{-7}},x}').values;

  test.each([
    [nodeAt(tree, 1, 1, 0), '-7', 'an atom three levels down'],
    [nodeAt(tree, 9, 9), undefined, 'a path that leads nowhere'],
    [listAt(tree, 0), [], 'an atom is no list'],
    [atomAt(tree, 1), '', 'a list is no atom'],
    [atomAt(tree, 1, 0), '', 'a string is no atom'],
    [quotedAt(tree, 1, 0), 'a', 'a string'],
    [quotedAt(tree, 2), undefined, 'an atom is no string'],
    [numberAt(tree, 1, 1, 0), -7, 'a number'],
    [numberAt(tree, 2), undefined, 'letters are no number'],
    [numberAt(['99999999999999999999']), undefined, 'too many digits to be exact'],
  ])('%# gives %j — %s', (...[found, expected]) => expect<unknown>(found).toEqual(expected));
});
