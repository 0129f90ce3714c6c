import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { JsValue } from '../../onec/index.ts';
import { field } from '../field.ts';
import { leaveNothingBehind } from '../sandbox.ts';
import { listOf, textOf } from '../values.ts';
import { Customer } from './customer.ts';
import { repository, withhold, type Repository } from './repository.ts';
import { UpdateProduct } from './update-product.ts';

const CRM = 'crm-connector';

let repo: Repository;
/** Runs 1.1.0.12, installed when it was the newest. */
let veteran: Customer;
/** Runs 1.2.0.3, installed before it was withdrawn. */
let unlucky: Customer;

beforeAll(async () => {
  let bringBack = (): Promise<void> => Promise.resolve();
  repo = await repository(async (shop) => {
    bringBack = await withhold(shop, [`${CRM}/1.2.0.3`, `${CRM}/1.2.1.1`, `${CRM}/2.0.0-beta.1`]);
  });
  veteran = new Customer(repo);
  veteran.install(CRM);
  unlucky = new Customer(repo).put('РомашкаCRM', '1.2.0.3');
  await bringBack();
  await repo.build();
}, 300_000);
afterAll(() => repo.close());
beforeEach(() => {
  repo.server.setRules([]);
  repo.asked();
});
leaveNothingBehind();

const check = (customer: Customer): JsValue => new UpdateProduct(customer).check();
const state = (answer: JsValue): readonly JsValue[] => [field(answer, 'Состояние'), field(answer, 'Версия')];
const isCheap = (asked: readonly string[]): boolean =>
  asked.length === 1 && asked[0] === '/metadata/timestamp.json';

describe('what an infobase is told', () => {
  test('a critical release: too old, what to install, and why', () => {
    const answer = check(veteran.twin());
    expect(state(answer)).toEqual(['too-old', '1.2.1.1']);
    expect(field(answer, 'Важность')).toBe('critical');
    expect(textOf(field(answer, 'Кратко'))).toMatch(/Исправлена ошибка/);
    expect(textOf(listOf(field(answer, 'Тексты'))[0])).toMatch(/1\.2\.1\.1/);
  });

  test('a withdrawn version: the reason and the replacement', () => {
    const answer = check(unlucky.twin());
    expect(state(answer)).toEqual(['withdrawn', '1.2.1.1']);
    expect(textOf(listOf(field(answer, 'Тексты'))[0])).toMatch(/без движений.*1\.2\.1\.1/);
  });

  test('nothing new: one request, answered 304', async () => {
    const customer = veteran.twin();
    customer.install(CRM);
    expect(state(check(customer))).toEqual(['current', '']);
    const body = await repo.served('metadata/timestamp.json');
    const path = '/metadata/timestamp.json';
    repo.server.setRules([
      { path, body, headers: { ETag: '"one"' }, times: 1 },
      { path, status: 304 },
    ]);
    expect(state(check(customer))).toEqual(['current', '']);
    repo.asked();
    expect(state(check(customer))).toEqual(['current', '']);
    expect(isCheap(repo.asked())).toBe(true);
    expect(repo.server.requests().at(-1)?.headers['if-none-match']).toBe('"one"');
  });

  test('something new is said again every time, and nothing is downloaded for it', () => {
    const customer = veteran.twin();
    check(customer);
    repo.asked();
    expect(state(check(customer))).toEqual(['too-old', '1.2.1.1']);
    expect(repo.asked().filter((url) => url.endsWith('.cfe'))).toEqual([]);
  });

  test('no network: no news, and the extension works on', () => {
    const customer = veteran.twin();
    check(customer);
    customer.platform.world.network.online = false;
    expect(state(check(customer))).toEqual(['unknown', '']);
    expect(customer.holds).toEqual(['РомашкаCRM 1.1.0.12 unsafe']);
  });

  test('metadata that expired: refused, and the extension works on', () => {
    const customer = veteran.twin();
    check(customer);
    customer.at('2027-06-01T00:00:00Z');
    expect(new UpdateProduct(customer).ask().code).toBe('expired');
    expect(customer.holds).toEqual(['РомашкаCRM 1.1.0.12 unsafe']);
  });
});

describe('the configuration went on past what was tested', () => {
  test('said once for each release of it', () => {
    const customer = veteran.twin();
    customer.install(CRM);
    const said = (version: string): number => {
      customer.infobase.configuration = { ...customer.infobase.configuration, version };
      return listOf(field(check(customer), 'Тексты')).length;
    };
    expect(['3.0.171.9', '3.0.205.1', '3.0.205.1', '3.0.206.2', '3.0.206.2', '3.1.1.1'].map(said)).toEqual([
      0, 2, 0, 2, 0, 2,
    ]);
    repo.asked();
    check(customer);
    expect(isCheap(repo.asked())).toBe(true);
  });
});

describe('the page of the update', () => {
  const page = (customer: Customer) => new UpdateProduct(customer).open().start();
  const agree = (walk: ReturnType<typeof page>) =>
    walk
      .type('СоглашениеПринято', true, 'СогласиеПриИзменении')
      .type('РазрешитьИзменения', true, 'СогласиеПриИзменении');

  test('installs, asks for a restart, and the next check finds nothing', () => {
    const customer = veteran.twin();
    const walk = page(customer);
    expect(walk.see('ТекстСостояния')).toBe('Установленная версия опасно стара. Можно установить 1.2.1.1.');
    agree(walk).press('КнопкаУстановить', 'УстановитьОбновление');
    expect(walk.see('ТекстИтога')).toBe('Установлено: РомашкаCRM 1.2.1.1.');
    expect([customer.holds, customer.remembers]).toEqual([
      ['РомашкаCRM 1.2.1.1 unsafe'],
      ['РомашкаCRM 1.2.1.1'],
    ]);
    walk.press('КнопкаПерезапустить', 'Перезапустить');
    expect(customer.platform.world.screen.restart).toBe(true);
    expect(state(check(customer))).toEqual(['current', '']);
    expect(page(customer).item('КнопкаУстановить', 'Доступность')).toBe(false);
  });

  test('written, does not attach: what stood is put back', () => {
    const understand = (bytes: Uint8Array) => {
      const file = repo.understand(bytes);
      return file && { ...file, failsToAttach: file.version === '1.2.1.1' };
    };
    const customer = veteran.twin({ infobase: { understand } });
    const walk = agree(page(customer)).press('КнопкаУстановить', 'УстановитьОбновление');
    expect(walk.see('ТекстИтога')).toMatch(/не подключ/);
    expect([customer.holds, customer.remembers]).toEqual([
      ['РомашкаCRM 1.1.0.12 unsafe'],
      ['РомашкаCRM 1.1.0.12'],
    ]);
  });
});

test('the notice of a page and the log of the job', () => {
  const customer = veteran.twin();
  const product = new UpdateProduct(customer);
  const [notice] = product.notices();
  expect(notice).toMatch(/опасно стара.*1\.2\.1\.1/);
  const before = customer.infobase.log.length;
  product.runJob();
  expect(customer.infobase.log.slice(before)).toMatchObject([{ level: 'Предупреждение' }]);
  customer.install(CRM);
  const written = customer.infobase.log.length;
  product.runJob();
  expect([product.notices(), customer.infobase.log.length]).toEqual([[], written]);
});
