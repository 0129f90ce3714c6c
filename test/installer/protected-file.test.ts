import { describe, expect, test } from 'vitest';
import { toBase64 } from '../../scripts/license/base64.ts';
import type { ProtectedBuild } from '../../scripts/license/protected-file.ts';
import { offlineLicense } from '../../scripts/licensing/license-files.ts';
import { protectFile } from '../../scripts/licensing/protect-file.ts';
import { flipped } from '../license/archives.ts';
import { fakeRandom, testVendor, type TestVendor } from '../licensing/vendor.ts';
import type { JsValue } from '../onec/index.ts';
import { buildDocument, licensingDocument } from './licenses.ts';
import { bytesOf, data, loadCore } from './program.ts';
import { refusalOf } from './refusal.ts';
import { leaveNothingBehind, sandbox } from './sandbox.ts';

leaveNothingBehind();

const vendor = await testVendor();
const clear = { name: 'crm.cfe', bytes: fakeRandom('crm')(10_000) };
const audience = { products: ['crm', 'suite'], month: '2026-11' };
const file = await protectFile(clear, audience, vendor);
const program = loadCore(['ВыпускЛицензии'], { platform: { directory: sandbox } });
const call = (method: string, ...args: readonly JsValue[]) =>
  program.call('ВыпускЛицензии', method, args).value;

/** A licence of this vendor, read in the 1C language. */
async function licensed(
  sold: Readonly<Record<string, string>>,
  seller: TestVendor = vendor,
): Promise<JsValue> {
  const products = Object.entries(sold).map(([id, updatesUntil]) => ({ id, trial: false, updatesUntil }));
  const entry = await seller.issue({ licensee: 'ООО «Лютик»', products });
  const bytes = offlineLicense(entry, seller.secrets);
  return call('ЛицензияИзФайла', data(bytes), licensingDocument(seller.licensing));
}

const openWith = (
  license: JsValue,
  build: ProtectedBuild = file,
  bytes = file.bytes,
): Uint8Array | undefined =>
  bytesOf(call('ОткрытьЗащищенныйФайл', data(bytes), buildDocument(build), license));

const PERPETUAL = await licensed({ crm: '2099-12' });
const codeOf = (license: JsValue, build: ProtectedBuild = file, bytes = file.bytes): string =>
  refusalOf(() => openWith(license, build, bytes)).code;

describe('a file opens', () => {
  test.each<[Readonly<Record<string, string>>, string]>([
    [{ crm: '2026-11' }, 'for the month of the release'],
    [{ crm: '2099-12' }, 'for ever'],
    [{ suite: '2026-12' }, 'for another product that it was sealed for'],
    [{ crm: '2026-10', suite: '2027-01' }, 'when one of two products reaches far enough'],
  ])('%j — %s', async (products) => expect(openWith(await licensed(products))).toEqual(clear.bytes));

  test('with a seal that fits behind one that is wrong', () => {
    const [first, ...others] = file.unlock;
    if (!first) throw new Error('the file has no seal');
    const wrong = { ...first, sealed: toBase64(new Uint8Array(32)) };
    expect(openWith(PERPETUAL, { ...file, unlock: [wrong, first, ...others] })).toEqual(clear.bytes);
  });
});

describe('a file stays shut', () => {
  test.each<[Readonly<Record<string, string>>, string, string]>([
    [{ crm: '2026-10' }, 'license-month-closed', 'the month after the window'],
    [{ tags: '2099-12' }, 'license-product-missing', 'another product'],
    [{}, 'license-product-missing', 'no product'],
  ])('%j: %s — %s', async (products, code) => expect(codeOf(await licensed(products))).toBe(code));

  test('without a licence', () => {
    expect(refusalOf(() => openWith(undefined))).toEqual({
      code: 'license-product-missing',
      args: { file: 'crm.cfe.zip', products: 'crm, suite' },
    });
  });

  test('for a product of another publisher that has the same name', async () => {
    const theirs = await licensed({ crm: '2099-12' }, await testVendor('OTHER'));
    expect(codeOf(theirs)).toBe('protected-file-locked');
  });

  test.each(['2026-13', '0001-01', 'soon', '2100-01'])('with a seal for the month %j', (month) => {
    const unlock = file.unlock.map((one) => ({ ...one, month }));
    expect(codeOf(PERPETUAL, { ...file, unlock })).toBe('license-month-closed');
  });

  test.each(['', 'AAAA', '!!!'])('with %j for a seal', (sealed) => {
    const unlock = file.unlock.map((one) => ({ ...one, sealed }));
    expect(codeOf(PERPETUAL, { ...file, unlock })).toBe('license-product-missing');
  });

  test('when it is not the published archive', () => {
    expect(codeOf(PERPETUAL, file, flipped(file.bytes, 5000))).toBe('hash-mismatch');
    expect(codeOf(PERPETUAL, file, file.bytes.slice(1))).toBe('length-mismatch');
  });

  test('when another extension lies in it than was published', () => {
    const { length, sha256 } = file.clear;
    expect(codeOf(PERPETUAL, { ...file, clear: { length, sha256: '0'.repeat(64) } })).toBe('hash-mismatch');
    expect(codeOf(PERPETUAL, { ...file, clear: { length: length - 1, sha256 } })).toBe(
      'protected-file-too-large',
    );
  });
});

test('which files need a licence', () => {
  const isProtected = (build: object) =>
    call('СборкаЗащищена', new Map<JsValue, JsValue>(Object.entries(build)));
  expect(isProtected({ file: 'x.cfe' })).toBe(false);
  expect(isProtected({ file: 'x.cfe.zip', unlock: [] })).toBe(true);
  expect(isProtected({ file: 'x.cfe.zip', clear: {} })).toBe(true);
});
