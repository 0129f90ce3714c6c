import { describe, expect, test } from 'vitest';
import { describeFile, type Infobase, type PlatformOptions, type StoredExtension } from '../onec/index.ts';
import { onTheWire } from './on-the-wire.ts';
import { loadCore } from './program.ts';
import { membersOf } from './values.ts';

const SETTINGS = {
  Канал: 'stable',
  ПоказыватьНепроверенные: false,
  ИдентификаторУстановки: 'id',
  ПоПросьбе: true,
};

/** Modules of БСП, as the product asks them. */
const general = (body: string) => [{ name: 'ОбщегоНазначения', text: body }];
const answers = (name: string, value: string) =>
  general(`Функция ${name}() Экспорт Возврат ${value}; КонецФункции`);

const stored = (name: string, version: string, bytes?: Uint8Array): StoredExtension => ({
  id: `00000000-0000-4000-8000-0000000000${String(name.length).padStart(2, '0')}`,
  file: { name, version },
  bytes: bytes ?? describeFile({ name, version }),
  active: true,
  safeMode: true,
  warnsOfDangerousActions: true,
  mainRolesForAll: false,
  usedInDistributed: false,
  fromMainNode: false,
});

function environment(
  infobase: Partial<Infobase> = {},
  {
    stubs = [],
    ...platform
  }: PlatformOptions & { readonly stubs?: readonly { name: string; text: string }[] } = {},
) {
  const program = loadCore(['ВыпускСреда'], { platform: { ...platform, infobase }, stubs });
  const found = membersOf(program.call('ВыпускСреда', 'СредаИнформационнойБазы', [SETTINGS]).value);
  return { found, world: program.platform.world };
}

const BASIC = {
  ...{ name: 'БухгалтерияПредприятияБазовая', synonym: '', version: '3.0.171.9' },
  ...{ vendor: '', compatibility: '' },
};

describe('what an infobase is', () => {
  test.each<readonly [string, Partial<Infobase>, unknown, string]>([
    ['Базовая', { configuration: BASIC }, true, 'basic versions attach nothing'],
    ['Базовая', {}, false, 'a usual version'],
    ['ПодчиненныйУзел', { isSubordinate: true }, true, 'a subordinate node'],
    ['ПодчиненныйУзел', {}, false, 'no distributed infobase'],
    ['ФайловаяБаза', { kind: 'file' }, true, 'a file base'],
    ['ФайловаяБаза', {}, false, 'a server base'],
    ['БезопасныйРежим', { safeMode: true }, true, 'the processor was opened in safe mode'],
    [
      'ВерсияБСП',
      { subsystems: ['СтандартныеПодсистемы'] },
      undefined,
      'a subsystem of that name, no library',
    ],
    ['Облако', {}, false, 'no library to ask'],
    ['ИнтернетВыключен', {}, false, 'no library to ask'],
    [
      'Установленные',
      { rights: new Set(), safeMode: true },
      [],
      'neither rights nor privileges: an empty list',
    ],
    [
      'Права',
      { rights: new Set(['АктивныеПользователи']) },
      { Расширения: false, Администрирование: false, Сеансы: true },
      'rights as they are',
    ],
  ])('%s — %#', (name, infobase, expected) => {
    expect(environment(infobase).found[name]).toEqual(expected);
  });

  test.each([
    ['Облако', answers('РазделениеВключено', 'Истина'), true, 'a cloud'],
    ['Облако', answers('РазделениеВключено', 'Ложь'), false, 'an infobase of its own'],
    ['Облако', answers('Другое', 'Истина'), false, 'a library too old to be asked'],
    ['ИнтернетВыключен', answers('РазрешенДоступКИнтернетСервисам', 'Ложь'), true, 'a copy of a base'],
    ['ИнтернетВыключен', answers('РазрешенДоступКИнтернетСервисам', 'Истина'), false, 'the working base'],
    [
      'Облако',
      general('Функция РазделениеВключено() Экспорт ВызватьИсключение "нет"; КонецФункции'),
      false,
      'a library that fails',
    ],
  ])('%s with БСП — %#', (name, stubs, expected) => {
    expect(environment({}, { stubs }).found[name]).toBe(expected);
  });

  test.each([
    ['Возврат "3.1.9.300";', '3.1.9.300', 'the version of the library'],
    ['ВызватьИсключение "нет";', '0', 'a library that does not tell counts as older than all'],
  ])('БСП: %s', (body, expected) => {
    const text = `Функция ВерсияБиблиотеки() Экспорт ${body} КонецФункции`;
    const stubs = [{ name: 'СтандартныеПодсистемыСервер', text }];
    const { found } = environment({ subsystems: ['СтандартныеПодсистемы'] }, { stubs });
    expect(found['ВерсияБСП']).toBe(expected);
  });

  test('names of everything that the decision asks', () => {
    const { found } = environment({
      extensions: [stored('Скидки', '1.2'), stored('Пустое', '', new Uint8Array(0))],
    });
    expect(found).toMatchObject({
      ...SETTINGS,
      Конфигурация: 'БухгалтерияПредприятия',
      ВерсияКонфигурации: '3.0.171.9',
      Платформа: '8.3.24.1467',
      Установленные: [{ Имя: 'Скидки', Версия: '1.2' }],
    });
  });

  test('a user without rights still sees what is installed, and keeps no privileges', () => {
    const { found, world } = environment({ rights: new Set(), extensions: [stored('Скидки', '1.2')] });
    expect(found['Установленные']).toMatchObject([{ Имя: 'Скидки', Версия: '1.2', Запомнено: undefined }]);
    expect(world.infobase.privileged).toBe(false);
  });

  test('which subsystems and objects are there, of those that documents name', () => {
    const objects = ['ОбщийМодуль.Скидки', 'Подсистема.Продажи.Подсистема.Скидки'];
    const program = loadCore(['ВыпускСреда'], { platform: { infobase: { objects } } });
    const signs = [
      { object: 'общиймодуль.скидки' },
      { object: 'ОбщийМодуль.Нет' },
      { object: 'Бессмыслица' },
      { subsystem: 'Продажи.Скидки' },
      { subsystem: 'Продажи' },
      { extension: 'Скидки' },
    ].map((sign) => onTheWire(sign));
    expect(program.call('ВыпускСреда', 'ИмеющеесяПоПризнакам', [signs]).value).toEqual([
      'общиймодуль.скидки',
      'Подсистема.Продажи.Скидки',
    ]);
  });
});
