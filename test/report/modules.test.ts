import { beforeAll, describe, expect, test } from 'vitest';
import { buildCatalog } from '../../scripts/catalog/build-catalog.ts';
import type { Conflict } from '../../scripts/model/extension.ts';
import type { ExtensionEntry, MigrationEntry, ReleaseTree } from '../../scripts/model/release-tree.ts';
import type { Publication } from '../../scripts/report/publication.ts';
import { directoryFiles, readReleaseTree } from '../../scripts/source/index.ts';
import { publication, reachRows, report } from './publication.ts';
import { PUBLISHER } from '../fixtures/publisher.ts';

const REFUSED: Conflict = {
  with: { extension: 'Старый' },
  action: 'refuse',
  reason: { ru: 'Дубли', en: 'Doubles <!-- @team' },
};
const LEFT: Conflict = {
  with: { object: 'Справочник.СтарыеНастройки' },
  action: 'refuse',
  reason: { ru: 'Дубли' },
};

const crm = (...conflicts: readonly Conflict[]): Publication =>
  publication({ extensions: [{ id: 'crm', conflicts, releases: [{ version: '1.0' }] }] });

describe('conflicts', () => {
  test.each<[readonly Conflict[], readonly Conflict[], string, string]>([
    [[], [REFUSED], '`crm` — refuses from now on: `Старый`', 'added'],
    [[REFUSED], [], '`crm` — refuses no more: `Старый`', 'removed'],
    [[REFUSED], [{ ...REFUSED, action: 'warn' }], '`crm` — changed warning: `Старый`', 'changed'],
    [[], [LEFT], '`crm` — refuses from now on: `Справочник.СтарыеНастройки`', 'an object'],
  ])('%# is said when it is %s', async (before, now, expected) => {
    expect(await report({ before: crm(...before), now: crm(...now) })).toContain(expected);
  });

  test('a reason by strangers stays a text', async () => {
    const text = await report({ before: crm(), now: crm(REFUSED) });
    expect(text).toContain(String.raw`> Doubles \<\!\-\-`);
    expect(text).not.toContain('<!-- @team');
  });

  test('nothing is said of what stays as it is', async () => {
    expect(await report({ before: crm(REFUSED), now: crm(REFUSED) })).not.toContain('Other modules');
  });
});

describe('who gets this, beside another module', () => {
  const ROW = 'БухгалтерияПредприятия | >=3.0.140 | * | none | stable,beta';

  test.each<[readonly Conflict[], readonly Conflict[], readonly string[], string]>([
    [[], [REFUSED], [`${ROW} | 1.0 → - | conflict`], 'is offered nothing any more, because of the conflict'],
    [[], [LEFT], [`${ROW} | 1.0 → - | conflict`], 'also where the module is an object'],
    [[REFUSED], [], [`${ROW} | - → 1.0`], 'is offered it again'],
    [[], [{ ...REFUSED, action: 'warn' }], [], 'is offered it all the same where it is only warned'],
    [[REFUSED], [REFUSED], [], 'is told nothing new'],
  ])('%# %s', async (before, now, rows) => {
    expect(await reachRows(crm(...before), crm(...now))).toEqual(rows);
  });

  test('the row names the module, and the reason is the vendor’s', async () => {
    const text = await report({ before: crm(), now: crm(REFUSED) });
    expect(text).toMatch(/not installed<br>beside `Старый` \| all \| `1\.0` \| —<br>.*Doubles/);
  });
});

describe('migrations', () => {
  let tree: ReleaseTree;
  let entry: MigrationEntry;

  beforeAll(async () => {
    const reading = await readReleaseTree(directoryFiles(PUBLISHER), { only: new Set(['crm-connector']) });
    const found = reading.tree?.extensions[0]?.migrations?.[0];
    if (reading.tree === undefined || found === undefined)
      throw new Error('the demonstration has no migration');
    tree = reading.tree;
    entry = found;
  });

  function withMigrations(...migrations: readonly MigrationEntry[]): Publication {
    const extensions = tree.extensions.map((extension): ExtensionEntry => {
      const { id, manifest, eula, releases } = extension;
      return { id, manifest, eula, releases, ...(migrations.length > 0 && { migrations }) };
    });
    const changed = { ...tree, extensions };
    return {
      tree: changed,
      documents: buildCatalog(changed, { readAgreement: () => new Uint8Array() }).documents,
    };
  }

  test('a new one is told with what is not carried over first', async () => {
    const text = await report({ before: withMigrations(), now: withMigrations(entry) });
    expect(text).toContain('new way to move: `crm-exchange`');
    const limit = text.indexOf('not carried over: Links between calls and documents');
    expect(limit).toBeGreaterThan(0);
    expect(limit).toBeLessThan(text.indexOf('scenario “Through a copy'));
    expect(text).toContain('(`CRM_СоответствияОбъектов` → `Ромашка_СвязиCRM`)');
  });

  test('one whose longer text alone changed is told, and so is one that is gone', async () => {
    const [notes] = entry.texts.get('through-copy.copy') ?? [];
    if (notes === undefined) throw new Error('the demonstration has no longer text');
    const other = { ...entry, texts: new Map([['through-copy.copy', [{ ...notes, text: 'Иначе.' }]]]) };
    const changed = await report({ before: withMigrations(entry), now: withMigrations(other) });
    expect(changed).toContain('changed way to move: `crm-exchange`');
    const gone = await report({ before: withMigrations(entry), now: withMigrations() });
    expect(gone).toContain('way to move is gone: `crm-exchange`');
  });
});
