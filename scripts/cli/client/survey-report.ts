import type { Adaptable } from '../../client/adaptable.ts';
import type { Offer } from '../../decide/offer.ts';
import type { TrustedRepository } from '../../verify/trusted-repository.ts';
import { inLocale } from '../../model/text.ts';
import { forTerminal, wordReason } from '../../wording/index.ts';
import type { Session } from '../session/session.ts';
import { nearestJson, nearestText } from './nearest-report.ts';

/** Offers, or else what could be adapted, looked into. */
export interface Listing {
  readonly offers: readonly Offer[];
  readonly nearest: readonly Adaptable[];
}

/** One offer as programs read it: codes and values, no sentences. */
export function offerJson({
  extension,
  status,
  installed,
  release,
  build,
  reasons,
  withdrawn,
}: Offer): object {
  return {
    id: extension.id,
    name: extension.name,
    status,
    ...(installed !== undefined && { installed }),
    ...(release && { version: release.version, date: release.date }),
    ...(build && { file: build.file, length: build.length, sha256: build.sha256 }),
    reasons,
    ...(withdrawn && { withdrawn }),
  };
}

/** `client list --json`. */
export function surveyJson({ offers, nearest }: Listing, { timestamp, expired }: TrustedRepository): string {
  const asOf = timestamp.signed['x-issued'];
  const report = {
    ...(asOf !== undefined && { asOf }),
    expired,
    offers: offers.map(offerJson),
    nearest: nearest.map(nearestJson),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** The list for a person at a terminal; everything that came over the network is escaped. */
export function surveyText(
  found: Listing,
  { timestamp, expired }: TrustedRepository,
  session: Session,
): string {
  const { message } = session.text;
  // Only in a bundle can something be expired and still be shown.
  const age =
    expired.length === 0 ? '' : message.asOf(timestamp.signed['x-issued'] ?? timestamp.signed.expires);
  return `${age}${offersText(found, session)}`;
}

function offersText({ offers, nearest }: Listing, session: Session): string {
  const { message } = session.text;
  if (offers.length > 0) return offers.map((offer) => offerText(offer, session)).join('');
  const near = nearest.map((one) => nearestText(one, session)).join('');
  return near === '' ? message.nothingMade : `${message.nothingMade}${message.nearest}${near}`;
}

/** One offer with its reasons, for a person. */
export function offerText(offer: Offer, { locale, text }: Session): string {
  const { extension, status, release, installed } = offer;
  const title = forTerminal(inLocale(extension.title, locale));
  const versions = [installed, status === 'current' ? undefined : release?.version]
    .filter((version) => version !== undefined)
    .map(forTerminal);
  const head = `${text.message.status[status]}  ${extension.id}  ${versions.join(' → ')}  ${title}\n`;
  const reasons = offer.reasons.map((reason) => `    ${forTerminal(wordReason(reason, locale).message)}\n`);
  const withdrawn =
    offer.withdrawn && text.message.withdrawn(forTerminal(inLocale(offer.withdrawn.reason, locale)));
  return [head, ...reasons, withdrawn ?? ''].join('');
}
