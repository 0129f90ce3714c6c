import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ExtensionEntry, ReleaseTree } from '../../model/release-tree.ts';
import type { WrittenRelease } from '../../source/index.ts';
import { newExtensionManifest } from '../../source/write/new-manifest.ts';
import { dayOf } from '../moment.ts';
import { WrongUse } from '../exit-code.ts';
import type { Session } from '../session.ts';
import { configurationsOf } from './build-configurations.ts';
import { extensionId } from './extension-id.ts';
import type { OfferedFile } from './offered-file.ts';
import type { AddOptions } from './options.ts';
import { needsOf } from './file-needs.ts';
import { planRelease, releaseOf, type PlannedFile } from './plan-release.ts';

/** What is known before anything is planned. */
export interface AdditionContext {
  readonly options: AddOptions;
  readonly tree: ReleaseTree;
  /** Folder of the release tree. */
  readonly root: string;
}

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
  for (const files of byName.values()) additions.push(await planExtension(files, context, session));
  return { files: additions.flatMap(({ files }) => files), known: additions.flatMap(({ known }) => known) };
}

async function planExtension(
  offered: readonly OfferedFile[],
  context: AdditionContext,
  session: Session,
): Promise<Additions> {
  const [first] = offered;
  if (first === undefined) return { files: [], known: [] };
  const { tree, options } = context;
  const id = await extensionId(first.facts.name, { asked: options.extension, tree }, session);
  const extension = tree.extensions.find((entry) => entry.id === id);
  const files: PlannedFile[] =
    extension === undefined ? [await newExtension(id, first, context, session)] : [];
  const known: OfferedFile[] = [];
  for (const builds of Map.groupBy(offered, ({ version }) => version.text).values()) {
    const fresh = builds.filter((file) => !isKnown(file, extension));
    known.push(...builds.filter((file) => !fresh.includes(file)));
    if (fresh.length > 0) files.push(...(await planVersion(fresh, { ...context, id, extension }, session)));
  }
  return { files, known };
}

const isKnown = (file: OfferedFile, extension: ExtensionEntry | undefined): boolean =>
  releaseOf(extension, file.version.text)?.manifest.value.builds.some(
    ({ sha256 }) => sha256 === file.sha256,
  ) === true;

async function newExtension(
  id: string,
  { facts }: OfferedFile,
  { options, tree }: AdditionContext,
  { world, text }: Session,
): Promise<PlannedFile> {
  const synonym = facts.synonym['ru'] ?? facts.name;
  const title = options.title ?? (await world.terminal?.ask(text.add.askTitle, synonym)) ?? synonym;
  const summary = options.summary ?? (await world.terminal?.ask(text.add.askSummary(title)));
  if (summary === undefined || summary === '') throw new WrongUse(text.add.summaryNeeded);
  const { name } = tree.publisher.value;
  const written = newExtensionManifest({ name: facts.name, title, summary, vendor: { name } });
  return { file: `extensions/${id}/extension.yaml`, content: { text: written } };
}

type VersionContext = AdditionContext & {
  readonly id: string;
  readonly extension: ExtensionEntry | undefined;
};

async function planVersion(
  files: readonly OfferedFile[],
  context: VersionContext,
  session: Session,
): Promise<readonly PlannedFile[]> {
  const { id, extension, options, root } = context;
  const [first] = files;
  if (first === undefined) return [];
  const release = releaseOf(extension, first.version.text);
  const builds: [OfferedFile, Awaited<ReturnType<typeof configurationsOf>>][] = [];
  for (const file of files)
    builds.push([file, await configurationsOf(file, { options, extension }, session)]);
  return planRelease({
    id,
    version: release?.folder ?? first.version.text,
    existing: release && (await readFile(path.join(root, release.manifest.file), 'utf8')),
    head: headOf(files, context, session),
    builds,
    notes: await notesOf(first, { options, isNew: release === undefined }, session),
  });
}

function headOf(
  files: readonly OfferedFile[],
  { options, tree }: AdditionContext,
  { world, text }: Session,
): Omit<WrittenRelease, 'version' | 'builds'> {
  const saved = files.map(({ named, savedOn }) => (named === 'by-folder' ? savedOn : undefined));
  const [stable] = tree.publisher.value.channels;
  const importance = IMPORTANCE.find((known) => known === (options.importance ?? 'normal'));
  if (importance === undefined) throw new WrongUse(text.add.badImportance(options.importance ?? ''));
  return {
    date: options.date ?? saved.find((day) => day !== undefined) ?? dayOf(world.now()),
    channel: options.channel ?? stable ?? 'stable',
    ...(importance !== 'normal' && { importance }),
    ...needsOf(files.map(({ facts }) => facts)),
  };
}

const IMPORTANCE = ['normal', 'recommended', 'critical'] as const;

async function notesOf(
  file: OfferedFile,
  { options, isNew }: { readonly options: AddOptions; readonly isNew: boolean },
  { world, text }: Session,
): Promise<ReadonlyMap<'ru' | 'en', string>> {
  if (!isNew) return new Map();
  const ru = options.notes ?? (await world.terminal?.ask(text.add.askNotes(file.version.text)));
  const en = options.notesEn ?? (await world.terminal?.ask(text.add.askNotesEn(file.version.text)));
  const written = [['ru', ru ?? ''] as const, ['en', en ?? ''] as const];
  return new Map(written.filter(([, notes]) => notes !== ''));
}
