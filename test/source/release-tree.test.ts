import { describe, expect, test } from 'vitest';
import type { TreeFiles } from '../../scripts/source/files/tree-files.ts';
import {
  LIMITS,
  memoryFiles,
  readReleaseTree,
  SourceError,
  type FileRecord,
  type TreeReading,
} from '../../scripts/source/index.ts';
import { EXTENSION_YAML, PASSPORT, RELEASE_YAML, spoiled, TREE } from './written-manifests.ts';

const RELEASE = 'extensions/crm/1.4.2.7';

const read = (files: FileRecord, ...only: string[]): Promise<TreeReading> =>
  readReleaseTree(memoryFiles(files), only.length === 0 ? {} : { only: new Set(only) });

/** `code file` of each problem. */
const told = ({ problems }: TreeReading): string[] =>
  problems.map(({ code, place }) => `${code} ${place.file}`);

const releaseAt = (version: string): string => spoiled(RELEASE_YAML, '1.4.2.7', version);

describe('what is wrong with a tree', () => {
  test.each<[string, FileRecord, string[]]>([
    ['nothing there', {}, ['file-missing configurations.yaml', 'file-missing publisher.yaml']],
    [
      'an extension without a manifest',
      { ...TREE, 'extensions/tags/1.0/release.yaml': releaseAt('"1.0"') },
      ['file-missing extensions/tags/extension.yaml'],
    ],
    [
      'a release without a manifest',
      { ...TREE, 'extensions/crm/1.5/notes.ru.md': '' },
      ['file-missing extensions/crm/1.5/release.yaml'],
    ],
    [
      'an id with capitals',
      { ...TREE, 'extensions/CRM/extension.yaml': EXTENSION_YAML },
      ['folder-name extensions/CRM'],
    ],
    [
      'an id that is a device of Windows',
      { ...TREE, 'extensions/con/extension.yaml': EXTENSION_YAML },
      ['name-reserved extensions/con'],
    ],
    [
      'a file that is a device of Windows',
      { ...TREE, [`${RELEASE}/CON.cfe`]: '' },
      [`name-reserved ${RELEASE}/CON.cfe`],
    ],
    [
      'a name with a character that Windows forbids',
      { ...TREE, [`${RELEASE}/what?.png`]: '' },
      [`name-reserved ${RELEASE}/what?.png`],
    ],
    [
      'a file named as macOS composes letters',
      { ...TREE, [`${RELEASE}/${'Обмен й.cfe'.normalize('NFD')}`]: '' },
      [`name-decomposed ${RELEASE}/${'Обмен й.cfe'.normalize('NFD')}`],
    ],
    [
      'a manifest that names a file as macOS does',
      {
        ...TREE,
        [`${RELEASE}/release.yaml`]: spoiled(
          RELEASE_YAML,
          'file: crm.cfe',
          `file: ${'й.cfe'.normalize('NFD')}`,
        ),
      },
      [`name-decomposed ${RELEASE}/release.yaml`],
    ],
    [
      'conflicts that git left in a manifest',
      { ...TREE, [`${RELEASE}/release.yaml`]: `<<<<<<< HEAD\n${RELEASE_YAML}=======\n>>>>>>> theirs\n` },
      [`conflict-markers ${RELEASE}/release.yaml`],
    ],
    [
      'conflicts that git left in notes',
      { ...TREE, [`${RELEASE}/notes.ru.md`]: 'Текст\n<<<<<<< HEAD\nа\n=======\nб\n>>>>>>> theirs\n' },
      [`conflict-markers ${RELEASE}/notes.ru.md`],
    ],
    [
      'a heading and a quote that look alike',
      { ...TREE, [`${RELEASE}/notes.ru.md`]: '>>>>>>> quoted\n\nЗаголовок\n=======\n<<<<<<<<< drawing\n' },
      [],
    ],
    [
      'an id of one letter',
      { ...TREE, 'extensions/c/extension.yaml': EXTENSION_YAML },
      ['folder-name extensions/c'],
    ],
    [
      'a folder that is no version',
      { ...TREE, 'extensions/crm/latest/release.yaml': '' },
      ['folder-name extensions/crm/latest'],
    ],
    ['a stray file in the tree', { ...TREE, 'todo.txt': '' }, ['unexpected-file todo.txt']],
    ['a stray folder in the tree', { ...TREE, 'old/a.txt': '' }, ['unexpected-file old']],
    [
      'a file among the extensions',
      { ...TREE, 'extensions/a.cfe': '' },
      ['unexpected-file extensions/a.cfe'],
    ],
    [
      'a stray file in an extension',
      { ...TREE, 'extensions/crm/a.cfe': '' },
      ['unexpected-file extensions/crm/a.cfe'],
    ],
    [
      'a stray file in a release',
      { ...TREE, [`${RELEASE}/crm.epf`]: '' },
      [`unexpected-file ${RELEASE}/crm.epf`],
    ],
    [
      'a stray folder in a release',
      { ...TREE, [`${RELEASE}/src/a`]: '' },
      [`unexpected-file ${RELEASE}/src`],
    ],
    [
      'notes in a third language',
      { ...TREE, [`${RELEASE}/notes.de.md`]: '' },
      [`unexpected-file ${RELEASE}/notes.de.md`],
    ],
    [
      'notes as Markdown and as MDX',
      { ...TREE, [`${RELEASE}/notes.ru.mdx`]: '' },
      [`notes-twice ${RELEASE}/notes.ru.mdx`],
    ],
    [
      'notes in another encoding',
      { ...TREE, [`${RELEASE}/notes.en.md`]: Uint8Array.of(0xcf) },
      [`file-encoding ${RELEASE}/notes.en.md`],
    ],
    [
      'notes too large',
      { ...TREE, [`${RELEASE}/notes.en.md`]: 'x'.repeat(LIMITS.notesBytes + 1) },
      [`file-too-large ${RELEASE}/notes.en.md`],
    ],
    [
      'a manifest too large',
      { ...TREE, 'publisher.yaml': '#'.repeat(LIMITS.manifestBytes + 1) },
      ['file-too-large publisher.yaml'],
    ],
    [
      'a passport that is not JSON',
      { ...TREE, [`${RELEASE}/crm.cfe.passport.json`]: '{' },
      [`passport-invalid ${RELEASE}/crm.cfe.passport.json`],
    ],
    [
      'a passport of another version',
      { ...TREE, [`${RELEASE}/crm.cfe.passport.json`]: JSON.stringify({ ...PASSPORT, formatVersion: 2 }) },
      [`passport-invalid ${RELEASE}/crm.cfe.passport.json`],
    ],
    [
      'mistakes in several files, all at once and in order',
      {
        ...TREE,
        'publisher.yaml': 'id: [',
        'extensions/crm/extension.yaml': 'name: 1',
        [`${RELEASE}/release.yaml`]: spoiled(RELEASE_YAML, 'stable', 'Стабильный'),
      },
      [
        `schema-format ${RELEASE}/release.yaml`,
        'schema-required extensions/crm/extension.yaml',
        'schema-required extensions/crm/extension.yaml',
        'schema-required extensions/crm/extension.yaml',
        'schema-format extensions/crm/extension.yaml',
        'yaml-syntax publisher.yaml',
      ],
    ],
  ])('%s', async (_reason, files, expected) => expect(told(await read(files))).toEqual(expected));

  test('only a stray file is a warning', async () => {
    const { problems } = await read({ ...TREE, 'todo.txt': '', 'extensions/c/a': '' });
    expect(problems.map(({ severity }) => severity)).toEqual(['error', 'warning']);
  });

  test('each wrong field of a passport is named', async () => {
    const wrong = JSON.stringify({
      ...PASSPORT,
      purpose: 'Other',
      objects: [{ kind: 'Catalog', name: 7, belonging: 'own' }],
      more: 1,
    });
    const { problems } = await read({ ...TREE, [`${RELEASE}/crm.cfe.passport.json`]: wrong });
    expect(problems.map(({ args }) => args['field'])).toEqual(['purpose', 'objects.0.name', 'more']);
  });

  test('a figure for what is too large', async () => {
    const { problems } = await read({ ...TREE, 'publisher.yaml': '#'.repeat(LIMITS.manifestBytes + 1) });
    expect(problems[0]?.args).toEqual({ size: LIMITS.manifestBytes + 1, limit: LIMITS.manifestBytes });
  });
});

