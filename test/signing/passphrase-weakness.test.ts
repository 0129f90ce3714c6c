import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passphraseWeakness } from '../../scripts/signing/passphrase-weakness.ts';

test.each<[string, ReturnType<typeof passphraseWeakness>, string]>([
  ['', 'short', 'nothing'],
  ['x', 'short', 'one symbol'],
  ['       x', 'short', 'spaces around one symbol'],
  ['пароль1', 'short', 'seven letters'],
  ['aaaaaaaaaaaaaaaa', 'monotonous', 'one letter'],
  ['abababababababab', 'monotonous', 'two letters in turn'],
  ['12345678', 'monotonous', 'upwards'],
  ['87654321', 'monotonous', 'downwards'],
  ['абвгдежз', 'monotonous', 'the alphabet'],
  ['Password1!', 'common', 'the first guess, decorated'],
  ['пароль2026', 'common', 'its Russian sister'],
  ['gfhjkm2026', 'common', 'the same typed in the other layout'],
  ['qwertyuiop', 'common', 'a row of the keyboard'],
  ['vypusk-2026', 'common', 'the name of this program'],
  ['верная лошадь батарея', undefined, 'words'],
  ['throw-away demo keys', undefined, 'words'],
  ['my password is long', undefined, 'a common word among others'],
  ['kX7#pq2!', undefined, 'eight symbols by chance'],
  ['ёлки-й-палки', undefined, 'letters that can be typed in two ways'],
])('%s: %s — %s', (passphrase, weakness, _reason) => {
  expect(passphraseWeakness(passphrase)).toBe(weakness);
});

test('composition of letters changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (passphrase) => {
      expect(passphraseWeakness(passphrase.normalize('NFD'))).toBe(passphraseWeakness(passphrase));
    }),
  );
});
