import { buildCatalog } from '../../catalog/build-catalog.ts';
import type { BuildPlace } from '../../catalog/catalog-build.ts';
import { passportOf } from '../../cfe/index.ts';
import type { InspectedFile } from '../../checks/context.ts';
import type { Passport } from '../../model/passport.ts';
import type { ReleaseTree } from '../../model/release-tree.ts';
import type { Publication } from '../../report/publication.ts';
import { directoryFiles, gitFiles, LIMITS, readReleaseTree, type TreeFiles } from '../../source/index.ts';

/** Files that were looked into, by path relative to the tree. */
type Inspected = ReadonlyMap<string, InspectedFile>;

/** What to compare. */
export interface Comparison {
  /** Folder of the release tree. */
  readonly root: string;
  /** Git revision that is published. */
  readonly since: string;
  /** Extensions to look at; all when absent. */
  readonly only?: ReadonlySet<string>;
  readonly inspected: Inspected;
}

/** What is published and what would be; absent where there is no readable tree. */
export interface Publications {
  readonly before?: Publication;
  readonly now?: Publication;
}

/** Makes the documents of the changed extensions as they were in a revision and as they stand in the folder. */
export async function publicationsOf(comparison: Comparison): Promise<Publications> {
  const files = await gitFiles(comparison.root, comparison.since);
  try {
    const before = await publicationFrom(files, comparison);
    const now = await publicationFrom(directoryFiles(comparison.root), comparison);
    return { ...(before && { before }), ...(now && { now }) };
  } finally {
    files.close();
  }
}

async function publicationFrom(
  files: TreeFiles,
  { only, inspected }: Comparison,
): Promise<Publication | undefined> {
  const { tree } = await readReleaseTree(files, only ? { only } : {});
  if (tree === undefined) return undefined;
  const agreements = await agreementsOf(tree, files);
  const { documents } = buildCatalog(tree, {
    readAgreement: (file) => agreements.get(file) ?? new Uint8Array(),
    passportOf: (place) => passportFrom(place, tree, inspected),
  });
  return { tree, documents };
}

async function agreementsOf(tree: ReleaseTree, files: TreeFiles): Promise<ReadonlyMap<string, Uint8Array>> {
  const agreements = new Map<string, Uint8Array>();
  for (const file of tree.extensions.flatMap(({ eula }) => [...eula.values()]))
    agreements.set(file, await files.read(file, LIMITS.notesBytes));
  return agreements;
}

/** By the file's own words, where the file that was looked into is the one that this tree names. */
function passportFrom(place: BuildPlace, tree: ReleaseTree, inspected: Inspected): Passport | undefined {
  const file = inspected.get(`extensions/${place.extension}/${place.version}/${place.file}`);
  if (file?.facts?.type !== 'ConfigurationExtension') return undefined;
  const releases = tree.extensions.find(({ id }) => id === place.extension)?.releases ?? [];
  const builds = releases.flatMap(({ manifest }) => manifest.value.builds);
  const isNamed = builds.some((build) => build.file === place.file && build.sha256 === file.sha256);
  return isNamed ? passportOf(file.facts, file) : undefined;
}
