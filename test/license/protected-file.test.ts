import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fromBase64, toBase64 } from '../../scripts/license/base64.ts';
import type { LicensePayload } from '../../scripts/license/license.ts';
import {
  openProtectedFile,
  requireProtected,
  type ProtectedBuild,
} from '../../scripts/license/protected-file.ts';
import { verifyEnvelope } from '../../scripts/license/envelope.ts';
import { offlineLicense } from '../../scripts/licensing/license-files.ts';
import {
  protectFile,
  recoverContentKey,
  unlockFor,
  type ProtectedFile,
} from '../../scripts/licensing/protect-file.ts';
import { fakeRandom, testVendor, type TestVendor } from '../licensing/vendor.ts';
import { AES_256, archiveOf, flipped } from './archives.ts';

const vendor = await testVendor();
const clear = { name: 'crm.cfe', bytes: fakeRandom('crm.cfe')(10_000) };
const audience = { products: ['crm', 'suite'], month: '2026-11' };
const file = await protectFile(clear, audience, vendor);

/** The products that a licence of this vendor was sold for, as its holder reads them. */
async function licensed(
  products: Readonly<Record<string, string>>,
  seller: TestVendor = vendor,
): Promise<LicensePayload> {
  const sold = Object.entries(products).map(([id, updatesUntil]) => ({ id, trial: false, updatesUntil }));
  const entry = await seller.issue({ licensee: 'ООО «Лютик»', products: sold });
  return verifyEnvelope(offlineLicense(entry, seller.secrets), seller.licensing);
}

const open = async (
  products: Readonly<Record<string, string>>,
  build: ProtectedBuild & Pick<ProtectedFile, 'bytes'> = file,
): Promise<Uint8Array> => openProtectedFile(build.bytes, build, await licensed(products));

describe('a file opens', () => {
  test.each<[Readonly<Record<string, string>>, string]>([
    [{ crm: '2026-11' }, 'for the month of the release'],
    [{ crm: '2027-05' }, 'for a later month'],
    [{ crm: '2099-12' }, 'for ever'],
    [{ suite: '2026-12' }, 'for another product that it was sealed for'],
    [{ crm: '2026-10', suite: '2027-01' }, 'when one of two products reaches far enough'],
  ])('%j — %s', async (products) => {
    expect(Buffer.compare(await open(products), clear.bytes)).toBe(0);
  });

  test('when the licence names its product twice and the second grant reaches far enough', async () => {
    const [short, long] = [await licensed({ crm: '2026-10' }), await licensed({ crm: '2026-11' })];
    const products = [...short.products, ...long.products];
    expect(await openProtectedFile(file.bytes, file, { products })).toEqual(clear.bytes);
  });
});

describe('a seal that is wrong does not hide another that fits', () => {
  const [crm, suite] = file.unlock;

  test.each<[readonly (typeof crm)[], string]>([
    [[crm && { ...crm, sealed: toBase64(new Uint8Array(32)) }, crm], 'of the same product'],
    [[crm && { ...crm, sealed: toBase64(new Uint8Array(32)) }, suite], 'of another product'],
    [[crm && { ...crm, month: '2026-10' }, crm], 'of another month'],
    [[crm && { ...crm, sealed: '!' }, suite], 'that is none'],
  ])('%# — %s', async (seals) => {
    const unlock = seals.flatMap((seal) => seal ?? []);
    expect(await open({ crm: '2027-11', suite: '2027-11' }, { ...file, unlock })).toEqual(clear.bytes);
  });

  test('but not even a hundred of them are tried', async () => {
    const wrong = { product: 'crm', month: '2026-11', sealed: toBase64(new Uint8Array(32)) };
    const unlock = [...Array<typeof wrong>(100).fill(wrong), ...file.unlock];
    await expect(open({ crm: '2027-11' }, { ...file, unlock })).rejects.toMatchObject({
      code: 'protected-file-locked',
    });
  });
});

