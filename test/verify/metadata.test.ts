import { expect, test } from 'vitest';
import { fromHex, toHex } from '../../scripts/verify/hex.ts';
import { digestHex, sha256Hex, sha512Hex } from '../../scripts/verify/digest.ts';
import { keyIdOf } from '../../scripts/verify/metadata.ts';
import { sameBytes } from '../../scripts/verify/same-bytes.ts';

// From a root that tuf-on-ci wrote.
const REFERENCE_KEY = {
  keytype: 'ecdsa',
  scheme: 'ecdsa-sha2-nistp256',
  keyval: {
    public:
      '-----BEGIN PUBLIC KEY-----\n' +
      'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEohqIdE+yTl4OxpX8ZxNUPrg3SL9H\n' +
      'BDnhZuceKkxy2oMhUOxhWweZeG3bfM1T4ZLnJimC6CAYVU5+F5jZCoftRw==\n' +
      '-----END PUBLIC KEY-----\n',
  },
  'x-tuf-on-ci-keyowner': '@jku',
};

test('a key has the identifier that other repositories give it', async () => {
  expect(await keyIdOf(REFERENCE_KEY)).toBe(
    'aa61e09f6af7662ac686cf0c6364079f63d3e7a86836684eeced93eace3acd81',
  );
});

test('digests are lower-case hex', async () => {
  const abc = new TextEncoder().encode('abc');
  expect(await sha256Hex(abc)).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(await sha512Hex(abc)).toMatch(/^ddaf35a193617aba[0-9a-f]{112}$/);
  expect(await digestHex('sha512', abc)).toBe(await sha512Hex(abc));
});

test.each<[string, number[] | undefined, string]>([
  ['0', undefined, 'half a byte'],
  ['0g', undefined, 'no digit'],
  [' 00', undefined, 'a space'],
  ['0x00', undefined, 'a prefix'],
  ['', [], 'nothing'],
  ['00ffA0', [0, 255, 160], 'either case'],
])('fromHex(%j) — %s', (text, expected) => {
  expect(fromHex(text)).toEqual(expected && Uint8Array.from(expected));
});

test.each<[number[], number[], boolean]>([
  [[1, 2], [1, 3], false],
  [[1, 2], [1], false],
  [[1], [1, 2], false],
  [[], [], true],
  [[1, 2], [1, 2], true],
])('sameBytes(%j, %j) is %s', (a, b, same) => {
  expect(sameBytes(Uint8Array.from(a), Uint8Array.from(b))).toBe(same);
});

test('toHex writes two lower-case digits a byte', () =>
  expect(toHex(Uint8Array.of(0, 10, 255))).toBe('000aff'));
