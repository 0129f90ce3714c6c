import { describe, expect, test } from 'vitest';
import {
  inspectionOf,
  passportOf,
  readV8File,
  writeExtension,
  type ExtensionFacts,
} from '../../scripts/cfe/index.ts';
import { describedExtension } from './described-extension.ts';

async function facts(): Promise<ExtensionFacts> {
  const read = await readV8File(await writeExtension(describedExtension()));
  if (read.type !== 'ConfigurationExtension') throw new Error(read.type);
  return read;
}

const FILE = { sha256: 'ab'.repeat(32), length: 4096 };

describe('passportOf', () => {
  test('says what the file says, sorted', async () => {
    const passport = passportOf(await facts(), FILE);
    expect(passport).toMatchObject({
      formatVersion: 1,
      ...FILE,
      name: 'Пример',
      version: '1.2.3.4',
      purpose: 'AddOn',
      changesDataStructure: true,
      defaultRoles: ['пр_Роль'],
      httpServices: [
        {
          name: 'пр_Сервис',
          rootUrl: 'primer',
          routes: [{ template: '/x/{id}', methods: ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'] }],
        },
      ],
    });
    expect(passport.objects.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'Catalog Контрагенты',
      'Catalog пр_Справочник',
      'CommonModule ОбщегоНазначения',
      'CommonModule пр_Модуль',
      'DataProcessor пр_Обработка',
      'Document Заказ',
      'Document пр_Документ',
      'HTTPService пр_Сервис',
      'InformationRegister пр_Регистр',
      'Language Русский',
      'Role пр_Роль',
    ]);
    expect(passport.interceptions).toEqual([
      { module: 'Catalog.Контрагенты.ObjectModule', method: 'ПриЗаписи', kind: 'After', handler: 'пр_В' },
      { module: 'CommonModule.ОбщегоНазначения.Module', method: 'Б', kind: 'Around', handler: 'пр_Б' },
    ]);
  });

  test('is plain JSON', async () => {
    const passport = passportOf(await facts(), FILE);
    expect(JSON.parse(JSON.stringify(passport))).toEqual(passport);
  });
});

describe('inspectionOf', () => {
  test('has every member that a program may rely on, whatever the file is', async () => {
    expect(Object.keys(inspectionOf(await facts()))).toEqual(
      expect.arrayContaining([
        ...[
          'type',
          'name',
          'synonym',
          'comment',
          'version',
          'vendor',
          'prefix',
          'purpose',
          'compatibilityMode',
        ],
        ...[
          'extensionCompatibilityMode',
          'objects',
          'httpServices',
          'interceptions',
          'changesDataStructure',
          'integrity',
        ],
        ...['defaultRoles', 'modules', 'formModules', 'configurationModules', 'moduleCount', 'warnings'],
      ]),
    );
  });

  test('is plain JSON', async () => {
    const inspection = inspectionOf(await facts());
    expect(JSON.parse(JSON.stringify(inspection))).toEqual(inspection);
  });

  test('gives the modules and flags of an object beside its name', async () => {
    const { objects } = inspectionOf(await facts());
    expect(objects.CommonModule?.[0]).toEqual({
      name: 'пр_Модуль',
      belonging: 'own',
      flags: ['0', '1', '1', '0', '0', '1', '0', '0'],
      modules: { Module: { bytes: 73, stored: 'container', blank: false } },
    });
    expect(objects.HTTPService?.[0]).toMatchObject({
      http: { rootURL: 'primer', templates: [{ name: 'Шаблон' }] },
    });
  });
});
