import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ExtensionFile, Infobase } from '../../onec/index.ts';
import { field } from '../field.ts';
import { SOMEBODY } from '../installation.ts';
import { bytesOf } from '../program.ts';
import { leaveNothingBehind } from '../sandbox.ts';
import { listOf, textOf } from '../values.ts';
import { Customer, ended, obstaclesOf, rowOf, type Situation } from './customer.ts';
import { HOST, repository, withhold, type Repository } from './repository.ts';

const CRM = 'crm-connector';
const TAGS = 'price-tags';
const NEW_RELEASES = [`${CRM}/1.2.0.3`, `${CRM}/1.2.1.1`, `${CRM}/2.0.0-beta.1`, `${TAGS}/1.0.1.5`];
const OLD = ['РомашкаCRM 1.1.0.12 unsafe', 'РомашкаЦенники 1.0.0.2 safe'];
const UPDATED = ['РомашкаCRM 1.2.1.1 unsafe', 'РомашкаЦенники 1.0.0.2 safe'];
const REMEMBERED = ['РомашкаCRM 1.1.0.12', 'РомашкаЦенники 1.0.0.2'];

let repo: Repository;
/** Installed the releases that were the newest then. */
let veteran: Customer;
beforeAll(async () => {
  let bringBack = (): Promise<void> => Promise.resolve();
  repo = await repository(async (shop) => {
    bringBack = await withhold(shop, NEW_RELEASES);
  });
  veteran = new Customer(repo);
  veteran.install(CRM);
  veteran.install(TAGS);
  await bringBack();
  await repo.build();
}, 300_000);
afterAll(() => repo.close());
beforeEach(() => void repo.asked());
leaveNothingBehind();

/** What the platform finds in new versions beyond what their bytes say. */
const odd =
  (more: Partial<ExtensionFile>): Infobase['understand'] =>
  (bytes) => {
    const file = repo.understand(bytes);
    return file && (file.version === '1.2.1.1' ? { ...file, ...more } : file);
  };

describe('install and update', () => {
  test('the files of the vendor, byte for byte, remembered', async () => {
    const customer = new Customer(repo);
    const crm = customer.install(CRM);
    expect([ended(crm), field(crm.answer, 'ТребуетсяПерезапуск')]).toEqual(['installed', true]);
    expect(ended(customer.install(TAGS))).toBe('installed');
    expect(customer.holds).toEqual(['РомашкаCRM 1.2.1.1 unsafe', 'РомашкаЦенники 1.0.1.5 safe']);
    expect(customer.remembers).toEqual(['РомашкаCRM 1.2.1.1', 'РомашкаЦенники 1.0.1.5']);
    const [stored] = customer.infobase.extensions;
    const file = await repo.served('files/crm-connector/1.2.1.1/crm-bp.cfe');
    expect(Buffer.compare(Buffer.from(stored?.bytes ?? []), file)).toBe(0);
  });

  test('an update keeps what stood, and nothing is offered after it', () => {
    const customer = veteran.twin();
    expect(rowOf(customer.survey(), CRM)).toMatchObject({ Состояние: 'update', Установлена: '1.1.0.12' });
    const done = customer.install(CRM);
    const old = veteran.infobase.extensions[0]?.bytes;
    expect([ended(done), bytesOf(field(done.answer, 'СтарыйФайл'))]).toEqual(['installed', old]);
    expect(customer.holds).toEqual(UPDATED);
    expect(rowOf(customer.survey(), CRM)).toMatchObject({ Состояние: 'current', Установлена: '1.2.1.1' });
    expect(customer.install(CRM).code).toBe('not-offered');
    expect(customer.holds).toEqual(UPDATED);
  });

  test('with БСП away nobody can prove that it attaches, and that is said', () => {
    const customer = veteran.twin({ infobase: { subsystems: [] } });
    expect(ended(customer.install(TAGS))).toBe('installed-unproven');
    expect(customer.holds).toEqual([OLD[0], 'РомашкаЦенники 1.0.1.5 safe']);
  });
});

describe('what fails leaves the infobase as it was', () => {
  test.each<readonly [string, string, () => Partial<Infobase>]>([
    ['the write fails', 'write-failed', () => ({ failNextWrite: 'диск полон' })],
    ['written, does not attach', 'not-attached', () => ({ understand: odd({ failsToAttach: true }) })],
    [
      'a critical problem of applying',
      'cannot-apply',
      () => ({ understand: odd({ problems: [{ severity: 'critical', text: 'Нет метода' }] }) }),
    ],
    [
      'the structure of data changes, others are working',
      'exclusive-lock',
      () => ({ understand: odd({ changesData: true }), sessions: [SOMEBODY] }),
    ],
    ['a file of another extension', 'file-name-unexpected', () => ({ understand: odd({ name: 'Чужое' }) })],
  ])('%s: %s', (_reason, code, infobase) => {
    const customer = veteran.twin({ infobase: infobase() });
    const failed = customer.install(CRM);
    expect([ended(failed), field(failed.answer, 'Успех')]).toEqual([code, false]);
    expect([customer.holds, customer.remembers]).toEqual([OLD, REMEMBERED]);
    expect(customer.memory['Намерение']).toBeUndefined();
    expect(customer.infobase.extensions.map(({ bytes }) => bytes)).toEqual(
      veteran.infobase.extensions.map(({ bytes }) => bytes),
    );
  });

  test('blocked by others: who they are, then retried when they are gone', () => {
    const sessions = [SOMEBODY];
    const customer = veteran.twin({ infobase: { understand: odd({ changesData: true }), sessions } });
    const blocked = customer.install(CRM);
    expect(field(blocked.answer, 'Мешают')).toMatchObject([{ Пользователь: 'Иванов', Компьютер: 'pc' }]);
    customer.infobase.sessions.pop();
    expect(ended(customer.install(CRM))).toBe('installed');
    expect(customer.holds).toEqual(UPDATED);
  });

  test('a rollback that fails is finished by the next session', () => {
    const customer = veteran.twin({
      infobase: { understand: odd({ failsToAttach: true }), failRollback: 'занято' },
    });
    expect(ended(customer.install(CRM))).toBe('not-attached');
    expect(customer.holds).toEqual(UPDATED);
    delete customer.infobase.failRollback;
    customer.infobase.failNextWrite = undefined;
    expect(field(customer.survey().answer, 'Предупреждения')).toHaveLength(1);
    expect([customer.holds, customer.remembers]).toEqual([OLD, REMEMBERED]);
    expect(field(customer.survey().answer, 'Предупреждения')).toEqual([]);
  });
});

