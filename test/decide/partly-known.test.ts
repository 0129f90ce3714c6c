import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '../../scripts/decide/decide.ts';
import {
  decidePartly,
  MAX_CASES,
  type PartlyKnown,
  type Unknown,
  type Verdict,
} from '../../scripts/decide/partly-known.ts';
import type { ConfigurationDocument } from '../../scripts/model/documents.ts';
import type { Environment } from '../../scripts/model/environment.ts';
import type { Release } from '../../scripts/model/release.ts';
import { documentOf, EXTENSION, INFOBASE, range, release, version } from './samples.ts';

const documentWith = (releases: readonly Release[]): ConfigurationDocument => ({
  type: 'configuration',
  formatVersion: 1,
  channels: ['stable'],
  configuration: { name: INFOBASE.configuration.name, title: { ru: '' }, edition: '', family: 'a' },
  extensions: [{ ...EXTENSION, releases: releases.map(documentOf) }],
});

const LICENSE = { today: '2026-12-01' };

/** An infobase with some of its versions forgotten. */
function hide(environment: Environment, forgotten: readonly Unknown[]): PartlyKnown {
  const { configuration, platform, ssl, ...rest } = environment;
  return {
    ...rest,
    configuration: forgotten.includes('version') ? { name: configuration.name } : configuration,
    ...(!forgotten.includes('platform') && { platform }),
    ...(!forgotten.includes('ssl') && ssl && { ssl }),
  };
}

/** The infobase of the samples, so. */
const without = (...forgotten: readonly Unknown[]): PartlyKnown =>
  hide({ ...INFOBASE, byHand: true }, forgotten);

async function verdictOn(releases: readonly Release[], infobase: PartlyKnown): Promise<Verdict | undefined> {
  const [verdict] = await decidePartly(documentWith(releases), infobase, LICENSE);
  return verdict;
}

const needing = (text: string, requires: { readonly platform?: string; readonly ssl?: string }): Release =>
  release(text, {
    requires: {
      ...(requires.platform !== undefined && { platform: range(requires.platform) }),
      ...(requires.ssl !== undefined && { ssl: range(requires.ssl) }),
    },
  });

const madeFor = (text: string, versions: string, tested?: string): Release =>
  release(text, {
    builds: release(text).builds.map((build) => ({
      ...build,
      configurations: [
        {
          name: INFOBASE.configuration.name,
          version: range(versions),
          ...(tested !== undefined && { tested: version(tested) }),
        },
      ],
    })),
  });

describe('what can be said of an infobase that is known in part', () => {
  test.each<[string, readonly Release[], PartlyKnown, Verdict['answer'], readonly string[], string]>([
    [
      'nothing required',
      [needing('1.0', {})],
      without('platform', 'ssl'),
      'fits',
      [],
      'nobody has to know БСП',
    ],
    [
      'БСП required',
      [needing('1.0', { ssl: '>=3.1.5' })],
      without('ssl'),
      'clarify',
      ['ssl'],
      'may have none',
    ],
    ['any БСП', [needing('1.0', { ssl: '*' })], without('ssl'), 'clarify', ['ssl'], 'a library it must have'],
    [
      'БСП unreadably high',
      [needing('1.0', { ssl: '>2 <1' })],
      without('ssl'),
      'refused',
      [],
      'no value helps',
    ],
    [
      'two unknown, one asked',
      [needing('1.0', { platform: '>=8.3.20' })],
      without('platform', 'ssl'),
      'clarify',
      ['platform'],
      'БСП changes nothing',
    ],
    [
      'known platform too old',
      [needing('1.0', { platform: '>=8.3.99', ssl: '>=3' })],
      without('ssl'),
      'refused',
      [],
      'whatever БСП is',
    ],
    [
      'an older one fits',
      [needing('2.0', { ssl: '>=3.1.5' }), needing('1.0', {})],
      without('ssl'),
      'clarify',
      ['ssl'],
      'which one depends',
    ],
    [
      'version unknown',
      [madeFor('1.0', '>=3.0.140')],
      without('version'),
      'clarify',
      ['version'],
      'made for some',
    ],
    ['version unknown, any', [madeFor('1.0', '*')], without('version'), 'fits', [], 'made for all'],
    [
      'tested up to',
      [madeFor('1.0', '*', '3.0.171')],
      without('version'),
      'clarify',
      ['version'],
      'newer is untested',
    ],
    ['all known', [needing('1.0', { ssl: '>=3.1.5' })], without(), 'fits', [], 'an ordinary answer'],
  ])('%s', async (...[, releases, infobase, answer, missing]) => {
    expect(await verdictOn(releases, infobase)).toMatchObject({ answer, missing });
  });

  test('names the releases that may be offered, the newest first', async () => {
    const releases = [needing('1.10', { ssl: '>=3.1.5' }), needing('1.9', {})];
    const verdict = await verdictOn(releases, without('ssl'));
    expect(verdict?.possible.map((one) => one.version)).toEqual(['1.10', '1.9']);
    expect(verdict?.offer.release?.version).toBe('1.10');
  });

  test('a refusal gives no reason that an unknown value could take back', async () => {
    const verdict = await verdictOn([needing('1.0', { platform: '>=8.3.99', ssl: '>=3' })], without('ssl'));
    expect(verdict?.offer.reasons.map(({ code }) => code)).toEqual(['platform-too-old']);
  });

  test('a document with more turns than anybody looks at is no refusal', async () => {
    const releases = Array.from({ length: MAX_CASES + 1 }, (_, at) =>
      needing(`1.${at}`, { ssl: `>=3.${at}` }),
    );
    expect(await verdictOn(releases, without('ssl'))).toMatchObject({ answer: 'clarify', missing: ['ssl'] });
  });
});