describe('a file stays shut', () => {
  test.each<[Readonly<Record<string, string>>, string, string]>([
    [{ crm: '2026-10' }, 'license-month-closed', 'the month after the window'],
    [{ tags: '2099-12' }, 'license-product-missing', 'another product'],
    [{}, 'license-product-missing', 'no product'],
  ])('%j: %s — %s', async (products, code) => {
    await expect(open(products)).rejects.toMatchObject({ code });
  });

  test('for a product of another publisher that has the same name', async () => {
    const theirs = await licensed({ crm: '2099-12' }, await testVendor('OTHER'));
    await expect(openProtectedFile(file.bytes, file, theirs)).rejects.toMatchObject({
      code: 'protected-file-locked',
    });
  });

  test('with a licence that says more months than its key reaches', async () => {
    const short = await licensed({ crm: '2026-10' });
    const products = short.products.map((product) => ({ ...product, updatesUntil: '2026-11' }));
    await expect(openProtectedFile(file.bytes, file, { products })).rejects.toMatchObject({
      code: 'protected-file-locked',
    });
  });

  test('with a seal for another file', async () => {
    const other = await protectFile(clear, audience, vendor);
    await expect(open({ crm: '2099-12' }, { ...file, unlock: other.unlock })).rejects.toMatchObject({
      code: 'protected-file-locked',
    });
  });

  test.each(['2026-13', '0001-01', 'soon', '2100-01'])('with a seal for the month %j', async (month) => {
    const unlock = file.unlock.map((one) => ({ ...one, month }));
    const code = 'license-month-closed';
    await expect(open({ crm: '2099-12' }, { ...file, unlock })).rejects.toMatchObject({ code });
  });

  test.each(['', 'AAAA', '!!!'])('with %j for a seal', async (sealed) => {
    const unlock = file.unlock.map((one) => ({ ...one, sealed }));
    const code = 'license-product-missing';
    await expect(open({ crm: '2099-12' }, { ...file, unlock })).rejects.toMatchObject({ code });
  });

  test('when it is not the published archive', async () => {
    const changed = { ...file, bytes: flipped(file.bytes, 5000) };
    await expect(open({ crm: '2099-12' }, changed)).rejects.toMatchObject({ code: 'hash-mismatch' });
  });

  test('when another extension lies in it than was published', async () => {
    const lying = { ...file, clear: { length: clear.bytes.length, sha256: '0'.repeat(64) } };
    await expect(open({ crm: '2099-12' }, lying)).rejects.toMatchObject({ code: 'hash-mismatch' });
    const longer = { ...file, clear: { ...file.clear, length: clear.bytes.length - 1 } };
    await expect(open({ crm: '2099-12' }, longer)).rejects.toMatchObject({
      code: 'protected-file-too-large',
    });
  });
});

test('a stolen signing key writes licences that are believed, and that open nothing', async () => {
  const thief = await testVendor('THIEF');
  const entry = await thief.issue({
    licensee: 'x',
    products: [{ id: 'crm', trial: false, updatesUntil: '2099-12' }],
  });
  const { sign, keyid } = vendor.secrets;
  const forged = offlineLicense(entry, { ...thief.secrets, sign, keyid });
  const license = verifyEnvelope(forged, vendor.licensing);
  expect(license.products).toMatchObject([{ id: 'crm', updatesUntil: '2099-12' }]);
  await expect(openProtectedFile(file.bytes, file, license)).rejects.toMatchObject({
    code: 'protected-file-locked',
  });
});

describe('what the cryptography does not do', () => {
  test('a record that was kept from before a revocation goes on opening, up to the month that it names', async () => {
    const kept = await licensed({ crm: '2027-11' });
    const later = await protectFile(clear, { products: ['crm'], month: '2027-05' }, vendor);
    expect(Buffer.compare(await openProtectedFile(later.bytes, later, kept), clear.bytes)).toBe(0);
    const beyond = await protectFile(clear, { products: ['crm'], month: '2027-12' }, vendor);
    await expect(openProtectedFile(beyond.bytes, beyond, kept)).rejects.toMatchObject({
      code: 'license-month-closed',
    });
  });

  test('the last day of a trial binds honest programs; the month of that day binds all', async () => {
    const sold = { id: 'crm', trial: true, updatesUntil: '2026-11', validUntil: '2026-11-05' };
    const entry = await vendor.issue({ licensee: 'x', products: [sold] });
    const { products } = verifyEnvelope(offlineLicense(entry, vendor.secrets), vendor.licensing);
    expect(Buffer.compare(await openProtectedFile(file.bytes, file, { products }), clear.bytes)).toBe(0);
    const next = await protectFile(clear, { products: ['crm'], month: '2026-12' }, vendor);
    await expect(openProtectedFile(next.bytes, next, { products })).rejects.toMatchObject({
      code: 'license-month-closed',
    });
  });
});

