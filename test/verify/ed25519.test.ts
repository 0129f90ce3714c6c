import nacl from 'tweetnacl';
import { expect, test } from 'vitest';
import { isSoundPublicKey, verifyEd25519 } from '../../scripts/verify/ed25519.ts';
import { fromHex } from '../../scripts/verify/hex.ts';
import vectors from '../vectors/ed25519.json' with { type: 'json' };

const bytes = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();

/** What tweetnacl says when nobody guards it. */
const naclSays = (publicKey: string, message: string, signature: string): boolean | 'throws' => {
  try {
    return nacl.sign.detached.verify(bytes(message), bytes(signature), bytes(publicKey));
  } catch {
    return 'throws';
  }
};

const refused = vectors.cases.filter((row) => !row.valid);
const accepted = vectors.cases.filter((row) => row.valid);

test.each(refused)('refuses $reason', ({ publicKey, message, signature }) => {
  expect(verifyEd25519(bytes(publicKey), bytes(message), bytes(signature))).toBe(false);
});

test.each(accepted)('accepts $reason', ({ publicKey, message, signature }) => {
  expect(verifyEd25519(bytes(publicKey), bytes(message), bytes(signature))).toBe(true);
});

test('the guards are needed: tweetnacl alone accepts some refused rows and throws on others', () => {
  const verdicts = refused.map((row) => naclSays(row.publicKey, row.message, row.signature));
  expect(verdicts.filter((verdict) => verdict === true)).toHaveLength(16);
  expect(verdicts.filter((verdict) => verdict === 'throws')).toHaveLength(6);
});

test.each([
  ['', 'no bytes'],
  ['00'.repeat(32), 'order 4'],
  ['01' + '00'.repeat(31), 'order 1'],
  ['f0' + 'ff'.repeat(30) + '7f', 'y = p + 3: another spelling of y = 3'],
])('a key is unsound: %s — %s', (hex) => expect(isSoundPublicKey(bytes(hex))).toBe(false));
