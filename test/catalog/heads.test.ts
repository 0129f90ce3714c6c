import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../scripts/catalog/build-catalog.ts';
import { MAX_WITHDRAWN_IN_HEAD } from '../../scripts/catalog/heads.ts';
import { releaseTree } from './release-tree.ts';
import type { ReleaseSketch } from './release-tree.ts';

const headOf = (releases: readonly ReleaseSketch[]): unknown =>
  buildCatalog(releaseTree({ extensions: [{ id: 'b24', releases }] }), {
    readAgreement: () => new Uint8Array(),
  }).heads['b24'];

const withdrawn = { date: '2026-11-09', reason: { ru: 'Теряет документы' } };

describe('the head of an extension', () => {
  test.each<readonly [string, readonly ReleaseSketch[], unknown]>([
    ['is absent without a release', [], undefined],
    ['is the newest by number, not by text', [{ version: '1.10' }, { version: '1.9' }], { stable: '1.10' }],
    [
      'names a less stable channel only where it is ahead',
      [{ version: '2.0', channel: 'beta' }, { version: '1.0' }],
      { stable: '1.0', beta: '2.0' },
    ],
    [
      'leaves out a channel that the stable one has overtaken',
      [{ version: '1.0', channel: 'beta' }, { version: '1.1' }],
      { stable: '1.1' },
    ],
    [
      'skips a withdrawn release and names it',
      [{ version: '1.0' }, { version: '1.1', withdrawn }],
      { stable: '1.0', withdrawn: ['1.1'] },
    ],
    ['tells that everything was withdrawn', [{ version: '1.0', withdrawn }], { withdrawn: ['1.0'] }],
    [
      'warns everybody below the newest critical release',
      [
        { version: '1.0', importance: 'critical' },
        { version: '1.1', importance: 'critical' },
        { version: '1.2' },
      ],
      { stable: '1.2', criticalBelow: '1.1' },
    ],
    [
      'does not warn because of a critical release for testers',
      [{ version: '1.0' }, { version: '1.1', channel: 'beta', importance: 'critical' }],
      { stable: '1.0', beta: '1.1' },
    ],
    [
      'does not warn because of a critical release that was withdrawn',
      [{ version: '1.0' }, { version: '1.1', importance: 'critical', withdrawn }],
      { stable: '1.0', withdrawn: ['1.1'] },
    ],
  ])('%s', (_what, releases, expected) => {
    expect(headOf(releases)).toEqual(expected);
  });

  test('lists a bounded number of withdrawn versions, the newest', () => {
    const many = Array.from({ length: 40 }, (_, at) => ({ version: `1.${at}`, withdrawn }));
    expect(headOf(many)).toEqual({
      withdrawn: Array.from({ length: MAX_WITHDRAWN_IN_HEAD }, (_, at) => `1.${39 - at}`),
    });
  });
});
