import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOW } from '../../cli/vendor.ts';
import { succeed } from '../../cli/seller.ts';
import { field } from '../field.ts';
import { data } from '../program.ts';
import { leaveNothingBehind } from '../sandbox.ts';
import { listOf, membersOf, textOf } from '../values.ts';
import { Customer, obstaclesOf, rowOf } from './customer.ts';
import { repository, type Repository } from './repository.ts';

const CRM = 'crm-connector';
const GUIDE = { Идентификатор: CRM, Откуда: 'crm-exchange' };
const BEGIN = { ...GUIDE, Сценарий: 'in-place', ПределыПрочитаны: true };

let repo: Repository;
beforeAll(async () => {
  repo = await repository();
}, 300_000);
afterAll(() => repo.close());
leaveNothingBehind();

/** Somebody who works with the older module. */
const withOldModule = (): Customer => new Customer(repo).put('ОбменСCRM', '1.4');
const reasonsOf = (customer: Customer): string =>
  listOf(rowOf(customer.survey(), CRM)['Причины']).map(textOf).join('\n');

describe('the guide in a signed repository', () => {
  test('a row that is refused for the older module points to it', () => {
    const reasons = reasonsOf(withOldModule());
    expect(reasons).toMatch(/Мешает ОбменСCRM/);
    expect(reasons).toMatch(/Есть инструкция по переходу: .*Нажмите «Переход со старого модуля»/);
    expect(reasonsOf(new Customer(repo))).not.toMatch(/инструкция/);
  });

  test('details say which moves there are, and which of them are recognised', () => {
    const moves = (customer: Customer) => listOf(field(customer.details(CRM).answer, 'Переходы'));
    expect(moves(withOldModule())).toMatchObject([{ Откуда: 'crm-exchange', Узнан: true, Начат: false }]);
    expect(moves(new Customer(repo))).toMatchObject([{ Узнан: false, Начат: false }]);
  });

  test('the place survives the session, and the checks before installing remind of it', () => {
    const customer = withOldModule();
    expect(customer.act('НачатьПереход', {}, BEGIN).code).toBe('');
    expect(customer.act('ОтметитьШаг', {}, { ...GUIDE, Шаг: 'archive' }).code).toBe('');
    const later = customer.twin();
    const steps = listOf(field(later.act('Переход', {}, GUIDE).answer, 'Шаги')).map(membersOf);
    expect(steps.filter(({ Сделан }) => Сделан === true).map(({ Код }) => Код)).toEqual(['archive']);
    later.infobase.extensions.length = 0;
    expect(obstaclesOf(later.checks(CRM))).toContain('guide tell');
    expect(reasonsOf(later)).toMatch(/Переход начат: .*CRM/);
  });

  test.each<readonly [string, object, string]>([
    ['НачатьПереход', { ...BEGIN, ПределыПрочитаны: false }, 'migration-limits-unread'],
    ['НачатьПереход', { ...BEGIN, Сценарий: 'no-such' }, 'migration-scenario-unknown'],
    ['НачатьПереход', { ...BEGIN, Откуда: '../catalog' }, 'migration-unknown'],
    ['ОтметитьШаг', { ...GUIDE, Шаг: 'archive' }, 'migration-not-begun'],
    ['Выгрузить', { ...GUIDE, Шаг: 'unload' }, 'migration-not-begun'],
    ['ПродолжитьИзФайла', { ...GUIDE, ПределыПрочитаны: false }, 'migration-limits-unread'],
  ])('%s %j: %s', (action, request, code) => {
    expect(withOldModule().act(action, {}, { ...request }).code).toBe(code);
  });

  test.each<readonly [string, string, string]>([
    ['ОтметитьШаг', 'no-such', 'migration-step-unknown'],
    ['ОтметитьШаг', 'remove-old', 'migration-step-early'],
    ['Выгрузить', 'archive', 'migration-step-kind'],
    ['Выгрузить', 'unload', 'migration-step-early'],
  ])('%s of the step %s: %s', (action, step, code) => {
    const customer = withOldModule();
    customer.act('НачатьПереход', {}, BEGIN);
    expect(customer.act(action, {}, { ...GUIDE, Шаг: step }).code).toBe(code);
  });
});

test('a bundle for a closed network has the guide in it', async () => {
  const { url } = await repo.shop.serve('checkout/dist');
  const trust = ['--trust', 'releases/trust/1.root.json', '--now', NOW, '--out', 'carried.zip'];
  await succeed(repo.shop.sell(['bundle', 'create', '--url', url, ...trust]));
  const request = { ДанныеКомплекта: data(await readFile(repo.shop.file('checkout/carried.zip'))) };
  const customer = withOldModule();
  customer.platform.world.network.online = false;
  const begun = customer.act('НачатьПереход', request, BEGIN);
  expect([begun.code, listOf(field(begun.answer, 'Шаги')).length]).toEqual(['', 6]);
});
