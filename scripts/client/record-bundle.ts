import { requirePinned } from '../verify/artifact.ts';
import { VerificationError } from '../verify/error.ts';
import { SHIPPED_LIMITS } from '../verify/limits.ts';
import { metadataPath } from '../verify/repository-path.ts';
import { refresh } from '../verify/update.ts';
import type { TrustedRepository } from '../verify/trusted-repository.ts';
import type { Fetcher, World } from '../verify/world.ts';
import type { CatalogDocument, ConfigurationDocument, ExtensionDocument } from '../model/documents.ts';
import type { BundleFiles } from './bundle-writer.ts';
import { filePath, type ChosenBuild } from './choose-build.ts';
import { configurationDocument, configurationDocumentNames } from './configuration-document.ts';
import { readDocument } from './read-document.ts';

/** What goes into a bundle. */
export interface BundleChoice {
  /** Configurations whose infobases it is for; all that anything is made for, when empty. */
  readonly configurations: readonly string[];
  /** Ids of extensions whose files go along; all, when empty. */
  readonly extensions: readonly string[];
}

/** Downloads and verifies the file of a build. */
export type BuildDownload = (chosen: ChosenBuild) => Promise<Uint8Array<ArrayBuffer>>;

/**
 * The files of a bundle: what a client that starts with the first root fetches and verifies on its way to the chosen
 * builds, byte for byte, and those builds. Throws `VerificationError`, `ClientError`.
 */
export async function recordBundle(
  world: World,
  choice: BundleChoice,
  download: BuildDownload,
): Promise<BundleFiles> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const fetch = recording(world.fetch, files);
  const repository = await refresh({ ...world, fetch });
  for (let version = 1; version <= repository.root.signed.version; version++) {
    await fetch(metadataPath('root', version), { maxBytes: SHIPPED_LIMITS.root });
  }
  const catalog = await readDocument(repository, 'catalog.json', 'catalog');
  const offered = catalog?.extensions ?? [];
  await readDocument(repository, 'licensing.json', 'licensing');
  const isWanted = (id: string): boolean => choice.extensions.length === 0 || choice.extensions.includes(id);
  for (const { id } of offered.filter((extension) => isWanted(extension.id))) {
    const document = await readDocument(repository, `extensions/${id}.json`, 'extension');
    await recordAgreements(document, fetch);
    for (const { from } of document?.migrations ?? []) {
      await readDocument(repository, `extensions/${id}.migrate.${from}.json`, 'migration');
    }
  }
  for (const document of await wantedDocuments(repository, catalog, choice)) {
    for (const chosen of buildsIn(document, isWanted)) files.set(filePath(chosen), await download(chosen));
  }
  return files;
}

async function wantedDocuments(
  repository: TrustedRepository,
  catalog: CatalogDocument | undefined,
  { configurations }: BundleChoice,
): Promise<readonly (ConfigurationDocument | undefined)[]> {
  const documents: (ConfigurationDocument | undefined)[] = [];
  if (configurations.length === 0) {
    for (const name of configurationDocumentNames(catalog))
      documents.push(await readDocument(repository, name, 'configuration'));
  }
  for (const name of configurations) documents.push(await configurationDocument(repository, name));
  return documents;
}

/** A client shows the agreement before it installs: without it the bundle could not be used. */
async function recordAgreements(document: ExtensionDocument | undefined, fetch: Fetcher): Promise<void> {
  for (const [locale, pinned] of Object.entries(document?.eula ?? {})) {
    const path = `files/${document?.id ?? ''}/eula.${locale}.md`;
    const answer = await fetch(path, { maxBytes: pinned.length });
    if (answer.kind !== 'found') throw new VerificationError('not-found', { name: path });
    await requirePinned(path, answer.bytes, pinned);
  }
}

/** Keeps what a source answers, so that it can be answered again. */
function recording(fetch: Fetcher, files: Map<string, Uint8Array<ArrayBuffer>>): Fetcher {
  return async (path, options) => {
    const answer = await fetch(path, options);
    if (answer.kind === 'found') files.set(path, answer.bytes);
    return answer;
  };
}

function* buildsIn(
  document: ConfigurationDocument | undefined,
  isWanted: (id: string) => boolean,
): Generator<ChosenBuild> {
  for (const { id, releases } of document?.extensions ?? []) {
    if (!isWanted(id)) continue;
    for (const release of releases) {
      for (const build of release.builds) yield { extension: id, release, build };
    }
  }
}
