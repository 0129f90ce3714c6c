import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binOf, matchesPattern, seek } from '../../scripts/verify/path-pattern.ts';
import vectors from '../vectors/path-pattern.json' with { type: 'json' };

test.each(vectors.cases)('$pattern on $name: $matches — $reason', ({ pattern, name, matches }) => {
  expect(matchesPattern(pattern, name)).toBe(matches);
});

test.each(vectors.bins)('$name with $bitLength bits is in $bin', async ({ name, sha256, bitLength, bin }) => {
  const sought = await seek(name);
  expect(sought.digest).toBe(sha256);
  expect(binOf({ keyids: [], threshold: 1, bit_length: bitLength, name_prefix: 'bin' }, sought)).toBe(bin);
});

test('agrees with the obvious regular expression', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '/', '.', '*', '?'), maxLength: 8 });
  const asExpression = (pattern: string): RegExp =>
    new RegExp(
      `^${pattern.replace(/[.*?]/g, (character) => ({ '*': '[^/]*', '?': '[^/]' })[character] ?? '\\.')}$`,
      'u',
    );
  fc.assert(
    fc.property(text, text, (pattern, name) => {
      expect(matchesPattern(pattern, name)).toBe(asExpression(pattern).test(name));
    }),
    { numRuns: 2000 },
  );
});

test('a pattern of many stars takes no time', () => {
  expect(matchesPattern('a*'.repeat(5000) + 'b', 'a'.repeat(20_000))).toBe(false);
});