describe('a hostile folder', () => {
  const files = memoryFiles(TREE);
  const withRoot = (list: TreeFiles['list']): TreeFiles => ({ ...files, list });

  test('a link is reported and never followed', async () => {
    const reading = await readReleaseTree(
      withRoot(async (folder) => [
        ...(await files.list(folder)),
        ...(folder === RELEASE ? [{ name: 'secret.cfe', kind: 'link' as const }] : []),
      ]),
    );
    expect(told(reading)).toEqual([`symbolic-link ${RELEASE}/secret.cfe`]);
    expect(reading.tree?.extensions[0]?.releases[0]?.artifacts.has('secret.cfe')).toBe(false);
  });

  test('a linked manifest is missing', async () => {
    const reading = await readReleaseTree(
      withRoot(async (folder) =>
        (await files.list(folder)).map((entry) =>
          entry.name === 'publisher.yaml' ? { ...entry, kind: 'link' as const } : entry,
        ),
      ),
    );
    expect(told(reading)).toEqual(['file-missing publisher.yaml', 'symbolic-link publisher.yaml']);
    expect(reading.tree).toBeUndefined();
  });

  test('a folder of countless entries is not read', async () => {
    const countless = Array.from({ length: LIMITS.folderEntries + 1 }, (_, index) => ({
      name: `id-${index}`,
      kind: 'folder' as const,
    }));
    const reading = await readReleaseTree(
      withRoot(async (folder) => (folder === 'extensions' ? countless : files.list(folder))),
    );
    expect(reading.problems).toMatchObject([
      { code: 'too-many-entries', args: { count: LIMITS.folderEntries + 1, limit: LIMITS.folderEntries } },
    ]);
    expect(reading.tree?.extensions).toEqual([]);
  });

  test('a file that cannot be read is reported with the reason', async () => {
    const broken: TreeFiles = {
      ...files,
      read: async (file, limit) => {
        if (file.endsWith('notes.ru.md'))
          throw new SourceError('file-unreadable', { file, reason: 'EACCES' });
        return files.read(file, limit);
      },
    };
    const reading = await readReleaseTree(broken);
    expect(told(reading)).toEqual([`file-unreadable ${RELEASE}/notes.ru.md`]);
    expect(reading.tree?.extensions[0]?.releases[0]?.notes).toEqual([]);
  });

  test('a fault of the program is not taken for a fault of the tree', async () => {
    const broken: TreeFiles = { ...files, list: () => Promise.reject(new TypeError('bug')) };
    await expect(readReleaseTree(broken)).rejects.toThrow(TypeError);
  });
});

