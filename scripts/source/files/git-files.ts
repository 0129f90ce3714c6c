import { LIMITS } from '../limits.ts';
import { SourceError } from '../source-error.ts';
import { commitOf, gitIn, type Git } from './git-command.ts';
import { openGitObjects, type GitObject, type GitObjects } from './git-objects.ts';
import { parseGitTree } from './git-tree.ts';
import { byName, type TreeFiles } from './tree-files.ts';
import { treePathSteps } from './tree-path.ts';

/** A release tree as it was in a git revision. */
export interface GitFiles extends TreeFiles {
  /** Full name of the commit. */
  readonly commit: string;
  /** Ends git; nothing can be read afterwards. */
  readonly close: () => void;
}

/** Bytes of a tree object: `LIMITS.folderEntries` names of fifty bytes and their modes and hashes. */
const TREE_LIMIT = LIMITS.folderEntries * 80;

/**
 * The release tree that a folder of a checkout held in `revision`, read from git's objects: nothing is checked out,
 * and only what is asked for is read. Refuses a revision that git does not know (`revision-unknown`).
 */
export async function gitFiles(
  folder: string,
  revision: string,
  git: Git = gitIn(folder),
): Promise<GitFiles> {
  const commit = await commitOf(git, revision);
  const prefix = (await git.output(['rev-parse', '--show-prefix'])).replace(/\n$/, '');
  const objects = openGitObjects(git);
  const nameOf = (path: string): string =>
    `${commit}:${(prefix + treePathSteps(path).join('/')).replace(/\/$/, '')}`;
  return {
    commit,
    list: async (path) => {
      const tree = await objects.describe(nameOf(path));
      if (tree?.type !== 'tree') return [];
      refuseLarger(path, tree.size, TREE_LIMIT);
      return [...parseGitTree(await objects.contents(nameOf(path)), commit.length / 2)].sort(byName);
    },
    size: async (file) => (await blobOf(objects, nameOf(file), file)).size,
    read: async (file, limit) => {
      refuseLarger(file, (await blobOf(objects, nameOf(file), file)).size, limit);
      return objects.contents(nameOf(file));
    },
    close: objects.close,
  };
}

async function blobOf(objects: GitObjects, name: string, file: string): Promise<GitObject> {
  const object = await objects.describe(name);
  if (object?.type !== 'blob') throw new SourceError('file-not-found', { file });
  return object;
}

function refuseLarger(file: string, size: number, limit: number): void {
  if (size > limit) throw new SourceError('file-too-large', { file, size, limit });
}
