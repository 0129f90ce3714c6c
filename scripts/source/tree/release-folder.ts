import { startOf } from '../../model/problem.ts';
import type { ArtifactFile, Notes, ReleaseEntry } from '../../model/release-tree.ts';
import type { Locale } from '../../model/text.ts';
import { entryPath } from '../files/tree-path.ts';
import type { TreeEntry } from '../files/tree-files.ts';
import { LIMITS } from '../limits.ts';
import { readManifest } from '../manifest/read-manifest.ts';
import { RELEASE } from '../schema/written-schemas.ts';
import { sourceProblem } from '../source-problem.ts';
import { conflictIn } from '../yaml/conflict-markers.ts';
import { decodeText } from '../yaml/read-yaml.ts';
import { readPassports } from './release-passports.ts';
import {
  attempt,
  listFolder,
  readFile,
  readRequired,
  reportUnexpected,
  type TreeContext,
} from './tree-context.ts';

const MANIFEST = 'release.yaml';
const NOTES = /^notes\.(ru|en)\.(mdx?)$/;
const ARTIFACT = /\.cfe(?:\.zip)?$/;
const PASSPORT = /\.cfe(?:\.zip)?\.passport\.json$/;
const PICTURE = /\.(?:png|jpe?g|webp|gif|avif)$/i;
const PICTURE_FOLDER = 'images';

/** Reads `extensions/<id>/<version>/`; nothing when its manifest is unusable, which is then reported. */
export async function readReleaseFolder(
  context: TreeContext,
  path: string,
): Promise<ReleaseEntry | undefined> {
  const entries = await listFolder(context, path);
  for (const { name } of entries.filter((entry) => !isExpected(entry))) reportUnexpected(context, path, name);
  const files = entries.filter(({ kind }) => kind === 'file').map(({ name }) => name);
  const notes = await readNotes(context, path, files);
  const artifacts = await findArtifacts(context, path, files);
  const passports = await readPassports(
    context,
    path,
    files.filter((name) => PASSPORT.test(name)),
  );
  const written = await readRequired(context, entryPath(path, MANIFEST), entries);
  const manifest = written && readManifest(RELEASE, written, context.problems);
  const folder = path.slice(path.lastIndexOf('/') + 1);
  const pictures = await findPictures(context, path, entries);
  return (
    manifest && { folder, manifest, notes, artifacts, passports, ...(pictures.size > 0 && { pictures }) }
  );
}

function isExpected({ name, kind }: TreeEntry): boolean {
  if (kind === 'folder') return name === PICTURE_FOLDER;
  return (
    kind === 'file' &&
    (name === MANIFEST || [NOTES, ARTIFACT, PASSPORT, PICTURE].some((known) => known.test(name)))
  );
}

async function readNotes(context: TreeContext, path: string, names: readonly string[]): Promise<Notes[]> {
  const notes = new Map<Locale, Notes>();
  for (const name of names) {
    const [, locale, format] = NOTES.exec(name) ?? [];
    if (locale !== 'ru' && locale !== 'en') continue;
    const file = entryPath(path, name);
    if (notes.has(locale)) context.problems.push(sourceProblem('notes-twice', startOf(file), { locale }));
    const text = await readText(context, file);
    if (text !== undefined)
      notes.set(locale, { locale, format: format === 'mdx' ? 'mdx' : 'md', file, text });
  }
  return [...notes.values()];
}

async function readText(context: TreeContext, file: string): Promise<string | undefined> {
  const read = await readFile(context, file, LIMITS.notesBytes);
  if (read === undefined) return undefined;
  const text = decodeText(read.bytes);
  if (text === undefined) context.problems.push(sourceProblem('file-encoding', startOf(file)));
  const conflict = text === undefined ? undefined : conflictIn(file, text);
  if (conflict !== undefined) context.problems.push(sourceProblem('conflict-markers', conflict));
  return text;
}

/** Pictures beside the notes, and in the folder for them. */
async function findPictures(
  context: TreeContext,
  path: string,
  beside: readonly TreeEntry[],
): Promise<ReadonlySet<string>> {
  const hasFolder = beside.some(({ name, kind }) => kind === 'folder' && name === PICTURE_FOLDER);
  const inside = hasFolder ? await listFolder(context, entryPath(path, PICTURE_FOLDER)) : [];
  const namesIn = (entries: readonly TreeEntry[]): string[] =>
    entries.filter(({ name, kind }) => kind === 'file' && PICTURE.test(name)).map(({ name }) => name);
  return new Set([...namesIn(beside), ...namesIn(inside).map((name) => `${PICTURE_FOLDER}/${name}`)]);
}

async function findArtifacts(
  context: TreeContext,
  path: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, ArtifactFile>> {
  const artifacts = new Map<string, ArtifactFile>();
  for (const name of names.filter((known) => ARTIFACT.test(known))) {
    const file = entryPath(path, name);
    const length = await attempt(context, file, () => context.files.size(file));
    if (length === undefined) continue;
    artifacts.set(name, { file, length, read: () => context.files.read(file, LIMITS.artifactBytes) });
  }
  return artifacts;
}
