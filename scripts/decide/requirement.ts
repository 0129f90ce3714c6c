import type { ReleaseDocument } from '../model/documents.ts';
import type { Environment } from '../model/environment.ts';
import { admits, parseRange } from '../model/version-range.ts';
import type { Version } from '../model/version.ts';
import type { Reason } from './offer.ts';

/** What the platform and БСП (the standard subsystems library) lack for a release. */
export function refuseRequirements(
  { version: release, requires }: Pick<ReleaseDocument, 'version' | 'requires'>,
  { platform, ssl }: Pick<Environment, 'platform' | 'ssl'>,
): readonly Reason[] {
  const reasons: Reason[] = [];
  if (!meets(requires?.platform, platform)) {
    const required = requires?.platform ?? '';
    reasons.push({ code: 'platform-too-old', args: { release, platform: platform.text, required } });
  }
  if (!meets(requires?.ssl, ssl)) {
    const has = ssl === undefined ? {} : { ssl: ssl.text };
    reasons.push({ code: 'ssl-too-old', args: { release, ...has, required: requires?.ssl ?? '' } });
  }
  return reasons;
}

/** A requirement that cannot be read is met by nobody. */
function meets(required: string | undefined, version: Version | undefined): boolean {
  if (required === undefined) return true;
  const range = parseRange(required);
  return range !== undefined && version !== undefined && admits(range, version);
}
