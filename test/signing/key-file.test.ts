import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openKeyFile, sealKeyFile } from '../../scripts/signing/key-file.ts';
import { SCRYPT_COST } from '../../scripts/signing/key-derivation.ts';
import { seedSigner } from '../../scripts/signing/seed-signer.ts';

const seed = Uint8Array.from({ length: 32 }, (_, at) => at);
const random = (length: number) => new Uint8Array(length).fill(7);
const cheap = { n: 1024, r: 8, p: 1 };
const passphrase = 'верная лошадь батарея';

const sealed = () => sealKeyFile({ seed, passphrase, random, cost: cheap });

type Json = Record<string, unknown>;

/** The file with one member replaced; `at` is a dotted path. */
async function changed(at: string, value: unknown): Promise<Uint8Array> {
  const file = JSON.parse(new TextDecoder().decode(await sealed())) as Json;
  const steps = at.split('.');
  const last = steps.pop()!;
  const owner = steps.reduce((json, step) => json[step] as Json, file);
  owner[last] = value;
  return new TextEncoder().encode(JSON.stringify(file));
}

describe('opening a key file refuses', () => {
  test.each<readonly [string, unknown, string, string]>([
    ['kdf.n', 2 ** 30, 'key-file-too-costly', 'a terabyte of memory'],
    ['kdf.n', 2 ** 52, 'key-file-too-costly', 'more than a number can hold when multiplied'],
    ['kdf.r', 2 ** 31, 'key-file-too-costly', 'a huge block size'],
    ['kdf.p', 1000, 'key-file-too-costly', 'a thousand rounds'],
    ['kdf.n', 1000, 'key-file-unreadable', 'not a power of two: scrypt would throw'],
    ['kdf.n', 512, 'key-file-unreadable', 'a cost that protects nothing'],
    ['kdf.n', 1.5, 'key-file-unreadable', 'a fraction'],
    ['kdf.n', 2048, 'passphrase-wrong', 'another cost than the one that was sealed'],
    ['kdf.name', 'pbkdf2', 'key-file-unreadable', 'another derivation'],
    ['kdf.salt', '00', 'key-file-unreadable', 'a short salt'],
    ['kdf.salt', 'ff'.repeat(32), 'passphrase-wrong', 'another salt'],
    ['public', 'ff'.repeat(32), 'passphrase-wrong', 'another public half: it is authenticated'],
    ['keyid', 'ff'.repeat(32), 'passphrase-wrong', 'another key id: it is authenticated'],
    ['cipher.tag', '00'.repeat(16), 'passphrase-wrong', 'another tag'],
    ['cipher.tag', '00', 'key-file-unreadable', 'a short tag: GCM would take it, at 1 in 256'],
    ['cipher.nonce', '00'.repeat(12), 'passphrase-wrong', 'another nonce'],
    ['cipher.sealed', '00'.repeat(32), 'passphrase-wrong', 'another key'],
    ['cipher.sealed', '00'.repeat(33), 'key-file-unreadable', 'a longer key'],
    [
      'kdf',
      { name: 'scrypt', n: 2 ** 17, r: 1, p: 1, salt: '00'.repeat(32) },
      'key-file-unreadable',
      'costs that OpenSSL refuses',
    ],
    ['cipher.name', 'none', 'key-file-unreadable', 'no encryption'],
    ['formatVersion', 2, 'key-file-version-unsupported', 'a later format'],
    ['type', 'something-else', 'key-file-unreadable', 'another sort of file'],
    ['extra', true, 'key-file-unreadable', 'a member that nobody authenticates'],
  ])('%s = %j: %s — %s', async (at, value, code) => {
    await expect(openKeyFile(await changed(at, value), passphrase)).rejects.toMatchObject({ code });
  });

  test.each<readonly [Uint8Array, string]>([
    [new Uint8Array(), 'nothing'],
    [new Uint8Array(5000).fill(0x20), 'more than any key file'],
    [Uint8Array.of(0xff, 0xfe), 'not text'],
    [new TextEncoder().encode('-----BEGIN PRIVATE KEY-----'), 'a key of another program'],
  ])('%o — %s', async (bytes) => {
    await expect(openKeyFile(bytes, passphrase)).rejects.toMatchObject({ code: 'key-file-unreadable' });
  });

  test('a wrong passphrase, without showing any of it', async () => {
    const refusal = openKeyFile(await sealed(), 'incorrect donkey');
    await expect(refusal).rejects.toMatchObject({ code: 'passphrase-wrong', args: {} });
    await expect(refusal).rejects.not.toThrow(/donkey/);
  });

  test('text that is not JSON, without quoting it', async () => {
    const refusal = openKeyFile(new TextEncoder().encode('my secret'), passphrase);
    await expect(refusal).rejects.not.toThrow(/secret/);
  });
});

describe('a key file', () => {
  test('gives back the seed', async () => {
    expect(await openKeyFile(await sealed(), passphrase)).toEqual(seed);
  });

  test('holds neither the seed nor the passphrase in the clear', async () => {
    const text = new TextDecoder().decode(await sealed());
    expect(text).not.toContain(Buffer.from(seed).toString('hex'));
    expect(text).not.toContain(Buffer.from(seed).toString('base64'));
    expect(text).not.toContain(passphrase);
  });

  test('names the public half, so that a person can see which key it is', async () => {
    const file: unknown = JSON.parse(new TextDecoder().decode(await sealed()));
    const signer = await seedSigner(seed);
    expect(file).toMatchObject({ keyid: signer.keyid, public: signer.publicKey.keyval.public });
  });

  test('opens with the same passphrase typed as decomposed letters', async () => {
    const file = await sealKeyFile({ seed, passphrase: 'ёлка й', random, cost: cheap });
    expect(await openKeyFile(file, 'ёлка й'.normalize('NFD'))).toEqual(seed);
  });

  test('costs 128 MiB a guess unless told otherwise', async () => {
    const file: unknown = JSON.parse(
      new TextDecoder().decode(await sealKeyFile({ seed, passphrase, random })),
    );
    expect(file).toMatchObject({ kdf: { name: 'scrypt', ...SCRYPT_COST } });
    expect(128 * SCRYPT_COST.n * SCRYPT_COST.r).toBe(128 * 1024 * 1024);
  });

  test('is not made under an empty passphrase', async () => {
    const refusal = sealKeyFile({ seed, passphrase: '', random, cost: cheap });
    await expect(refusal).rejects.toMatchObject({ code: 'passphrase-empty' });
  });

  test('is not made of half a key', async () => {
    const refusal = sealKeyFile({ seed: seed.subarray(16), passphrase, random, cost: cheap });
    await expect(refusal).rejects.toMatchObject({ code: 'seed-length' });
  });

  test('gives back any seed under any passphrase', async () => {
    const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
    await fc.assert(
      fc.asyncProperty(bytes(32), fc.string({ minLength: 1 }), async (anySeed, anyPassphrase) => {
        const file = await sealKeyFile({ seed: anySeed, passphrase: anyPassphrase, random, cost: cheap });
        expect(await openKeyFile(file, anyPassphrase)).toEqual(Uint8Array.from(anySeed));
      }),
      { numRuns: 30 },
    );
  });
});
