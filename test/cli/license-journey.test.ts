import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordAccess } from '../../scripts/license/record-access.ts';
import { listFiles } from '../../scripts/disk/files.ts';
import { sealMaster } from '../../scripts/licensing/secrets-file.ts';
import { licenseFiles } from '../../scripts/licensing/license-files.ts';
import { issueLicense } from '../../scripts/licensing/issue-license.ts';
import { testVendor } from '../licensing/vendor.ts';
import { archiveOf, declaring } from '../license/archives.ts';
import { exists, seller, succeed, type Seller } from './seller.ts';

let shop: Seller;
/** Open files by version. */
const clear = new Map<string, Buffer>();
let url = '';
let customer: { readonly key: string; readonly id: string };

const served = (name: string): string => shop.file(path.join('checkout/dist', name));

/** `client list` with a licence: what is said of `tags-pro`. */
async function listed(license?: string): Promise<Record<string, unknown>> {
  const argv = ['list', '--url', url, '--json', ...(license === undefined ? [] : ['--license', license])];
  const { out } = await succeed(shop.client(argv));
  const { offers } = JSON.parse(out) as {
    offers: { id: string; status: string; version?: string; reasons: object[] }[];
  };
  const { status, version, reasons } = offers.find(({ id }) => id === 'tags-pro') ?? { reasons: [] };
  return { status, version, reasons };
}

const get = (...argv: readonly string[]) =>
  shop.client(['get', '--url', url, '--extension', 'tags-pro', '--out', 'got.cfe', ...argv]);

beforeAll(async () => {
  shop = await seller();
  clear.set('1.0', await shop.release('1.0', '2026-03-10', ['tags', 'suite']));
  clear.set('2.0', await shop.release('2.0', '2026-10-10', ['tags', 'suite']));
  customer = await shop.issue(['--product', 'tags', '--until', '2027-11']);
  await succeed(shop.build());
  ({ url } = await shop.serve('checkout/dist'));
}, 300_000);

afterAll(() => shop.leave());

describe('a customer with a key', () => {
  test('is shown what he may install', async () => {
    expect(await listed(customer.key)).toEqual({ status: 'install', version: '2.0', reasons: [] });
  });

  test('gets the very file that the vendor has', async () => {
    const { out } = await succeed(get('--license', customer.key.toLowerCase()));
    expect(out).toContain('got.cfe');
    expect(Buffer.compare(await readFile(shop.file('client/got.cfe')), clear.get('2.0') ?? Buffer.of())).toBe(
      0,
    );
  });

  test('gets an older version by its name, and a name without .zip', async () => {
    const argv = ['--version', '1.0', '--license', customer.key, '--out', '.'];
    await succeed(get(...argv));
    const file = await readFile(shop.file('client/tags.cfe'));
    expect(Buffer.compare(file, clear.get('1.0') ?? Buffer.of())).toBe(0);
    expect(await exists(shop.file('client/tags.cfe.zip'))).toBe(false);
  });

  test('may keep the key in a file, or in the environment', async () => {
    await writeFile(shop.file('client/key.txt'), ` ${customer.key}\r\n`);
    expect(await listed('key.txt')).toMatchObject({ status: 'install' });
  });
});

describe('the reasons why not', () => {
  const reason = async (...argv: readonly string[]) => {
    const { key } = await shop.issue(argv);
    await succeed(shop.build());
    return listed(key);
  };

  test('no licence', async () => {
    expect(await listed()).toMatchObject({ status: 'unavailable', reasons: [{ code: 'license-required' }] });
  });

  test('another product', async () => {
    await succeed(shop.sell(['product', 'add', 'other', '--title', 'Другое']));
    const args = { release: '2.0', products: 'tags, suite' };
    expect(await reason('--product', 'other', '--perpetual')).toMatchObject({
      status: 'unavailable',
      reasons: [{ code: 'license-not-for-product', args }],
    });
  });

  test('the updates ended: the newest release that is still open is named, and it installs', async () => {
    const args = { release: '2.0', updatesUntil: '2026-05', open: '1.0' };
    expect(await reason('--product', 'tags', '--until', '2026-05')).toEqual({
      status: 'install',
      version: '1.0',
      reasons: [{ code: 'license-window-ended', args }],
    });
  });

  test('a trial that ended', async () => {
    const { out } = await succeed(
      shop.sell(
        ['license', 'issue', '--licensee', 'x', '--product', 'tags', '--trial', '10', '--json'],
        '2026-11-01T12:00:00Z',
      ),
    );
    await succeed(shop.build());
    const { key } = JSON.parse(out) as { key: string };
    const args = { release: '2.0', validUntil: '2026-11-11' };
    expect(await listed(key)).toMatchObject({ reasons: [{ code: 'license-window-ended', args }] });
  });

  test('a revoked licence', async () => {
    const { key, id } = await shop.issue(['--product', 'tags', '--perpetual']);
    await succeed(shop.sell(['license', 'revoke', id]));
    await succeed(shop.build());
    expect(await listed(key)).toMatchObject({
      status: 'unavailable',
      reasons: [{ code: 'license-revoked' }],
    });
  });
});

