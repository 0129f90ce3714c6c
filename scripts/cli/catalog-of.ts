import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { buildCatalog } from '../catalog/build-catalog.ts';
import type { BuildPlace, CatalogBuild } from '../catalog/catalog-build.ts';
import { passportOf } from '../cfe/index.ts';
import type { InspectedFile } from '../checks/context.ts';
import type { Passport } from '../model/passport.ts';
import type { ReleaseTree } from '../model/release-tree.ts';

/** A release tree whose files were read. */
export interface ReadTree {
  readonly tree: ReleaseTree;
  readonly inspected: ReadonlyMap<string, InspectedFile>;
  /** Folder of the release tree. */
  readonly releases: string;
}

/** The documents of a release tree: what everybody who signs a part of them must see alike. */
export async function catalogOf({ tree, inspected, releases }: ReadTree): Promise<CatalogBuild> {
  const agreements = new Map<string, Uint8Array>();
  for (const file of tree.extensions.flatMap(({ eula }) => [...eula.values()])) {
    agreements.set(file, new Uint8Array(await readFile(path.join(releases, file))));
  }
  return buildCatalog(tree, {
    readAgreement: (file) => {
      const bytes = agreements.get(file);
      if (bytes === undefined) throw new Error(`no such licence agreement: ${file}`);
      return bytes;
    },
    passportOf: (build) => passportFromFile(build, inspected),
  });
}

function passportFromFile(
  { extension, version, file }: BuildPlace,
  inspected: ReadonlyMap<string, InspectedFile>,
): Passport | undefined {
  const found = inspected.get(`extensions/${extension}/${version}/${file}`);
  if (found?.facts?.type !== 'ConfigurationExtension') return undefined;
  return passportOf(found.facts, found);
}
