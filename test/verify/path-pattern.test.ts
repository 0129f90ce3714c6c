import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesPattern } from '../../scripts/verify/path-pattern.ts';

describe('a pattern does not match', () => {
  test.each([
    ['targets/*.tgz', 'targets/foo.txt', 'another ending'],
    ['foo-version-?.tgz', 'foo-version-alpha.tgz', 'one character only'],
    ['*.tgz', 'targets/foo.tgz', 'a wildcard does not cross a slash'],
    ['a?b', 'a/b', 'not even one'],
    ['*', 'a/b', 'not even all of it'],
    ['*', '/a', 'not a leading one'],
    ['foo.tgz', 'fooxtgz', 'a dot is a dot'],
    ['[ab]', 'a', 'brackets stand for themselves'],
    ['a*', 'ba', 'from the beginning'],
    ['*a', 'ab', 'to the end'],
    ['a', 'A', 'case matters'],
    ['extensions/acme-*', 'extensions/acme', 'the dash is asked for'],
    ['extensions/acme-*', 'extensions/acme-1/../x', 'a segment more'],
    ['', 'a', 'nothing matches only nothing'],
    ['?', '', 'one character is asked for'],
  ])('%s on %s — %s', (pattern, name) => expect(matchesPattern(pattern, name)).toBe(false));
});

describe('a pattern matches', () => {
  test.each([
    ['targets/*.tgz', 'targets/foo.tgz', 'as in the specification'],
    ['foo-version-?.tgz', 'foo-version-2.tgz', 'as in the specification'],
    ['foo.tgz', 'foo.tgz', 'itself'],
    ['*', '', 'a star stands for nothing too'],
    ['a*b*c', 'aXbXbXc', 'two stars, one return'],
    ['**', 'a', 'two stars are one'],
    ['extensions/acme-*', 'extensions/acme-склад.json', 'Cyrillic'],
    ['?', '😀', 'one character above U+FFFF'],
    ['[ab]', '[ab]', 'brackets stand for themselves'],
    ['(.+)+$', '(.+)+$', 'no regular expression'],
  ])('%s on %s — %s', (pattern, name) => expect(matchesPattern(pattern, name)).toBe(true));
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
