import { describe, expect, test } from 'vitest';
import { whoGetsThis } from '../../scripts/report/who-gets-this.ts';
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
    expect(await reachRows(crm(OLD), crm(withdrawn))).toEqual([
      `${BP} | >=3.0 <3.1 | * | none | stable,beta | 1.0 → - | withdrawn`,
      `${BP} | * | * | 1.0 | stable,beta | - → - | withdrawn`,
    ]);
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
    expect(await whoGetsThis(undefined, now, TODAY)).toEqual({ changed: [], skipped: ['crm'] });
  });
});
