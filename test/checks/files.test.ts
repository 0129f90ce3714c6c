import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { passportOf, readV8File, writeExtension, type ExtensionFacts } from '../../scripts/cfe/index.ts';
import { runChecks, type CheckContext, type InspectedFile } from '../../scripts/checks/index.ts';
import type { Passport } from '../../scripts/model/passport.ts';
import type { ReleaseTree } from '../../scripts/model/release-tree.ts';
import type { WrittenRelease } from '../../scripts/source/index.ts';
import { ordinaryFacts } from './extension-facts.ts';
import { buildFor, contextOf, foundBy, treeOf, type TreeOptions } from './release-tree.ts';

const PATH = 'extensions/crm/1.0/crm.cfe';
const PINNED = { sha256: '0'.repeat(64), length: 1000 };

/** A release `1.0` whose file was read and tells these facts. */
async function withFacts(
  facts: Partial<ExtensionFacts>,
  release: Partial<WrittenRelease> = {},
  options: TreeOptions = {},
): Promise<CheckContext> {
  const inspected: InspectedFile = { ...PINNED, facts: { ...ordinaryFacts('ОбменCRM', '1.0'), ...facts } };
  return contextOf(await treeOf({ '1.0': release }, options), { inspected: new Map([[PATH, inspected]]) });
}

/** A release `1.0` whose file nobody can open here; its passport tells this. */
async function withPassport(passport: Partial<Passport>, file = 'crm.cfe'): Promise<CheckContext> {
  const tree = await treeOf({ '1.0': { builds: [buildFor('>=3.0', file)] } });
  const whole = { ...passportOf(ordinaryFacts('ОбменCRM', '1.0'), PINNED), ...passport };
  return contextOf(withPassports(tree, new Map([[file, whole]])));
}

const withPassports = (tree: ReleaseTree, passports: ReadonlyMap<string, Passport>): ReleaseTree => ({
  ...tree,
  extensions: tree.extensions.map((extension) => ({
    ...extension,
    releases: extension.releases.map((entry) => ({ ...entry, passports })),
  })),
});

describe('a file that cannot be opened is known by its passport', () => {
  test.each([
    ['file-name-mismatch', { name: 'Другое' }],
    ['file-version-mismatch', { version: '1.1' }],
    ['platform-below-compatibility', { extensionCompatibilityMode: 'Version8_3_25' }],
    ['http-services-unmentioned', { httpServices: [{ name: 'Обмен', rootUrl: 'crm', routes: [] }] }],
    ['passport-stale', { sha256: '1'.repeat(64) }],
  ] as const)('%s', async (code, passport) => {
    expect(foundBy(code, await withPassport({ extensionCompatibilityMode: 'Version8_3_10' }))).toEqual([]);
    expect(foundBy(code, await withPassport(passport))).toHaveLength(1);
  });

  test('of an archive the hash of what is inside cannot be compared', async () => {
    const context = await withPassport({ sha256: '1'.repeat(64) }, 'crm.cfe.zip');
    expect(foundBy('passport-stale', context)).toEqual([]);
  });

  test('a file without passport tells nothing', async () => {
    const context = contextOf(await treeOf({ '1.0': {} }));
    expect(foundBy('file-name-mismatch', context)).toEqual([]);
    expect(foundBy('passport-required', context)).toEqual(['1.0']);
  });
});

describe('file-version-mismatch', () => {
  test.each([
    ['1.0', [], 'the same'],
    ['1', [], 'missing parts are zeros'],
    ['01.00', [], 'spelled otherwise'],
    [' 1.0 ', [], 'spaces that the Designer lets pass'],
    ['1.0.0.1', ['1.0'], 'another version'],
    ['', ['1.0'], 'most real files have none'],
    ['2026-11-01', ['1.0'], 'a date'],
    ['1.0.0+5', ['1.0'], 'build metadata'],
  ])('%j → %j — %s', async (version, expected) => {
    expect(foundBy('file-version-mismatch', await withFacts({ version }))).toEqual(expected);
  });
});

