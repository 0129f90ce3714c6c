import { isForConfiguration } from '../model/any-configuration.ts';
import type { ConfigurationDocument, ConfigurationExtension, ReleaseDocument } from '../model/documents.ts';
import type { Environment } from '../model/environment.ts';
import { END, START, successor } from '../model/interval.ts';
import { parseRange } from '../model/version-range.ts';
import { compareVersions, parseVersion, type Version } from '../model/version.ts';
import { decide } from './decide.ts';
import type { LicenseContext } from './license.ts';
import type { Offer, Reason } from './offer.ts';

/** What a person may leave out about an infobase. */
export type Unknown = 'version' | 'platform' | 'ssl';

/** An infobase as a person describes it: what he does not know is left out, and is then unknown, not missing there. */
export interface PartlyKnown extends Omit<Environment, 'configuration' | 'platform' | 'ssl'> {
  readonly configuration: { readonly name: string; readonly version?: Version };
  readonly platform?: Version;
  readonly ssl?: Version;
}

/** What can be said of one extension without knowing everything. */
export interface Verdict {
  /**
   * `fits`: the same release, whatever the unknown values are. `refused`: none, whatever they are. `clarify`: it depends
   * on them; never a refusal.
   */
  readonly answer: 'fits' | 'clarify' | 'refused';
  /** The offer where the answer is the same for all values; for `clarify`, the newest release that may be offered. */
  readonly offer: Offer;
  /** What the answer depends on; empty unless it is `clarify`. */
  readonly missing: readonly Unknown[];
  /** The releases that may be offered, the newest first. */
  readonly possible: readonly ReleaseDocument[];
}

/**
 * Cases of one extension that are looked at. Requirements turn at a handful of versions; a document that names
 * hundreds of them is answered with «it depends on everything».
 */
export const MAX_CASES = 2048;

/**
 * Decides about every extension of a document for all values that the unknown ones can have. An answer changes only
 * where a requirement begins or ends, so one version between every two such places stands for all of them; БСП may
 * also be absent altogether.
 */
export async function decidePartly(
  document: ConfigurationDocument,
  infobase: PartlyKnown,
  license: LicenseContext,
): Promise<readonly Verdict[]> {
  const verdicts = document.extensions.map(async (extension) => {
    const cases = casesOf(extension, infobase, document.configuration.name);
    const isTooMuch = cases.length > MAX_CASES;
    const offers = (isTooMuch ? cases.slice(0, 1) : cases).map(async (environment) => {
      const [offer] = await decide({ ...document, extensions: [extension] }, environment, license);
      return { environment, offer };
    });
    const decided = (await Promise.all(offers)).filter((one): one is DecidedCase => one.offer !== undefined);
    const unknown = unknownOf(infobase);
    return isTooMuch ? undecided(decided, unknown) : verdictOf(decided, unknown);
  });
  return (await Promise.all(verdicts)).filter((verdict) => verdict !== undefined);
}

/** One way in which the infobase may turn out to be, and what it is offered then. */
interface DecidedCase {
  readonly environment: Environment;
  readonly offer: Offer;
}

const unknownOf = ({ configuration, platform, ssl }: PartlyKnown): readonly Unknown[] => [
  ...(configuration.version === undefined ? (['version'] as const) : []),
  ...(platform === undefined ? (['platform'] as const) : []),
  ...(ssl === undefined ? (['ssl'] as const) : []),
];

function casesOf(
  { releases }: ConfigurationExtension,
  infobase: PartlyKnown,
  own: string,
): readonly Environment[] {
  const { configuration, platform, ssl, ...rest } = infobase;
  const versions = configuration.version
    ? [configuration.version]
    : turnsOf(releases.flatMap((release) => configurationBounds(release, configuration.name, own)));
  const platforms = platform
    ? [platform]
    : turnsOf(releases.flatMap(({ requires }) => boundsOf(requires?.platform)));
  const libraries = ssl
    ? [ssl]
    : [undefined, ...turnsOf(releases.flatMap(({ requires }) => boundsOf(requires?.ssl)))];
  return versions.flatMap((version) =>
    platforms.flatMap((one) =>
      libraries.map((library) => ({
        ...rest,
        configuration: { name: configuration.name, version },
        platform: one,
        ...(library && { ssl: library }),
      })),
    ),
  );
}

