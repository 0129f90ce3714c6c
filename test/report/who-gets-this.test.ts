import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '../../scripts/decide/decide.ts';
import type { Interval } from '../../scripts/model/interval.ts';
import { admits, parseRange } from '../../scripts/model/version-range.ts';
import { compareVersions, parseVersion } from '../../scripts/model/version.ts';
import { offerKey, toldOf } from '../../scripts/report/outcome.ts';
import { configurationIn, type Publication } from '../../scripts/report/publication.ts';
import { whoGetsThis, type Reach } from '../../scripts/report/who-gets-this.ts';
import { crm, publication, reachRows, TODAY } from './publication.ts';

const BP = 'БухгалтерияПредприятия';
const made = (range: string, tested?: string) => [{ made: { [BP]: range }, ...(tested && { tested }) }];
const OLD = { version: '1.0', builds: made('>=3.0 <3.1') };

describe('who gets a release', () => {
  test('nobody is told anything by a change of nothing', async () => {
    expect(await reachRows(crm(OLD), crm(OLD))).toEqual([]);
  });

  test('the first release goes to all whom it is made for', async () => {
    expect(await reachRows(undefined, crm(OLD))).toEqual([
      `${BP} | >=3.0 <3.1 | * | none | stable,beta | - → 1.0`,
    ]);
  });

  test('an update goes to those that have the one before, and is what new ones get', async () => {
    expect(await reachRows(crm(OLD), crm(OLD, { version: '1.1', builds: made('>=3.0 <3.1') }))).toEqual([
      `${BP} | >=3.0 <3.1 | * | none | stable,beta | 1.0 → 1.1`,
      `${BP} | >=3.0 <3.1 | * | 1.0 | stable,beta | - → 1.1`,
    ]);
  });

  test('versions are cut where the answer changes: at the tested version and at the end of the range', async () => {
    const narrow = { version: '1.1', builds: made('>=3.0.50 <3.1', '3.0.70') };
    expect(await reachRows(crm(OLD), crm(OLD, narrow))).toEqual([
      `${BP} | >=3.0.50 <3.0.70.1 | * | none | stable,beta | 1.0 → 1.1`,
      `${BP} | >=3.0.50 <3.0.70.1 | * | 1.0 | stable,beta | - → 1.1`,
    ]);
  });

  test('platforms are cut at the least one', async () => {
    const demanding = { version: '1.1', builds: made('>=3.0 <3.1'), requires: { platform: '>=8.3.20' } };
    expect(await reachRows(crm(OLD), crm(OLD, demanding))).toEqual([
      `${BP} | >=3.0 <3.1 | >=8.3.20 | none | stable,beta | 1.0 → 1.1`,
      `${BP} | >=3.0 <3.1 | >=8.3.20 | 1.0 | stable,beta | - → 1.1`,
    ]);
  });

  test('a beta goes to its channel alone', async () => {
    const beta = { version: '2.0', channel: 'beta', builds: made('>=3.0 <3.1') };
    expect(await reachRows(crm(OLD), crm(OLD, beta))).toEqual([
      `${BP} | >=3.0 <3.1 | * | none | beta | 1.0 → 2.0`,
      `${BP} | >=3.0 <3.1 | * | 1.0 | beta | - → 2.0`,
    ]);
  });

  test('a withdrawal takes the release away and warns those that have it', async () => {
    const withdrawn = { ...OLD, withdrawn: { date: TODAY, reason: { ru: 'Портит данные.' } } };
    expect(new Set(await reachRows(crm(OLD), crm(withdrawn)))).toEqual(
      new Set([
        `${BP} | >=3.0 <3.1 | * | none | stable,beta | 1.0 → - | withdrawn`,
        `${BP} | * | * | 1.0 | stable,beta | - → - | withdrawn`,
        `${BP} | >=3.0 <3.1 | * | <1.0 | stable,beta | 1.0 → -`,
      ]),
    );
  });

  test('a staged release says that others wait', async () => {
    const staged = { version: '1.1', builds: made('>=3.0 <3.1'), rollout: { percent: 20, pausedAt: null } };
    const rows = await reachRows(crm(OLD), crm(OLD, staged));
    expect(rows.every((row) => row.endsWith('rollout-waiting'))).toBe(true);
    expect(rows.length).toBeGreaterThan(0);
  });

  test('a larger share changes the answer of those who wait', async () => {
    const staged = (percent: number) => ({
      version: '1.1',
      builds: made('>=3.0 <3.1'),
      rollout: { percent, pausedAt: null },
    });
    expect(await reachRows(crm(OLD, staged(20)), crm(OLD, staged(20)))).toEqual([]);
    expect(await reachRows(crm(OLD, staged(20)), crm(OLD, staged(50)))).not.toEqual([]);
  });

  test('a lost range is told to those who lose', async () => {
    expect(await reachRows(crm(OLD), crm({ version: '1.0', builds: made('>=3.0.100 <3.1') }))).toEqual([
      `${BP} | >=3.0 <3.0.100 | * | none | stable,beta | 1.0 → - | configuration-too-old`,
    ]);
  });

  test('a paid extension is looked at with a licence', async () => {
    const paid = (...releases: { version: string }[]) =>
      publication({ extensions: [{ id: 'crm', price: 'paid', products: ['crm'], releases }] });
    expect(await reachRows(undefined, paid({ version: '1.0' }))).toEqual([
      `${BP} | >=3.0.140 | * | none | stable,beta | - → 1.0`,
    ]);
  });

  test('a step is named', async () => {
    const step = { version: '2.0', builds: made('>=3.0 <3.1'), updateFrom: '>=1.1' };
    const rows = await reachRows(crm(OLD), crm(OLD, { version: '1.1', builds: made('>=3.0 <3.1') }, step));
    expect(rows).toContain(`${BP} | >=3.0 <3.1 | * | 1.0 | stable,beta | - → 1.1 | step-required`);
  });

  test('a manifest that describes too many kinds of infobases is skipped and named', async () => {
    const points = (prefix: string): string =>
      Array.from({ length: 20 }, (_, index) => `=${prefix}.${String(index * 2)}.1`).join(' || ');
    const builds = Array.from({ length: 40 }, (_, index) => ({
      file: `${String(index)}.cfe`,
      made: { [BP]: points(`3.${String(index)}`) },
    }));
    const now = crm({ version: '1.0', builds, requires: { platform: points('8.3') } });
    expect(await whoGetsThis(undefined, now, TODAY)).toEqual({
      changed: [],
      sampled: [],
      skipped: ['crm'],
    });
  });
});