describe('a licence file for a closed network', () => {
  test('works where no record can be had', async () => {
    await succeed(shop.sell(['license', 'export', customer.id, '--out', '../client/license.json']));
    await cp(served('licenses'), served('away'), { recursive: true });
    await rm(served('licenses'), { recursive: true });
    try {
      expect((await get('--license', customer.key)).err).toContain('license-unknown');
      expect(await listed('license.json')).toMatchObject({ status: 'install', version: '2.0' });
      await rm(shop.file('client/got.cfe'), { force: true });
      await succeed(get('--license', 'license.json'));
      const file = await readFile(shop.file('client/got.cfe'));
      expect(Buffer.compare(file, clear.get('2.0') ?? Buffer.of())).toBe(0);
    } finally {
      await cp(served('away'), served('licenses'), { recursive: true });
    }
  });
});

describe('attacks: a code, a sentence, and nothing on the disk', () => {
  /** A served file replaced for the time of one question; the customer asks with his key, or another one. */
  async function attacked(
    file: string,
    bytes: Uint8Array | undefined,
    license = customer.key,
  ): Promise<{ code: string; says: string }> {
    await rm(shop.file('client'), { recursive: true, force: true });
    const before = (await exists(served(file))) ? await readFile(served(file)) : undefined;
    if (bytes !== undefined) await writeFile(served(file), bytes);
    try {
      const { code, out, err } = await get('--license', license);
      const left = (await listFiles(shop.file('client'))).filter((name) => !name.startsWith('state/'));
      expect({ code, out, left }).toEqual({ code: 1, out: '', left: [] });
      const [, refusal = '', says = ''] = /^([\w-]+): (.+)$/m.exec(err) ?? [];
      return { code: refusal, says };
    } finally {
      if (before !== undefined) await writeFile(served(file), before);
    }
  }

  const recordOf = async (key: string): Promise<string> => (await recordAccess(key)).path;
  const FILE = 'files/tags-pro/2.0/tags.cfe.zip';

  test.each<[string, string, () => Promise<[string, Uint8Array | undefined, string?]>]>([
    ['license-key-length', 'no licence key', async () => ['nothing', undefined, 'hello']],
    [
      'license-key-symbol',
      'has the symbol',
      async () => ['nothing', undefined, customer.key.replace(/.$/, 'U')],
    ],
    [
      'license-key-mistyped',
      'mistyped',
      async () => ['nothing', undefined, customer.key.replace(/.$/, (last) => (last === '0' ? '1' : '0'))],
    ],
    [
      'license-key-foreign',
      'another publisher',
      async () => ['nothing', undefined, 'DEMO-C4FVH-CYJV7-HY9C4-62FD4'],
    ],
    [
      'license-unknown',
      'no licence for this key',
      async () => ['nothing', undefined, 'ROMASHKA-0ZS9A-017C6-A2PMW-49HDS'],
    ],
    [
      'license-record-locked',
      'not made for this key',
      async () => {
        const neighbour = await shop.issue(['--product', 'tags', '--perpetual']);
        const theirs = await readFile(
          shop.file(path.join('checkout/releases', await recordOf(neighbour.key))),
        );
        return [await recordOf(customer.key), theirs];
      },
    ],
    [
      'license-record-damaged',
      'damaged',
      async () => {
        const record = await readFile(served(await recordOf(customer.key)));
        record.writeUInt8(record.readUInt8(500) ^ 1, 500);
        return [await recordOf(customer.key), record];
      },
    ],
    [
      'license-record-damaged',
      'damaged',
      async () => {
        const { path: file, password } = await recordAccess(customer.key);
        const bytes = new Uint8Array(5_000_000).fill(0x20);
        const options = { password, encryptionStrength: 3 as const };
        return [file, declaring(await archiveOf({ name: 'license.json', bytes, options }), 100)];
      },
    ],
    [
      'license-record-too-large',
      'longer than',
      async () => {
        const { path: file, password } = await recordAccess(customer.key);
        const bytes = new Uint8Array(5_000_000).fill(0x20);
        const options = { password, encryptionStrength: 3 as const };
        return [file, await archiveOf({ name: 'license.json', bytes, options })];
      },
    ],
    ['too-large', 'bytes', async () => [await recordOf(customer.key), new Uint8Array(1_000_000)]],
    [
      'license-signer-unknown',
      'does not trust',
      async () => {
        const thief = await testVendor('THIEF');
        const request = { licensee: 'x', products: [{ id: 'tags', trial: false, updatesUntil: '2099-12' }] };
        const forged = await issueLicense(request, {
          prefix: 'ROMASHKA',
          today: '2026-11-20',
          random: thief.random,
        });
        const [, record] = await licenseFiles({ ...forged, key: customer.key }, thief);
        return [await recordOf(customer.key), record.bytes];
      },
    ],
    [
      'hash-mismatch',
      '',
      async () => {
        const file = await readFile(served(FILE));
        file.writeUInt8(file.readUInt8(file.length - 60) ^ 1, file.length - 60);
        return [FILE, file];
      },
    ],
  ])('%s: says “%s”', async (code, says, prepare) => {
    const refusal = await attacked(...(await prepare()));
    expect(refusal.code).toBe(code);
    expect(refusal.says).toContain(says);
  });

  test('the month after the window: said, and nothing is handed out', async () => {
    await rm(shop.file('client'), { recursive: true, force: true });
    const { key } = await shop.issue(['--product', 'tags', '--until', '2026-09']);
    await succeed(shop.build());
    const { code, out, err } = await get('--license', key, '--version', '2.0');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('brought updates until 2026-09');
    expect(await readdir(shop.file('client'))).toEqual(['state']);
  });

  test('a licence for a product of another publisher, signed by ours by mistake: its key opens nothing', async () => {
    await rm(shop.file('client'), { recursive: true, force: true });
    const theirs = await testVendor('OTHER');
    const own = await shop.secrets();
    const mixed = { random: theirs.random, secrets: { ...own, productKey: theirs.secrets.productKey } };
    const request = { licensee: 'x', products: [{ id: 'tags', trial: false, updatesUntil: '2099-12' }] };
    const world = { prefix: 'ROMASHKA', today: '2026-11-20', random: theirs.random };
    const entry = await issueLicense(request, world);
    for (const { path: file, bytes } of await licenseFiles(entry, mixed)) {
      await mkdir(path.dirname(served(file)), { recursive: true });
      await writeFile(served(file), bytes);
    }
    const { code, out, err } = await get('--license', entry.key);
    expect({ code, out, refusal: err.split(':')[0] }).toEqual({
      code: 1,
      out: '',
      refusal: 'protected-file-locked',
    });
    expect(await readdir(shop.file('client'))).toEqual(['state']);
  });

  test('an older revision is refused after a newer one was seen', async () => {
    await rm(shop.file('client'), { recursive: true, force: true });
    const { key, id } = await shop.issue(['--product', 'tags', '--perpetual']);
    await succeed(shop.build());
    const record = served(await recordOf(key));
    const before = await readFile(record);
    await succeed(shop.sell(['license', 'revoke', id]));
    await succeed(shop.build());
    expect(await listed(key)).toMatchObject({ reasons: [{ code: 'license-revoked' }] });
    await writeFile(record, before);
    const { code, out, err } = await get('--license', key);
    expect({ code, out, refusal: err.split(':')[0] }).toEqual({
      code: 1,
      out: '',
      refusal: 'license-rolled-back',
    });
    expect(await exists(shop.file('client/got.cfe'))).toBe(false);
  });

  test('a licence whose signing key was removed from licensing.yaml opens nothing', async () => {
    await rm(shop.file('client'), { recursive: true, force: true });
    const file = shop.file('checkout/releases/licensing.yaml');
    const manifest = await readFile(file, 'utf8');
    const other = await testVendor('OTHER');
    const { keyid, public: half } = await shop.secrets();
    await writeFile(file, manifest.replace(keyid, other.secrets.keyid).replace(half, other.secrets.public));
    try {
      await succeed(shop.build());
      const { code, out, err } = await get('--license', customer.key);
      expect({ code, out, refusal: err.split(':')[0] }).toEqual({
        code: 1,
        out: '',
        refusal: 'license-signer-unknown',
      });
      expect(await readdir(shop.file('client'))).toEqual(['state']);
    } finally {
      await writeFile(file, manifest);
      await succeed(shop.build());
    }
  });

  test('no licence: nothing is handed out, not even the encrypted file', async () => {
    await rm(shop.file('client'), { recursive: true, force: true });
    for (const argv of [[], ['--version', '1.0']]) {
      const { code, out, err } = await get(...argv);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain('no licence was entered');
    }
    expect(await readdir(shop.file('client'))).toEqual(['state']);
  });

  test('another secret cannot sell in the vendor’s name', async () => {
    const thief = await testVendor('THIEF');
    const lock = {
      passphrase: 'a passphrase of the tests',
      random: thief.random,
      cost: { n: 1024, r: 8, p: 1 },
    };
    await writeFile(shop.file('thief.json'), await sealMaster(thief.master, lock));
    const argv = [
      'license',
      'issue',
      '--licensee',
      'x',
      '--product',
      'tags',
      '--perpetual',
      '--secrets',
      '../thief.json',
    ];
    const { code, err } = await shop.sell(argv);
    expect({ code, refusal: err.split(':')[0] }).toEqual({ code: 1, refusal: 'licensing-secret-foreign' });
    expect((await shop.sell(['license', 'list', '--secrets', '../thief.json'])).err).toContain(
      'licensing-secret-foreign',
    );
  });
});
