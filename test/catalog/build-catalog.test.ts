import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../scripts/catalog/build-catalog.ts';
import type { CatalogBuild, CatalogSources } from '../../scripts/catalog/catalog-build.ts';
import { NOTES_BUDGET } from '../../scripts/catalog/extension-document.ts';
import type {
  CatalogDocument,
  ConfigurationDocument,
  ExtensionDocument,
  ReleaseDocument,
} from '../../scripts/model/documents.ts';
import type { Release } from '../../scripts/model/release.ts';
import { passport, releaseTree } from './release-tree.ts';
import type { ExtensionSketch, ReleaseSketch, TreeSketch } from './release-tree.ts';

const BP = 'БухгалтерияПредприятия';
const UT = 'УправлениеТорговлей';

const agreement = new TextEncoder().encode('Лицензионное соглашение');
const sources: CatalogSources = { readAgreement: () => agreement };

const build = (tree: TreeSketch, more: Partial<CatalogSources> = {}): CatalogBuild =>
  buildCatalog(releaseTree(tree), { ...sources, ...more });

const parsed = (bytes: Uint8Array | undefined): unknown => JSON.parse(new TextDecoder().decode(bytes));
const documentOf = (tree: TreeSketch, path: string): unknown => parsed(build(tree).documents.get(path));

const extensionOf = (tree: TreeSketch): ExtensionDocument =>
  documentOf(tree, 'extensions/b24.json') as ExtensionDocument;
const configurationOf = (tree: TreeSketch): ConfigurationDocument =>
  documentOf(tree, `configurations/${BP}.json`) as ConfigurationDocument;
const catalogOf = (tree: TreeSketch): CatalogDocument => documentOf(tree, 'catalog.json') as CatalogDocument;

const extension = (releases: readonly ReleaseSketch[], rest: Partial<ExtensionSketch> = {}): TreeSketch => ({
  extensions: [{ id: 'b24', ...rest, releases }],
});

const releaseOf = (release: Partial<ReleaseSketch>): ReleaseDocument =>
  extensionOf(extension([{ version: '1.0', ...release }])).releases[0]!;

describe('what is left out', () => {
  test('everything that says the usual thing', () => {
    expect(releaseOf({})).toEqual({
      version: '1.0',
      date: '2026-11-01',
      channel: 'stable',
      builds: [
        {
          file: 'b24.cfe',
          length: 1000,
          sha256: 'ab'.repeat(32),
          configurations: [{ name: BP, version: '>=3.0.140' }],
        },
      ],
    });
  });

  const usual = { safeMode: true, dangerousActionsProtection: true, exclusive: 'auto', publish: [] } as const;

  test.each<readonly [string, Partial<ReleaseSketch>, object]>([
    ['safe mode off', { install: { ...usual, safeMode: false } }, { install: { safeMode: false } }],
    ['a security profile', { install: { ...usual, safeMode: 'Сеть' } }, { install: { safeMode: 'Сеть' } }],
    [
      'protection off',
      { install: { ...usual, dangerousActionsProtection: false } },
      { install: { dangerousActionsProtection: false } },
    ],
    [
      'something to publish by hand',
      { install: { ...usual, publish: ['httpServices'] } },
      { install: { publish: ['httpServices'] } },
    ],
    ['importance', { importance: 'critical' }, { importance: 'critical' }],
    ['a platform', { requires: { platform: '>=8.3.20' } }, { requires: { platform: '>=8.3.20' } }],
    ['an update path', { updateFrom: '>=1.2' }, { updateFrom: '>=1.2' }],
    [
      'a rollout, with its null',
      { rollout: { percent: 20, pausedAt: null } },
      { rollout: { percent: 20, pausedAt: null } },
    ],
  ])('but not %s', (_what, release, expected) => {
    expect(releaseOf(release)).toMatchObject(expected);
  });

  test('no document holds a null but the one of a rollout', () => {
    const { documents } = build(extension([{ version: '1.0', notes: { ru: 'Новое' } }]));
    for (const bytes of documents.values()) expect(new TextDecoder().decode(bytes)).not.toContain('null');
  });
});