describe('a tree', () => {
  const whole: FileRecord = {
    ...TREE,
    'README.md': '',
    'trust/1.root.json': '{}',
    [`licenses/aa/${'aa'.repeat(20)}.zip`]: '',
    'schemas/release.schema.json': '{}',
    '.DS_Store': '',
    'extensions/crm/eula.ru.md': 'Соглашение',
    'extensions/crm/docs/start.md': '',
    'extensions/crm/logo.png': '',
    [`${RELEASE}/notes.en.mdx`]: '<Steps>\n</Steps>',
    [`${RELEASE}/a.cfe.zip`]: 'zip',
    [`${RELEASE}/crm.cfe.passport.json`]: JSON.stringify(PASSPORT),
    [`${RELEASE}/images/window.png`]: '',
    'extensions/crm/1.10/release.yaml': releaseAt('1.10'),
    'extensions/crm/1.9/release.yaml': releaseAt('1.9'),
    'extensions/abc/extension.yaml': EXTENSION_YAML,
  };

  test('has nothing to complain of in files that other readers know', async () => {
    expect(told(await read(whole))).toEqual([]);
  });

  test('has its extensions by id and their releases by version, not by spelling', async () => {
    const { tree } = await read(whole);
    expect(tree?.extensions.map(({ id }) => id)).toEqual(['abc', 'crm']);
    expect(tree?.extensions[1]?.releases.map(({ folder }) => folder)).toEqual(['1.4.2.7', '1.9', '1.10']);
    expect(tree?.extensions[1]?.manifest.value).toMatchObject({ id: 'crm', name: 'РомашкаCRM' });
    expect(tree?.extensions[1]?.eula).toEqual(new Map([['ru', 'extensions/crm/eula.ru.md']]));
  });

  test('has notes, files and passports of a release', async () => {
    const { tree } = await read(whole);
    const release = tree?.extensions[1]?.releases[0];
    expect(release?.notes).toEqual([
      { locale: 'en', format: 'mdx', file: `${RELEASE}/notes.en.mdx`, text: '<Steps>\n</Steps>' },
      { locale: 'ru', format: 'md', file: `${RELEASE}/notes.ru.md`, text: 'Исправлена передача заказов.\n' },
    ]);
    expect([...(release?.artifacts ?? [])].map(([name, { file, length }]) => [name, file, length])).toEqual([
      ['a.cfe.zip', `${RELEASE}/a.cfe.zip`, 3],
      ['crm.cfe', `${RELEASE}/crm.cfe`, 10],
    ]);
    expect(new TextDecoder().decode(await release?.artifacts.get('a.cfe.zip')?.read())).toBe('zip');
    expect(release?.passports).toEqual(new Map([['crm.cfe', PASSPORT]]));
  });

  test('leaves out what cannot be used and keeps the rest', async () => {
    const { tree, problems } = await read({ ...whole, 'extensions/crm/1.9/release.yaml': '?' });
    expect(problems).toHaveLength(1);
    expect(tree?.extensions[1]?.releases.map(({ folder }) => folder)).toEqual(['1.4.2.7', '1.10']);
  });

  test.each([
    [['crm'], ['crm'], ['1.4.2.7', '1.9', '1.10'], 'an extension'],
    [['crm/1.9'], ['crm'], ['1.9'], 'a release'],
    [['crm/1.9', 'abc'], ['abc', 'crm'], ['1.9'], 'one of each'],
    [['none', 'none/1.0'], [], [], 'nothing that there is'],
  ])('read only for %j has %j and %j — %s', async (only, ids, folders) => {
    const { tree, problems } = await read(whole, ...only);
    expect(problems).toEqual([]);
    expect(tree?.extensions.map(({ id }) => id)).toEqual(ids);
    expect(tree?.extensions.flatMap(({ releases }) => releases.map(({ folder }) => folder))).toEqual(folders);
  });

  test('read in part reads no other folder', async () => {
    const files = memoryFiles(whole);
    const listed: string[] = [];
    const list = (folder: string) => (listed.push(folder), files.list(folder));
    await readReleaseTree({ ...files, list }, { only: new Set(['crm/1.9']) });
    expect(listed).toEqual(['', 'extensions', 'extensions/crm', 'extensions/crm/1.9']);
  });
});
