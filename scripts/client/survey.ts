import { decide } from '../decide/decide.ts';
import type { LicenseContext } from '../decide/license.ts';
import { nearest, type Nearest } from '../decide/nearest.ts';
import type { Offer } from '../decide/offer.ts';
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
  const catalog = await readDocument(repository, 'catalog.json', 'catalog');
  return { offers: [], nearest: catalog === undefined ? [] : nearest(catalog, environment) };
}
