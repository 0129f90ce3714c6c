import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RunGit } from './authorized-git.ts';

/** A second working tree of a checkout, in a folder of its own: the person's own files and index stay as they are. */
export interface Worktree {
  readonly folder: string;
  /** Runs git in it. */
  readonly git: (...args: readonly string[]) => Promise<string>;
}

/** Works in a tree that stands at a commit, and removes the tree afterwards. */
export async function withWorktree<T>(
  { git, checkout, commit }: { readonly git: RunGit; readonly checkout: string; readonly commit: string },
  work: (tree: Worktree) => Promise<T>,
): Promise<T> {
  const parent = await mkdtemp(path.join(tmpdir(), 'vypusk-submit-'));
  const folder = path.join(parent, 'tree');
  try {
    await git(checkout, ['worktree', 'add', '--quiet', '--detach', folder, commit]);
    return await work({ folder, git: (...args) => git(folder, args) });
  } finally {
    await rm(parent, { recursive: true, force: true });
    await git(checkout, ['worktree', 'prune']);
  }
}
