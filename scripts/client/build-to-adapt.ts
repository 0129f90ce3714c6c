import { refuseLicense, type LicenseContext } from '../decide/license.ts';
import type { Reason } from '../decide/offer.ts';
import type { BuildDocument, ExtensionDocument, ReleaseDocument } from '../model/documents.ts';
import { compareVersions, parseVersion } from '../model/version.ts';
import { NotOffered, type ChosenBuild } from './choose-build.ts';
import { ClientError } from './error.ts';

/** What is wanted of a file that somebody will adapt to another configuration. */
export interface AdaptationWish {
  /** Configurations whose files are preferred, the best first: those that make the extension near. */
  readonly configurations: readonly string[];
  /** Absent: the newest one. */
  readonly version?: string;
}

/**
 * The file to adapt: of the newest standing release in the most stable channel that has one, made for the first of the
 * wanted configurations, or for any. A file that the licence does not open is passed over, as everywhere. Throws
 * `nothing-to-adapt`, `NotOffered` with the reason of the licence.
 */
export function buildToAdapt(
  document: ExtensionDocument,
  wish: AdaptationWish,
  license: LicenseContext,
): ChosenBuild {
  const candidates = standing(document, wish.version).flatMap((release) => buildsOf(release, wish));
  let refusal: { readonly release: ReleaseDocument; readonly reason: Reason } | undefined;
  for (const { release, build } of candidates) {
    const reason = refuseLicense(document, { ...release, builds: [build] }, license);
    if (reason === undefined) return { extension: document.id, release, build };
    refusal ??= { release, reason };
  }
  if (refusal === undefined) throw new ClientError('nothing-to-adapt', { id: document.id });
  const { release, reason } = refusal;
  throw new NotOffered({ extension: document, status: 'unavailable', release, reasons: [reason] });
}

/** Releases that were not withdrawn: channel after channel, the most stable first, in each the newest first. */
function standing(
  { releases, channels }: ExtensionDocument,
  wanted: string | undefined,
): readonly ReleaseDocument[] {
  const asked = wanted === undefined ? undefined : parseVersion(wanted);
  const found = releases.flatMap((release) => {
    const version = parseVersion(release.version);
    if (version === undefined || release.withdrawn !== undefined) return [];
    if (wanted !== undefined && (asked === undefined || compareVersions(version, asked) !== 0)) return [];
    return [{ release, version, place: channels.indexOf(release.channel) }];
  });
  return found
    .toSorted((a, b) => a.place - b.place || compareVersions(b.version, a.version))
    .map(({ release }) => release);
}

function buildsOf(release: ReleaseDocument, { configurations }: AdaptationWish): readonly Candidate[] {
  const rank = ({ configurations: made }: BuildDocument): number => {
    const places = made.map(({ name }) => configurations.indexOf(name ?? '')).filter((place) => place >= 0);
    return Math.min(configurations.length, ...places);
  };
  return release.builds.toSorted((a, b) => rank(a) - rank(b)).map((build) => ({ release, build }));
}

/** A file of a release. */
interface Candidate {
  readonly release: ReleaseDocument;
  readonly build: BuildDocument;
}
