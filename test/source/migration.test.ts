import { describe, expect, test } from 'vitest';
import { memoryFiles, readReleaseTree, type FileRecord } from '../../scripts/source/index.ts';
import { TREE } from './written-manifests.ts';

const FOLDER = 'extensions/crm/migrate/old-exchange';
const MIGRATION_YAML = `title: {ru: Старый обмен, en: Old exchange}
recognize:
  - {extension: СтарыйОбмен, versions: "<3"}
  - {object: РегистрСведений.СтарыйОбмен_Связи}
scenarios:
  - id: in-place
    title: На месте
    summary: Для небольших баз.
    steps:
      - {id: unload, kind: unload, title: Выгрузить, mapping: links, onFailure: Повторить.}
      - {id: load, kind: load, title: Загрузить, needs: [unload], mapping: links, onFailure: Повторить.}
limits:
  - {id: calls, what: Звонки, consequence: Старые документы останутся без записей.}
mappings:
  - id: links
    revision: 1
    title: Связи
    fields:
      - {name: object, type: reference, key: true}
      - {name: crmId, type: string}
    source: {kind: informationRegister, name: СтарыйОбмен_Связи, columns: {object: Объект, crmId: Код}}
    target: {kind: informationRegister, name: Связи, columns: {object: Ссылка, crmId: Код}}
`;

const read = (files: FileRecord) => readReleaseTree(memoryFiles({ ...TREE, ...files }));

/** `code file` of each problem of a manifest in which one text was replaced. */
async function told(from: string | RegExp, to: string): Promise<string[]> {
  const spoiled = MIGRATION_YAML.replace(from, to);
  expect(spoiled).not.toBe(MIGRATION_YAML);
  const { problems } = await read({ [`${FOLDER}/migration.yaml`]: spoiled });
  return problems.map(({ code }) => code);
}

test('an extension without older modules has no member for them', async () => {
  const { tree } = await read({});
  expect(tree?.extensions[0]).not.toHaveProperty('migrations');
});

test('a migration is read with its longer texts', async () => {
  const { tree, problems } = await read({
    [`${FOLDER}/migration.yaml`]: MIGRATION_YAML,
    [`${FOLDER}/in-place.unload.ru.md`]: 'Откройте страницу выгрузки.',
    [`${FOLDER}/in-place.unload.en.md`]: 'Open the page.',
  });
  expect(problems).toEqual([]);
  const [migration] = tree?.extensions[0]?.migrations ?? [];
  expect(migration?.manifest.value).toMatchObject({
    from: 'old-exchange',
    scenarios: [{ id: 'in-place', steps: [{ where: 'working', who: 'administrator', needs: [] }, {}] }],
    mappings: [{ existing: 'report', fields: [{ key: true }, { key: false }] }],
  });
  const notes = migration?.texts.get('in-place.unload');
  expect(notes?.map(({ locale, text }) => [locale, text])).toEqual([
    ['en', 'Open the page.'],
    ['ru', 'Откройте страницу выгрузки.'],
  ]);
});

describe('a manifest is refused', () => {
  test.each<[string | RegExp, string, string, string]>([
    ['РегистрСведений.', 'Таблица.', 'schema-format', 'a kind of object that 1C does not have'],
    ['extension: СтарыйОбмен,', 'extension: Старый обмен,', 'schema-format', 'no inner name of an extension'],
    ['kind: unload', 'kind: export', 'schema-choice', 'a kind of step that nobody knows'],
    ['id: load', 'id: unload', 'schema-duplicate', 'two steps of one name'],
    ['revision: 1', 'revision: 0', 'schema-size', 'no revision'],
    ['name: crmId', 'name: __proto__', 'schema-format', 'a name that objects have by themselves'],
    ['name: crmId', 'name: object', 'schema-duplicate', 'two fields of one name'],
    [', consequence: Старые документы останутся без записей.', '', 'schema-required', 'a limit without text'],
    [/ {2}- id: in-place[\s\S]*?limits:/, 'limits:', 'schema-type', 'no way to move'],
    ['links\n    revision', 'links\n    extra: 1\n    revision', 'schema-unknown-field', 'a mistyped field'],
  ])('%#: %s', async (from, to, code) => expect(await told(from, to)).toContain(code));
});

test.each<[FileRecord, string, string]>([
  [{ [`${FOLDER}/notes.txt`]: '' }, `unexpected-file ${FOLDER}/notes.txt`, 'a stray file'],
  [
    { [`${FOLDER}/a.b.ru.md`]: '' },
    `unexpected-file ${FOLDER}/a.b.ru.md`,
    'a text of no step: names are ids',
  ],
  [
    { 'extensions/crm/migrate/a.md': '' },
    'unexpected-file extensions/crm/migrate/a.md',
    'a file for a folder',
  ],
  [
    { 'extensions/crm/migrate/OLD/migration.yaml': MIGRATION_YAML },
    'folder-name extensions/crm/migrate/OLD',
    'capitals: two addresses on one disk',
  ],
  [
    { 'extensions/crm/migrate/older/in-place.load.ru.md': 'x' },
    'file-missing extensions/crm/migrate/older/migration.yaml',
    'texts without a manifest',
  ],
])('%#: %s', async (files, problem) => {
  const { problems } = await read({ [`${FOLDER}/migration.yaml`]: MIGRATION_YAML, ...files });
  expect(problems.map(({ code, place }) => `${code} ${place.file}`)).toEqual([problem]);
});
