import { createPrivateKey, sign } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seedSigner } from '../../scripts/signing/seed-signer.ts';
import { verifyEd25519 } from '../../scripts/verify/ed25519.ts';
import { fromHex } from '../../scripts/verify/hex.ts';
import { keyIdOf } from '../../scripts/verify/metadata.ts';

// RFC 8032, section 7.1, test 2.
const RFC = {
  seed: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
  publicHalf: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
  message: '72',
  signature:
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
    '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
};

/** The DER prefix of a PKCS #8 Ed25519 private key (RFC 8410, section 7). */
const PKCS8_PREFIX = fromHex('302e020100300506032b657004220420')!;

test('signs as RFC 8032 says', async () => {
  const signer = await seedSigner(fromHex(RFC.seed)!);
  expect(signer.publicKey).toEqual({
    keytype: 'ed25519',
    scheme: 'ed25519',
    keyval: { public: RFC.publicHalf },
  });
  expect(await signer.sign(fromHex(RFC.message)!)).toEqual(fromHex(RFC.signature));
});

test('is named by its public half', async () => {
  const signer = await seedSigner(fromHex(RFC.seed)!);
  expect(signer.keyid).toBe(await keyIdOf(signer.publicKey));
});

test.each([
  [0, 'nothing'],
  [31, 'a byte short'],
  [64, 'a seed with the public half after it, as other libraries keep it'],
])('refuses %i bytes — %s', async (length) => {
  await expect(seedSigner(new Uint8Array(length))).rejects.toMatchObject({
    code: 'seed-length',
    args: { length },
  });
});

test('goes on signing after the caller has overwritten the seed', async () => {
  const seed = fromHex(RFC.seed)!;
  const signer = await seedSigner(seed);
  seed.fill(0);
  expect(await signer.sign(fromHex(RFC.message)!)).toEqual(fromHex(RFC.signature));
});

test('agrees with OpenSSL and with our own verification on every message', async () => {
  const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 });
  await fc.assert(
    fc.asyncProperty(bytes32, fc.uint8Array(), async (seed, message) => {
      const signer = await seedSigner(seed);
      const signature = await signer.sign(message);
      const key = createPrivateKey({
        key: Buffer.concat([PKCS8_PREFIX, seed]),
        format: 'der',
        type: 'pkcs8',
      });
      expect(signature).toEqual(new Uint8Array(sign(null, message, key)));
      expect(verifyEd25519(fromHex(signer.publicKey.keyval.public)!, message, signature)).toBe(true);
    }),
    { numRuns: 25 },
  );
});