const numbers = fc.integer({ min: 0, max: 4 });
const versions = fc.tuple(numbers, numbers).map(([a, b]) => `${a}.${b}`);
const ranges = fc
  .tuple(fc.constantFrom('>=', '<', '<=', '>', '='), versions)
  .map(([operator, text]) => `${operator}${text}`);
const releases = fc.array(
  fc.record({ platform: ranges, ssl: ranges, made: ranges, tested: fc.option(versions) }),
  { minLength: 1, maxLength: 3 },
);
const infobases = fc.record({ own: versions, platform: versions, ssl: fc.option(versions) });

/** An infobase of the samples with these versions; БСП is absent where it is `null`. */
function infobaseOf({
  own,
  platform,
  ssl,
}: Record<'own' | 'platform', string> & { ssl: string | null }): Environment {
  const { installed, channel, showUntested, basic, cloud } = INFOBASE;
  return {
    ...{ installed, channel, showUntested, basic, cloud },
    byHand: true,
    configuration: { name: INFOBASE.configuration.name, version: version(own) },
    platform: version(platform),
    ...(ssl !== null && { ssl: version(ssl) }),
  };
}

/** What of a verdict was wrong, once it is known what the infobase is offered. */
function wrongIn({ answer, offer, possible }: Verdict, offered: string | undefined): string | undefined {
  if (answer === 'fits' && offered !== offer.release?.version) return 'another release';
  if (answer === 'refused' && offered !== undefined) return 'refused what fits';
  const isNamed = offered === undefined || possible.some((one) => one.version === offered);
  return answer === 'clarify' && !isNamed ? 'a release that was not named' : undefined;
}

test('whatever the infobase turns out to be, the verdict was right', async () => {
  const forgotten = fc.subarray<Unknown>(['version', 'platform', 'ssl']);
  await fc.assert(
    fc.asyncProperty(releases, infobases, forgotten, async (made, base, hidden) => {
      const document = documentWith(
        made.map(({ platform, ssl, made: admitted, tested }, at) => ({
          ...madeFor(`1.${at}`, admitted, tested ?? undefined),
          requires: { platform: range(platform), ssl: range(ssl) },
        })),
      );
      // An absent library is one of the values of an unknown one, and never known to be absent.
      const real = infobaseOf(hidden.includes('ssl') ? base : { ...base, ssl: base.ssl ?? '0' });
      const [verdict] = await decidePartly(document, hide(real, hidden), LICENSE);
      const [offer] = await decide(document, real, LICENSE);
      const offered = offer?.status === 'install' ? offer.release?.version : undefined;
      expect(verdict && wrongIn(verdict, offered)).toBeUndefined();
      if (hidden.length === 0) expect(verdict?.answer).not.toBe('clarify');
    }),
    { numRuns: 300 },
  );
});
