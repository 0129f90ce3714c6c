import { expect, test } from 'vitest';
import type { Passport } from '../../../scripts/model/passport.ts';
import { passportView } from '../../../site/views/passport.ts';
import { RUSSIAN } from '../fixtures/documents.ts';

const passport = (rest: Partial<Passport> = {}): Passport => ({
  formatVersion: 1,
  sha256: '00',
  length: 1,
  name: 'Некое',
  synonym: {},
  version: '1',
  vendor: '',
  prefix: 'н_',
  purpose: 'AddOn',
  compatibilityMode: 'Version8_3_24',
  extensionCompatibilityMode: 'Version8_3_24',
  changesDataStructure: false,
  objects: [],
  httpServices: [],
  interceptions: [],
  defaultRoles: [],
  ...rest,
});

const viewOf = (rest: Partial<Passport>) => passportView('some.cfe', passport(rest), RUSSIAN);

test.each([
  ['Version8_3_24', ['Подключается на платформе 8.3.24 и новее.'], 'a mode names a platform'],
  ['Version8_3_9_1', ['Подключается на платформе 8.3.9.1 и новее.'], 'whatever the number of parts'],
  ['DontUse', [], 'no mode, no platform'],
  ['<script>', [], 'what is not a mode is not shown'],
])('the mode %j says %j — %s', (mode, said) => {
  expect(viewOf({ extensionCompatibilityMode: mode }).facts.slice(2)).toEqual(said);
});

test('own and adopted objects are grouped by kinds in the words of the Designer', () => {
  const view = viewOf({
    objects: [
      { kind: 'Catalog', name: 'Б', belonging: 'own' },
      { kind: 'Catalog', name: 'А', belonging: 'own' },
      { kind: 'НовыйВид', name: 'В', belonging: 'own' },
      { kind: 'Document', name: 'Заказ', belonging: 'adopted' },
    ],
  });
  expect(view.own).toEqual([
    { kind: 'НовыйВид', names: ['В'] },
    { kind: 'Справочники', names: ['А', 'Б'] },
  ]);
  expect(view.adopted).toEqual([{ kind: 'Документы', names: ['Заказ'] }]);
  expect(view.adoptedCount).toBe('1 объект');
});

test.each([
  ['Document.Заказ.ObjectModule', 'Документ Заказ, модуль объекта'],
  ['Document.Заказ.Form.Форма.FormModule', 'Документ Заказ, форма Форма, модуль формы'],
  ['Catalog.Товары.Command.Печать.CommandModule', 'Справочник Товары, команда Печать, модуль команды'],
  ['CommonModule.Обмен.Module', 'Общий модуль Обмен, модуль'],
  ['Configuration.SessionModule', 'Конфигурация, модуль сеанса'],
  ['', ''],
])('the module %j is %j', (module, where) => {
  const interceptions = [{ module, method: 'М', kind: 'Around' as const, handler: 'Н' }];
  expect(viewOf({ interceptions }).interceptions).toEqual([
    { where, method: 'М', how: 'выполняется вместо', handler: 'Н' },
  ]);
});

test('a path of very many parts is cut, not followed', () => {
  const interceptions = [
    { module: 'Form.'.repeat(100_000), method: 'М', kind: 'Before' as const, handler: 'Н' },
  ];
  expect(viewOf({ interceptions }).interceptions[0]?.where.length).toBeLessThan(200);
});

test('services are shown by the addresses that they open', () => {
  const routes = [{ template: '/order/{id}', methods: ['GET', 'POST'] }];
  expect(viewOf({ httpServices: [{ name: 'Вебхук', rootUrl: 'b24', routes }] }).services).toEqual([
    { name: 'Вебхук', routes: ['GET, POST /hs/b24/order/{id}'] },
  ]);
});