describe('a build is exclusive', () => {
  const exclusiveOf = (release: Partial<ReleaseSketch>) => releaseOf(release).builds[0]!.exclusive;

  test.each<readonly [string, Partial<ReleaseSketch>, boolean | undefined]>([
    ['its file changes the data structure', { passports: { 'b24.cfe': passport(true) } }, true],
    [
      'the manifest says always',
      { install: { safeMode: true, dangerousActionsProtection: true, exclusive: 'always', publish: [] } },
      true,
    ],
    [
      'not when its file leaves the data structure alone',
      { passports: { 'b24.cfe': passport(false) } },
      undefined,
    ],
    ['not when another file has that passport', { passports: { 'other.cfe': passport(true) } }, undefined],
  ])('when %s', (_why, release, expected) => {
    expect(exclusiveOf(release)).toBe(expected);
  });

  test('when the caller has read a file that has no passport beside it', () => {
    const { documents } = build(extension([{ version: '1.0' }]), {
      passportOf: ({ extension: id, version, file }) =>
        passport(`${id}/${version}/${file}` === 'b24/1.0/b24.cfe'),
    });
    const document = parsed(documents.get('extensions/b24.json')) as ExtensionDocument;
    expect(document.releases[0]!.builds[0]!.exclusive).toBe(true);
  });
});

