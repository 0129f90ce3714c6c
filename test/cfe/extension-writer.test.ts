import zlib from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { containerWidth, readContainer } from '../../scripts/cfe/container.ts';
import { deflateRaw } from '../../scripts/cfe/deflate.ts';
import { guidFrom } from '../../scripts/cfe/deterministic-guid.ts';
import { isGuid } from '../../scripts/cfe/guid.ts';
import {
  inspectionOf,
  readV8File,
  writeExtension,
  type ExtensionDescription,
} from '../../scripts/cfe/index.ts';
import { inflateRaw } from '../../scripts/cfe/inflate.ts';
import { readNestedContainer } from '../../scripts/cfe/nested-container.ts';
import { WarningLog } from '../../scripts/cfe/warning.ts';
import { WorkBudget } from '../../scripts/cfe/work-budget.ts';
import { describedExtension } from './described-extension.ts';

const readBack = async (description: ExtensionDescription) =>
  inspectionOf(await readV8File(await writeExtension(description)));

describe('writeExtension', () => {
  test('writes what the reader finds again', async () => {
    const inspection = await readBack(describedExtension());
    expect(inspection).toMatchObject({
      type: 'ConfigurationExtension',
      name: 'Пример',
      synonym: { ru: 'Пример "в кавычках"', en: 'Example' },
      comment: 'для проверки',
      vendor: 'Ромашка Софт',
      version: '1.2.3.4',
      prefix: 'пр_',
      purpose: 'AddOn',
      compatibilityMode: 'Version8_3_21',
      extensionCompatibilityMode: 'Version8_3_18',
      defaultRoles: ['пр_Роль'],
      changesDataStructure: true,
      moduleCount: 8,
      warnings: [],
    });
    expect(inspection.integrity).toMatchObject({ mismatches: [], unlisted: [], missing: [] });
    expect(inspection.entryTimes).toEqual(['2026-01-15T10:20:30', '2026-01-15T10:20:30']);
  });

  test('writes own and adopted objects of every kind that it knows', async () => {
    const { objects } = await readBack(describedExtension());
    const found = Object.entries(objects).map(([kind, list]) => [
      kind,
      list.map(({ name, belonging }) => `${name} ${belonging}`),
    ]);
    expect(Object.fromEntries(found)).toEqual({
      Role: ['пр_Роль own'],
      CommonModule: ['пр_Модуль own', 'ОбщегоНазначения adopted'],
      HTTPService: ['пр_Сервис own'],
      Language: ['Русский adopted'],
      Document: ['Заказ adopted', 'пр_Документ own'],
      InformationRegister: ['пр_Регистр own'],
      DataProcessor: ['пр_Обработка own'],
      Catalog: ['Контрагенты adopted', 'пр_Справочник own'],
    });
  });

  test('writes all methods of an HTTP service', async () => {
    const { httpServices } = await readBack(describedExtension());
    expect(httpServices).toEqual([
      {
        name: 'пр_Сервис',
        rootURL: 'primer',
        reuseSessions: 'AutoUse',
        sessionMaxAge: '20',
        templates: [
          {
            template: '/x/{id}',
            name: 'Шаблон',
            methods: [
              { name: 'DELETE', method: 'DELETE', handler: 'Удалить' },
              { name: 'GET', method: 'GET', handler: 'Взять' },
              { name: 'PATCH', method: 'PATCH', handler: 'Изменить' },
              { name: 'POST', method: 'POST', handler: 'Добавить' },
              { name: 'PUT', method: 'PUT', handler: 'Положить' },
            ],
          },
        ],
      },
    ]);
  });

  test('gives the same bytes for the same description, and configinfo last', async () => {
    const [once, again] = await Promise.all([
      writeExtension(describedExtension()),
      writeExtension(describedExtension()),
    ]);
    expect(Buffer.compare(once, again)).toBe(0);
    const width = containerWidth(once);
    if (width === undefined) throw new Error('no container');
    const entries = [...readContainer(once, width, new WarningLog()).entries.values()];
    expect(entries.toSorted((a, b) => a.address - b.address).at(-1)?.name).toBe('configinfo');
  });

  test('leaves no memory in the padding of module containers', async () => {
    const bytes = await writeExtension(describedExtension());
    const width = containerWidth(bytes);
    if (width === undefined) throw new Error('no container');
    const log = new WarningLog();
    const elements = [...readContainer(bytes, width, log).entries.values()].map(
      ({ stored }) => inflateRaw(stored, 1e6).bytes,
    );
    const slack = elements.flatMap(
      (element) => readNestedContainer(element, log, WorkBudget.ofFile(1e6))?.slack ?? [],
    );
    expect(slack.length).toBeGreaterThan(0);
    expect(slack.every((padding) => padding.every((byte) => byte === 0))).toBe(true);
  });
});

test.each([
  [new Uint8Array(), 'nothing'],
  [Uint8Array.of(1), 'one byte, too short to match'],
  [new Uint8Array(1000), 'a run: matches that overlap themselves'],
  [Uint8Array.from({ length: 70_000 }, (_, at) => (at * at) >> 5), 'farther back than a match may reach'],
  [Uint8Array.from({ length: 256 }, (_, at) => at), 'every literal once'],
])('zlib inflates what deflateRaw makes of %# — %s', (bytes) => {
  expect(Buffer.compare(zlib.inflateRawSync(deflateRaw(bytes)), bytes)).toBe(0);
});

test('guidFrom gives GUIDs of version 8 that depend on the seed alone', () => {
  const guids = Array.from({ length: 1000 }, (_, seed) => guidFrom(`seed ${seed}`));
  expect(new Set(guids).size).toBe(1000);
  expect(guids.every((guid) => isGuid(guid) && /^.{14}8.{4}[89ab]/.test(guid))).toBe(true);
  expect(guidFrom('seed 1')).toBe(guids[1]);
});
