import { SourceError } from '../source-error.ts';
import { byName, type TreeEntry, type TreeFiles } from './tree-files.ts';
import { treePathSteps } from './tree-path.ts';

/** Contents of files by path relative to the tree; text stands for its UTF-8. */
export type FileRecord = Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>;

/** A release tree that lies in memory: tests, a page in a browser, a request to an API. */
export function memoryFiles(record: FileRecord): TreeFiles {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const folders = new Map<string, Map<string, TreeEntry>>();
  for (const [path, contents] of Object.entries(record)) {
    files.set(path, typeof contents === 'string' ? new TextEncoder().encode(contents) : contents);
    addToFolders(folders, treePathSteps(path));
  }
  return {
    list: async (folder) => [...(folders.get(treePathSteps(folder).join('/'))?.values() ?? [])].sort(byName),
    size: async (file) => fileOf(files, file).length,
    read: async (file, limit) => {
      const bytes = fileOf(files, file);
      if (bytes.length > limit) throw new SourceError('file-too-large', { file, size: bytes.length, limit });
      return bytes;
    },
  };
}

function addToFolders(folders: Map<string, Map<string, TreeEntry>>, steps: readonly string[]): void {
  for (const [depth, name] of steps.entries()) {
    const folder = steps.slice(0, depth).join('/');
    const entries = folders.get(folder) ?? new Map<string, TreeEntry>();
    folders.set(folder, entries.set(name, { name, kind: depth === steps.length - 1 ? 'file' : 'folder' }));
  }
}

function fileOf(files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>, file: string): Uint8Array<ArrayBuffer> {
  const bytes = files.get(treePathSteps(file).join('/'));
  if (bytes === undefined) throw new SourceError('file-not-found', { file });
  return bytes;
}
