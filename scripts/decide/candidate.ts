import type { BuildDocument, ConfigurationExtension, ReleaseDocument } from '../model/documents.ts';
import type { Environment } from '../model/environment.ts';
import { NOTHING, parseRange } from '../model/version-range.ts';
import type { VersionRange } from '../model/version-range.ts';
import { compareVersions, parseVersion } from '../model/version.ts';
import type { Version } from '../model/version.ts';
import { conflictsOf } from './conflict.ts';
import { fitConfiguration } from './configuration-fit.ts';
import type { DecisionContext } from './context.ts';
import { refuseLicense } from './license.ts';
import type { Reason } from './offer.ts';
import { refuseRequirements } from './requirement.ts';
import { refuseRollout, rolloutKey } from './rollout.ts';

/** A release held against one infobase, steps aside. */
export interface Candidate {
  readonly release: ReleaseDocument;
  readonly version: Version;
  readonly build?: BuildDocument;
  /** Installed versions that it may be put over; absent means any. */
  readonly updateFrom?: VersionRange;
  /** Why it cannot be installed. */
  readonly refusals: readonly Reason[];
  /** What to know when it is installed all the same. */
  readonly notes: readonly Reason[];
}

/** What decides about one extension. */
export interface Case {
  readonly extension: ConfigurationExtension;
  readonly environment: Environment;
  readonly context: DecisionContext;
}

/**
 * The releases that are made for the infobase's configuration, newest first, each with all that speaks against it.
 * Releases whose version cannot be read are passed over: they cannot be ordered.
 */
export function candidatesOf(subject: Case): readonly Candidate[] {
  return subject.extension.releases
    .flatMap((release) => candidateOf(subject, release) ?? [])
    .toSorted((a, b) => compareVersions(b.version, a.version));
}

function candidateOf(
  { extension, environment, context }: Case,
  release: ReleaseDocument,
): Candidate | undefined {
  const version = parseVersion(release.version);
  const fit = fitConfiguration(release, environment.configuration, context.configuration);
  if (version === undefined || fit === undefined) return undefined;
  const { build, reason } = fit;
  const isNote = build !== undefined && environment.showUntested;
  const position = context.positions.get(rolloutKey(extension.id, release.version));
  const conflicts = conflictsOf(extension, release, environment);
  const refusals = [
    isNote ? undefined : reason,
    ...refuseRequirements(release, environment),
    refuseLicense(extension, build ? { ...release, builds: [build] } : release, context),
    refuseRollout(release, position, environment),
    ...conflicts.refusals,
    ...refuseInfobase(release, environment),
  ];
  return {
    release,
    version,
    ...(build && { build }),
    ...(release.updateFrom !== undefined && { updateFrom: parseRange(release.updateFrom) ?? NOTHING }),
    refusals: refusals.filter((refusal) => refusal !== undefined),
    notes: [...(isNote && reason ? [reason] : []), ...conflicts.notes],
  };
}

/** Infobases where no extension can be installed: basic versions do not attach them, in a cloud the service does it. */
function refuseInfobase(
  { version: release }: ReleaseDocument,
  { basic, cloud }: Environment,
): readonly Reason[] {
  const reasons: Reason[] = [];
  if (basic) reasons.push({ code: 'basic-version', args: { release } });
  if (cloud) reasons.push({ code: 'cloud', args: { release } });
  return reasons;
}
