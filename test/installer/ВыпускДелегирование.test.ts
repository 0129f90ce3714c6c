import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesPattern } from '../../scripts/verify/path-pattern.ts';
import { metadataPath, targetPath } from '../../scripts/verify/repository-path.ts';
import vectors from '../vectors/path-pattern.json' with { type: 'json' };
import { STUB_SOURCE } from './stub-source.ts';
import { loadCore } from './program.ts';
import { refusalOf } from './refusal.ts';

const program = loadCore(['ВыпускДелегирование', 'ВыпускМетаданные'], { stubs: [STUB_SOURCE] });
const matches = (pattern: string, name: string) =>
  program.call('ВыпускДелегирование', 'ПодходитОбразец', [pattern, name]).value;

test.each(vectors.cases)('$pattern on $name: $matches — $reason', ({ pattern, name, matches: expected }) => {
  expect(matches(pattern, name)).toBe(expected);
});

test.each(vectors.bins)('$name with $bitLength bits is in $bin', ({ sha256, bitLength, bin }) => {
  const bins = { Биты: bitLength, НачалоИмени: 'bin' };
  expect(program.call('ВыпускДелегирование', 'ИмяКорзины', [bins, sha256]).value).toBe(bin);
});

test('patterns mean what they mean in TypeScript', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*', '?', '\u{1f600}'), maxLength: 8 });
  fc.assert(
    fc.property(text, text, (pattern, name) => {
      expect(matches(pattern, name)).toBe(matchesPattern(pattern, name));
    }),
    { numRuns: 300 },
  );
});

test('a pattern of many stars takes no time', () => {
  const { value, operations } = program.call('ВыпускДелегирование', 'ПодходитОбразец', [
    `${'a*'.repeat(100)}b`,
    'a'.repeat(400),
  ]);
  expect(value).toBe(false);
  expect(operations.total).toBeLessThan(2_000_000);
});

test('names become the same addresses as in TypeScript, or are refused as there', () => {
  const unit = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 1 }),
    fc.constantFrom('/', '.', '..', '%', '\\', 'я'),
  );
  const name = fc.array(unit, { maxLength: 6 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(name, fc.option(fc.nat()), (text, version) => {
      const call = (method: string, second: string | number | undefined) =>
        program.call('ВыпускМетаданные', method, [text, second]).value;
      expect(call('ПутьМетаданных', version ?? undefined)).toBe(metadataPath(text, version ?? undefined));
      let expected: string | undefined;
      try {
        expected = targetPath(text, 'abc');
      } catch {
        expect(refusalOf(() => call('ПутьЦели', 'abc')).code).toBe('name-invalid');
      }
      if (expected !== undefined) expect(call('ПутьЦели', 'abc')).toBe(expected);
    }),
    { numRuns: 300 },
  );
});
