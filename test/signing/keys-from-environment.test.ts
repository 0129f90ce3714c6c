import { expect, test } from 'vitest';
import { keysFromEnvironment } from '../../scripts/signing/keys-from-environment.ts';
import { seedSigner } from '../../scripts/signing/seed-signer.ts';

const seed = (fill: number) => new Uint8Array(32).fill(fill);
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const malformed = { code: 'environment-key-malformed', args: { variable: 'VYPUSK_TIMESTAMP_KEY' } };

test.each([
  [base64(seed(1).subarray(1)), 'a byte short'],
  [base64(new Uint8Array(64)), 'a secret key of 64 bytes'],
  [base64(seed(255)).replaceAll('/', '_'), 'base64 of addresses'],
  [Buffer.from(seed(1)).toString('hex'), 'hexadecimal'],
  [`${base64(seed(1)).slice(0, 20)} ${base64(seed(1)).slice(20)}`, 'a space inside'],
  ['-----BEGIN PRIVATE KEY-----', 'a key of another program'],
])('refuses %j and does not show it — %s', async (text) => {
  const refusal = keysFromEnvironment({ VYPUSK_TIMESTAMP_KEY: text });
  await expect(refusal).rejects.toMatchObject(malformed);
  await expect(refusal).rejects.toSatisfy((error: Error) => !error.message.includes(text.slice(0, 12)));
});

test('an absent or empty variable is an absent key', async () => {
  expect(await keysFromEnvironment({})).toEqual({});
  expect(await keysFromEnvironment({ VYPUSK_PUBLISHING_KEY: '', VYPUSK_TIMESTAMP_KEY: ' ' })).toEqual({});
});

test('reads both keys, line ends of a pasted secret included', async () => {
  const keys = await keysFromEnvironment({
    VYPUSK_PUBLISHING_KEY: base64(seed(1)),
    VYPUSK_TIMESTAMP_KEY: `${base64(seed(2))}\r\n`,
    UNRELATED: 'x',
  });
  expect(keys.publishing?.keyid).toBe((await seedSigner(seed(1))).keyid);
  expect(keys.timestamp?.keyid).toBe((await seedSigner(seed(2))).keyid);
});
