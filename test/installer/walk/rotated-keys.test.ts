import { afterAll, beforeAll, expect, test } from 'vitest';
import { succeed } from '../../cli/seller.ts';
import { leaveNothingBehind } from '../sandbox.ts';
import { Customer, ended, rowOf } from './customer.ts';
import { repository, withhold, type Repository } from './repository.ts';
import { UpdateProduct } from './update-product.ts';

const TAGS = 'price-tags';

let repo: Repository;
let veteran: Customer;
let bringBack: () => Promise<void>;
beforeAll(async () => {
  repo = await repository(async (shop) => {
    bringBack = await withhold(shop, [`${TAGS}/1.0.1.5`]);
  });
  veteran = new Customer(repo);
  veteran.install(TAGS);
}, 300_000);
afterAll(() => repo.close());
leaveNothingBehind();

test('keys replaced between two runs: whoever knew the old ones goes on, and whoever is new begins', async () => {
  const duties = [
    ['timestamp', '2026-11-20T14:00:00Z'],
    ['publishing', '2026-11-20T15:00:00Z'],
    ['root', '2026-11-20T16:00:00Z'],
  ] as const;
  for (const [duty, now] of duties) {
    await succeed(repo.shop.sell(['keys', 'rotate', duty, '--keys', '../keys', '--now', now]));
    await repo.build(['--keys', '../keys', '--no-site', '--now', now]);
    const customer = veteran.twin().at('2026-11-20T17:00:00Z');
    expect([duty, customer.survey().code, rowOf(customer.survey(), TAGS)['Состояние']]).toEqual([
      duty,
      '',
      'current',
    ]);
    expect(new UpdateProduct(customer).ask().code).toBe('');
    expect(customer.holds).toEqual(['РомашкаЦенники 1.0.0.2 safe']);
  }
  await bringBack();
  await repo.build(['--keys', '../keys', '--no-site', '--now', '2026-11-20T17:00:00Z']);
  for (const customer of [veteran.twin(), new Customer(repo)]) {
    expect(ended(customer.at('2026-11-20T18:00:00Z').install(TAGS))).toBe('installed');
    expect([customer.holds, customer.remembers]).toEqual([
      ['РомашкаЦенники 1.0.1.5 safe'],
      ['РомашкаЦенники 1.0.1.5'],
    ]);
  }
}, 120_000);
