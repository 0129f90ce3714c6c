import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readableJson } from '../../../site/views/readable-json.ts';

test.each<[unknown, string, string]>([
  [{}, '{}', 'nothing'],
  [{ a: [1, 2] }, '{ "a": [1, 2] }', 'what fits into a line stands on one'],
  [{ a: 'x'.repeat(100) }, `{\n  "a": "${'x'.repeat(100)}"\n}`, 'what does not is broken'],
])('%j reads %j — %s', (value, text) => {
  expect(readableJson(value)).toBe(text);
});

test('reading it back gives the value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value));
      expect(JSON.parse(readableJson(plain))).toEqual(plain);
    }),
  );
});
