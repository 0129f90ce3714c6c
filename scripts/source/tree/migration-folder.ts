import { compareText, startOf } from '../../model/problem.ts';
import type { MigrationEntry, Notes } from '../../model/release-tree.ts';
import { entryPath } from '../files/tree-path.ts';
import type { TreeEntry } from '../files/tree-files.ts';
import { LIMITS } from '../limits.ts';
import { readManifest } from '../manifest/read-manifest.ts';
import { text } from '../schema/text-format.ts';
import { MIGRATION } from '../schema/written-schemas.ts';
import { sourceProblem } from '../source-problem.ts';
import { decodeText } from '../yaml/read-yaml.ts';
import { listFolder, readFile, readRequired, reportUnexpected, type TreeContext } from './tree-context.ts';

const FOLDER = 'migrate';
const MANIFEST = 'migration.yaml';
const TEXT = /^([a-z0-9-]{2,64}\.[a-z0-9-]{2,64})\.(ru|en)\.md$/;

/** Reads `extensions/<id>/migrate/`: a folder for each older module. */
export async function readMigrations(
  context: TreeContext,
  extension: string,
  entries: readonly TreeEntry[],
): Promise<readonly MigrationEntry[]> {
  if (!entries.some(({ name, kind }) => name === FOLDER && kind === 'folder')) return [];
  const path = entryPath(extension, FOLDER);
  const migrations: MigrationEntry[] = [];
  for (const { name, kind } of await listFolder(context, path)) {
    if (kind !== 'folder') reportUnexpected(context, path, name);
    else if (!text('id').safeParse(name).success) {
      const place = startOf(entryPath(path, name));
      context.problems.push(sourceProblem('folder-name', place, { name, expected: 'id' }));
    } else {
      const migration = await readMigration(context, path, name);
      if (migration !== undefined) migrations.push(migration);
    }
  }
  return migrations.sort((a, b) => compareText(a.manifest.value.from, b.manifest.value.from));
}

async function readMigration(
  context: TreeContext,
  folder: string,
  from: string,
): Promise<MigrationEntry | undefined> {
  const path = entryPath(folder, from);
  const entries = await listFolder(context, path);
  for (const { name } of entries.filter((entry) => !isExpected(entry))) reportUnexpected(context, path, name);
  const texts = await readTexts(context, path, entries);
  const written = await readRequired(context, entryPath(path, MANIFEST), entries);
  const manifest = written && readManifest(MIGRATION, written, context.problems);
  return manifest && { manifest: { ...manifest, value: { from, ...manifest.value } }, texts };
}

const isExpected = ({ name, kind }: TreeEntry): boolean =>
  kind === 'file' && (name === MANIFEST || TEXT.test(name));

async function readTexts(
  context: TreeContext,
  path: string,
  entries: readonly TreeEntry[],
): Promise<ReadonlyMap<string, readonly Notes[]>> {
  const texts = new Map<string, readonly Notes[]>();
  for (const { name } of entries) {
    const [, step = '', locale] = TEXT.exec(name) ?? [];
    if (locale !== 'ru' && locale !== 'en') continue;
    const file = entryPath(path, name);
    const read = await readFile(context, file, LIMITS.notesBytes);
    const content = read && decodeText(read.bytes);
    if (read !== undefined && content === undefined) {
      context.problems.push(sourceProblem('file-encoding', startOf(file)));
    }
    if (content === undefined) continue;
    texts.set(step, [...(texts.get(step) ?? []), { locale, format: 'md', file, text: content }]);
  }
  return texts;
}