describe('where nothing can be installed', () => {
  const basic = () => ({ ...veteran.infobase.configuration, name: 'БухгалтерияПредприятияБазовая' });

  test.each<readonly [string, string, RegExp, () => Situation]>([
    ['no right', 'right-missing', /Недостаточно прав/, () => ({ infobase: { rights: new Set() } })],
    ['a service in the cloud', 'not-offered', /в облаке/, () => ({ isCloud: 'Истина' })],
    ['a basic version', 'not-offered', /[Бб]азов/, () => ({ infobase: { configuration: basic() } })],
  ])('%s: %s, and the list says why before anything is pressed', (_reason, code, why, situation) => {
    const customer = veteran.twin(situation());
    const list = customer.survey();
    expect(textOf(field(list.answer, 'Предупреждения', 0))).toMatch(why);
    expect(rowOf(list, CRM)['МожноУстановить'] ?? false).toBe(false);
    expect(ended(customer.install(CRM))).toBe(code);
    expect([customer.holds, customer.remembers]).toEqual([OLD, REMEMBERED]);
    expect(repo.asked().filter((url) => url.endsWith('.cfe'))).toEqual([]);
  });

  test('without the right the row itself says what is missing', () => {
    const customer = veteran.twin({ infobase: { rights: new Set() } });
    const [reason] = listOf(rowOf(customer.survey(), CRM)['Причины'] ?? []);
    expect(textOf(reason)).toMatch(/Недостаточно прав/);
    expect(obstaclesOf(customer.checks(CRM))).toContain('right-missing refuse');
  });

  test('a session in safe mode has no network: that is said instead of «no connection»', () => {
    const customer = veteran.twin({ infobase: { safeMode: true } });
    expect(customer.survey().code).toBe('session-safe-mode');
    expect(ended(customer.install(CRM))).toBe('session-safe-mode');
    expect([customer.holds, repo.asked()]).toEqual([OLD, []]);
  });

  test.each<readonly [string, string, () => Situation]>([
    ['БСП forbids the internet', 'internet-forbidden', () => ({ mayUseInternet: 'Ложь' })],
    ['nobody trusts the certificate', 'tls-untrusted', () => ({ hosts: untrusted() })],
    ['the network is down', 'fetch-failed', () => ({})],
  ])('%s: %s', (reason, code, situation) => {
    const customer = veteran.twin(situation());
    customer.platform.world.network.online = reason !== 'the network is down';
    expect([customer.survey().code, ended(customer.install(CRM))]).toEqual([code, code]);
    expect([customer.holds, customer.remembers, repo.asked()]).toEqual([OLD, REMEMBERED, []]);
  });

  const untrusted = () => ({ [HOST]: { port: repo.server.port, certificate: 'untrusted' as const } });
});

describe('another module in the way is found before anything is downloaded', () => {
  test('one that both send the same: refused, with the reason of the publisher', () => {
    const customer = new Customer(repo).put('ОбменСCRM', '1.0');
    const row = rowOf(customer.survey(), CRM);
    expect(row).toMatchObject({ Состояние: 'unavailable', МожноУстановить: false });
    expect(textOf(listOf(row['Причины'] ?? [])[0])).toMatch(/ОбменСCRM.*дубли/);
    expect([customer.checks(CRM).code, customer.install(CRM).code]).toEqual(['not-offered', 'not-offered']);
    expect(customer.holds).toEqual(['ОбменСCRM 1.0 unsafe unprotected']);
    expect(repo.asked().filter((url) => url.endsWith('.cfe'))).toEqual([]);
  });

  test('leftovers of one: asked, and installed with consent', () => {
    const objects = ['РегистрСведений.CRM_НастройкиОбмена'];
    const customer = new Customer(repo, { infobase: { objects } });
    expect(obstaclesOf(customer.checks(CRM))).toContain('conflict ask');
    expect(repo.asked().filter((url) => url.endsWith('.cfe'))).toEqual([]);
    expect(ended(customer.install(CRM, { consent: { Заменить: false } }))).toBe('not-agreed');
    expect(customer.holds).toEqual([]);
    expect(ended(customer.install(CRM))).toBe('installed');
    expect(customer.holds).toEqual(['РомашкаCRM 1.2.1.1 unsafe']);
  });
});
