import { startOf } from '../../model/problem.ts';
import { composed, isPortableName } from '../files/portable-name.ts';
import { entryPath } from '../files/tree-path.ts';
import type { ReadFile, TreeEntry, TreeFiles } from '../files/tree-files.ts';
import { LIMITS } from '../limits.ts';
import { SourceError } from '../source-error.ts';
import { sourceProblem, type SourceProblem } from '../source-problem.ts';
import type { Selection } from './selection.ts';

/** What reading a tree carries with it: where from, which part, and everything found wrong so far. */
export interface TreeContext {
  readonly files: TreeFiles;
  readonly selection: Selection;
  readonly problems: SourceProblem[];
}

/** Reads a file of at most `limit` bytes, or reports why not. */
export const readFile = (context: TreeContext, path: string, limit: number): Promise<ReadFile | undefined> =>
  attempt(context, path, async () => ({ path, bytes: await context.files.read(path, limit) }));

/** Reads a manifest that must be there, or reports why not. */
export async function readRequired(
  context: TreeContext,
  path: string,
  entries: readonly TreeEntry[],
): Promise<ReadFile | undefined> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (entries.some((entry) => entry.name === name)) return readFile(context, path, LIMITS.manifestBytes);
  context.problems.push(sourceProblem('file-missing', startOf(path), { file: path }));
  return undefined;
}

/**
 * Entries of a folder that may be looked at: links are reported and left out, names that start with a dot belong to
 * tools and are left out silently. A folder with more entries than anyone has releases is not read at all.
 */
export async function listFolder(context: TreeContext, folder: string): Promise<readonly TreeEntry[]> {
  const entries = (await attempt(context, folder, () => context.files.list(folder))) ?? [];
  if (entries.length > LIMITS.folderEntries) {
    const limit = { limit: LIMITS.folderEntries, count: entries.length };
    context.problems.push(sourceProblem('too-many-entries', startOf(folder), limit));
    return [];
  }
  const visible = entries.filter(({ name }) => !name.startsWith('.'));
  for (const entry of visible) reportName(context, folder, entry);
  return visible.filter(({ kind }) => kind !== 'link');
}

/** Reports a link, and names that another system cannot hold or would spell otherwise. */
function reportName({ problems }: TreeContext, folder: string, { name, kind }: TreeEntry): void {
  const place = startOf(entryPath(folder, name));
  if (kind === 'link') problems.push(sourceProblem('symbolic-link', place, { name }));
  if (!isPortableName(name)) problems.push(sourceProblem('name-reserved', place, { name }));
  if (composed(name) !== name)
    problems.push(sourceProblem('name-decomposed', place, { name: composed(name) }));
}

/** Reports a file or folder that nothing reads. */
export function reportUnexpected(context: TreeContext, folder: string, name: string): void {
  context.problems.push(sourceProblem('unexpected-file', startOf(entryPath(folder, name)), { name }));
}

/** The result, or nothing when the file was refused; other failures are faults of the program and pass. */
export async function attempt<T>(
  context: TreeContext,
  path: string,
  read: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    context.problems.push(refusal(path, error));
    return undefined;
  }
}

function refusal(path: string, error: SourceError): SourceProblem {
  if (!error.is('file-too-large'))
    return sourceProblem('file-unreadable', startOf(path), { reason: error.code });
  const { size, limit } = error.args;
  return sourceProblem('file-too-large', startOf(path), { size, limit });
}
