import { configurationDocumentNames } from '../client/configuration-document.ts';
import { readDocument } from '../client/read-document.ts';
import type { CatalogDocument, ExtensionDocument } from '../model/documents.ts';
import { daysUntil } from '../signing/lifetime.ts';
import type { TrustedRepository } from '../verify/trusted-repository.ts';
import type { OnStep } from './progress.ts';

/** How long one role is good. */
export interface RoleAge {
  readonly role: string;
  readonly version: number;
  readonly expires: string;
  /** Whole days left; negative when it has expired. */
  readonly daysLeft: number;
}

/** What a client sees when it looks at everything. */
export interface RepositoryView {
  readonly roles: readonly RoleAge[];
  /** When the timestamp was signed; absent in repositories of others. */
  readonly issued?: string;
  readonly extensions: number;
  readonly releases: number;
  /** Documents that were downloaded and verified. */
  readonly documents: number;
}

/** Reads every document as a client would. Throws `VerificationError` for the first that is not what was signed. */
export async function viewRepository(
  repository: TrustedRepository,
  now: Date,
  onStep: OnStep,
): Promise<RepositoryView> {
  const catalog = await readDocument(repository, 'catalog.json', 'catalog');
  const names = [...extensionNames(catalog), ...configurationDocumentNames(catalog)];
  let releases = 0;
  for (const [index, name] of names.entries()) {
    onStep(index, names.length);
    releases += releasesIn(await repository.document(name));
  }
  const issued = repository.timestamp.signed['x-issued'];
  return {
    roles: rolesOf(repository, now),
    ...(issued !== undefined && { issued }),
    extensions: catalog?.extensions.length ?? 0,
    releases,
    documents: names.length + (catalog === undefined ? 0 : 1),
  };
}

const extensionNames = (catalog: CatalogDocument | undefined): readonly string[] =>
  (catalog?.extensions ?? []).map(({ id }) => `extensions/${id}.json`);

/** Releases that an extension document holds; configuration documents repeat them. */
function releasesIn(bytes: Uint8Array): number {
  const document: unknown = JSON.parse(new TextDecoder().decode(bytes));
  return isExtension(document) ? document.releases.length : 0;
}

const isExtension = (document: unknown): document is ExtensionDocument =>
  typeof document === 'object' && document !== null && 'type' in document && document.type === 'extension';

const rolesOf = ({ root, timestamp, snapshot, targets }: TrustedRepository, now: Date): readonly RoleAge[] =>
  Object.entries({ root, timestamp, snapshot, targets }).map(([role, { signed }]) => ({
    role,
    version: signed.version,
    expires: signed.expires,
    daysLeft: daysUntil(signed.expires, now),
  }));