describe('platform-below-compatibility', () => {
  test.each<[string, string | undefined, readonly string[], string]>([
    ['Version8_3_24', '>=8.3.24', [], 'exactly'],
    ['Version8_3_24', '>=8.3.24.1500', [], 'a build of that platform'],
    ['Version8_3_24', '>=8.3.20', ['1.0'], 'older ones'],
    ['Version8_3_24', '>=8.3.20 || >=8.5', ['1.0'], 'older ones among others'],
    ['Version8_3_24', undefined, ['1.0'], 'any'],
    ['Version8_3_18', undefined, [], 'older ones cannot ask the repository anyway'],
    ['Version8_5_1', '>=8.3.24', ['1.0'], 'the line before'],
    ['DontUse', undefined, [], 'no mode'],
    ['Version8_99999999999999999999_1', undefined, [], 'a mode that is no version'],
  ])('mode %s, platform %s → %j — %s', async (extensionCompatibilityMode, platform, expected) => {
    const requires = platform === undefined ? {} : { requires: { platform } };
    const context = await withFacts({ extensionCompatibilityMode }, requires);
    expect(foundBy('platform-below-compatibility', context)).toEqual(expected);
  });
});

test('file-leftover-memory tells how much there is and never what', async () => {
  const context = await withFacts({ leftovers: { pieces: 2, bytes: 90, sample: ['Пароль = секрет'] } });
  const [found] = runChecks(context).filter(({ code }) => code === 'file-leftover-memory');
  expect(found?.args).toEqual({
    file: 'crm.cfe',
    path: 'extensions/crm/1.0/crm.cfe',
    pieces: 2,
    bytes: 90,
  });
});

test('a vendor who says why it is harmless is not told again', async () => {
  const builds = [{ ...buildFor('>=3.0'), leftovers: 'Текст прежней версии этого же модуля' }];
  const context = await withFacts({ leftovers: { pieces: 2, bytes: 90, sample: [] } }, { builds });
  expect(foundBy('file-leftover-memory', context)).toEqual([]);
});

test('passport-stale names the first field that differs', async () => {
  const context = await withFacts({ prefix: 'Новый_', version: '1.0' });
  const stale = passportOf(ordinaryFacts('ОбменCRM', '1.0'), PINNED);
  const tree = withPassports(context.tree, new Map([['crm.cfe', stale]]));
  expect(foundBy('passport-stale', { ...context, tree })).toEqual(['1.0 prefix']);
});

test('a passport of no build is unlisted', async () => {
  const tree = await treeOf({ '1.0': {} });
  const passport = passportOf(ordinaryFacts('ОбменCRM', '1.0'), PINNED);
  const context = contextOf(withPassports(tree, new Map([['old.cfe', passport]])));
  const [found] = runChecks(context).filter(({ code }) => code === 'file-unlisted');
  expect(found?.place.file).toBe('extensions/crm/1.0/old.cfe.passport.json');
});

describe('a file that our own writer made', () => {
  let bytes: Uint8Array<ArrayBuffer>;
  beforeAll(async () => {
    bytes = await writeExtension({
      name: 'ОбменCRM',
      synonym: { ru: 'Обмен с CRM' },
      comment: '',
      vendor: 'Ромашка',
      version: '1.0',
      prefix: 'CRM_',
      purpose: 'AddOn',
      compatibilityMode: 'Version8_3_20',
      extensionCompatibilityMode: 'Version8_3_20',
      written: '2026-01-01T10:00:00',
      language: { name: 'Русский', code: 'ru' },
      defaultRoles: [],
      objects: [{ kind: 'CommonModule', name: 'CRM_Обмен', context: 'server', text: '// Обмен\n' }],
    });
  });

  const digestOf = (): { sha256: string; length: number } => ({
    sha256: createHash('sha256').update(bytes).digest('hex'),
    length: bytes.length,
  });

  test('has nothing wrong with it', async () => {
    const pinned = digestOf();
    const facts = await readV8File(bytes);
    const release = {
      requires: { platform: '>=8.3.20' },
      builds: [{ ...buildFor('>=3.0'), ...pinned }],
    };
    const context = contextOf(await treeOf({ '1.0': release }), {
      inspected: new Map([[PATH, { ...pinned, facts }]]),
    });
    expect(facts.type).toBe('ConfigurationExtension');
    const passport = facts.type === 'ConfigurationExtension' ? passportOf(facts, pinned) : undefined;
    const tree = withPassports(context.tree, new Map(passport && [['crm.cfe', passport]]));
    const codes = runChecks({ ...context, tree }).map(({ code }) => code);
    expect(codes.filter((code) => code !== 'notes-missing')).toEqual([]);
  });
});
