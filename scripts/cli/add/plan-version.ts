import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseVersion } from '../../model/version.ts';
import type { ExtensionEntry } from '../../model/release-tree.ts';
import { WrongUse } from '../session/exit-code.ts';
import type { Session } from '../session/session.ts';
import type { AdditionContext } from './addition-context.ts';
import { addressesOf } from './file-address.ts';
import type { OfferedFile } from './offered-file.ts';
import type { PlacedBuild } from './place-builds.ts';
import { planRelease, releaseOf, type PlannedBuild, type PlannedFile } from './plan-release.ts';
import type { Protector } from './protection.ts';
import { headOf, notesOf } from './release-head.ts';

/** What a release is planned with. */
export type VersionContext = AdditionContext & {
  readonly id: string;
  readonly extension: ExtensionEntry | undefined;
  /** Products that open its files; none for a free one. */
  readonly products: readonly string[];
  readonly protect: Protector;
  /** All files of this run. */
  readonly offered: readonly OfferedFile[];
};

/** The files of one release. Throws `WrongUse`. */
export async function planVersion(
  placed: readonly PlacedBuild[],
  context: VersionContext,
  session: Session,
): Promise<readonly PlannedFile[]> {
  const { id, extension, root } = context;
  const files = placed.map(({ file }) => file);
  const [first] = files;
  if (first === undefined) return [];
  const release = releaseOf(extension, first.version.text);
  const { fileVersion } = release === undefined ? first : release.manifest.value;
  const head = headOf(files, context, session);
  const date = release?.manifest.value.date ?? head.date;
  return planRelease({
    id,
    version: release?.folder ?? first.version.text,
    existing: release && (await readFile(path.join(root, release.manifest.file), 'utf8')),
    standing: release?.manifest.value.builds ?? [],
    head: { ...head, ...(fileVersion !== undefined && { fileVersion }) },
    builds: await planBuilds(placed, { ...context, date, fileVersion }, session),
    notes: await notesOf(first, { options: context.options, isNew: release === undefined }, session),
  });
}

type BuildsContext = VersionContext & { readonly date: string; readonly fileVersion: string | undefined };

async function planBuilds(
  placed: readonly PlacedBuild[],
  { options, products, date, protect, fileVersion: usual, offered }: BuildsContext,
  session: Session,
): Promise<readonly PlannedBuild[]> {
  const builds: PlannedBuild[] = [];
  for (const { file, configurations } of placed) {
    const sold = products.length > 0 && (await protect(file, { products, date }));
    const urls = addressesOf(file, { urls: options.url, offered }, session);
    const told = ownVersion(file, usual);
    builds.push({
      ...{ file, configurations, urls },
      ...(told !== undefined && { fileVersion: told }),
      ...(sold && { sold }),
    });
  }
  if (builds.some(({ urls, sold }) => urls.length > 0 && sold !== undefined))
    throw new WrongUse(session.text.add.urlOfSold);
  return builds;
}

/** What a file says of its version, where that is not what the release says of its files. */
function ownVersion(
  { facts, version, fileVersion }: OfferedFile,
  usual: string | undefined,
): string | undefined {
  if (usual !== undefined) return facts.version === usual ? undefined : facts.version;
  return fileVersion !== undefined && parseVersion(facts.version)?.text !== version.text
    ? fileVersion
    : undefined;
}
