import { compareText } from '../../model/problem.ts';
import { commitOf, gitIn, type Git } from './git-command.ts';

/** A file that differs from a revision. */
export interface ChangedFile {
  /** Path relative to the folder. */
  readonly file: string;
  readonly change: 'added' | 'changed' | 'deleted';
}

/**
 * Files below `folder` that differ from `revision` now, uncommitted and untracked ones included, sorted by path. A
 * renamed file is a deleted and an added one: published addresses do not move.
 */
export async function gitChanges(
  folder: string,
  revision: string,
  git: Git = gitIn(folder),
): Promise<readonly ChangedFile[]> {
  const commit = await commitOf(git, revision);
  const diff = [
    'diff',
    '--name-status',
    '-z',
    '--no-renames',
    '--no-ext-diff',
    '--relative',
    commit,
    '--',
    '.',
  ];
  // Each walks the whole checkout, so they walk side by side.
  const [untracked, differing] = await Promise.all([
    git.output(['ls-files', '--others', '--exclude-standard', '-z', '--', '.']),
    git.output(diff),
  ]);
  const changes = parseNameStatus(differing);
  for (const file of untracked.split('\0').filter((name) => name !== '')) {
    changes.set(file, changes.get(file) === 'deleted' ? 'changed' : 'added');
  }
  return [...changes].map(([file, change]) => ({ file, change })).sort((a, b) => compareText(a.file, b.file));
}

/** Output of `git diff --name-status -z`: a letter and a path, each ended by a zero byte. */
function parseNameStatus(output: string): Map<string, ChangedFile['change']> {
  const fields = output.split('\0');
  const changes = new Map<string, ChangedFile['change']>();
  for (let at = 0; at + 1 < fields.length; at += 2)
    changes.set(fields[at + 1] ?? '', changeOf(fields[at] ?? ''));
  return changes;
}

function changeOf(letter: string): ChangedFile['change'] {
  if (letter === 'A') return 'added';
  return letter === 'D' ? 'deleted' : 'changed';
}

/**
 * The commit that a checkout and a revision have in common: what changed since then is the change, whatever was merged
 * beside it meanwhile. The revision itself where git knows no such commit (unrelated histories, a shallow clone).
 */
export async function mergeBase(folder: string, revision: string, git: Git = gitIn(folder)): Promise<string> {
  const commit = await commitOf(git, revision);
  // Status 1 says that there is none.
  const base = await git.output(['merge-base', 'HEAD', commit]).catch(() => commit);
  return base.trim();
}
