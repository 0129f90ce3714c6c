import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthKey } from '../../scripts/license/month-key.ts';
import { readRecoveryLines, recoveryLines } from '../../scripts/licensing/recovery-form.ts';
import { openMaster, sealMaster } from '../../scripts/licensing/secrets-file.ts';
import { vendorSecrets } from '../../scripts/licensing/vendor-secrets.ts';
import { sealKeyFile, openKeyFile } from '../../scripts/signing/key-file.ts';
import { verifyEd25519 } from '../../scripts/verify/ed25519.ts';
import { fromHex, toHex } from '../../scripts/verify/hex.ts';
import { fakeRandom } from './vendor.ts';

const master = Uint8Array.from({ length: 32 }, (_, at) => at);
const secrets = await vendorSecrets(master);
const passphrase = 'верная лошадь батарея';
const lock = { passphrase, random: fakeRandom('file'), cost: { n: 1024, r: 8, p: 1 } };
const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('what follows from the master secret', () => {
  test('stays the same for ever: licences and files that were published depend on it', () => {
    expect({
      keyid: secrets.keyid,
      register: toHex(secrets.registerKey),
      crm: toHex(secrets.productKey('crm', '2099-12')),
    }).toMatchInlineSnapshot(`
      {
        "crm": "27b15a3469f8ee31e6bab34239eb9bff8fd0f023c9501fac972b1d1d149d8e02",
        "keyid": "5f9987deb553b8f44dca35862c4d88bee8c437c4208bd98931c5a672c71cec1a",
        "register": "004c6b71675b79d40ed7a51cbc69372a6dc9b69260643ac6f820ab586522c313",
      }
    `);
  });

  test('is another thing for each purpose and product', async () => {
    const derived = [
      toHex(secrets.registerKey),
      secrets.public,
      ...['crm', 'crm2', 'register'].map((product) => toHex(secrets.productKey(product, '2099-12'))),
      toHex((await vendorSecrets(new Uint8Array(32))).registerKey),
    ];
    expect(new Set(derived).size).toBe(derived.length);
  });

  test('signs as anybody can verify, also when the caller forgets the master', async () => {
    const own = Uint8Array.from(master);
    const { sign, productKey } = await vendorSecrets(own);
    own.fill(0);
    const message = new TextEncoder().encode('message');
    expect(verifyEd25519(fromHex(secrets.public) ?? new Uint8Array(), message, sign(message))).toBe(true);
    expect(productKey('crm', '2027-01')).toEqual(secrets.productKey('crm', '2027-01'));
  });

  test.each(['2099-12', '2099-11', '2026-11', '2000-01', '2027-11'])(
    'the key of %s is the one that everybody computes',
    async (month) => {
      const top = { month: '2099-12', key: secrets.productKey('tags', '2099-12') };
      expect(toHex(secrets.productKey('tags', month))).toBe(toHex(await monthKey(top, month)));
    },
  );
});

describe('the file of the secret', () => {
  test('gives it back', async () => {
    expect(await openMaster(await sealMaster(master, lock), passphrase)).toEqual(master);
  });

  test('holds nothing of it in the clear', async () => {
    const text = new TextDecoder().decode(await sealMaster(master, lock));
    expect(text).not.toContain(toHex(master));
    expect(text).not.toContain(passphrase);
  });

  test('is not opened with another passphrase', async () => {
    const file = await sealMaster(master, lock);
    await expect(openMaster(file, 'wrong')).rejects.toMatchObject({ code: 'passphrase-wrong' });
  });

  test('is no key file, and a key file is none', async () => {
    const file = await sealMaster(master, lock);
    await expect(openKeyFile(file, passphrase)).rejects.toMatchObject({ code: 'key-file-unreadable' });
    const keyFile = await sealKeyFile({ seed: master, ...lock });
    await expect(openMaster(keyFile, passphrase)).rejects.toMatchObject({ code: 'key-file-unreadable' });
  });
});

describe('the recovery form', () => {
  const lines = recoveryLines(master);

  test('is four lines of symbols that are not misread', () => {
    for (const [at, line] of lines.entries()) {
      expect(line).toMatch(
        new RegExp(`^${at + 1}: [0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{4}$`),
      );
    }
  });

  test('gives the secret back, whatever it is and however it is typed', () =>
    fc.assert(
      fc.property(bytes32, (secret) => {
        const form = recoveryLines(secret).join('\n');
        expect(readRecoveryLines(form)).toEqual(secret);
        const typed = form.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
        expect(readRecoveryLines(typed.replaceAll(/^\S:/gm, (label) => label.replace('l', '1')))).toEqual(
          secret,
        );
      }),
    ));

  test.each<[string, string, string]>([
    ['-', '\u2013', 'the dash of a word processor'],
    ['-', ' \u00a0', 'a space that does not break'],
    ['-', '\u200b', 'a space that is not seen'],
    [': ', '.', 'a list of a word processor'],
    [':', '\uff1a', 'a wide colon'],
    ['\n', '\r\n\r\n', 'lines of Windows, with gaps'],
    ['1: ', '1. Переписать строки с листа\n1: ', 'prose that begins with a number'],
  ])('forgives %j typed as %j — %s', (printed, typed) => {
    expect(readRecoveryLines(lines.join('\n').replaceAll(printed, typed))).toEqual(master);
  });

  test('forgives Cyrillic letters that look Latin', () => {
    const alike = new Map(Array.from('ABEKMHOPCTX', (letter, at) => [letter, 'АВЕКМНОРСТХ'.charAt(at)]));
    const typed = lines.join('\n').replaceAll(/[A-Z]/g, (letter) => alike.get(letter) ?? letter);
    expect(typed).toMatch(/[А-Я]/);
    expect(readRecoveryLines(typed)).toEqual(master);
  });

  test.each<[string, object, string]>([
    ['', { code: 'recovery-line-missing', args: { line: 1 } }, 'nothing'],
    [lines.slice(0, 3).join('\n'), { code: 'recovery-line-missing', args: { line: 4 } }, 'a line left out'],
    [
      lines.join('\n').replace(/^(2: .)./m, '$1Z'),
      { code: 'recovery-line-mistyped', args: { line: 2 } },
      'a symbol wrong in the second line',
    ],
    [
      [lines[0], `2${lines[2]?.slice(1) ?? ''}`, `3${lines[1]?.slice(1) ?? ''}`, lines[3]].join('\n'),
      { code: 'recovery-line-mistyped', args: { line: 2 } },
      'two lines swapped',
    ],
    [
      lines.join('\n').replace(/^1: .*$/m, '1: ZZZZZ-ZZZZZ-ZZZZ'),
      { code: 'recovery-line-mistyped', args: { line: 1 } },
      'a number that is too large',
    ],
    [
      lines.join('\n').replace(/^1: .*$/m, (line) => `${line}0`),
      { code: 'recovery-line-mistyped', args: { line: 1 } },
      'a symbol too many',
    ],
  ])('%# is refused: %j — %s', (form, refusal) => {
    let caught: unknown;
    try {
      readRecoveryLines(form);
    } catch (error) {
      caught = error;
    }
    expect(caught).toMatchObject(refusal);
  });
});
