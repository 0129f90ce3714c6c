import { describe, expect, test } from 'vitest';
import type { Passport } from '../../scripts/model/passport.ts';
import { startOf, type Problem } from '../../scripts/model/problem.ts';
import { MAX_REPORT_LENGTH } from '../../scripts/report/limits.ts';
import type { ProblemCode } from '../../scripts/wording/index.ts';
import { passport } from '../catalog/release-tree.ts';
import { crm, publication, report } from './publication.ts';

const problem = (file: string, severity: 'error' | 'warning' = 'error'): Problem<ProblemCode> => ({
  code: 'file-hash-mismatch',
  severity,
  place: startOf(file),
  args: { file: 'a|b`c', actual: '<!-- @team', expected: 'x' },
});

const withPassport = (version: string, changes: Partial<Passport>) => ({
  version,
  passports: { 'crm.cfe': { ...passport(false), ...changes } },
});

describe('what the report says', () => {
  test('nothing where nothing changes', async () => {
    const same = crm({ version: '1.0' });
    expect(await report({ before: same, now: same })).toContain('Nothing that is published changes.');
  });

  test('problems alone where the manifests cannot be read', async () => {
    const text = await report({ problems: [problem('publisher.yaml')] });
    expect(text).toContain('The manifests cannot be read');
    expect(text).toContain('`releases/publisher.yaml:1`');
  });

  test('errors before warnings, each with its cure', async () => {
    const text = await report({ problems: [problem('a', 'warning'), problem('b')] });
    expect(text.indexOf('releases/b:1')).toBeLessThan(text.indexOf('releases/a:1'));
    expect(text).toContain('<br>→ ');
  });

  test.each<[Partial<Passport>, Partial<Passport>, string, string]>([
    [
      {},
      {
        interceptions: [
          { module: 'Document.Х.ObjectModule', method: 'Провести', kind: 'Around', handler: 'р' },
        ],
      },
      'intercepts (1): `Around Document.Х.ObjectModule.Провести`',
      'an interception',
    ],
    [
      {},
      { httpServices: [{ name: 'С', rootUrl: 'crm', routes: [{ template: '/o', methods: ['POST'] }] }] },
      'opens HTTP (1): `POST /hs/crm/o`',
      'a route',
    ],
    [{}, { defaultRoles: ['р_Все'] }, 'gives everybody the roles (1): `р_Все`', 'a role for everybody'],
    [
      {},
      { objects: [{ kind: 'Catalog', name: 'р_С', belonging: 'own' }] },
      'adds (1): `Catalog.р_С`',
      'an object',
    ],
    [
      { objects: [{ kind: 'Catalog', name: 'р_С', belonging: 'own' }] },
      {},
      'has no more (1): `Catalog.р_С`',
      'an object that is gone',
    ],
    [
      {},
      { objects: [{ kind: 'Catalog', name: 'К', belonging: 'adopted' }] },
      'adopts (1): `Catalog.К`',
      'an adopted object',
    ],
    [{}, { changesDataStructure: true }, 'needs exclusive mode', 'a change of the data structure'],
    [{}, { vendor: 'Другой' }, 'vendor: — → `Другой`', 'another vendor'],
    [{}, {}, 'Its contents are the same.', 'nothing'],
    [
      {},
      { objects: [{ kind: 'Catalog', name: '`@team | <!--', belonging: 'own' }] },
      '``Catalog.`@team | <!--``',
      'a hostile name stays code',
    ],
  ])('what a file brings that the one before it did not: %j → %j', async (before, after, expected) => {
    const old = withPassport('1.0', before);
    const text = await report({ before: crm(old), now: crm(old, withPassport('1.1', after)) });
    expect(text).toContain('Compared with `1.0`:');
    expect(text).toContain(expected);
  });

  test('a file without passport is said to be unknown', async () => {
    expect(await report({ now: crm({ version: '1.0' }) })).toContain('What is in the file is unknown');
  });

  test('memory that leaked into a file is warned of, and not quoted', async () => {
    const now = crm(withPassport('1.0', {}));
    const facts = { type: 'ConfigurationExtension', leftovers: { pieces: 2, bytes: 99, sample: ['secret'] } };
    const sha256 = 'ab'.repeat(32);
    const inspected = new Map([
      [
        'extensions/crm/1.0/crm.cfe',
        { sha256, length: 1000, facts: { ...passport(false), ...facts, roleRights: [] } },
      ],
    ]) as unknown as ReadonlyMap<string, never>;
    const text = await report({ now, inspected });
    expect(text).toContain('memory of the Designer: 2 pieces, 99 bytes');
    expect(text).not.toContain('secret');
  });

  describe('files that could both be read', () => {
    const module = (path: string, digest: string) => ({ path, digest, blank: false });
    const table = (shape: string) => ({
      kind: 'Catalog',
      name: 'р_С',
      what: 'own-object',
      certainty: 'known',
      shape,
    });
    const told = async (old: object, young: object): Promise<string> => {
      const releases = [withPassport('1.0', {}), withPassport('1.1', {})];
      const facts = [old, young].map((more, index) => [
        `extensions/crm/1.${index}/crm.cfe`,
        {
          sha256: 'ab'.repeat(32),
          length: 1000,
          facts: {
            ...passport(true),
            ...{ type: 'ConfigurationExtension', leftovers: { pieces: 0 }, roleRights: [], modules: [] },
            ...{
              changesDataStructure: true,
              dataStructureChanges: [table('a')],
              httpServices: [],
              interceptions: [],
            },
            ...{ objects: [], defaultRoles: [] },
            ...more,
          },
        },
      ]);
      const inspected = new Map(facts as [string, never][]);
      return report({ before: crm(...releases.slice(0, 1)), now: crm(...releases), inspected });
    };

    test('the same tables are no change of the data structure', async () => {
      expect(await told({}, {})).not.toContain('needs exclusive mode');
      expect(await told({}, { dataStructureChanges: [table('b')] })).toContain('needs exclusive mode');
    });

    test('modules whose code is another one are named', async () => {
      const before = [module('CommonModule.А.Module', '1'), module('CommonModule.Б.Module', '2')];
      const after = [module('CommonModule.А.Module', '1'), module('CommonModule.Б.Module', '3')];
      expect(await told({ modules: before }, { modules: after })).toContain(
        'changes the code of modules (1): `CommonModule.Б.Module`',
      );
    });
  });

  test('sizes, with the change', async () => {
    const sized = (version: string, length: number) => ({ version, builds: [{ length }] });
    const text = await report({
      before: crm(sized('1.0', 1000)),
      now: crm(sized('1.0', 1000), sized('1.1', 1234567)),
    });
    expect(text).toContain('1\u00a0234\u00a0567 bytes (+123357 % to `1.0`)');
  });

  test('notes as customers will see them', async () => {
    expect(
      await report({ now: crm({ version: '1.0', notes: { ru: 'Стало **лучше**, @team.' } }) }),
    ).toContain('What customers will see (ru):\n\n> Стало **лучше**, @\u200bteam.');
  });

  test('the publisher’s language', async () => {
    expect(await report({ now: crm({ version: '1.0' }), locale: 'ru' })).toContain('### Кому что достанется');
  });

  test('the same input gives the same text', async () => {
    const input = { before: crm({ version: '1.0' }), now: crm({ version: '1.0' }, { version: '1.1' }) };
    expect(await report(input)).toBe(await report(input));
  });
});

