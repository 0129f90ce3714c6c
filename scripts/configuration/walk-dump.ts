import { compareText } from '../model/problem.ts';
import { SourceError, type TreeEntry, type TreeFiles } from '../source/index.ts';

/** A dump inside a folder. */
export interface Dump {
  /** Path of its root, with `/` behind; empty where the folder itself is the root. */
  readonly root: string;
  /** Files below the root, in the order of their paths. */
  readonly files: readonly DumpFile[];
}

/** A file of a dump. */
export interface DumpFile {
  readonly path: string;
  /** Digest of its content, where the source keeps one. */
  readonly id?: string;
}

/** Folders of former versions by their ids: what did not change is not listed again. */
export type KnownFolders = Map<string, readonly TreeEntry[]>;

/** Files of one dump: ERP has 80,000. */
const MAX_FILES = 1_000_000;

/** Folders above the root of a dump: `src/cf` and the like. */
const MAX_DEPTH_OF_ROOT = 4;

/** Folders inside objects that hold layouts and pictures; an object may bear these names too. */
const WITHOUT_CODE: ReadonlySet<string> = new Set(['Templates', 'Items']);

const ROOTS: ReadonlySet<string> = new Set(['Configuration.xml', 'Configuration.mdo']);

/** Finds the dump in a folder and lists it; `undefined` where there is none. */
export async function walkDump(files: TreeFiles, known: KnownFolders = new Map()): Promise<Dump | undefined> {
  const root = await findRoot(files);
  if (root === undefined) return undefined;
  const found: DumpFile[] = [];
  const waiting: DumpFile[] = [{ path: root }];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const { name, kind, id } of await entriesOf(folder, files, known)) {
      const entry = { path: `${folder.path}${name}`, ...(id !== undefined && { id }) };
      if (kind === 'folder' && !isWithoutCode(folder.path.slice(root.length), name))
        waiting.push({ ...entry, path: `${entry.path}/` });
      if (kind === 'file') found.push(entry);
    }
    if (found.length + waiting.length > MAX_FILES)
      throw new SourceError('file-too-large', { file: folder.path, size: found.length, limit: MAX_FILES });
  }
  return { root, files: found.toSorted((a, b) => compareText(a.path, b.path)) };
}

async function entriesOf(
  { path, id }: DumpFile,
  files: TreeFiles,
  known: KnownFolders,
): Promise<readonly TreeEntry[]> {
  const entries =
    (id === undefined ? undefined : known.get(id)) ?? (await files.list(path.replace(/\/$/, '')));
  if (id !== undefined) known.set(id, entries);
  return entries;
}

/** In a dump kinds and names take turns: `Catalogs/К/Templates`. */
function isWithoutCode(folder: string, name: string): boolean {
  const depth = folder.split('/').length - 1;
  return depth >= 2 && depth % 2 === 0 && WITHOUT_CODE.has(name);
}

/** The nearest folder, in the order of names, that has the record of a configuration. */
async function findRoot(files: TreeFiles): Promise<string | undefined> {
  let level = [''];
  for (let depth = 0; depth <= MAX_DEPTH_OF_ROOT && level.length > 0; depth += 1) {
    const next: string[] = [];
    for (const folder of level) {
      const entries = await files.list(folder.replace(/\/$/, ''));
      if (entries.some(({ name, kind }) => kind === 'file' && ROOTS.has(name)))
        return folder.replace(/Configuration\/$/, '');
      const folders = entries.filter(({ kind }) => kind === 'folder');
      next.push(...folders.map(({ name }) => `${folder}${name}/`));
    }
    level = next.slice(0, MAX_FILES);
  }
  return undefined;
}
