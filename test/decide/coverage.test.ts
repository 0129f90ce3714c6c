import { describe, expect, test } from 'vitest';
import { isSuperseded, offerable } from '../../scripts/decide/coverage.ts';
import type { BuildConfiguration, Release } from '../../scripts/model/release.ts';
import { INFOBASE, range, release, version } from './samples.ts';

const CHANNELS = ['stable', 'candidate', 'beta'];
const BP = INFOBASE.configuration.name;

const shelf = (...releases: readonly Release[]) => ({ releases, configuration: BP, channels: CHANNELS });
const claims = (...configurations: readonly BuildConfiguration[]): Partial<Release> => ({
  builds: [{ file: 'a.cfe', urls: [], sha256: '', length: 1, configurations }],
});
const claim = (rule: string, tested?: string): BuildConfiguration => ({
  name: BP,
  version: range(rule),
  ...(tested !== undefined && { tested: version(tested) }),
});

describe('isSuperseded', () => {
  const older = release('1.3', claims(claim('>=3.0.140 <3.1', '3.0.171')));

  test.each<[string, Partial<Release>]>([
    ['it is withdrawn', { withdrawn: { date: '2026-11-09', reason: { ru: 'Нет' } } }],
    ['somebody waits for it', { rollout: { percent: 99, pausedAt: null } }],
    ['its rollout is paused', { rollout: { percent: 100, pausedAt: '2026-11-09' } }],
    ['its channel is less stable', { channel: 'candidate' }],
    ['its channel does not exist', { channel: 'nightly' }],
    ['it needs a newer platform', { requires: { platform: range('>=8.3.25') } }],
    ['it needs a library', { requires: { ssl: range('*') } }],
    ['it needs a step', { updateFrom: range('>=1.0') }],
    ['it is for fewer configuration versions', claims(claim('>=3.0.141 <3.1', '3.0.171'))],
    ['it was tried with fewer configuration versions', claims(claim('>=3.0.140 <3.1', '3.0.170.9'))],
    ['it is for another configuration', claims({ ...claim('*'), name: 'Розница' })],
    ['it is older', { version: version('1.2') }],
    ['it is the same', { version: version('1.3.0.0') }],
  ])('is not, when %s', (_, change) => {
    const newer = release('1.4', { ...older, version: version('1.4'), ...change });
    expect(isSuperseded(older, newer, shelf(older, newer))).toBe(false);
  });

  test.each<[string, Partial<Release>]>([
    ['it fits the same', {}],
    ['it fits more', claims(claim('>=3.0'))],
    [
      'two of its builds together fit the same',
      claims(claim('>=3.0.140 <3.0.150'), claim('>=3.0.150 <3.1', '3.0.171')),
    ],
    ['its rollout has reached everybody', { rollout: { percent: 100, pausedAt: null } }],
    [
      'it is critical and ignores its rollout',
      { rollout: { percent: 1, pausedAt: null }, importance: 'critical' },
    ],
  ])('is, when %s', (_, change) => {
    const newer = release('1.4', { ...older, version: version('1.4'), ...change });
    expect(isSuperseded(older, newer, shelf(older, newer))).toBe(true);
  });

  test('is not, when a later release may be installed over it and not over the newer one', () => {
    const [step, newer] = [release('1.3'), release('1.4')];
    const last = release('2.0', { updateFrom: range('1.3.x') });
    expect(isSuperseded(step, newer, shelf(last, newer, step))).toBe(false);
    expect(isSuperseded(step, newer, shelf(newer, step))).toBe(true);
  });

  test('is not, when an even newer one leads on from what lies between', () => {
    const [first, between, newer] = [release('1.2'), release('1.3'), release('1.4')];
    const last = release('2.0', { updateFrom: range('1.3') });
    expect(isSuperseded(first, newer, shelf(last, newer, between, first))).toBe(false);
  });
});

describe('offerable', () => {
  test('keeps the newest release of every channel and every step', () => {
    const releases = [
      release('0.9'),
      release('1.0', { updateFrom: range('>=0.5') }),
      release('1.1', { updateFrom: range('>=0.5') }),
      release('2.0', { updateFrom: range('>=1') }),
      release('2.1', { updateFrom: range('>=1'), rollout: { percent: 20, pausedAt: null } }),
      release('3.0', { channel: 'beta', updateFrom: range('>=1') }),
      release('3.1', { withdrawn: { date: '2026-11-09', reason: { ru: 'Нет' } } }),
    ];
    expect(offerable(releases, BP, CHANNELS).map(({ version: { text } }) => text)).toEqual([
      '3.0',
      '2.1',
      '2.0',
      '1.1',
      '0.9',
    ]);
  });

  test.each([
    ['every tenth is a step', 10, 100],
    ['every one is a step', 1, 999],
  ])('takes a history of a thousand releases in its stride: %s', (_, every, expected) => {
    const releases = Array.from({ length: 1000 }, (_, index) =>
      release(`1.${index}`, { updateFrom: range(`>=1.${Math.max(0, index - (index % every) - 1)}`) }),
    );
    const started = performance.now();
    expect(offerable(releases, BP, CHANNELS).length).toBe(expected);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
