import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offerable } from '../../scripts/decide/coverage.ts';
import { decideExtension } from '../../scripts/decide/decide-extension.ts';
import type { Offer } from '../../scripts/decide/offer.ts';
import { rolloutKey } from '../../scripts/decide/rollout.ts';
import type { Environment } from '../../scripts/model/environment.ts';
import type { Release } from '../../scripts/model/release.ts';
import { documentOf, EXTENSION, INFOBASE, range, release, version } from './samples.ts';

const CHANNELS = ['stable', 'candidate', 'beta'];
const VERSIONS = ['0.9', '1.0', '1.1', '1.2.0-beta', '1.2', '1.2.0.5', '1.3', '2.0.0-a', '2.0', '2.1', '3.0'];

const sometimes = <T>(arbitrary: fc.Arbitrary<T>, weight: number): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: weight });

const claim = fc.record({
  name: fc.constantFrom(
    INFOBASE.configuration.name,
    INFOBASE.configuration.name,
    INFOBASE.configuration.name,
    'Розница',
  ),
  version: fc
    .constantFrom(
      '*',
      '*',
      '>=3.0',
      '3.0.x',
      '>=3.0.1 <3.0.3',
      '<3.0.2',
      '3.0.1.5 || >=3.0.3',
      '>=3.0.2-beta',
    )
    .map(range),
  tested: sometimes(fc.constantFrom('3.0.1', '3.0.2', '3.0.9').map(version), 2),
});

const build = fc.array(claim, { minLength: 1, maxLength: 2 }).map((configurations) => ({
  ...{ file: 'a.cfe', urls: [], sha256: '', length: 1 },
  configurations: configurations.map(({ tested, ...made }) => ({ ...made, ...(tested && { tested }) })),
}));

const arbitraryRelease: fc.Arbitrary<Release> = fc
  .record({
    text: fc.constantFrom(...VERSIONS),
    channel: fc.constantFrom('stable', 'stable', 'stable', 'candidate', 'beta', 'nightly'),
    importance: fc.constantFrom('normal' as const, 'normal' as const, 'critical' as const),
    updateFrom: sometimes(
      fc
        .constantFrom(
          '*',
          '>=1.0',
          '>=1.1',
          '>=1.2',
          '1.x',
          '1.2.x',
          '2.x',
          '<2',
          '>=1.2.0-alpha',
          '=1.1 || =1.3',
        )
        .map(range),
      1,
    ),
    platform: sometimes(fc.constantFrom('>=8.3.20', '>=8.3.24', '8.3.x').map(range), 4),
    ssl: sometimes(fc.constantFrom('>=3.1', '*', '>=3.1.9').map(range), 4),
    percent: sometimes(fc.constantFrom(0, 50, 100), 4),
    pausedAt: fc.constantFrom(null, null, '2026-11-01'),
    isWithdrawn: fc.constantFrom(false, false, false, false, true),
    builds: fc.array(build, { minLength: 1, maxLength: 2 }),
  })
  .map(({ text, updateFrom, platform, ssl, percent, pausedAt, isWithdrawn, ...rest }) =>
    release(text, {
      ...rest,
      requires: { ...(platform && { platform }), ...(ssl && { ssl }) },
      ...(updateFrom && { updateFrom }),
      ...(percent !== undefined && { rollout: { percent, pausedAt } }),
      ...(isWithdrawn && { withdrawn: { date: '2026-11-02', reason: { ru: 'Нет' } } }),
    }),
  );

const arbitraryReleases = fc.uniqueArray(arbitraryRelease, {
  maxLength: 8,
  selector: ({ version: { text } }) => text,
});

const arbitraryInfobase = fc
  .record({
    configuration: fc.constantFrom(
      '3.0.0',
      '3.0.1',
      '3.0.1.5',
      '3.0.2-rc',
      '3.0.2',
      '3.0.2.1',
      '3.0.3',
      '3.0.8',
      '3.1',
    ),
    platform: fc.constantFrom('8.3.18.1', '8.3.20', '8.3.24.1467', '8.5.1'),
    ssl: sometimes(fc.constantFrom('3.1', '3.1.9'), 3),
    installed: sometimes(fc.constantFrom(...VERSIONS, '0.1', '1.1.5', '4.0', '', '2026-11-01'), 4),
    position: sometimes(fc.constantFrom(10, 60), 3),
    channel: fc.constantFrom('stable', 'stable', 'candidate', 'beta', 'nightly'),
    showUntested: fc.boolean(),
    byHand: fc.constantFrom(false, false, true),
  })
  .map(
    ({
      configuration,
      platform,
      ssl,
      installed,
      position,
      ...rest
    }): { environment: Environment; position?: number } => ({
      environment: {
        ...{ ...rest, basic: false, cloud: false },
        configuration: { name: INFOBASE.configuration.name, version: version(configuration) },
        platform: version(platform),
        ...(ssl !== undefined && { ssl: version(ssl) }),
        installed: installed === undefined ? [] : [{ name: EXTENSION.name, version: installed }],
      },
      ...(position !== undefined && { position }),
    }),
  );

function decide(
  releases: readonly Release[],
  { environment, position }: { environment: Environment; position?: number },
): Offer {
  const positions = new Map(
    VERSIONS.flatMap((text) => (position === undefined ? [] : [[rolloutKey(EXTENSION.id, text), position]])),
  );
  const extension = { ...EXTENSION, releases: releases.map(documentOf) };
  return decideExtension(extension, environment, { channels: CHANNELS, today: '2026-11-20', positions });
}

test('an infobase is offered the same from what is left as from the whole history', () => {
  fc.assert(
    fc.property(
      arbitraryReleases,
      fc.array(arbitraryInfobase, { minLength: 20, maxLength: 20 }),
      (releases, infobases) => {
        // Withdrawn versions stay known: a configuration document lists them.
        const left = [
          ...offerable(releases, INFOBASE.configuration.name, CHANNELS),
          ...releases.filter((one) => one.withdrawn),
        ];
        for (const infobase of infobases) {
          const [whole, pruned] = [decide(releases, infobase), decide(left, infobase)];
          // A configuration document says nothing of releases for other configurations alone.
          if (
            whole.reasons.some(
              ({ args }) => args['configuration'] !== undefined && args['range'] === undefined,
            )
          )
            continue;
          expect([pruned.status, pruned.release?.version]).toEqual([whole.status, whole.release?.version]);
        }
      },
    ),
    { numRuns: 300 },
  );
});