describe('a huge change', () => {
  const names = Array.from({ length: 5_000 }, (_, index) => ({
    kind: 'Catalog',
    name: `р_Справочник${String(index)}`,
    belonging: 'own' as const,
  }));
  const extensions = Array.from({ length: 120 }, (_, index) => ({
    id: `crm-${String(index)}`,
    releases: [
      withPassport('1.0', { objects: names }),
      { version: '1.1', notes: { ru: 'слово '.repeat(9_000) } },
    ],
  }));
  const problems = Array.from({ length: 5_000 }, (_, index) => problem(`extensions/${String(index)}.yaml`));

  test('stays below GitHub’s limit, keeps every part and counts what it left out', async () => {
    const text = await report({ now: publication({ extensions }), problems });
    expect(text.length).toBeLessThanOrEqual(MAX_REPORT_LENGTH);
    expect(text).toContain('### Problems');
    expect(text).toContain('### Who gets this');
    expect(text).toContain('### Releases');
    expect(text).toMatch(/_Left out for length: problems — \d+, .*_\n$/);
  });

  test('a list of names is cut', async () => {
    const text = await report({ now: crm(withPassport('1.0', { objects: names })) });
    expect(text).toContain('adds (5000): ');
    expect(text).toContain('4960 more');
  });

  test.each([2_000, 5_000, 20_000])('keeps within %d', async (limit) => {
    const text = await report({ now: publication({ extensions: extensions.slice(0, 5) }), problems }, limit);
    expect(text.length).toBeLessThanOrEqual(limit);
  });
});
