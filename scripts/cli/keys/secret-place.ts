import path from 'node:path';
import { gitIn, SourceError } from '../../source/index.ts';
import { WrongUse } from '../session/exit-code.ts';
import { fileSize, isFolder } from '../../disk/files.ts';
import type { Session } from '../session/session.ts';

/**
 * Refuses a place for a secret or a private key that exists, or that git would pick up: a file of a checkout that nothing
 * ignores, so that `git add -A` cannot publish it. Throws `WrongUse`.
 */
export async function requireSecretPlace(file: string, { text }: Pick<Session, 'text'>): Promise<void> {
  if ((await fileSize(file)) !== undefined) throw new WrongUse(text.message.fileExists(file));
  if (await wouldBeCommitted(file)) throw new WrongUse(text.message.secretInRepository(file));
}

async function wouldBeCommitted(file: string): Promise<boolean> {
  const folder = await existingFolder(path.dirname(file));
  const git = gitIn(folder);
  try {
    await git.output(['rev-parse', '--is-inside-work-tree']);
  } catch (error) {
    // No checkout; or one that git does not open, being another user's or not installed: then nothing is known to be
    // ignored, and whoever commits there may have a git that does.
    if (error instanceof SourceError) return isInCheckout(folder);
    throw error;
  }
  try {
    await git.output(['check-ignore', '--quiet', '--', file]);
    return false;
  } catch (error) {
    if (error instanceof SourceError) return true;
    throw error;
  }
}

async function isInCheckout(folder: string): Promise<boolean> {
  const mark = path.join(folder, '.git');
  // A worktree has a file there.
  if ((await isFolder(mark)) || (await fileSize(mark)) !== undefined) return true;
  const parent = path.dirname(folder);
  return parent !== folder && isInCheckout(parent);
}

/** The nearest folder above a path that is there already. */
async function existingFolder(folder: string): Promise<string> {
  const parent = path.dirname(folder);
  return parent === folder || (await isFolder(folder)) ? folder : existingFolder(parent);
}
