import { decide } from '../decide/decide.ts';
import type { Offer, Reason, ReasonCode } from '../decide/offer.ts';
import type { ConfigurationDocument, WithdrawalDocument } from '../model/documents.ts';
import type { IsoDate } from '../model/release.ts';
import { environmentOf, type Infobases } from './infobase.ts';

/** What infobases of one kind are told about one extension; `undefined` where the publisher has nothing for them. */
export type Outcome = Offer | undefined;

/** What to decide about: an extension in the document that the infobases read. */
export interface Question {
  readonly id: string;
  readonly infobases: Infobases;
  readonly today: IsoDate;
}

/**
 * What is offered from one document. Paid extensions are looked at with a licence for all their products that never
 * ends: whether a customer has paid does not change with a release.
 */
export async function outcomeOf(
  document: ConfigurationDocument | undefined,
  { id, infobases, today }: Question,
): Promise<Outcome> {
  const extension = document?.extensions.find((one) => one.id === id);
  if (document === undefined || extension === undefined) return undefined;
  const products = (extension.products ?? []).map((product) => ({
    id: product,
    trial: false,
    updatesUntil: '2099-12',
  }));
  const [offer] = await decide(
    { ...document, extensions: [extension] },
    environmentOf(infobases, extension.name),
    { today, license: { status: 'active', products } },
  );
  return offer;
}

/** What a person is told of an outcome, in the amount that a reviewer of a release needs. */
export interface Told {
  /** Version that is offered; absent where nothing is. */
  readonly offered?: string;
  /** SHA-256 of the file that is offered. */
  readonly sha256?: string;
  /** Why nothing is offered, in one reason; that a version is only a step, and that a rollout is waited for. */
  readonly reasons: readonly Reason[];
  readonly withdrawn?: WithdrawalDocument;
}

/** Reasons that say something of the offer itself, not of newer releases that do not fit. */
const ALWAYS_TOLD: ReadonlySet<ReasonCode> = new Set(['step-required', 'rollout-waiting']);

/**
 * Leaves out what would split the table into rows that differ in nothing that matters: whether an offer is called an
 * installation or an update, and all reasons but the first.
 */
export function toldOf(outcome: Outcome): Told {
  if (outcome === undefined) return { reasons: [] };
  const { status, release, build, reasons, withdrawn } = outcome;
  const always = reasons.filter(({ code }) => ALWAYS_TOLD.has(code));
  const gone = withdrawn && { withdrawn };
  if ((status === 'install' || status === 'update') && release !== undefined)
    return { offered: release.version, ...(build && { sha256: build.sha256 }), reasons: always, ...gone };
  return { reasons: always.length > 0 ? always : reasons.slice(0, 1), ...gone };
}

/** Equal where the same is offered: what decides whether a merge changes anything for an infobase. */
export const offerKey = ({ offered, sha256, reasons, withdrawn }: Told): string =>
  JSON.stringify([offered, sha256, reasons.filter(({ code }) => code === 'rollout-waiting'), withdrawn]);

/** Equal where a person is told the same, whichever version of the configuration and the platform he has. */
export const toldKey = ({ reasons, ...told }: Told): string =>
  JSON.stringify([
    told.offered,
    told.sha256,
    told.withdrawn,
    reasons.map(({ code, args }) => [code, Object.entries({ ...args, ...OWN_VERSIONS }).sort()]),
  ]);

/** What is told anew: without what the same infobase was told before the merge already. */
export function newsOf(before: Told, { reasons, withdrawn, ...offer }: Told): Told {
  const had = new Set(before.reasons.map((reason) => JSON.stringify(reason)));
  const isNew = JSON.stringify(withdrawn) !== JSON.stringify(before.withdrawn);
  return {
    ...offer,
    reasons: reasons.filter((reason) => !had.has(JSON.stringify(reason))),
    ...(withdrawn && isNew && { withdrawn }),
  };
}

/** Arguments of reasons that only repeat what the infobase is. */
const OWN_VERSIONS = { version: '', platform: '', ssl: '' };
