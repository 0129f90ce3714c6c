import { decide } from '../decide/decide.ts';
import type { LicenseContext } from '../decide/license.ts';
import { nearest, type Nearest, type NearestQuestion } from '../decide/nearest.ts';
import type { Offer } from '../decide/offer.ts';
import { decidePartly, type PartlyKnown, type Verdict } from '../decide/partly-known.ts';
import type { ExtensionDocument } from '../model/documents.ts';
import type { Environment } from '../model/environment.ts';
import type { TrustedRepository } from '../verify/trusted-repository.ts';
import { extensionDocument } from './choose-build.ts';
import { configurationDocument } from './configuration-document.ts';
import { readDocument, readOr } from './read-document.ts';

/** What a repository has for one infobase. */
export interface Survey {
  /** Sorted by extension id; empty when nothing is made for the configuration. */
  readonly offers: readonly Offer[];
  /** What could be adapted, when nothing is made for the configuration. */
  readonly nearest: readonly Nearest[];
}

/** What an offer depends on, besides the documents. */
interface Asker {
  readonly environment: Environment;
  readonly license: LicenseContext;
}

/**
 * A licence that does not open the newest release may open an older one, which the document of the configuration has
 * left out: the extension's own document knows it (`formats.md`, section 2). Where that cannot be had, what the document
 * of the configuration says stands.
 */
async function lookBack(
  offer: Offer,
  repository: Pick<TrustedRepository, 'document'>,
  { environment, license }: Asker,
): Promise<Offer> {
  const isShort = offer.reasons.some(
    ({ code }) => code === 'license-window-ended' || code === 'license-not-for-product',
  );
  if (!isShort) return offer;
  const history = await readOr<ExtensionDocument | undefined>(
    extensionDocument(repository, offer.extension.id),
    undefined,
  );
  const [whole] = history === undefined ? [] : await decide(history, environment, license);
  return whole ?? offer;
}

/**
 * The list that an installer shows (`formats.md`, section 4): one document for the infobase's configuration; the
 * catalogue only when nothing is made for it; the history of an extension whose newest release a licence does not open.
 * Throws `VerificationError`, `ClientError`.
 */
export async function survey(
  repository: Pick<TrustedRepository, 'document'>,
  environment: Environment,
  license: LicenseContext,
): Promise<Survey> {
  const name = environment.configuration.name;
  const document = await configurationDocument(repository, name);
  if (document !== undefined) {
    const offers = await decide(document, environment, license);
    const looked = offers.map((offer) => lookBack(offer, repository, { environment, license }));
    return { offers: await Promise.all(looked), nearest: [] };
  }
  return { offers: [], nearest: await nearestOf(repository, environment) };
}

/** What a repository has for an infobase that is described in part. */
export interface PartialSurvey extends Pick<Survey, 'nearest'> {
  /** In the order of the document; empty when nothing is made for the configuration. */
  readonly verdicts: readonly Verdict[];
}

/**
 * As `survey`, for somebody who does not know every version. It does not look back into the history of an extension: who
 * asks what fits asks without a licence. Throws `VerificationError`, `ClientError`.
 */
export async function surveyPartly(
  repository: Pick<TrustedRepository, 'document'>,
  infobase: PartlyKnown,
  license: LicenseContext,
): Promise<PartialSurvey> {
  const document = await configurationDocument(repository, infobase.configuration.name);
  if (document !== undefined) {
    return { verdicts: await decidePartly(document, infobase, license), nearest: [] };
  }
  return { verdicts: [], nearest: await nearestOf(repository, infobase) };
}

async function nearestOf(
  repository: Pick<TrustedRepository, 'document'>,
  infobase: NearestQuestion,
): Promise<readonly Nearest[]> {
  const catalog = await readDocument(repository, 'catalog.json', 'catalog');
  return catalog === undefined ? [] : nearest(catalog, infobase);
}
