import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRecoveryLines, recoveryLines } from '../../scripts/licensing/recovery-form.ts';
import { testVendor } from '../licensing/vendor.ts';
import { commandLine } from './command-line.ts';
import { exists, PASSPHRASE, seller, succeed, type Seller } from './seller.ts';
import { vendor } from './vendor.ts';

let shop: Seller;
beforeAll(async () => {
  shop = await seller();
}, 120_000);
afterAll(() => shop.leave());

const license = (...argv: readonly string[]) => shop.sell(['license', ...argv]);

/** The form with a wrong symbol in its second line, of those that the check symbol finds: it misses one in 32. */
function mistyped(form: string): string {
  const found = Array.from('0123456789', (symbol) => form.replace(/^(\s+2: .)./m, `$1${symbol}`)).find(
    (text) => {
      try {
        readRecoveryLines(text);
        return false;
      } catch {
        return true;
      }
    },
  );
  return found ?? '';
}

describe('the secret', () => {
  test('says what losing it means before it is made, and what is left to do', async () => {
    const other = await vendor();
    try {
      const { code, out, err } = await other.run([
        'license',
        'init',
        '--secrets',
        'secret.json',
        '--form',
        'form.txt',
      ]);
      expect(code).toBe(0);
      expect(err).toContain('Lose it, and you can neither extend');
      expect(out).toMatch(/print form\.txt.*commit releases\/licensing\.yaml/s);
      const again = await other.run(['license', 'init', '--secrets', 'secret.json']);
      expect({ code: again.code, says: again.err.includes('exists already') }).toEqual({
        code: 2,
        says: true,
      });
      const second = await other.run(['license', 'init', '--secrets', 'second.json']);
      expect({ code: second.code, says: second.err.includes('license rotate --from') }).toEqual({
        code: 2,
        says: true,
      });
      expect(await exists(path.join(other.folder, 'second.json'))).toBe(false);
    } finally {
      await other.leave();
    }
  });

  test('is asked for before a product is named that nobody sells yet', async () => {
    const other = await vendor();
    try {
      const argv = ['license', 'issue', '--licensee', 'x', '--product', 'crm', '--perpetual'];
      const { code, err } = await other.run(argv);
      expect({ code, says: err.includes('begin with vypusk license init') }).toEqual({ code: 2, says: true });
    } finally {
      await other.leave();
    }
  });

  test.each(['one.json', './One.json'])('is not written over by its form %s', async (form) => {
    const other = await vendor();
    try {
      const { code, err } = await other.run(['license', 'init', '--secrets', 'one.json', '--form', form]);
      expect({ code, says: err.includes('name one file') }).toEqual({ code: 2, says: true });
      expect(await exists(path.join(other.folder, 'one.json'))).toBe(false);
    } finally {
      await other.leave();
    }
  });

  test('is asked for by its file, where somebody sits: two of them have two passphrases', async () => {
    const asked: string[] = [];
    const askSecret = async (question: string): Promise<string> => {
      asked.push(question);
      return PASSPHRASE;
    };
    const { code } = await commandLine(['license', 'list', '--secrets', '../secret.json'], {
      cwd: shop.file('checkout'),
      terminal: { ask: askSecret, askSecret },
    });
    expect({ code, asked }).toEqual({ code: 0, asked: ['../secret.json: Passphrase of the keys'] });
  });

  test('that comes back from a form of somebody else is said to be foreign', async () => {
    const stranger = await testVendor('STRANGER');
    await writeFile(shop.file('stranger.txt'), recoveryLines(stranger.master).join('\n'));
    const recover = (name: string, ...argv: readonly string[]) =>
      license('recover', '--form', '../stranger.txt', '--secrets', `../${name}.json`, ...argv);
    expect((await succeed(recover('stranger'))).err).toContain('does NOT list this key');
    expect((await succeed(recover('elsewhere', '--releases', 'none'))).err).toContain('was not compared');
  });

  test('comes back from its printed form, under another passphrase', async () => {
    await succeed(license('form', '--out', '../form.txt'));
    const typed = (await readFile(shop.file('form.txt'), 'utf8')).toLowerCase();
    await writeFile(shop.file('typed.txt'), typed);
    const { out } = await succeed(license('recover', '--form', '../typed.txt', '--secrets', '../back.json'));
    expect(out).toContain((await shop.secrets()).keyid);
    expect(out).toContain('licensing.yaml lists this key');
    await succeed(license('list', '--secrets', '../back.json'));
    const wrong = mistyped(typed);
    await writeFile(shop.file('typed.txt'), wrong);
    const { code, err } = await license('recover', '--form', '../typed.txt', '--secrets', '../third.json');
    expect({ code, says: err }).toMatchObject({ code: 1 });
    expect(err).toContain('Line 2 of the recovery form was mistyped');
    expect(await exists(shop.file('third.json'))).toBe(false);
  });

  test('is not put where git would pick it up, unless git ignores the place', async () => {
    const other = await vendor();
    try {
      execFileSync('git', ['init', '-q', '.'], { cwd: other.folder });
      const refused = await other.run(['license', 'init', '--secrets', 'new/secret.json']);
      expect({ code: refused.code, says: refused.err.includes('would be committed') }).toEqual({
        code: 2,
        says: true,
      });
      await writeFile(path.join(other.folder, '.gitignore'), 'secret.json\n');
      expect((await other.run(['license', 'init', '--secrets', 'new/secret.json'])).code).toBe(0);
    } finally {
      await other.leave();
    }
  });
});
