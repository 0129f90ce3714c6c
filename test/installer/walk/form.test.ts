import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SOMEBODY } from '../installation.ts';
import { leaveNothingBehind, sandbox } from '../sandbox.ts';
import { Customer, type Situation } from './customer.ts';
import { repository, withhold, type Repository } from './repository.ts';

const CRM = 0;
const OLD = ['РомашкаCRM 1.1.0.12 unsafe'];
const NEW = ['РомашкаCRM 1.2.1.1 unsafe'];

let repo: Repository;
let veteran: Customer;
beforeAll(async () => {
  let bringBack = (): Promise<void> => Promise.resolve();
  repo = await repository(async (shop) => {
    const later = ['1.2.0.3', '1.2.1.1', '2.0.0-beta.1'];
    bringBack = await withhold(
      shop,
      later.map((version) => `crm-connector/${version}`),
    );
  });
  veteran = new Customer(repo);
  veteran.install('crm-connector');
  await bringBack();
  await repo.build();
}, 300_000);
afterAll(() => repo.close());
leaveNothingBehind();

const list = (customer: Customer) =>
  customer
    .open()
    .start()
    .press('КнопкаПродолжить', 'ПоказатьРасширения')
    .choose('Расширения', CRM, 'РасширенияПриАктивизацииСтроки');
const checked = (customer: Customer) =>
  list(customer)
    .press('КнопкаУстановить', 'Установить')
    .type('СоглашениеПринято', true, 'СоглашениеПринятоПриИзменении')
    .press('КнопкаДалее', 'ДалееПослеСоглашения');
const consented = (customer: Customer) =>
  checked(customer)
    .type('РазрешитьНастройки', true, 'РазрешениеПриИзменении')
    .type('РазрешитьЗамену', true, 'РазрешениеПриИзменении');
const install = (customer: Customer) => consented(customer).press('КнопкаВыполнить', 'ВыполнитьУстановку');

const oddly = (more: Readonly<Record<string, unknown>>): Situation => ({
  infobase: {
    sessions: [],
    understand: (bytes) => {
      const file = repo.understand(bytes);
      return file && (file.version === '1.2.1.1' ? { ...file, ...more } : file);
    },
  },
});

describe('the form, from the key to what remains to be done', () => {
  test('a first installation: nothing is asked twice, the restart is offered', () => {
    const customer = new Customer(repo);
    const walk = install(customer);
    expect([walk.see('Страница'), walk.see('ТекстИтога')]).toEqual([
      'СтраницаИтог',
      'Установлено: РомашкаCRM 1.2.1.1.',
    ]);
    expect(walk.see('ЧтоСделать')).toMatch(/Перезапустите.*\n.*HTTP-сервисы/);
    expect([customer.holds, customer.remembers]).toEqual([NEW, ['РомашкаCRM 1.2.1.1']]);
    walk.press('КнопкаПерезапустить', 'Перезапустить');
    expect(customer.platform.world.screen.restart).toBe(true);
  });

  test('an update keeps the file that stood, for the person to save', () => {
    const customer = veteran.twin();
    const walk = list(customer);
    expect(walk.cell('Расширения', CRM, 'Состояние')).toBe('есть обновление');
    const done = install(customer).press('КнопкаСтарыйФайл', 'СохранитьСтарыйФайл');
    expect(done.see('Страница')).toBe('СтраницаИтог');
    const [saved] = customer.platform.world.screen.saved;
    expect(saved?.bytes).toEqual(veteran.infobase.extensions[0]?.bytes);
    expect(customer.holds).toEqual(NEW);
  });

  test('blocked: who they are, retried when they are gone', () => {
    const customer = veteran.twin(oddly({ changesData: true }));
    customer.infobase.sessions.push(SOMEBODY);
    const walk = install(customer);
    expect([walk.see('Страница'), walk.cell('Сеансы', 0, 'Пользователь')]).toEqual([
      'СтраницаМешают',
      'Иванов',
    ]);
    expect(customer.holds).toEqual(OLD);
    customer.infobase.sessions.pop();
    walk.press('КнопкаПовторить', 'Повторить');
    expect([walk.see('Страница'), customer.holds]).toEqual(['СтраницаИтог', NEW]);
  });

  test('written, does not attach: what stood is back, and the person reads it', () => {
    const customer = veteran.twin(oddly({ failsToAttach: true }));
    const walk = install(customer);
    expect(walk.see('ТекстИтога')).toMatch(/не подключ/);
    expect([customer.holds, customer.remembers]).toEqual([OLD, ['РомашкаCRM 1.1.0.12']]);
    expect(walk.item('КнопкаПерезапустить', 'Доступность')).toBe(false);
  });

  test('a mistyped key is said at once, nothing is asked', () => {
    const customer = veteran.twin();
    repo.asked();
    const walk = customer.open().start().type('КлючЛицензии', 'ROMASHKA-0ZS9A-017C6-A2PMW-49HD5');
    walk.press('КнопкаПродолжить', 'ПоказатьРасширения');
    expect(walk.see('Страница')).toBe('СтраницаКлюч');
    expect(walk.see('Сообщение')).not.toBe('');
    expect(customer.holds).toEqual(OLD);
  });

  test('without the right nothing can be pressed, and the reason stands beside', () => {
    const customer = veteran.twin({ infobase: { rights: new Set() } });
    const walk = list(customer);
    expect(walk.item('КнопкаУстановить', 'Доступность')).toBe(false);
    expect(walk.see('ПричинаНедоступности')).toMatch(/Недостаточно прав/);
    expect(walk.see('Сообщение')).toMatch(/Недостаточно прав/);
  });

  test('«Скачать» gives the file without installing it', async () => {
    const customer = veteran.twin();
    list(customer).press('КнопкаСкачать', 'Скачать');
    const [saved] = customer.platform.world.screen.saved;
    expect(saved?.name).toBe('crm-connector-1.2.1.1.cfe');
    const file = await repo.served('files/crm-connector/1.2.1.1/crm-bp.cfe');
    expect(Buffer.compare(Buffer.from(saved?.bytes ?? []), file)).toBe(0);
    expect(customer.holds).toEqual(OLD);
  });
});

test('/C"Выпуск;…" installs without a person and leaves the log', () => {
  const log = path.join(sandbox, 'log.jsonl');
  const asked = 'Действие=Установить;Расширения=crm-connector;ПринятьСоглашения=Да;Настройки=Да';
  const customer = veteran.twin({ launchParameter: `Выпуск;${asked};Журнал=${log}` });
  customer.open().start();
  const lines = readFileSync(log, 'utf8').replace('\uFEFF', '').trim().split('\n');
  rmSync(log);
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { event: 'installed', id: 'crm-connector', code: 'installed', restart: true },
    { event: 'finished', exit: 0 },
  ]);
  expect(customer.holds).toEqual(NEW);
});
