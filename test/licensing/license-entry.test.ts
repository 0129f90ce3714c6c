import { describe, expect, test } from 'vitest';
import {
  extendLicense,
  renewLicense,
  restoreLicense,
  revokeLicense,
  upgradeLicense,
  type LicenseEntry,
} from '../../scripts/licensing/license-entry.ts';
import { LicensingError } from '../../scripts/licensing/error.ts';

const LATER = '2026-12-01';
const entry: LicenseEntry = {
  key: 'ROMASHKA-00000-00000-00000-00000',
  id: '0123456789abcdef',
  revision: 4,
  licensee: 'ООО «Лютик»',
  issued: '2026-11-20',
  status: 'active',
  products: [
    { id: 'crm', trial: true, updatesUntil: '2026-12', validUntil: '2026-12-20' },
    { id: 'tags', trial: false, updatesUntil: '2027-03' },
  ],
};
const year = { trial: false, updatesUntil: '2027-11' };

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'done';
  } catch (error) {
    if (error instanceof LicensingError) return error.code;
    throw error;
  }
};

describe('what cannot be done', () => {
  const revoked = revokeLicense(entry, LATER);
  test.each<[string, () => unknown, string]>([
    [
      'license-lacks-product',
      () => extendLicense(entry, { products: ['pro'], terms: year }, LATER),
      'extend it',
    ],
    [
      'license-lacks-product',
      () => upgradeLicense(entry, { product: 'pro', replaces: 'x' }, LATER),
      'replace it',
    ],
    ['license-has-product', () => upgradeLicense(entry, { product: 'tags' }, LATER), 'add it twice'],
    [
      'license-has-product',
      () => upgradeLicense(entry, { product: 'tags', replaces: 'crm' }, LATER),
      'twice again',
    ],
    ['license-already-revoked', () => revokeLicense(revoked, LATER), 'revoke twice'],
    [
      'license-already-revoked',
      () => extendLicense(revoked, { products: [], terms: year }, LATER),
      'extend revoked',
    ],
    ['license-already-revoked', () => upgradeLicense(revoked, { product: 'pro' }, LATER), 'upgrade revoked'],
  ])('%s — %#', (code, work) => {
    expect(codeOf(work)).toBe(code);
  });
});

describe('every change', () => {
  const upgraded = upgradeLicense(entry, { product: 'pro', replaces: 'crm', terms: year }, LATER);
  test.each([
    ['extend', extendLicense(entry, { products: [], terms: year }, LATER)],
    ['upgrade', upgraded],
    ['revoke', revokeLicense(entry, LATER)],
    ['renew', renewLicense(entry, LATER)],
    ['restore', restoreLicense({ ...entry, status: 'revoked' }, LATER)],
  ])('%s: is the next revision of the same licence under the same key', (_name, after) => {
    const { key, id, revision, issued } = after;
    expect({ key, id, revision, issued }).toEqual({
      key: entry.key,
      id: entry.id,
      revision: 5,
      issued: LATER,
    });
  });
});

test('extending ends a trial, of the products that are named or of all', () => {
  const [crm, tags] = extendLicense(entry, { products: ['crm'], terms: year }, LATER).products;
  expect([crm, tags]).toEqual([{ id: 'crm', ...year }, entry.products[1]]);
  const all = extendLicense(entry, { products: [], terms: year }, LATER).products;
  expect(all).toEqual([
    { id: 'crm', ...year },
    { id: 'tags', ...year },
  ]);
});

test('an upgrade takes the terms of what it replaces, or the longest of the licence', () => {
  expect(upgradeLicense(entry, { product: 'pro', replaces: 'crm' }, LATER).products).toEqual([
    { id: 'tags', trial: false, updatesUntil: '2027-03' },
    { id: 'pro', trial: true, updatesUntil: '2026-12', validUntil: '2026-12-20' },
  ]);
  expect(upgradeLicense(entry, { product: 'pro' }, LATER).products.at(-1)).toEqual({
    id: 'pro',
    trial: false,
    updatesUntil: '2027-03',
  });
});

test('a revocation taken back gives what was sold', () => {
  const back = restoreLicense(revokeLicense(entry, LATER), LATER);
  expect({ ...back, revision: 4, issued: entry.issued }).toEqual(entry);
});
