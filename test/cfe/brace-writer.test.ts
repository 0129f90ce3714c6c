import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BraceNode } from '../../scripts/cfe/brace-node.ts';
import { parseBraceText } from '../../scripts/cfe/brace-text.ts';
import { canonicalBraceText, writeBraceText } from '../../scripts/cfe/brace-writer.ts';
import { containerWidth, readContainer } from '../../scripts/cfe/container.ts';
import { decodeText } from '../../scripts/cfe/decode-text.ts';
import { inflateRaw } from '../../scripts/cfe/inflate.ts';
import { WarningLog } from '../../scripts/cfe/warning.ts';
import { haveSamples, sampleBytes, sampleFacts } from './samples.ts';

const FULL = 'A'.repeat(64);

test.each([
  ['{1,{2,"a"},3}', '{1,\r\n{2,"a"},3}', 'a break in front of an inner list'],
  ['{1,{2}}', '{1,\r\n{2}\r\n}', 'a break in front of a brace behind a list'],
  ['{"a ""b"" c"}', '{"a ""b"" c"}', 'quotes stay doubled'],
  ['{2,uuid,}', '{2,uuid,}', 'an empty item at the end'],
  ['{0},\r\n{1}', '{0},\r\n{1}', 'several values'],
  [`{${FULL}\r\r\n${FULL}\r\r\n}`, `{${FULL}\r\r\n${FULL}\r\r\n}`, 'base64 is broken behind every full line'],
  [`{${FULL}\r\r\nAA==}`, `{${FULL}\r\r\nAA==}`, 'and not behind one that is not full'],
])('canonicalBraceText(%j) is %j — %s', (text, canonical) =>
  expect(canonicalBraceText(text)).toBe(canonical),
);

const node: fc.Arbitrary<BraceNode> = fc.letrec<{ node: BraceNode; list: BraceNode[] }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.stringMatching(/^[0-9a-z-]{1,12}$/),
    fc
      .string({ unit: 'binary' })
      .filter((text) => !/\\[0-9a-f]{4}/i.test(text))
      .map((quoted) => ({ quoted })),
    tie('list'),
  ),
  list: fc.array(tie('node'), { minLength: 1, maxLength: 5 }),
})).list;

test('parsing what was written gives the same values', () => {
  fc.assert(
    fc.property(node, (value) => {
      expect(parseBraceText(writeBraceText([value]))).toEqual({ values: [value], strayBraces: 0 });
    }),
  );
});

/** A template of a configuration may hold JSON, which begins with a brace too. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(!haveSamples)('writeBraceText (skipped where the samples are not at hand)', () => {
  test.each(sampleFacts.filter(({ sample }) => /^(cfe|epf)\//.test(sample)))(
    'writes the texts of $sample again byte for byte',
    ({ sample }) => {
      const bytes = sampleBytes(sample);
      const width = containerWidth(bytes);
      if (width === undefined) throw new Error('no container');
      const { entries } = readContainer(bytes, width, new WarningLog());
      const texts = [...entries.values()]
        .map(({ stored }) => inflateRaw(stored, 1e8).bytes)
        .filter((element) => element[0] === 0xef && element[3] === 0x7b)
        .map((element) => decodeText(element).text)
        .filter((text) => !isJson(text));
      expect(texts.length).toBeGreaterThan(0);
      for (const text of texts) expect(canonicalBraceText(text)).toBe(text);
    },
  );
});
