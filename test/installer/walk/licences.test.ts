import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { succeed } from '../../cli/seller.ts';
import { field } from '../field.ts';
import { leaveNothingBehind } from '../sandbox.ts';
import { listOf, textOf } from '../values.ts';
import { Customer, ended, rowOf } from './customer.ts';
import { repository, type Repository } from './repository.ts';

const PAID = 'tags-pro';
const NEWEST = ['РомашкаЦенникиПро 2.0 safe'];
const OLDER = ['РомашкаЦенникиПро 1.0 safe'];

type Sold = 'good' | 'ended' | 'revoked' | 'other';

let repo: Repository;
let clear: Buffer;
const keys = new Map<Sold, string>();
const request = (sold: Sold) => ({ Ключ: keys.get(sold) ?? '' });

beforeAll(async () => {
  repo = await repository(async (shop, learn) => {
    await learn(await shop.release('1.0', '2026-08-10', ['tags']));
    clear = await shop.release('2.0', '2026-10-10', ['tags']);
    keys.set('good', (await shop.issue(['--product', 'tags', '--until', '2027-11'])).key);
    keys.set('ended', (await shop.issue(['--product', 'tags', '--until', '2026-09'])).key);
    keys.set('other', (await shop.issue(['--product', 'suite', '--perpetual'])).key);
    const revoked = await shop.issue(['--product', 'tags', '--perpetual']);
    keys.set('revoked', revoked.key);
    await succeed(shop.sell(['license', 'revoke', revoked.id]));
  });
}, 300_000);
afterAll(() => repo.close());
beforeEach(() => void repo.asked());
leaveNothingBehind();

describe('an extension that is sold', () => {
  test('with a key: the very file of the vendor; the key is remembered', () => {
    const customer = new Customer(repo);
    expect(rowOf(customer.survey(request('good')), PAID)).toMatchObject({
      Состояние: 'install',
      Версия: '2.0',
    });
    expect(ended(customer.install(PAID))).toBe('installed');
    expect([customer.holds, customer.memory['Ключ']]).toEqual([NEWEST, keys.get('good')]);
    expect(Buffer.compare(Buffer.from(customer.infobase.extensions[0]?.bytes ?? []), clear)).toBe(0);
  });

  test('an ended window opens the newest release of its time', () => {
    const customer = new Customer(repo);
    const row = rowOf(customer.survey(request('ended')), PAID);
    expect(row).toMatchObject({ Состояние: 'install', Версия: '1.0' });
    expect(textOf(listOf(row['Причины'] ?? [])[0])).toMatch(/2026-09/);
    expect(ended(customer.install(PAID))).toBe('installed');
    expect(customer.holds).toEqual(OLDER);
    const after = rowOf(customer.survey(), PAID);
    expect([after['Установлена'], after['МожноУстановить']]).toEqual(['1.0', false]);
    expect(customer.install(PAID).code).toBe('not-offered');
    expect(customer.holds).toEqual(OLDER);
  });

  test.each<readonly [string, Sold | undefined, RegExp]>([
    ['no key', undefined, /ключ/i],
    ['a revoked licence', 'revoked', /отозвана/],
    ['a licence of another product', 'other', /tags/],
  ])('%s: the row says why, nothing is installed, what is free is', (_reason, sold, why) => {
    const customer = new Customer(repo);
    const asking = sold === undefined ? {} : request(sold);
    const row = rowOf(customer.survey(asking), PAID);
    expect(row).toMatchObject({ Состояние: 'unavailable', МожноУстановить: false });
    expect(textOf(listOf(row['Причины'] ?? [])[0])).toMatch(why);
    expect(customer.install(PAID, { request: asking }).code).toBe('not-offered');
    expect(ended(customer.install('price-tags', { request: asking }))).toBe('installed');
    expect(customer.holds).toEqual(['РомашкаЦенники 1.0.1.5 safe']);
  });

  test.each([
    ['hello', 'license-key-length'],
    ['ROMASHKA-0ZS9A-017C6-A2PMW-49HD5', 'license-key-mistyped'],
    ['DEMO-C4FVH-CYJV7-HY9C4-62FD4', 'license-key-foreign'],
  ])('the key %s: %s, and it is not remembered', (typed, code) => {
    const customer = new Customer(repo);
    expect(customer.survey({ Ключ: typed }).code).toBe(code);
    expect([customer.holds, customer.memory['Ключ']]).toEqual([[], '']);
  });

  test('a key that nobody issued is told, and hides nothing', () => {
    const customer = new Customer(repo);
    const list = customer.survey({ Ключ: 'ROMASHKA-0ZS9A-017C6-A2PMW-49HDS' });
    expect([list.code, field(list.answer, 'ЛицензияПринята')]).toEqual(['', false]);
    expect(rowOf(list, 'price-tags')['МожноУстановить']).toBe(true);
    expect(customer.memory['Ключ']).toBe('');
  });

  test('unattended, the key among the parameters', () => {
    const customer = new Customer(repo);
    const asked = `Действие=Установить;Расширения=${PAID};ПринятьСоглашения=Да;Ключ=${keys.get('good') ?? ''}`;
    expect(customer.byParameters(asked).code).toBe(0n);
    expect(customer.holds).toEqual(NEWEST);
  });
});
