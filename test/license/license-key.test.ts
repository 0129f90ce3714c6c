import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LicenseError } from '../../scripts/license/error.ts';
import { ALPHABET, makeLicenseKey, parseLicenseKey } from '../../scripts/license/license-key.ts';
import ours from '../vectors/licensing.json' with { type: 'json' };

const KEY = 'DEMO-C4FVH-CYJV7-HY9C4-62FD4';

/** Code and arguments of the refusal. */
async function refusal(typed: string, expected?: string): Promise<object> {
  const error: unknown = await parseLicenseKey(typed, expected).catch((caught: unknown) => caught);
  if (!(error instanceof LicenseError)) return { accepted: error };
  return { code: error.code, ...error.args };
}

describe('what was typed wrong', () => {
  test.each<[string, object, string]>([
    ['', { code: 'license-key-length', length: 0 }, 'nothing'],
    ['DEMO', { code: 'license-key-length', length: 4 }, 'only the prefix'],
    ['DEMO-C4FVH-CYJV7-HY9C4-62FD', { code: 'license-key-mistyped' }, 'a symbol short: DEMO could be DEM'],
    ['D-C4FVH-CYJV7-HY9C4-62FD4', { code: 'license-key-length', length: 21 }, 'a prefix of one symbol'],
    ['ABCDEFGHI-C4FVH-CYJV7-HY9C4-62FD4', { code: 'license-key-length', length: 29 }, 'a prefix of nine'],
    ['X'.repeat(10_000), { code: 'license-key-length', length: 10_000 }, 'a text that no key is'],
    ['DEMO-C4FVH-CYJV7-HY9C4-62FD5', { code: 'license-key-mistyped' }, 'the last symbol'],
    ['DEMO-C4FVH-CYJV7-HY9C4-62F4D', { code: 'license-key-mistyped' }, 'two symbols swapped'],
    ['DEM0-C4FVH-CYJV7-HY9C4-62FD4', { code: 'license-key-mistyped' }, 'a zero in the prefix is no O'],
    [
      'DEMO-C4FVH-CYJV7-HY9C4-62FDU',
      { code: 'license-key-symbol', symbol: 'U', position: 24 },
      'U is left out',
    ],
    ['DEMO-Ж4FVH-CYJV7-HY9C4-62FD4', { code: 'license-key-symbol', symbol: 'Ж', position: 5 }, 'Cyrillic'],
    ['ДЕМО-C4FVH-CYJV7-HY9C4-62FD4', { code: 'license-key-symbol', symbol: 'Д', position: 1 }, 'its prefix'],
    [
      'DEMO/C4FVH/CYJV7/HY9C4/62FD4',
      { code: 'license-key-symbol', symbol: '/', position: 5 },
      'no mark that divides',
    ],
  ])('%j gives %j — %s', async (typed, expected) => {
    expect(await refusal(typed)).toEqual(expected);
  });

  test('a key of another publisher is called so, a mistyped one is not', async () => {
    const foreign = { code: 'license-key-foreign', prefix: 'DEMO', expected: 'B24' };
    expect(await refusal(KEY, 'B24')).toEqual(foreign);
    expect(await refusal(KEY.replace('C4', '4C'), 'B24')).toEqual({ code: 'license-key-mistyped' });
  });

  test('no refusal holds the key', async () => {
    for (const typed of [KEY.replace('C4', '4C'), KEY.replace('D4', 'U4')]) {
      const error: unknown = await parseLicenseKey(typed).catch((caught: unknown) => caught);
      expect(String(error)).not.toMatch(/CYJV7|HY9C4/);
    }
  });
});

describe('what is forgiven', () => {
  test.each([
    ['demo-c4fvh-cyjv7-hy9c4-62fd4', 'small letters'],
    ['  DEMO C4FVH CYJV7 HY9C4 62FD4\r\n', 'spaces, and the end of a line'],
    ['DEMOC4FVHCYJV7HY9C462FD4', 'no dashes'],
    ['DEMO—C4FVH–CYJV7‑HY9C4−62FD4', 'dashes of a word processor'],
    ['DE-MO-C4F-VHCY-JV7HY-9C462-FD4', 'dashes in other places'],
    ['DEMO\u00a0C4FVH\u200bCYJV7\u00adHY9C4\ufeff62FD4', 'invisible marks from a letter'],
    ['DEMO_C4FVH.CYJV7_HY9C4.62FD4', 'other marks that divide'],
    ['DEМО-С4FVН-СYJV7-НY9С4-62FD4', 'Cyrillic letters that look Latin'],
    ['dемо-с4fvh-суjv7-ну9с4-62fd4', 'small Cyrillic letters'],
    ['ＤＥＭＯ－Ｃ４ＦＶＨ－ＣＹＪＶ７－ＨＹ９Ｃ４－６２ＦＤ４', 'full width'],
  ])('%j — %s', async (typed) => {
    expect(await parseLicenseKey(typed, 'DEMO')).toBe(KEY);
  });

  test('O for 0, and I and L for 1, in the body only', async () => {
    const key = 'ROMASHKA-0ZS9A-017C6-A2PMW-49HDS';
    expect(await parseLicenseKey('romashka-ozs9a-oi7c6-a2pmw-49hds')).toBe(key);
    expect(await parseLicenseKey('ROMASHKA-OZS9A-OL7C6-A2PMW-49HDS')).toBe(key);
    expect(await parseLicenseKey('RОМАSHKA-ОZS9A-Оl7C6-A2PMW-49HDS')).toBe(key);
  });
});

const prefix = fc.stringMatching(/^[A-Z0-9]{2,8}$/);
const randomBytes = fc.uint8Array({ minLength: 19, maxLength: 19 });

describe('properties', () => {
  test('a key that was made is read back as it is', () =>
    fc.assert(
      fc.asyncProperty(prefix, randomBytes, async (before, bytes) => {
        const key = await makeLicenseKey(before, () => bytes);
        expect(await parseLicenseKey(key, before)).toBe(key);
        expect(await parseLicenseKey(key.toLowerCase().replaceAll('-', ' '))).toBe(key);
      }),
    ));

  test('most slips are noticed: about one in 32 is not', async () => {
    let unnoticed = 0;
    for (const at of Array.from(
      { length: 20 },
      (_, place) => KEY.length - 24 + place + Math.floor(place / 5),
    )) {
      for (const symbol of ALPHABET) {
        const typed = KEY.slice(0, at) + symbol + KEY.slice(at + 1);
        if (KEY[at] === '-' || typed === KEY) continue;
        if ((await parseLicenseKey(typed).catch(() => undefined)) !== undefined) unnoticed++;
      }
    }
    expect(unnoticed).toBeLessThan(60);
  });
});

test('keys of our vectors are made from their random bytes', async () => {
  for (const { key } of ours.licenseKeys) {
    const [before = '', ...groups] = key.split('-');
    const body = groups.join('');
    const random = (length: number): Uint8Array =>
      Uint8Array.from(body.slice(0, length), (symbol) => ALPHABET.indexOf(symbol) + 32 * (length % 7));
    expect(await makeLicenseKey(before, random)).toBe(key);
  }
});
