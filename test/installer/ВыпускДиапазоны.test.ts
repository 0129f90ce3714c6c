import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseVersion } from '../../scripts/model/version.ts';
import { admits, parseRange, spans, unionText } from '../../scripts/model/version-range.ts';
import { arbitraryNoise, arbitraryRange, PROBES } from '../model/arbitrary-range.ts';
import vectors from '../vectors/ranges.json' with { type: 'json' };
import { loadCore } from './program.ts';

const program = loadCore(['ВыпускДиапазоны']);
const range = (text: string) => program.call('ВыпускДиапазоны', 'РазобратьДиапазон', [text]).value;
const version = (text: string) => program.call('ВыпускВерсии', 'РазобратьВерсию', [text]).value;
const answer = (method: string, text: string, rule: string) =>
  program.call('ВыпускДиапазоны', method, [version(text), range(rule)]).value;
const admitted = (rule: string, versions: readonly string[]) =>
  versions.map((text) => answer('ВерсияВДиапазоне', text, rule));

describe('ranges.json in the 1C language', () => {
  test.each(vectors.refused)('refuses $range — $reason', ({ range: text }) => {
    expect(range(text)).toBeUndefined();
  });

  test.each(vectors.admits)('answers for $range — $reason', ({ range: text, admits: inside, refuses }) => {
    expect(admitted(text, inside)).toEqual(inside.map(() => true));
    expect(admitted(text, refuses)).toEqual(refuses.map(() => false));
  });

  test.each(vectors.union)('writes the union $ranges as $text — $reason', ({ ranges, text }) => {
    expect(program.call('ВыпускДиапазоны', 'ТекстОбъединения', [ranges.map(range)]).value).toBe(text);
  });
});

const FOUR_PARTS = [...PROBES, '1', '1.2', '1.2.3.4', '1.2.4.0', '2.0.0.1'];

test.each([
  ['the grammar over four parts', arbitraryRange(4)],
  ['noise', arbitraryNoise],
])('answers as TypeScript does: %s', (_, texts) => {
  fc.assert(
    fc.property(texts, fc.constantFrom(...FOUR_PARTS), (text, probe) => {
      const [rule, point] = [parseRange(text), parseVersion(probe)];
      const found = range(text);
      expect(found === undefined).toBe(rule === undefined);
      if (rule === undefined || point === undefined) return;
      expect(answer('ВерсияВДиапазоне', probe, text)).toBe(admits(rule, point));
      expect(answer('ВерсияВнутриДиапазона', probe, text)).toBe(spans(rule, point));
      const union = program.call('ВыпускДиапазоны', 'ТекстОбъединения', [[found]]).value;
      expect(union).toBe(unionText([rule]));
    }),
    { numRuns: 1000 },
  );
});

test.each<readonly [string | undefined, string]>([
  [undefined, 'a member that a document left out'],
  ['1'.repeat(4097), 'longer than a range may be'],
])('%# is no range — %s', (text) => {
  expect(program.call('ВыпускДиапазоны', 'РазобратьДиапазон', [text]).value).toBeUndefined();
});

test('takes time in proportion to the length of a range from a stranger', () => {
  const text = Array.from({ length: 1000 }, (_, index) => 1000 - index).join('||');
  const { operations } = program.call('ВыпускДиапазоны', 'РазобратьДиапазон', [text]);
  expect(operations.total).toBeLessThan(2_000_000);
});
