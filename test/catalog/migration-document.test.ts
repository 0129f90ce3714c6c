import { beforeAll, expect, test } from 'vitest';
import { migrationDocument, migrationHead } from '../../scripts/catalog/migration-document.ts';
import { migrationDocument as schema } from '../../scripts/catalog/migration-schema.ts';
import type { MigrationEntry } from '../../scripts/model/release-tree.ts';
import { parseRange } from '../../scripts/model/version-range.ts';
import { directoryFiles, readReleaseTree } from '../../scripts/source/index.ts';
import { PUBLISHER } from '../fixtures/publisher.ts';

let entry: MigrationEntry;

beforeAll(async () => {
  const { tree } = await readReleaseTree(directoryFiles(PUBLISHER), { only: new Set(['crm-connector']) });
  const [found] = tree?.extensions[0]?.migrations ?? [];
  if (found === undefined) throw new Error('the demonstration has no migration');
  entry = found;
});

test('the demonstration is published as its schema says', () => {
  const document = migrationDocument('crm-connector', entry);
  expect(schema.parse(document)).toEqual(document);
  expect(document).toMatchObject({ extension: 'crm-connector', from: 'crm-exchange' });
  expect(document.scenarios.map(({ id, steps }) => [id, steps.length])).toEqual([
    ['through-copy', 8],
    ['in-place', 6],
  ]);
});

test('a step says no usual thing, and carries its longer text', () => {
  const [archive, copy] = migrationDocument('crm-connector', entry).scenarios[0]?.steps ?? [];
  expect(Object.keys(archive ?? {})).toEqual(['id', 'kind', 'title', 'onFailure']);
  expect(copy).toMatchObject({ where: 'copy', needs: ['archive'], verify: 'module-present' });
  expect(copy?.text?.ru).toContain('**«Это копия информационной базы»**');
  expect(copy?.text?.en).toContain('copy of the infobase');
});

test('the document of the extension says only how to recognise the older module', () => {
  expect(migrationHead(entry.manifest.value)).toEqual({
    from: 'crm-exchange',
    title: { ru: '«Обмен с CRM» и «Звонки CRM»', en: '“CRM Exchange” and “CRM Calls”' },
    recognize: [
      { extension: 'ОбменСCRM' },
      { extension: 'ЗвонкиCRM' },
      { object: 'РегистрСведений.CRM_СоответствияОбъектов' },
    ],
  });
});

test('a range of versions is a text', () => {
  const migration = entry.manifest.value;
  const versions = parseRange('<3');
  if (versions === undefined) throw new Error('no range');

  expect(migrationHead({ ...migration, recognize: [{ extension: 'Старое', versions }] }).recognize).toEqual([
    { extension: 'Старое', versions: '<3' },
  ]);
});
