import { decide } from '../decide/decide.ts';
import type { LicenseContext } from '../decide/license.ts';
import { nearest, type Nearest } from '../decide/nearest.ts';
import type { Offer } from '../decide/offer.ts';
import type { Environment } from '../model/environment.ts';
import type { TrustedRepository } from '../verify/trusted-repository.ts';
import { readDocument } from './read-document.ts';

/** What a repository has for one infobase. */
export interface Survey {
  /** Sorted by extension id; empty when nothing is made for the configuration. */
  readonly offers: readonly Offer[];
  /** What could be adapted, when nothing is made for the configuration. */
  readonly nearest: readonly Nearest[];
}

/**
 * The list that an installer shows (`formats.md`, section 4): one document for the infobase's configuration; the
 * catalogue only when nothing is made for it. Throws `VerificationError`, `ClientError`.
 */
export async function survey(
  repository: Pick<TrustedRepository, 'document'>,
  environment: Environment,
  license: LicenseContext,
): Promise<Survey> {
  const name = environment.configuration.name;
  const document = await readDocument(repository, `configurations/${name}.json`, 'configuration');
  if (document !== undefined) return { offers: await decide(document, environment, license), nearest: [] };
  const catalog = await readDocument(repository, 'catalog.json', 'catalog');
  return { offers: [], nearest: catalog === undefined ? [] : nearest(catalog, name) };
}