describe('the report is true', () => {
  test('tightening `updateFrom` is told to those who need a step now', async () => {
    const upTo = (updateFrom: string) =>
      crm(
        OLD,
        { version: '1.1', builds: made('>=3.0 <3.1') },
        { version: '1.2', builds: made('>=3.0 <3.1'), updateFrom },
      );
    const rows = await reachRows(upTo('>=1.0'), upTo('>=1.1'));
    expect(rows).toContain(`${BP} | >=3.0 <3.1 | * | 1.0 | stable,beta | 1.2 → 1.1 | step-required`);
  });

  test('a version of БСП that is asked for anew is told', async () => {
    const asks = (ssl?: string) =>
      crm({ version: '1.0', builds: made('>=3.0 <3.1'), ...(ssl && { requires: { ssl } }) });
    const { changed } = await whoGetsThis(asks(), asks('>=3.1.5'), TODAY);
    expect(changed.flatMap(({ ssl }) => ssl)).toContain('none');
  });

  const version = fc.constantFrom('1.0', '1.1', '1.2', '1.3', '1.4', '2.0.0-beta.1');
  const range = fc.constantFrom('>=3.0 <3.1', '>=3.0.50', '>=3.0.20 <3.0.60 || >=3.0.80', '*');
  const release = fc.record(
    {
      version,
      channel: fc.constantFrom('stable', 'beta'),
      builds: fc
        .record({ range, tested: fc.option(fc.constantFrom('3.0.30', '3.0.90'), { nil: undefined }) })
        .map(({ range: own, tested }) => made(own, tested)),
      updateFrom: fc.constantFrom('>=1.0', '>=1.1', '>=1.2 <1.3', '<1.2'),
      requires: fc.constantFrom(
        { platform: '>=8.3.20' },
        { platform: '>=8.3.24 || <8.3.10' },
        { ssl: '>=3.1' },
        {},
      ),
      withdrawn: fc.constant({ date: TODAY, reason: { ru: 'Портит.' } }),
      fileVersion: fc.constantFrom('2024-01-01', '1.1'),
    },
    { requiredKeys: ['version', 'channel', 'builds'] },
  );
  const history = fc.uniqueArray(release, { maxLength: 5, selector: (one) => one.version });
  const infobase = fc.record({
    version: fc.constantFrom(
      '3.0.1',
      '3.0.20',
      '3.0.30',
      '3.0.30.1',
      '3.0.55',
      '3.0.60',
      '3.0.85',
      '3.0.91',
      '3.2',
    ),
    platform: fc.constantFrom('8.3.5', '8.3.10', '8.3.19.9', '8.3.20.1', '8.3.25'),
    ssl: fc.constantFrom(undefined, '3.0.9', '3.1', '3.2'),
    channel: fc.constantFrom('stable', 'beta'),
    installed: fc.constantFrom(
      undefined,
      '0.9',
      '1.0',
      '1.0.5',
      '1.1',
      '1.1.7',
      '1.2',
      '1.3',
      '1.4',
      '1.5',
      '2024-01-01',
    ),
  });

  type Base = typeof infobase extends fc.Arbitrary<infer T> ? T : never;

  const decided = async (from: Publication, base: Base): Promise<string> => {
    const document = configurationIn(from, BP);
    const [offer] =
      document === undefined
        ? []
        : await decide(
            document,
            {
              configuration: { name: BP, version: parseVersion(base.version)! },
              platform: parseVersion(base.platform)!,
              ...(base.ssl && { ssl: parseVersion(base.ssl)! }),
              installed:
                base.installed === undefined ? [] : [{ name: 'Расширение_crm', version: base.installed }],
              channel: base.channel,
              ...{ showUntested: false, byHand: false, basic: false, cloud: false },
            },
            { today: TODAY },
          );
    return offerKey(toldOf(offer));
  };

  const holds = (runs: readonly Interval[], text: string): boolean =>
    runs.some(
      ({ from, to }) =>
        compareVersions(from, parseVersion(text)!) <= 0 && compareVersions(parseVersion(text)!, to) < 0,
    );

  /** Whether some row speaks of the infobase. */
  const isTold = ({ changed }: Reach, base: Base): boolean =>
    changed.some(
      (row) =>
        holds(row.versions, base.version) &&
        holds(row.platforms, base.platform) &&
        row.channels.includes(base.channel) &&
        row.ssl.some(
          (kind) =>
            kind === undefined ||
            (kind === 'none' ? base.ssl === undefined : base.ssl !== undefined && holds([kind], base.ssl)),
        ) &&
        row.installed.some((kind) => {
          if (kind === undefined || base.installed === undefined) return kind === base.installed;
          if (kind.isRelease) return kind.told === base.installed;
          const installed = parseVersion(base.installed);
          return installed !== undefined && admits(parseRange(kind.name)!, installed);
        }),
    );

  test('whatever the histories: an infobase is offered something else exactly where a row says so', async () => {
    await fc.assert(
      fc.asyncProperty(
        history,
        history,
        fc.array(infobase, { minLength: 20, maxLength: 20 }),
        async (old, young, bases) => {
          const [before, now] = [crm(...old), crm(...young)];
          const reach = await whoGetsThis(before, now, TODAY);
          expect(reach).toMatchObject({ sampled: [], skipped: [] });
          const released = new Set([...old, ...young].flatMap((one) => [one.version, one.fileVersion]));
          for (const base of bases) {
            // A text that is no version and no release's is one that nobody can place; the report speaks of versions.
            if (base.installed === '2024-01-01' && !released.has('2024-01-01')) continue;
            const differs = (await decided(before, base)) !== (await decided(now, base));
            expect([base, isTold(reach, base)]).toEqual([base, differs]);
          }
        },
      ),
      { numRuns: 60, seed: 13 },
    );
  });
});
