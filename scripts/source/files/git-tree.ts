import { SourceError } from '../source-error.ts';
import type { TreeEntry, TreeEntryKind } from './tree-files.ts';

const KINDS: ReadonlyMap<string, TreeEntryKind> = new Map([
  ['40000', 'folder'],
  ['100644', 'file'],
  ['100755', 'file'],
  ['120000', 'link'],
]);

/**
 * Entries of a git tree object: `<octal mode> <name>\0<object name>` one after another, the object name in
 * `nameBytes` binary bytes (20 for SHA-1, 32 for SHA-256). What is neither file, folder nor link (a submodule) is `other`.
 */
export function parseGitTree(bytes: Uint8Array, nameBytes: number): readonly TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(0x20, at);
    const end = bytes.indexOf(0, at);
    if (space < 0 || end < space)
      throw new SourceError('git-failed', { command: 'cat-file', reason: 'tree' });
    const mode = new TextDecoder().decode(bytes.subarray(at, space));
    const name = new TextDecoder().decode(bytes.subarray(space + 1, end));
    const next = end + 1 + nameBytes;
    entries.push({ name, kind: KINDS.get(mode) ?? 'other', id: hexOf(bytes.subarray(end + 1, next)) });
    at = next;
  }
  return entries;
}

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
