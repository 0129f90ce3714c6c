import { isForConfiguration } from '../model/any-configuration.ts';
import type { BuildDocument, ReleaseDocument } from '../model/documents.ts';
import type { Environment } from '../model/environment.ts';
import { admits, NOTHING, parseRange, unionText } from '../model/version-range.ts';
import type { VersionRange } from '../model/version-range.ts';
import { compareVersions, parseVersion } from '../model/version.ts';
import type { Version } from '../model/version.ts';
import type { Reason, ReasonCode } from './offer.ts';

/** How a release fits a configuration version. */
export interface ConfigurationFit {
  /** The file to install; absent when none is made for this version. */
  readonly build?: BuildDocument;
  /** Why there is no file, or that the file was not tried with this version; absent when all is well. */
  readonly reason?: Reason;
}

/** What one build says of the configuration. */
interface Claim {
  readonly build: BuildDocument;
  readonly range: VersionRange;
  readonly tested?: string;
}

/**
 * Finds the file of a release for a configuration version: the first that was tried with it, else the first that is
 * made for it. `undefined` when no file is for this configuration at all. A range that cannot be read admits nothing.
 *
 * @param own configuration that is meant where a build names none, as in a configuration document
 */
export function fitConfiguration(
  release: ReleaseDocument,
  configuration: Environment['configuration'],
  own?: string,
): ConfigurationFit | undefined {
  const claims = release.builds.flatMap((build) => claimsOf(build, configuration.name, own));
  if (claims.length === 0) return undefined;
  const made = claims.filter(({ range }) => admits(range, configuration.version));
  const best = made.find((claim) => isTested(claim, configuration.version)) ?? made[0];
  if (best === undefined) return { reason: refuse(release, configuration, claims) };
  const { build, tested } = best;
  if (tested === undefined || isTested(best, configuration.version)) return { build };
  const args = {
    release: release.version,
    configuration: configuration.name,
    version: configuration.version.text,
  };
  return { build, reason: { code: 'configuration-untested', args: { ...args, tested } } };
}

const claimsOf = (build: BuildDocument, name: string, own: string | undefined): readonly Claim[] =>
  build.configurations
    .filter((made) => isForConfiguration(made, name, own))
    .map(({ version, tested }) => ({
      build,
      range: parseRange(version) ?? NOTHING,
      ...(tested !== undefined && { tested }),
    }));

function isTested({ tested }: Claim, version: Version): boolean {
  if (tested === undefined) return true;
  const newest = parseVersion(tested);
  return newest !== undefined && compareVersions(version, newest) <= 0;
}

function refuse(
  release: ReleaseDocument,
  configuration: Environment['configuration'],
  claims: readonly Claim[],
): Reason {
  const ranges = claims.map(({ range }) => range);
  const { name, version } = configuration;
  const args = {
    release: release.version,
    configuration: name,
    version: version.text,
    range: unionText(ranges),
  };
  return { code: sideOf(ranges, version), args };
}

/** On which side of everything admitted the version lies; `unsupported` where it is in a gap. */
function sideOf(ranges: readonly VersionRange[], version: Version): ReasonCode {
  const runs = ranges.flatMap(({ intervals }) => intervals);
  if (runs.length === 0) return 'configuration-unsupported';
  if (runs.every(({ from }) => compareVersions(version, from) < 0)) return 'configuration-too-old';
  if (runs.every(({ to }) => compareVersions(version, to) >= 0)) return 'configuration-too-new';
  return 'configuration-unsupported';
}
