import type { ConfigurationDocument, ExtensionDocument } from '../model/documents.ts';
import type { Environment } from '../model/environment.ts';
import { compareText } from '../model/problem.ts';
import { decideExtension } from './decide-extension.ts';
import type { LicenseContext } from './license.ts';
import type { Offer } from './offer.ts';
import { rolloutPositions } from './rollout.ts';

/**
 * What one infobase should do about every extension of a document, sorted by id. A configuration document answers for
 * most infobases; one extension's own document, with its whole history, for a licence that has run out.
 */
export async function decide(
  document: ConfigurationDocument | ExtensionDocument,
  environment: Environment,
  license: LicenseContext,
): Promise<readonly Offer[]> {
  const extensions = document.type === 'extension' ? [document] : document.extensions;
  const context = {
    ...license,
    channels: document.channels,
    positions: await rolloutPositions(extensions, environment),
    ...(document.type === 'configuration' && { configuration: document.configuration.name }),
  };
  return extensions
    .map((extension) => decideExtension(extension, environment, context))
    .toSorted((a, b) => compareText(a.extension.id, b.extension.id));
}
