import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LicenseError } from '../../scripts/license/error.ts';
import { ALPHABET, parseLicenseKey } from '../../scripts/license/license-key.ts';
import { haveSharedVectors, sharedVectors, type LicensingVectors } from '../license/shared-vectors.ts';
import ours from '../vectors/licensing.json' with { type: 'json' };
import type { JsValue } from '../onec/index.ts';
import { bytesOf, data, loadCore } from './program.ts';
import { refusalOf, type Refusal } from './refusal.ts';

const program = loadCore(['ВыпускЛицензии', 'ВыпускБайты']);
const call = (method: string, ...args: readonly JsValue[]): JsValue =>
  program.call('ВыпускЛицензии', method, args).value;
const hex = (text: string) => data(Buffer.from(text, 'hex'));
const KEY = 'DEMO-C4FVH-CYJV7-HY9C4-62FD4';

function checkVectors({ licenseKeys, monthKeys, seals }: LicensingVectors): void {
  test.each(licenseKeys)('$key leads to its record', ({ key, path, password }) => {
    expect(call('ДоступКЗаписи', call('ПриведенныйКлюч', key))).toMatchObject({
      Путь: path,
      Пароль: password,
      Указатель: path.slice('licenses/aa/'.length, -'.zip'.length),
    });
  });

  test.each(monthKeys)('the key of $month follows from that of $top', ({ top, secret, month, key }) => {
    expect(Buffer.from(bytesOf(call('КлючМесяца', hex(secret), top, month)) ?? []).toString('hex')).toBe(key);
  });

  test.each(seals)('a seal for $zipSha256', ({ monthKey, zipSha256, contentKey, sealed }) => {
    const mask = program.call('ВыпускБайты', 'HMAC256', [
      hex(monthKey),
      data(`vypusk/seal/v1\n${zipSha256}`),
    ]);
    const opened = Buffer.from(sealed, 'base64').map((byte, at) => byte ^ (bytesOf(mask.value)?.[at] ?? 0));
    expect(Buffer.from(opened).toString('hex')).toBe(contentKey);
  });
}

describe('our licensing.json', () => checkVectors(ours));

describe.skipIf(!haveSharedVectors)('licensing.json beside the checkout', () => checkVectors(sharedVectors));

test.skipIf(haveSharedVectors)('without the vectors beside the checkout only our own were tried', () => {
  console.warn('../shared/vectors/licensing.json is not there: skipped');
  expect(sharedVectors.licenseKeys).toEqual([]);
});

/** What TypeScript says of the same text. */
async function judged(typed: string, expected?: string): Promise<Refusal | string> {
  try {
    return await parseLicenseKey(typed, expected);
  } catch (error) {
    if (!(error instanceof LicenseError)) throw error;
    const args = Object.entries(error.args).map(([name, value]): [string, string] => [name, String(value)]);
    return { code: error.code, args: Object.fromEntries(args) };
  }
}

function judgedIn1C(typed: string, expected?: string): Refusal | JsValue {
  try {
    return call('ПриведенныйКлюч', typed, expected);
  } catch (error) {
    return refusalOf(() => {
      throw error;
    });
  }
}

describe('a key as a person types it is understood as in TypeScript', () => {
  test.each([
    ['', 'nothing'],
    ['DEMO', 'only the prefix'],
    ['DEMO-C4FVH-CYJV7-HY9C4-62FD', 'a symbol short'],
    ['D-C4FVH-CYJV7-HY9C4-62FD4', 'a prefix of one symbol'],
    ['ABCDEFGHI-C4FVH-CYJV7-HY9C4-62FD4', 'a prefix of nine'],
    ['X'.repeat(10_000), 'a text that no key is'],
    ['DEMO-C4FVH-CYJV7-HY9C4-62FD5', 'the last symbol'],
    ['DEMO-C4FVH-CYJV7-HY9C4-62F4D', 'two symbols swapped'],
    ['DEM0-C4FVH-CYJV7-HY9C4-62FD4', 'a zero in the prefix'],
    ['DEMO-C4FVH-CYJV7-HY9C4-62FDU', 'U is left out'],
    ['DEMO-Ж4FVH-CYJV7-HY9C4-62FD4', 'a letter that looks like no other'],
    ['ДЕМО-C4FVH-CYJV7-HY9C4-62FD4', 'the same in the prefix'],
    ['DEMO/C4FVH/CYJV7/HY9C4/62FD4', 'a mark that divides nothing'],
    ['demo-c4fvh-cyjv7-hy9c4-62fd4', 'small letters'],
    ['  DEMO C4FVH CYJV7 HY9C4 62FD4\r\n', 'spaces, and the end of a line'],
    ['DEMOC4FVHCYJV7HY9C462FD4', 'no dashes'],
    ['DEMO–C4FVH—CYJV7‑HY9C4−62FD4', 'dashes of a word processor'],
    ['DЕМО-С4FVН-СYJV7-НУ9С4-62FD4', 'Russian letters of the same look'],
    ['dемо-с4fvн-сyjv7-ну9с4-62fd4', 'small Russian letters'],
    ['\u200BDEMO\u00A0C4FVH\u2009CYJV7_HY9C4.62FD4\uFEFF', 'marks that nobody sees'],
    ['ＤＥＭＯ－Ｃ４ＦＶＨ－ＣＹＪＶ７－ＨＹ９Ｃ４－６２ＦＤ４', 'wide letters'],
  ])('%j — %s', async (typed) => {
    expect(judgedIn1C(typed)).toEqual(await judged(typed));
    expect(judgedIn1C(typed, 'B24')).toEqual(await judged(typed, 'B24'));
  });

  test('no refusal holds the key', () => {
    for (const typed of [KEY.replace('C4', '4C'), KEY.replace('D4', 'U4')]) {
      expect(JSON.stringify(judgedIn1C(typed))).not.toMatch(/CYJV7|HY9C4/);
    }
  });

  test('whatever was typed', async () => {
    const symbol = fc.constantFrom(...Array.from(ALPHABET), 'O', 'I', 'l', 'У', 'с', '-', ' ', '—', '/');
    const typed = fc.array(symbol, { minLength: 20, maxLength: 32 }).map((symbols) => symbols.join(''));
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        expect(judgedIn1C(text)).toEqual(await judged(text));
      }),
      { numRuns: 150 },
    );
  });
});

describe('the key of a month', () => {
  const key = hex('11'.repeat(32));

  test.each([
    ['2026-12', 'the next month'],
    ['2026-13', 'no month'],
    ['2027-01', 'the next year'],
    ['1999-12', 'before everything'],
    ['2100-01', 'after everything'],
    ['soon', 'no text of a month'],
    ['2026-1١', 'a digit of another script'],
  ])('%s is nobody’s — %s', (month) => {
    expect(refusalOf(() => call('КлючМесяца', key, '2026-11', month))).toEqual({
      code: 'license-month-closed',
      args: { month, until: '2026-11' },
    });
  });
});
