import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offerable } from '../../scripts/decide/coverage.ts';
import { decideExtension } from '../../scripts/decide/decide-extension.ts';
import type { Offer } from '../../scripts/decide/offer.ts';
import { rolloutKey } from '../../scripts/decide/rollout.ts';
import type { Environment } from '../../scripts/model/environment.ts';
import type { Build, Release } from '../../scripts/model/release.ts';
import { documentOf, EXTENSION, INFOBASE, range, release, version } from './samples.ts';

const CHANNELS = ['stable', 'candidate', 'beta'];
const VERSIONS = ['0.9', '1.0', '1.1', '1.2.0-beta', '1.2', '1.2.0.5', '1.3', '2.0.0-a', '2.0', '2.1', '3.0'];
const BP = INFOBASE.configuration.name;

/** One of the ranges, or none. */
const rule = (...texts: readonly string[]): fc.Arbitrary<ReturnType<typeof range> | undefined> =>
  fc.option(fc.constantFrom(...texts).map(range), { nil: undefined, freq: 2 });

const updateFrom = rule(
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
);

const claim = fc
  .record({
    name: fc.constantFrom(BP, BP, BP, 'Розница'),
    version: fc
      .constantFrom('*', '>=3.0', '3.0.x', '>=3.0.1 <3.0.3', '<3.0.2', '3.0.1.5 || >=3.0.3', '>=3.0.2-beta')
      .map(range),
    tested: fc.constantFrom(undefined, undefined, '3.0.1', '3.0.2', '3.0.9'),
  })
  .map(({ tested, ...made }) => ({ ...made, ...(tested !== undefined && { tested: version(tested) }) }));

const build: fc.Arbitrary<Build> = fc
  .array(claim, { minLength: 1, maxLength: 2 })
  .map((configurations) => ({ file: 'a.cfe', urls: [], sha256: '', length: 1, configurations }));

/** What a release may ask for and how far it is out, everything at once. */
const conditions: fc.Arbitrary<Partial<Release>> = fc
  .record({
    channel: fc.constantFrom('stable', 'stable', 'stable', 'candidate', 'beta', 'nightly'),
    importance: fc.constantFrom('normal' as const, 'normal' as const, 'critical' as const),
    platform: rule('>=8.3.20', '>=8.3.24', '8.3.x'),
    ssl: rule('>=3.1', '*', '>=3.1.9'),
    percent: fc.constantFrom(undefined, undefined, undefined, 0, 50, 100),
    pausedAt: fc.constantFrom(null, null, '2026-11-01'),
    isWithdrawn: fc.constantFrom(false, false, false, false, true),
  })
  .map(({ platform, ssl, percent, pausedAt, isWithdrawn, ...rest }) => ({
    ...rest,
    requires: { ...(platform && { platform }), ...(ssl && { ssl }) },
    ...(percent !== undefined && { rollout: { percent, pausedAt } }),
    ...(isWithdrawn && { withdrawn: { date: '2026-11-02', reason: { ru: 'Нет' } } }),
  }));

const steps: fc.Arbitrary<Partial<Release>> = updateFrom.map((from) => (from ? { updateFrom: from } : {}));
const builds: fc.Arbitrary<Partial<Release>> = fc
  .array(build, { minLength: 1, maxLength: 2 })
  .map((files) => ({ builds: files }));
const nothing: fc.Arbitrary<Partial<Release>> = fc.constant({});

/** Histories whose releases differ in two ways. */
const histories = (
  one: fc.Arbitrary<Partial<Release>>,
  other: fc.Arbitrary<Partial<Release>>,
): fc.Arbitrary<readonly Release[]> =>
  fc.uniqueArray(
    fc.tuple(fc.constantFrom(...VERSIONS), one, other).map(([text, a, b]) => release(text, { ...a, ...b })),
    { maxLength: 8, selector: ({ version: { text } }) => text },
  );

interface Infobase {
  readonly environment: Environment;
  readonly position?: number;
}

const arbitraryInfobase: fc.Arbitrary<Infobase> = fc
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
    ssl: fc.constantFrom(undefined, '3.1', '3.1.9'),
    installed: fc.constantFrom(undefined, undefined, ...VERSIONS, '0.1', '1.1.5', '4.0', '', '2026-11-01'),
    position: fc.constantFrom(undefined, 10, 60),
    channel: fc.constantFrom('stable', 'stable', 'candidate', 'beta', 'nightly'),
    showUntested: fc.boolean(),
    byHand: fc.constantFrom(false, false, true),
  })
  .map(({ configuration, platform, ssl, installed, position, ...rest }) => ({
    environment: {
      ...{ ...rest, basic: false, cloud: false },
      configuration: { name: BP, version: version(configuration) },
      platform: version(platform),
      ...(ssl !== undefined && { ssl: version(ssl) }),
      installed: installed === undefined ? [] : [{ name: EXTENSION.name, version: installed }],
    },
    ...(position !== undefined && { position }),
  }));

function decide(releases: readonly Release[], { environment, position = 100 }: Infobase): Offer {
  const positions = new Map(VERSIONS.map((text) => [rolloutKey(EXTENSION.id, text), position]));
  const extension = { ...EXTENSION, releases: releases.map(documentOf) };
  return decideExtension(extension, environment, { channels: CHANNELS, today: '2026-11-20', positions });
}

/** A configuration document says nothing of releases that are for other configurations alone. */
const isElsewhere = ({ reasons }: Offer): boolean =>
  reasons.some(({ code, args }) => code === 'configuration-unsupported' && args['range'] === undefined);

test.each([
  ['steps', histories(steps, nothing)],
  ['builds', histories(builds, nothing)],
  ['builds and steps', histories(builds, steps)],
  ['steps and conditions', histories(steps, conditions)],
  ['builds and conditions', histories(builds, conditions)],
])('an infobase is offered the same from what is left as from the whole history: %s', (_, history) => {
  const infobases = fc.array(arbitraryInfobase, { minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(history, infobases, (releases, asking) => {
      // Withdrawn versions stay known: a configuration document lists them.
      const left = [...offerable(releases, BP, CHANNELS), ...releases.filter((one) => one.withdrawn)];
      for (const infobase of asking) {
        const [whole, pruned] = [decide(releases, infobase), decide(left, infobase)];
        if (isElsewhere(whole)) continue;
        expect([pruned.status, pruned.release?.version]).toEqual([whole.status, whole.release?.version]);
      }
    }),
    { numRuns: 200 },
  );
});
