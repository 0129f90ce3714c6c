import { addressesOf, extensionDocument, fileName } from '../../scripts/client/choose-build.ts';
import { licenseInFile, licenseOfKey } from '../../scripts/client/customer-license.ts';
import { downloadBuild } from '../../scripts/client/download-build.ts';
import { openBuild } from '../../scripts/client/open-build.ts';
import { readDocument } from '../../scripts/client/read-document.ts';
import type { LicensePayload } from '../../scripts/license/license.ts';
import type { CatalogDocument, ExtensionDocument } from '../../scripts/model/documents.ts';
import { httpFile } from '../../scripts/verify/http-fetcher.ts';
import { SHIPPED_LIMITS } from '../../scripts/verify/limits.ts';
import { memoryStore } from '../../scripts/verify/memory-store.ts';
import type { TrustedRepository } from '../../scripts/verify/trusted-repository.ts';
import {
  licensedRows,
  openExtensions,
  type LicensedRow,
  type OpenExtension,
  type OpenFile,
} from '../views/license-answer.ts';
import type { Reader } from '../views/reader.ts';
import { HTTP, openPageRepository, pageFetcher, type PageRepository } from './page-repository.ts';

/** What a person gave: a key as it was typed, or the bytes of a licence file. */
export type GivenLicense = string | Uint8Array<ArrayBuffer>;

/** An opened licence, and what it opens. */
export interface OpenedLicense {
  readonly license: LicensePayload;
  readonly rows: readonly LicensedRow[];
  readonly extensions: readonly OpenExtension[];
}

/** Opens a licence here, in the page. Throws `LicenseError`, `VerificationError`, `ClientError`. */
export async function openLicense(
  given: GivenLicense,
  { page, reader, now }: { readonly page: PageRepository; readonly reader: Reader; readonly now: Date },
): Promise<OpenedLicense> {
  const repository = await openPageRepository(page, now);
  const shop = { repository, fetch: pageFetcher(page), revisions: memoryStore() };
  const license = await (typeof given === 'string' ? licenseOfKey(given, shop) : licenseInFile(given, shop));
  const licensing = await readDocument(repository, 'licensing.json', 'licensing');
  const catalog = await readDocument(repository, 'catalog.json', 'catalog');
  const documents = catalog === undefined ? [] : await boughtDocuments(catalog, license, repository);
  const today = now.toISOString().slice(0, 10);
  const subject = { documents, license: { license, today }, configurations: catalog?.configurations ?? [] };
  return {
    license,
    rows: licensedRows(license, licensing ?? { products: [] }, reader),
    extensions: license.status === 'active' ? openExtensions(subject, reader) : [],
  };
}

const boughtDocuments = (
  { extensions }: CatalogDocument,
  { products }: LicensePayload,
  repository: TrustedRepository,
): Promise<readonly ExtensionDocument[]> =>
  Promise.all(
    extensions
      .filter((extension) => products.some(({ id }) => extension.products?.includes(id)))
      .map(({ id }) => extensionDocument(repository, id)),
  );

/** The `.cfe` of a file: downloaded, decrypted and held against its pins here. Throws as `openLicense` does. */
export async function openFile(
  file: OpenFile,
  license: LicensePayload,
  page: PageRepository,
): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }> {
  const repository = new URL(page.base, location.href);
  const bytes = await downloadBuild(file, {
    sources: (chosen) =>
      addressesOf(chosen, repository).map((address) => httpFile(address, chosen.build.length, HTTP)),
    partial: {
      read: async () => new Uint8Array(),
      append: async () => undefined,
      clear: async () => undefined,
    },
    maxBytes: SHIPPED_LIMITS.file,
  });
  return { name: fileName(file), bytes: await openBuild(bytes, file.build, license) };
}
