import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifyEd25519 } from '../../scripts/verify/ed25519.ts';
import { fromHex } from '../../scripts/verify/hex.ts';
import type { JsValue } from '../onec/index.ts';
import vectors from '../vectors/ed25519.json' with { type: 'json' };
import { testKey } from '../verify/fixtures/test-key.ts';
import { coreModule, data, loadCore, withoutComments } from './program.ts';

const program = loadCore(['ВыпускПодпись']);
const verify = (key: JsValue, message: Uint8Array, signature: JsValue) =>
  program.call('ВыпускПодпись', 'ПодписьВерна', [key, data(message), signature]);
const hexBytes = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();

test.each(vectors.cases.filter(({ valid }) => !valid))(
  'refuses $reason',
  ({ publicKey, message, signature }) => {
    expect(verify(publicKey, hexBytes(message), signature).value).toBe(false);
  },
);

test.each(vectors.cases.filter(({ valid }) => valid))(
  'accepts $reason',
  ({ publicKey, message, signature }) => {
    expect(verify(publicKey, hexBytes(message), signature).value).toBe(true);
  },
);

const sound = vectors.cases.find(({ valid }) => valid) ?? { publicKey: '', message: '', signature: '' };

test.each<readonly [JsValue, JsValue, string]>([
  [undefined, sound.signature, 'no key'],
  [sound.publicKey, undefined, 'no signature'],
  [12, sound.signature, 'a number for a key'],
  [sound.publicKey, '', 'a file that waits for its signer'],
  [`${sound.publicKey}00`, sound.signature, 'a longer key'],
  [sound.publicKey, `${sound.signature} `, 'a space after the signature'],
  [sound.publicKey.replace('d', 'д'), sound.signature, 'a letter that looks Latin'],
])('%s, %s is a refusal and no exception — %s', (key, signature) => {
  expect(verify(key, hexBytes(sound.message), signature).value).toBe(false);
});

test('either case of digits is read', () => {
  const { publicKey, message, signature } = sound;
  expect(verify(publicKey.toUpperCase(), hexBytes(message), signature.toUpperCase()).value).toBe(true);
});

describe('the same answers as TypeScript', () => {
  test('for keys and messages of any kind, and after one bit was turned anywhere', () => {
    const bit = fc.option(fc.nat(96 * 8 - 1));
    fc.assert(
      fc.property(
        fc.string({ maxLength: 8 }),
        fc.uint8Array({ maxLength: 100 }),
        bit,
        (name, message, turned) => {
          const { key, sign } = testKey(name);
          const all = hexBytes(key.keyval.public + sign(message).sig);
          if (turned !== null) all[turned >> 3]! ^= 1 << (turned & 7);
          const hex = Buffer.from(all).toString('hex');
          const expected = verifyEd25519(all.slice(0, 32), message, all.slice(32));
          expect(expected).toBe(turned === null);
          expect(verify(hex.slice(0, 64), message, hex.slice(64)).value).toBe(expected);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('for bytes that nobody signed', () => {
    const random = fc.uint8Array({ minLength: 96, maxLength: 96 });
    fc.assert(
      fc.property(random, (all) => {
        const hex = Buffer.from(all).toString('hex');
        const expected = verifyEd25519(all.slice(0, 32), new Uint8Array(), all.slice(32));
        expect(verify(hex.slice(0, 64), new Uint8Array(), hex.slice(64)).value).toBe(expected);
      }),
      { numRuns: 25 },
    );
  });
});

test('a verification stays within the operations that the estimate of its time stands on', () => {
  const { publicKey, message, signature } = sound;
  const { operations } = verify(publicKey, hexBytes(message), signature);
  expect(operations.total).toBeLessThan(45_000);
  expect(operations.calls).toBeLessThan(1_800);
});

test('there is no division in the arithmetic of the curve', () => {
  expect(withoutComments(coreModule('ВыпускКривая').text)).not.toContain('/');
});