/** Where a range begins and ends; what cannot be read turns nowhere. */
const boundsOf = (range: string | undefined): readonly Version[] =>
  (parseRange(range ?? '*')?.intervals ?? []).flatMap(({ from, to }) => [from, to]);

function configurationBounds({ builds }: ReleaseDocument, name: string, own: string): readonly Version[] {
  const claims = builds.flatMap(({ configurations }) =>
    configurations.filter((claim) => isForConfiguration(claim, name, own)),
  );
  return claims.flatMap(({ version, tested }) => [...boundsOf(version), ...afterTested(tested)]);
}

/** What was tried up to a version was not tried with the next one. */
function afterTested(tested: string | undefined): readonly Version[] {
  const version = parseVersion(tested ?? '');
  return version === undefined ? [] : [successor(version)];
}

/** One version for every stretch on which nothing changes, ascending. */
const turnsOf = (bounds: readonly Version[]): readonly Version[] =>
  [START, ...bounds.filter((bound) => bound !== END)]
    .toSorted(compareVersions)
    .filter((version, at, all) => at === 0 || compareVersions(version, all[at - 1] ?? START) !== 0);

/** So many cases that nobody looks at them all: an unknown value is still no refusal. */
function undecided([first]: readonly DecidedCase[], missing: readonly Unknown[]): Verdict | undefined {
  return first && { answer: 'clarify', offer: first.offer, missing, possible: [] };
}

const isOffered = ({ status }: Offer): boolean => status !== 'unavailable';

function verdictOf(cases: readonly DecidedCase[], unknown: readonly Unknown[]): Verdict | undefined {
  const [first] = cases;
  if (first === undefined) return undefined;
  const offered = cases.map(({ offer }) => offer).filter(isOffered);
  const possible = newestFirst(offered.flatMap(({ release }) => release ?? []));
  const outcomes = new Set(cases.map(outcomeOf));
  if (offered.length === 0) return { answer: 'refused', offer: refusalOf(cases), missing: [], possible };
  if (outcomes.size === 1) return { answer: 'fits', offer: first.offer, missing: [], possible };
  const offer = offered.find(({ release }) => release === possible[0]) ?? first.offer;
  return { answer: 'clarify', offer, missing: unknown.filter((one) => matters(one, cases)), possible };
}

const outcomeOf = ({ offer }: DecidedCase): string =>
  isOffered(offer) ? `${offer.release?.version ?? ''} ${offer.build?.file ?? ''}` : '';

/** A refusal for all values gives the reasons that hold for all of them; the others are guesses. */
function refusalOf(cases: readonly DecidedCase[]): Offer {
  const offers = cases.map(({ offer }) => offer);
  const [shortest, ...others] = offers.toSorted((a, b) => a.reasons.length - b.reasons.length);
  if (shortest === undefined) throw new RangeError('a refusal of no case');
  const isCommon = ({ code }: Reason): boolean =>
    others.every(({ reasons }) => reasons.some((reason) => reason.code === code));
  const common = shortest.reasons.filter(isCommon);
  return { ...shortest, reasons: common.length > 0 ? common : shortest.reasons };
}

/** Whether the outcome changes with this value while the others stay. */
function matters(unknown: Unknown, cases: readonly DecidedCase[]): boolean {
  const seen = new Map<string, string>();
  return cases.some((one) => {
    const others = otherValues(unknown, one.environment);
    const outcome = outcomeOf(one);
    const before = seen.get(others) ?? outcome;
    seen.set(others, before);
    return before !== outcome;
  });
}

const otherValues = (unknown: Unknown, { configuration, platform, ssl }: Environment): string =>
  JSON.stringify([
    unknown === 'version' || configuration.version.text,
    unknown === 'platform' || platform.text,
    unknown === 'ssl' || (ssl?.text ?? null),
  ]);

const newestFirst = (releases: readonly ReleaseDocument[]): readonly ReleaseDocument[] =>
  [...new Set(releases)].toSorted((a, b) => {
    const [left, right] = [parseVersion(a.version), parseVersion(b.version)];
    return left && right ? compareVersions(right, left) : 0;
  });
