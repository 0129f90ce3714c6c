import { describe, expect, test } from 'vitest';
import type { License } from '../../../scripts/decide/license.ts';
import { licensedRows, openExtensions } from '../../../site/views/license-answer.ts';
import { CONFIGURATIONS, ENGLISH_BELOW, extension, release, RUSSIAN } from '../fixtures/documents.ts';

const license = (updatesUntil: string, rest: Partial<License['products'][number]> = {}): License => ({
  status: 'active',
  products: [{ id: 'some', trial: false, updatesUntil, ...rest }],
});

const TITLES = { products: [{ id: 'some', title: { ru: 'Некое', en: 'Something' } }] };

describe('licensedRows', () => {
  test.each<[License, object, string]>([
    [
      license('2026-11'),
      { product: 'Something', updates: 'November 2026', valid: 'for ever' },
      'a usual one',
    ],
    [license('2099-12'), { updates: 'for ever' }, 'without an end'],
    [license('2026-11', { validUntil: '2027-01-31' }), { valid: '31 January 2027' }, 'with an end'],
    [license('2026-11', { trial: true }), { product: 'Something (trial)' }, 'a trial'],
    [
      license('2026-11', { id: 'gone' }),
      { product: 'gone' },
      'a product that the publisher does not name any more',
    ],
  ])('%# tells of %s', (given, row) => {
    expect(licensedRows(given, TITLES, ENGLISH_BELOW)).toEqual([expect.objectContaining(row)]);
  });
});

describe('openExtensions', () => {
  const open = (given: License, ...dates: readonly string[]) =>
    openExtensions(
      {
        documents: [
          extension(
            dates.map((date, at) => release(`1.${dates.length - at}`, { date })),
            { price: 'paid', products: ['some'] },
          ),
        ],
        license: { license: given, today: '2027-06-01' },
        configurations: CONFIGURATIONS,
      },
      RUSSIAN,
    ).flatMap(({ releases }) => releases.map(({ release: { text } }) => text));

  test.each<[License, readonly string[], string]>([
    [license('2026-11'), ['1.1'], 'a month that ended leaves what it had'],
    [license('2027-01'), ['1.2', '1.1'], 'a later one opens more'],
    [license('2026-10'), [], 'everything came later'],
    [license('2027-01', { validUntil: '2027-05-31' }), [], 'ended altogether'],
    [license('2027-01', { id: 'other' }), [], 'for another product'],
    [{ ...license('2027-01'), status: 'revoked' }, [], 'revoked'],
  ])('%# — %j opens %j', (given, versions) => {
    expect(open(given, '2027-01-05', '2026-11-30')).toEqual(versions);
  });

  test('five releases are enough', () => {
    expect(open(license('2099-12'), ...Array.from({ length: 9 }, () => '2026-11-30'))).toHaveLength(5);
  });
});
