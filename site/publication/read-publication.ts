import type { TreeFiles } from '../../scripts/source/index.ts';
import { readReleaseTree } from '../../scripts/source/index.ts';
import type { Passport } from '../../scripts/model/passport.ts';
import type { ReleaseTree } from '../../scripts/model/release-tree.ts';
import { PublicationError } from './publication-error.ts';
import type { Publication } from './publication.ts';
import { publicationOf } from './publication-of.ts';
import { readInstaller } from './read-installer.ts';
import { readScreenshots } from './read-screenshots.ts';
import { readVendorPages } from './read-vendor-pages.ts';
import { readNewestRoot } from './read-root.ts';

/** Bytes of a licence agreement that are believed; the longest that we know takes 60 KB. */
const MAX_AGREEMENT_BYTES = 1024 * 1024;

/** Where the material of a site is read from. */
export interface PublicationFiles {
  /** The release tree. */
  readonly releases: TreeFiles;
  /** The folder with `<n>.root.json`. */
  readonly trust: TreeFiles;
  /** The folder of what `vypusk installer` made. Absent: none is handed over. */
  readonly installer?: TreeFiles;
  /** Passports of files that have none beside them, by path in the release tree. Absent: there are none. */
  readonly passports?: ReadonlyMap<string, Passport>;
}

/**
 * Reads everything that the site shows. Only a tree without errors is shown: `vypusk check` explains what is wrong.
 *
 * @throws {PublicationError} `release-tree-refused`, `root-refused`
 */
export async function readPublication({
  releases,
  trust,
  installer,
  passports,
}: PublicationFiles): Promise<Publication> {
  const { tree, problems } = await readReleaseTree(releases);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (tree === undefined || errors.length > 0) {
    throw new PublicationError('release-tree-refused', 'releases', { problems: errors });
  }
  const agreements = await readAgreements(tree, releases);
  const readAgreement = (file: string): Uint8Array => {
    const bytes = agreements.get(file);
    if (bytes === undefined) throw new PublicationError('document-missing', file);
    return bytes;
  };
  const root = await readNewestRoot(trust);
  const screenshots = await readScreenshots(tree);
  const pages = await readVendorPages(tree, releases);
  return publicationOf(tree, {
    readAgreement,
    passportOf: ({ extension, version, file }) =>
      passports?.get(`extensions/${extension}/${version}/${file}`),
    pagesOf: (id) => pages.get(id) ?? [],
    screenshotsOf: (id) => screenshots.get(id) ?? [],
    ...(installer && { installer: await readInstaller(installer) }),
    ...(root && { root }),
  });
}

async function readAgreements(tree: ReleaseTree, files: TreeFiles): Promise<ReadonlyMap<string, Uint8Array>> {
  const agreements = new Map<string, Uint8Array>();
  for (const file of tree.extensions.flatMap(({ eula }) => [...eula.values()])) {
    agreements.set(file, await files.read(file, MAX_AGREEMENT_BYTES));
  }
  return agreements;
}
