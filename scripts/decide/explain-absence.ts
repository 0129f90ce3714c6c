import type { ReleaseDocument } from '../model/documents.ts';
import { compareVersions, parseVersion } from '../model/version.ts';
import type { Candidate, Case } from './candidate.ts';
import type { Choice } from './choose-release.ts';
import type { Reason } from './offer.ts';
import type { WithdrawnVersion } from './withdrawal.ts';

/**
 * Why there is no release to consider at all.
 *
 * @param made releases for the configuration, newest first: withdrawn ones and those of less stable channels
 * @param withdrawn withdrawn versions for the configuration, newest first
 */
export function explainAbsence(
  subject: Case,
  made: readonly Candidate[],
  withdrawn: readonly WithdrawnVersion[],
): Choice {
  const unstable = made.find(({ release }) => release.withdrawn === undefined)?.release;
  if (unstable) {
    const args = { release: unstable.version, channel: unstable.channel };
    return unavailable({ code: 'less-stable-channel', args }, unstable);
  }
  const [newest] = withdrawn;
  if (newest) {
    const { replacement } = newest.withdrawal;
    const args = { release: newest.version.text, ...(replacement !== undefined && { replacement }) };
    return unavailable({ code: 'withdrawn', args });
  }
  return unsupported(subject);
}

function unsupported({ extension, environment }: Case): Choice {
  const [newest] = extension.releases
    .flatMap((release) => {
      const version = parseVersion(release.version);
      return version ? [{ release, version }] : [];
    })
    .toSorted((a, b) => compareVersions(b.version, a.version));
  const configuration = environment.configuration.name;
  const args = { configuration, ...(newest && { release: newest.release.version }) };
  return unavailable({ code: 'configuration-unsupported', args }, newest?.release);
}

const unavailable = (reason: Reason, release?: ReleaseDocument): Choice => ({
  status: 'unavailable',
  ...(release && { release }),
  reasons: [reason],
});
