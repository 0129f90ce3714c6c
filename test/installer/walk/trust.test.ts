import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { succeed } from '../../cli/seller.ts';
import { NOW } from '../../cli/vendor.ts';
import type { ServerRule } from '../../onec/index.ts';
import { field } from '../field.ts';
import { data } from '../program.ts';
import { leaveNothingBehind } from '../sandbox.ts';
import { listOf } from '../values.ts';
import { Customer, ended, rowOf, SOON } from './customer.ts';
import { repository, withhold, type Repository } from './repository.ts';

const TAGS = 'price-tags';
const FILE = '/files/price-tags/1.0.1.5/price-tags.cfe';
const OLD = ['РомашкаЦенники 1.0.0.2 safe'];
const UPDATED = ['РомашкаЦенники 1.0.1.5 safe'];

let repo: Repository;
/** Installed the release before the newest. */
let veteran: Customer;
/** A timestamp older than the served one. */
let stale: Buffer;
let timestamp: Buffer;
let targets: Buffer;
let file: Buffer;
let bundle: Buffer;

beforeAll(async () => {
  let bringBack = (): Promise<void> => Promise.resolve();
  repo = await repository(async (shop) => {
    bringBack = await withhold(shop, [`${TAGS}/1.0.1.5`]);
  });
  veteran = new Customer(repo);
  veteran.install(TAGS);
  stale = await repo.served('metadata/timestamp.json');
  await bringBack();
  await repo.build();
  timestamp = await repo.served('metadata/timestamp.json');
  targets = await repo.served('metadata/2.targets.json');
  file = await repo.served(FILE);
  const { url } = await repo.shop.serve('checkout/dist');
  const trust = ['--trust', 'releases/trust/1.root.json', '--now', NOW, '--out', '../carried.zip'];
  await succeed(repo.shop.sell(['bundle', 'create', '--url', url, ...trust]));
  bundle = await readFile(repo.shop.file('carried.zip'));
}, 300_000);
afterAll(() => repo.close());
beforeEach(() => repo.server.setRules([]));
leaveNothingBehind();

const flipped = (bytes: Buffer, at: number): Uint8Array =>
  Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 1 : byte));

describe('what was changed on its way installs nothing and breaks nothing', () => {
  const unsigned = (): Uint8Array =>
    Buffer.from(timestamp.toString().replace(/"sig":"[0-9a-f]{4}/, '"sig":"0000'));

  test.each<readonly [string, string, () => ServerRule]>([
    ['a byte of the file', 'hash-mismatch', () => ({ path: FILE, body: flipped(file, 5000) })],
    ['a cut file', 'length-mismatch', () => ({ path: FILE, body: file.subarray(0, 5000) })],
    ['a file that is gone', 'not-found', () => ({ path: FILE, status: 404 })],
    [
      'a byte of the targets',
      'hash-mismatch',
      () => ({ path: '/metadata/2.targets.json', body: flipped(targets, 900) }),
    ],
    [
      'a signature of the timestamp',
      'threshold-not-met',
      () => ({ path: '/metadata/timestamp.json', body: unsigned() }),
    ],
    [
      'a page instead of metadata',
      'json-invalid',
      () => ({ path: '/metadata/timestamp.json', body: '<html>' }),
    ],
    ['a timestamp that is gone', 'not-found', () => ({ path: '/metadata/timestamp.json', status: 404 })],
  ])('%s: %s', (_reason, code, rule) => {
    const customer = veteran.twin();
    repo.server.setRules([rule()]);
    expect(ended(customer.act('Установить', {}, INSTALL))).toBe(code);
    expect([customer.holds, customer.remembers]).toEqual([OLD, ['РомашкаЦенники 1.0.0.2']]);
    repo.server.setRules([]);
    expect(ended(customer.install(TAGS))).toBe('installed');
    expect(customer.holds).toEqual(UPDATED);
  });

  const INSTALL = {
    Идентификатор: TAGS,
    Согласия: { ХешСоглашения: '', Заменить: true, Настройки: true },
  };
});

describe('time', () => {
  test('an edge that lags behind keeps silent: what was learned stays', () => {
    const customer = veteran.twin();
    customer.survey();
    repo.server.setRules([{ path: '/metadata/timestamp.json', body: stale }]);
    const list = customer.survey();
    expect([list.code, field(list.answer, 'Предупреждения')]).toEqual(['', []]);
    expect(rowOf(list, TAGS)).toMatchObject({ Состояние: 'update', Версия: '1.0.1.5' });
    expect(ended(customer.install(TAGS))).toBe('installed');
    expect(customer.holds).toEqual(UPDATED);
  });

  test.each([
    ['2027-06-01T00:00:00Z', 'expired', 'nobody signed for months'],
    ['2026-01-01T00:00:00Z', 'clock-behind', 'the clock of the computer is wrong'],
  ])('at %s: %s — %s; what is installed stays', (moment, code) => {
    const customer = veteran.twin().at(moment);
    expect([customer.survey().code, customer.install(TAGS).code]).toEqual([code, code]);
    expect([customer.holds, customer.remembers]).toEqual([OLD, ['РомашкаЦенники 1.0.0.2']]);
    customer.at(SOON);
    expect(ended(customer.install(TAGS))).toBe('installed');
  });
});

describe('a bundle carried into a closed network', () => {
  const closed = (customer = veteran.twin()): Customer => {
    customer.platform.world.network.online = false;
    return customer;
  };
  const from = (bytes: Uint8Array) => ({ ДанныеКомплекта: data(bytes) });

  test.each([
    [SOON, 0, 'fresh'],
    ['2029-01-01T00:00:00Z', 1, 'three years old: its age is told and stops nothing'],
  ])('at %s with %i warnings — %s', (moment, warnings) => {
    const customer = closed().at(moment);
    const list = customer.survey(from(bundle));
    expect(listOf(field(list.answer, 'Предупреждения'))).toHaveLength(warnings);
    expect(field(list.answer, 'СостояниеНа')).toEqual(new Date(NOW));
    expect(ended(customer.install(TAGS, { request: from(bundle) }))).toBe('installed');
    expect([customer.holds, customer.remembers]).toEqual([UPDATED, ['РомашкаЦенники 1.0.1.5']]);
  });

  test.each<readonly [string, string, () => Uint8Array]>([
    ['a byte of the file', 'hash-mismatch', () => flipped(bundle, bundle.indexOf(file.subarray(0, 64)) + 40)],
    ['a cut archive', 'bundle-unreadable', () => bundle.subarray(0, 3000)],
    ['no archive at all', 'bundle-unreadable', () => Buffer.from('hello')],
  ])('%s: %s', (_reason, code, bytes) => {
    const customer = closed();
    expect(customer.install(TAGS, { request: from(bytes()) }).code).toBe(code);
    expect([customer.holds, customer.remembers]).toEqual([OLD, ['РомашкаЦенники 1.0.0.2']]);
  });
});
