import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { CatalogBuild } from '../catalog/catalog-build.ts';
import { signRepository, type SignedRepository } from '../signing/sign-repository.ts';
import type { Signer } from '../signing/signer.ts';
import type { VendorDelegation } from '../signing/vendor-delegation.ts';
import { buildSite } from './build-site.ts';
import { catalogOf, derivedPassports, type ReadTree } from './catalog-of.ts';
import { replaceFolder, writeWhole } from '../disk/files.ts';
import { placePages, type FinishedPages } from './finished-pages.ts';
import { keepGenerations } from './keep-generations.ts';
import { placeFiles } from './place-files.ts';
import { placeLicenses } from './place-licenses.ts';
import type { Published } from './published.ts';
import type { Progress } from './progress.ts';

/** Everything that a publication is made from. */
export interface Publishing extends ReadTree {
  /** Folder of root metadata. */
  readonly trust: string;
  readonly roots: readonly Uint8Array<ArrayBuffer>[];
  readonly out: string;
  readonly now: Date;
  readonly previous: Published | 'none';
  readonly signers: readonly Signer[];
  /** Vendors who sign their own documents, with what they signed. */
  readonly vendors: readonly VendorDelegation[];
  /** Built here, left out, or finished elsewhere by a process that has no keys. */
  readonly pages: 'with-site' | 'without-site' | FinishedPages;
  /** Folder of what `vypusk installer` made: the pages built here hand it over. */
  readonly installer?: string;
  readonly maxShrink?: number;
}

/** What a publication came to. */
export interface PublishedTree extends Pick<SignedRepository, 'versions' | 'warnings'> {
  readonly documents: number;
  readonly files: number;
}

/** The long parts of it, for whoever shows progress. */
export type Stage = 'site' | 'files';

/** What it touches outside of its folders. */
export interface PublishingWorld {
  readonly environment: NodeJS.ProcessEnv;
  /** Folder for what builds of the site leave to later ones. */
  readonly places: string;
  readonly progress: (stage: Stage) => Progress;
}

/**
 * Makes the whole published tree beside its place and moves it there when it is complete: a build that fails leaves
 * what stood before. Throws `PublishRefusal`, `SiteError`.
 */
export async function publishTree(publishing: Publishing, world: PublishingWorld): Promise<PublishedTree> {
  const beside = `${publishing.out}.${process.pid}.new`;
  try {
    const result = await makeTree(publishing, beside, world);
    await replaceFolder(beside, publishing.out);
    return result;
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

async function makeTree(publishing: Publishing, out: string, world: PublishingWorld): Promise<PublishedTree> {
  const { previous, now } = publishing;
  // The site comes first because its builder empties the folder that it writes to.
  if (publishing.pages === 'with-site') await pages(publishing, out, world);
  else if (publishing.pages !== 'without-site') await placePages(publishing.pages, out);
  const catalog = await catalogOf(publishing);
  const progress = world.progress('files');
  const published = previous === 'none' ? undefined : previous.folder;
  const placed = await placeFiles(catalog.files, {
    out,
    onStep: progress.step,
    ...(published && { published }),
  });
  progress.end();
  await placeLicenses(publishing.tree, out);
  const signed = await signCatalog(catalog, placed, publishing);
  if (published !== undefined) await keepGenerations(published, out, now);
  // In the order of publishing: whoever sees a file finds all that it names.
  for (const [file, bytes] of [...catalog.plain, ...signed.files])
    await writeWhole(path.join(out, file), bytes);
  return {
    versions: signed.versions,
    warnings: signed.warnings,
    documents: catalog.documents.size,
    files: catalog.files.length,
  };
}

async function pages(publishing: Publishing, out: string, world: PublishingWorld): Promise<void> {
  const progress = world.progress('site');
  progress.step(0, 1);
  const { releases, trust, installer } = publishing;
  const { places, environment } = world;
  const passports = derivedPassports(publishing);
  await buildSite({ releases, trust, out, places, passports, ...(installer && { installer }) }, environment);
  progress.end();
}

function signCatalog(
  catalog: CatalogBuild,
  placed: ReadonlySet<string>,
  publishing: Publishing,
): Promise<SignedRepository> {
  const { previous, maxShrink } = publishing;
  return signRepository({
    roots: publishing.roots,
    documents: catalog.documents,
    heads: catalog.heads,
    files: catalog.files,
    fileExists: async ({ path: file }) => placed.has(file),
    previous: previous === 'none' ? 'none' : previous.metadata,
    signers: publishing.signers,
    vendors: publishing.vendors,
    now: publishing.now,
    ...(maxShrink !== undefined && { maxShrink }),
  });
}
