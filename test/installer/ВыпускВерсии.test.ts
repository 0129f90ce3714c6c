import { describe, expect, test } from 'vitest';
import vectors from '../vectors/versions.json' with { type: 'json' };
import { loadCore } from './program.ts';

const program = loadCore(['ВыпускВерсии']);
const call = (method: string, ...args: readonly (string | undefined)[]) =>
  program.call('ВыпускВерсии', method, args).value;

/** Order of two texts of versions as the module sees it. */
const order = (a: string, b: string) => {
  const [left, right] = [call('РазобратьВерсию', a), call('РазобратьВерсию', b)];
  return program.call('ВыпускВерсии', 'СравнитьВерсии', [left, right]).value;
};

describe('versions.json in the 1C language', () => {
  test.each(vectors.parse)('reads $text — $reason', ({ text, canonical }) => {
    expect(call('КаноничнаяВерсия', text) ?? null).toBe(canonical);
  });

  test.each(vectors.compare)('orders $a and $b — $reason', ({ a, b, order: expected }) => {
    expect(order(a, b)).toBe(BigInt(expected));
    expect(order(b, a)).toBe(BigInt(0 - expected));
  });
});

test.each<readonly [string | undefined, string]>([
  [undefined, 'a member that a document left out'],
  ['9'.repeat(256), 'a number that no reader holds exactly'],
  [`1.${'0'.repeat(300)}`, 'longer than a version may be'],
])('%j is no version — %s', (text) => {
  expect(call('РазобратьВерсию', text)).toBeUndefined();
});

test('sorts as it compares, equal versions staying in the order in which they came', () => {
  const versions = ['1.10', '1.9', '1.10.0.0', '2.0.0-beta', '1.2'].map((text) => ({
    version: call('РазобратьВерсию', text),
    text,
  }));
  const sorted = (direction: number) =>
    program.call('ВыпускВерсии', 'ПоПорядкуВерсий', [versions, 'version', direction]).value;
  const texts = (value: unknown) =>
    Array.isArray(value) ? value.map((one: { readonly text: string }) => one.text) : [];
  expect(texts(sorted(1))).toEqual(['1.2', '1.9', '1.10', '1.10.0.0', '2.0.0-beta']);
  expect(texts(sorted(-1))).toEqual(['2.0.0-beta', '1.10', '1.10.0.0', '1.9', '1.2']);
});
