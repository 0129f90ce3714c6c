import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ExtensionEntry } from '../../model/release-tree.ts';
import { WrongUse } from '../session/exit-code.ts';
import type { Session } from '../session/session.ts';
import type { AdditionContext } from './addition-context.ts';
import { configurationsOf } from './build-configurations.ts';
import { extensionId } from './extension-id.ts';
import type { OfferedFile } from './offered-file.ts';
import { newExtension } from './new-extension.ts';
import { planRelease, releaseOf, type PlannedBuild, type PlannedFile } from './plan-release.ts';
import { headOf, notesOf } from './release-head.ts';
import { productsOf, protectorOf, type Protector } from './protection.ts';

/** What `add` will write, and the files that stand in the tree already. */
export interface Additions {
  readonly files: readonly PlannedFile[];
  readonly known: readonly OfferedFile[];
}

/** Plans everything before anything is written. Throws `WrongUse` where something is missing that nobody can be asked. */
export async function planAdditions(
  offered: readonly OfferedFile[],
  context: AdditionContext,
  session: Session,
): Promise<Additions> {
  const byName = Map.groupBy(offered, ({ facts }) => facts.name);
  if (context.options.extension !== undefined && byName.size > 1) {
    throw new WrongUse(session.text.add.manyNames([...byName.keys()].join(', ')));
  }
  const additions: Additions[] = [];
  const protect = protectorOf(context, session);
  for (const files of byName.values())
    additions.push(await planExtension(files, { ...context, protect }, session));
  return { files: additions.flatMap(({ files }) => files), known: additions.flatMap(({ known }) => known) };
}

/** With what is needed for files that are sold. */
type SellingContext = AdditionContext & { readonly protect: Protector };

async function planExtension(
  offered: readonly OfferedFile[],
  context: SellingContext,
  session: Session,
): Promise<Additions> {
  const [first] = offered;
  if (first === undefined) return { files: [], known: [] };
  const { tree, options } = context;
  const id = await extensionId(first.facts.name, { asked: options.extension, tree }, session);
  const extension = tree.extensions.find((entry) => entry.id === id);
  const products = productsOf(extension, context, session);
  const files: PlannedFile[] = [];
  if (extension === undefined) {
    files.push(await newExtension({ id, products, facts: first.facts, told: first.told }, context, session));
  }
  const known: OfferedFile[] = [];
  for (const builds of Map.groupBy(offered, ({ version }) => version.text).values()) {
    const fresh = builds.filter((file) => !isKnown(file, extension));
    known.push(...builds.filter((file) => !fresh.includes(file)));
    if (fresh.length === 0) continue;
    files.push(...(await planVersion(fresh, { ...context, id, extension, products }, session)));
  }
  return { files, known };
}

const isKnown = (file: OfferedFile, extension: ExtensionEntry | undefined): boolean =>
  releaseOf(extension, file.version.text)?.manifest.value.builds.some(
    ({ sha256, clear }) => (clear?.sha256 ?? sha256) === file.sha256,
  ) === true;

type VersionContext = SellingContext & {
  readonly id: string;
  readonly extension: ExtensionEntry | undefined;
  /** Products that open its files; none for a free one. */
  readonly products: readonly string[];
};

async function planVersion(
  files: readonly OfferedFile[],
  context: VersionContext,
  session: Session,
): Promise<readonly PlannedFile[]> {
  const { id, extension, root } = context;
  const [first] = files;
  if (first === undefined) return [];
  const release = releaseOf(extension, first.version.text);
  const head = headOf(files, context, session);
  const date = release?.manifest.value.date ?? head.date;
  return planRelease({
    id,
    version: release?.folder ?? first.version.text,
    existing: release && (await readFile(path.join(root, release.manifest.file), 'utf8')),
    head,
    builds: await planBuilds(files, { ...context, date }, session),
    notes: await notesOf(first, { options: context.options, isNew: release === undefined }, session),
  });
}

async function planBuilds(
  files: readonly OfferedFile[],
  { options, extension, products, date, protect }: VersionContext & { readonly date: string },
  session: Session,
): Promise<readonly PlannedBuild[]> {
  const builds: PlannedBuild[] = [];
  for (const file of files) {
    const configurations = await configurationsOf(file, { options, extension }, session);
    const sold = products.length > 0 && (await protect(file, { products, date }));
    builds.push({ file, configurations, ...(sold && { sold }) });
  }
  return builds;
}