describe('the vendor', () => {
  test('finds the content key again, and gives the file to another product without touching it', async () => {
    const key = await recoverContentKey(file, vendor.secrets);
    const more = await unlockFor({ product: 'pro', month: '2026-11' }, { key, ...file }, vendor.secrets);
    const build = { ...file, unlock: [...file.unlock, more] };
    expect(Buffer.compare(await open({ pro: '2026-11' }, build), clear.bytes)).toBe(0);
  });

  test('of another secret does not', async () => {
    const { secrets } = await testVendor('OTHER');
    const key = await recoverContentKey(file, secrets);
    const mine = await recoverContentKey(file, vendor.secrets);
    expect(toBase64(key)).not.toBe(toBase64(mine));
  });
});

describe('the shape is checked without a key', () => {
  test.each<[string, () => Promise<Uint8Array>, string]>([
    [
      'not encrypted with AES',
      () => archiveOf({ ...clear, options: {} }),
      'a clear archive would give the file away',
    ],
    ['Unsafe filename', () => archiveOf({ ...clear, name: '../crm.cfe' }), 'a name that leaves its folder'],
    ['name of the entry', () => archiveOf({ ...clear, name: 'x.cfe', options: AES_256 }), 'another name'],
    ['File format is not recognized', async () => new Uint8Array(10), 'no archive'],
  ])('%s', async (reason, make) => {
    await expect(requireProtected(await make(), { file: 'crm.cfe.zip' })).rejects.toMatchObject({
      code: 'protected-file-invalid',
      args: { name: 'crm.cfe.zip', reason },
    });
  });

  test('and a file of ours has it', async () => {
    await expect(requireProtected(file.bytes, file)).resolves.toBeUndefined();
  });
});

describe('no keystream is used twice', () => {
  const month = { products: ['crm'], month: '2026-11' };

  /** What a seal adds to a content key. */
  const maskOf = async (protectedFile: ProtectedFile): Promise<string> => {
    const key = await recoverContentKey(protectedFile, vendor.secrets);
    const sealed = fromBase64(protectedFile.unlock[0]?.sealed ?? '') ?? new Uint8Array();
    return toBase64(sealed.map((byte, at) => byte ^ (key[at] ?? 0)));
  };

  /** What encryption adds to the first bytes of a file; the header of a local entry and its extra field are 30 + 11. */
  const keystreamOf = ({ bytes }: ProtectedFile, { name, bytes: plain }: typeof clear): string =>
    toBase64(
      bytes
        .subarray(41 + name.length + 18, 41 + name.length + 18 + 64)
        .map((byte, at) => byte ^ (plain[at] ?? 0)),
    );

  test('two files of one product and month, or one file twice, share neither seal nor stream', async () => {
    const files = ['a', 'b', 'c', 'c'].map((name) => ({
      name: `${name}.cfe`,
      bytes: fakeRandom(name)(2000),
    }));
    const sealed = await Promise.all(files.map((one) => protectFile(one, month, vendor)));
    const masks = await Promise.all(sealed.map(maskOf));
    const streams = sealed.map((one, at) => keystreamOf(one, files[at] ?? clear));
    expect(new Set(masks).size).toBe(files.length);
    expect(new Set(streams).size).toBe(files.length);
    expect(new Set(sealed.map(({ sha256 }) => sha256)).size).toBe(files.length);
  });

  test('the measure is right: one archive sealed for one product and month twice has one mask', async () => {
    const [random, again] = [fakeRandom('same'), fakeRandom('same')];
    const one = await protectFile(clear, month, { ...vendor, random });
    const two = await protectFile(clear, month, { ...vendor, random: again });
    expect([await maskOf(two), keystreamOf(two, clear)]).toEqual([
      await maskOf(one),
      keystreamOf(one, clear),
    ]);
    expect(two.bytes).toEqual(one.bytes);
  });
});

test('the manifest’s pins are those of both files', () => {
  const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  expect(file).toMatchObject({
    file: 'crm.cfe.zip',
    length: file.bytes.length,
    sha256: digest(file.bytes),
    clear: { length: 10_000, sha256: digest(clear.bytes) },
  });
});
