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

/** What files say of themselves that have no passport beside them, by path in the release tree. */
export function derivedPassports({
  tree,
  inspected,
}: Pick<ReadTree, 'tree' | 'inspected'>): ReadonlyMap<string, Passport> {
  const passports = new Map<string, Passport>();
  for (const { id: extension, releases } of tree.extensions) {
    for (const { manifest, artifacts, passports: beside } of releases) {
      for (const file of [...artifacts.keys()].filter((name) => !beside.has(name))) {
        const build = { extension, version: manifest.value.version.text, file };
        const passport = passportFromFile(build, inspected);
        if (passport !== undefined) passports.set(pathOf(build), passport);
      }
    }
  }
  return passports;
}

const pathOf = ({ extension, version, file }: BuildPlace): string =>
  `extensions/${extension}/${version}/${file}`;

function passportFromFile(
  build: BuildPlace,
  inspected: ReadonlyMap<string, InspectedFile>,
): Passport | undefined {
  const found = inspected.get(pathOf(build));
  if (found?.facts?.type !== 'ConfigurationExtension') return undefined;
  return passportOf(found.facts, found);
}
