import { expect, test } from 'vitest';
import { verifyEnvelope } from '../../scripts/license/envelope.ts';
import { openRecord } from '../../scripts/license/license-record.ts';
import { monthKey } from '../../scripts/license/month-key.ts';
import { recordAccess } from '../../scripts/license/record-access.ts';
import { revokeLicense } from '../../scripts/licensing/license-entry.ts';
import { licenseFiles, offlineLicense } from '../../scripts/licensing/license-files.ts';
import { openCopy } from '../../scripts/licensing/sealed-copy.ts';
import { fakeRandom, ordinaryRequest, testVendor, TODAY } from './vendor.ts';

const vendor = await testVendor();
const entry = await vendor.issue({ ...ordinaryRequest, note: 'заказ 17' });
const access = await recordAccess(entry.key);

/** Both files with randomness of their own. */
const filesOf = (name: string) => licenseFiles(entry, { ...vendor, random: fakeRandom(name) });

test('the customer opens his record, the vendor his copy', async () => {
  const [copy, record] = await filesOf('a');
  expect(copy.path).toBe(record.path.replace('.zip', '.sealed'));
  expect(record.path).toBe(access.path);
  expect(openCopy(copy.bytes, access.locator, vendor.secrets)).toEqual(entry);
  const license = await openRecord(new Uint8Array(record.bytes), access, vendor.licensing);
  expect(license).toMatchObject({ id: entry.id, revision: 1, licensee: 'ООО «Лютик»', status: 'active' });
});

test('the month key in a record opens every month up to its own, and no later one', async () => {
  const [, record] = await filesOf('a');
  const { products } = await openRecord(new Uint8Array(record.bytes), access, vendor.licensing);
  const [crm] = products;
  const from = { month: crm?.updatesUntil ?? '', key: crm?.key ?? new Uint8Array() };
  expect(await monthKey(from, '2026-02')).toEqual(vendor.secrets.productKey('crm', '2026-02'));
  await expect(monthKey(from, '2027-12')).rejects.toMatchObject({ code: 'license-month-closed' });
});

test('a revoked record holds no keys', async () => {
  const [, record] = await licenseFiles(revokeLicense(entry, TODAY), vendor);
  const license = await openRecord(new Uint8Array(record.bytes), access, vendor.licensing);
  expect(license).toMatchObject({ status: 'revoked', revision: 2, products: [] });
});

test('the same randomness gives the same bytes, another gives other ones', async () => {
  expect(await filesOf('a')).toEqual(await filesOf('a'));
  const [a, b] = [await filesOf('a'), await filesOf('b')];
  expect(Buffer.compare(a[0].bytes, b[0].bytes)).not.toBe(0);
  expect(Buffer.compare(a[1].bytes, b[1].bytes)).not.toBe(0);
});

test('how long the files are says nothing about the customer', async () => {
  const rich = await vendor.issue({
    licensee: 'Акционерное общество «Очень длинное название»',
    products: ['crm', 'tags', 'suite'].map((id) => ({ id, trial: false, updatesUntil: '2027-11' })),
  });
  const lengths = async (license: typeof entry) =>
    (await licenseFiles(license, vendor)).map(({ bytes }) => bytes.length);
  expect(await lengths(rich)).toEqual(await lengths(entry));
});

test('a licence as a file is what the record holds', () => {
  const license = verifyEnvelope(offlineLicense(entry, vendor.secrets), vendor.licensing);
  expect(license.id).toBe(entry.id);
});

test('nothing of a key stands in the files, and no note in the record', async () => {
  const [copy, record] = await filesOf('a');
  for (const file of [copy, record]) {
    const text = Buffer.from(file.bytes).toString('latin1');
    for (const part of entry.key.split('-').slice(1)) expect(text).not.toContain(part);
  }
  const opened = await openRecord(new Uint8Array(record.bytes), access, vendor.licensing);
  expect(JSON.stringify(opened)).not.toContain('заказ');
});