describe('the document of an extension', () => {
  test('lists the whole history, newest release first, withdrawn ones too', () => {
    const withdrawn = { date: '2026-11-09', reason: { ru: 'Теряет документы' } };
    const releases = [{ version: '1.9', withdrawn }, { version: '1.10' }, { version: '1.2' }];
    const document = extensionOf(extension(releases));
    expect(document.releases.map((release) => release.version)).toEqual(['1.10', '1.9', '1.2']);
    expect(document.releases[1]!.withdrawn).toEqual(withdrawn);
  });

  test('carries notes and their first lines in both languages', () => {
    const release = releaseOf({ notes: { ru: '# 1.0\n\nПервый **выпуск**.', en: 'First release.' } });
    expect(release.notes).toEqual({ ru: '# 1.0\n\nПервый **выпуск**.', en: 'First release.' });
    expect(release.brief).toEqual({ ru: 'Первый выпуск.', en: 'First release.' });
  });

  test('carries the same notes whatever the line ends of the checkout', () => {
    expect(releaseOf({ notes: { ru: 'Первое.\r\n\r\nВторое.\r\n' } }).notes).toEqual({
      ru: 'Первое.\n\nВторое.',
    });
  });

  test('lets English stand in where nobody wrote Russian', () => {
    expect(releaseOf({ notes: { en: 'First release.' } }).notes).toEqual({ ru: 'First release.' });
  });

  test('carries only as many notes, the newest, as leave it below its limit', () => {
    const notes = { ru: 'ы'.repeat(NOTES_BUDGET / 8) };
    const releases = ['1', '2', '3', '4', '5', '6'].map((version) => ({ version, notes }));
    const document = extensionOf(extension(releases));
    const noted = document.releases.filter((release) => release.notes);
    expect(noted.map((release) => release.version)).toEqual(['6', '5', '4', '3']);
    expect(document.releases.every((release) => release.brief)).toBe(true);
  });

  test('pins the passport and the licence agreement as they are published', async () => {
    const { documents, files } = build(
      extension([{ version: '1.0', passports: { 'b24.cfe': passport(true) } }], {
        eula: { ru: 'eula.ru.md' },
      }),
    );
    const document = parsed(documents.get('extensions/b24.json')) as ExtensionDocument;
    const pins = [document.releases[0]!.builds[0]!.passport, document.eula?.ru];
    const published = ['files/b24/1.0/b24.cfe.passport.json', 'files/b24/eula.ru.md'].map((path) =>
      files.find((file) => file.path === path),
    );
    for (const [at, pin] of pins.entries()) {
      const bytes = (await published[at]?.read?.()) ?? new Uint8Array();
      expect(pin).toEqual({ length: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
    }
  });
});

describe('the document of a configuration', () => {
  test('does not exist where nothing is made for the configuration', () => {
    const { documents } = build(extension([{ version: '1.0' }]));
    expect([...documents.keys()]).toEqual([
      'catalog.json',
      `configurations/${BP}.json`,
      'extensions/b24.json',
      'licensing.json',
    ]);
  });

  test('has only the builds made for it, and does not repeat its own name in them', () => {
    const builds = [
      { file: 'bp.cfe', made: { [BP]: '>=3.0', [UT]: '>=11' }, tested: '3.0.171.9' },
      { file: 'ut.cfe', made: { [UT]: '>=11' } },
    ];
    const document = configurationOf(extension([{ version: '1.0', builds }]));
    expect(document.extensions[0]!.releases[0]!.builds).toEqual([
      {
        file: 'bp.cfe',
        length: 1000,
        sha256: 'ab'.repeat(32),
        configurations: [{ version: '>=3.0', tested: '3.0.171.9' }],
      },
    ]);
  });

  test('has neither notes nor passports, and cuts the first lines between words', () => {
    const notes = { ru: 'Очень длинное описание того, что изменилось, '.repeat(5) };
    const tree = extension([{ version: '1.0', notes, passports: { 'b24.cfe': passport(true) } }]);
    const release = configurationOf(tree).extensions[0]!.releases[0]!;
    expect(release.notes).toBeUndefined();
    expect(release.builds[0]!.passport).toBeUndefined();
    expect(release.brief?.ru).toBe('Очень длинное описание того, что изменилось, Очень длинное…');
    expect(release.brief?.ru.length).toBeLessThanOrEqual(60);
  });

  test('leaves out a release that a newer one takes the place of, and keeps the newest of each range', () => {
    const releases = ['1.0', '1.1', '2.0', '2.1'].map((version) => ({
      version,
      builds: [{ made: { [BP]: version < '2' ? '>=3.0.100 <3.0.150' : '>=3.0.150' } }],
    }));
    const document = configurationOf(extension(releases));
    expect(document.extensions[0]!.releases.map((release) => release.version)).toEqual(['2.1', '1.1']);
  });

  test('tells of withdrawn versions and does not offer them', () => {
    const withdrawn = { date: '2026-11-09', reason: { ru: 'Теряет документы' } };
    const document = configurationOf(extension([{ version: '1.0' }, { version: '1.1', withdrawn }]));
    expect(document.extensions[0]!.releases.map((release) => release.version)).toEqual(['1.0']);
    expect(document.extensions[0]!.withdrawn).toEqual([{ version: '1.1', ...withdrawn }]);
  });
});

describe('the catalogue', () => {
  test('names the newest standing release of each channel and the reach of all of them', () => {
    const withdrawn = { date: '2026-11-09', reason: { ru: 'Теряет документы' } };
    const releases: ReleaseSketch[] = [
      { version: '1.0', builds: [{ made: { [BP]: '>=3.0 <3.0.100' } }] },
      { version: '1.9', builds: [{ made: { [BP]: '>=3.0.100 <3.1' }, tested: '3.0.171.9' }] },
      { version: '1.10', channel: 'beta', builds: [{ made: { [UT]: '11.5.x' }, tested: '11.5.20' }] },
      { version: '2.0', withdrawn },
    ];
    const entry = catalogOf(extension(releases)).extensions[0]!;
    expect(entry.latest).toEqual({
      stable: { version: '1.9', date: '2026-11-01' },
      beta: { version: '1.10', date: '2026-11-01' },
    });
    expect(entry.configurations).toEqual([
      { name: BP, version: '>=3.0 <3.1', tested: '3.0.171.9' },
      { name: UT, version: '>=11.5 <11.6', tested: '11.5.20' },
    ]);
  });

  test('names the subsystems that the newest standing release adopts, each once, at most 32', () => {
    const adopting = (...names: readonly string[]) => ({
      'crm.cfe': {
        ...passport(false),
        objects: [
          ...names.map((name) => ({ kind: 'Subsystem', name, belonging: 'adopted' }) as const),
          { kind: 'Subsystem', name: 'р_Своя', belonging: 'own' } as const,
          { kind: 'Catalog', name: 'Контрагенты', belonging: 'adopted' } as const,
        ],
      },
    });
    const many = Array.from({ length: 40 }, (_, at) => `П${String(at).padStart(2, '0')}`);
    const release = (version: string, ...names: readonly string[]): ReleaseSketch => ({
      version,
      passports: adopting(...names),
      builds: [{ file: 'crm.cfe' }],
    });
    const subsystemsOf = (...releases: ReleaseSketch[]) =>
      catalogOf(extension(releases)).extensions[0]!.subsystems;
    const withdrawn = { date: '2026-11-09', reason: { ru: 'Теряет документы' } };
    expect(subsystemsOf(release('1.0', 'Старая'), release('1.1', 'Продажи', 'CRM', 'CRM'))).toEqual([
      'CRM',
      'Продажи',
    ]);
    expect(subsystemsOf(release('1.0', 'CRM'), { ...release('1.1', 'Иная'), withdrawn })).toEqual(['CRM']);
    expect(subsystemsOf(release('1.0', ...many))).toEqual(many.slice(0, 32));
    expect(subsystemsOf(release('1.0'))).toBeUndefined();
  });

  test('lists extensions by id in code-unit order', () => {
    const extensions = ['b', 'a-1', 'a', 'a1'].map((id) => ({ id, releases: [{ version: '1' }] }));
    const { extensions: listed } = catalogOf({ extensions });
    expect(listed.map((entry) => entry.id)).toEqual(['a', 'a-1', 'a1', 'b']);
  });
});

test('a protected build says what lies in it and who can open it, in both documents', () => {
  const clear = { length: 900, sha256: 'cd'.repeat(32) };
  const unlock = [{ product: 'crm', month: '2026-11', sealed: `${'A'.repeat(43)}=` }];
  const tree = extension([{ version: '1.0', builds: [{ file: 'b24.cfe.zip', clear, unlock }] }]);
  for (const name of ['extensions/b24.json', 'configurations/БухгалтерияПредприятия.json']) {
    expect(JSON.stringify(documentOf(tree, name))).toContain(
      `"clear":${JSON.stringify(clear)},"unlock":${JSON.stringify(unlock)}`,
    );
  }
});

describe('licensing.json', () => {
  const tree: TreeSketch = {
    extensions: [
      { id: 'aa', price: 'paid', products: ['pro'], title: { ru: 'Первое' } },
      { id: 'bb', price: 'paid', products: ['base', 'pro'], title: { ru: 'Второе' } },
    ],
  };

  test('names products by the first extension that asks for them', () => {
    expect(documentOf(tree, 'licensing.json')).toEqual({
      type: 'licensing',
      formatVersion: 1,
      licensePrefix: 'DEMO',
      keys: [],
      products: [
        { id: 'base', title: { ru: 'Второе' } },
        { id: 'pro', title: { ru: 'Первое' } },
      ],
    });
  });

  test('takes keys and titles from licensing.yaml where there is one', () => {
    const [b, a] = ['b', 'a'].map((digit) => ({ keyid: digit.repeat(64), public: 'c'.repeat(64) }));
    const products = [{ id: 'pro', title: { ru: 'Про' } }];
    const licensing = { keys: [b, a].filter((key) => key !== undefined), products };
    expect(documentOf({ ...tree, licensing }, 'licensing.json')).toMatchObject({
      keys: [
        { ...a, keytype: 'ed25519' },
        { ...b, keytype: 'ed25519' },
      ],
      products,
    });
  });
});

describe('files', () => {
  test('of the repository are listed with where they come from', async () => {
    const { files } = build(extension([{ version: '1.0', artifacts: { 'b24.cfe': 'bytes' } }]));
    expect(files).toMatchObject([
      { path: 'files/b24/1.0/b24.cfe', kind: 'artifact', length: 1000, sha256: 'ab'.repeat(32) },
    ]);
    expect(new TextDecoder().decode(await files[0]?.read?.())).toBe('bytes');
  });

  test('that the tree does not hold are listed all the same: they must have been uploaded', () => {
    const { files } = build(extension([{ version: '1.0' }]));
    expect(files[0]?.path).toBe('files/b24/1.0/b24.cfe');
    expect(files[0]?.read).toBeUndefined();
  });

  test('with addresses of their own are pinned and not published', () => {
    const urls = ['https://host.example/b24.cfe'];
    const { files, documents } = build(extension([{ version: '1.0', builds: [{ urls }] }]));
    expect(files).toEqual([]);
    const document = parsed(documents.get('extensions/b24.json')) as ExtensionDocument;
    expect(document.releases[0]!.builds[0]!.urls).toEqual(urls);
  });
});

test('plain copies are the same bytes below index/', () => {
  const { documents, plain } = build(extension([{ version: '1.0' }]));
  expect([...plain]).toEqual([...documents].map(([path, bytes]) => [`index/${path}`, bytes]));
});

test('documents are compact JSON without a line end', () => {
  for (const bytes of build(extension([{ version: '1.0', notes: { ru: 'Новое' } }])).documents.values()) {
    const text = new TextDecoder().decode(bytes);
    expect(text).toBe(JSON.stringify(JSON.parse(text)));
  }
});

test('the order of members in a manifest changes nothing', () => {
  const title = { en: 'Link', ru: 'Связь' };
  const reason = { en: 'Loses documents', ru: 'Теряет документы' };
  const releases = (withdrawn: Release['withdrawn'], rollout: Release['rollout']) => [
    { version: '1.0', withdrawn: withdrawn! },
    { version: '1.1', rollout: rollout!, passports: { 'b24.cfe': passport(true) } },
  ];
  const one = extension(releases({ date: '2026-11-09', reason }, { percent: 5, pausedAt: null }), { title });
  const other = extension(
    releases({ reason: reversed(reason), date: '2026-11-09' }, { pausedAt: null, percent: 5 }),
    { title: reversed(title), vendor: { name: { ru: 'Поставщик' } } },
  );
  expect(build(other).documents).toEqual(build(one).documents);
});

const reversed = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).reverse()) as T;

test('the order in which extensions are read from a disk changes nothing', () => {
  const extensions = ['aa', 'bb', 'cc', 'dd'].map((id) => ({
    id,
    releases: [{ version: '1.0' }, { version: '1.1' }],
  }));
  const expected = build({ extensions }).documents;
  fc.assert(
    fc.property(fc.shuffledSubarray(extensions, { minLength: extensions.length }), (shuffled) => {
      expect(build({ extensions: shuffled }).documents).toEqual(expected);
    }),
    { numRuns: 20 },
  );
});
