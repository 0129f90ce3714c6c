import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Root } from '../../verify/metadata.ts';
import { openRootChain } from '../../signing/root-chain.ts';
import { readPendingRoot, rootProgress, type RootProgress } from '../../signing/pending-root.ts';
import { equalBytes } from '../../signing/signed-file.ts';
import { SHIPPED_LIMITS } from '../../verify/limits.ts';
import { readRoots } from '../../publication/read-roots.ts';
import { WrongUse } from '../session/exit-code.ts';
import { fileSize, writeWhole } from '../../disk/files.ts';
import { readBounded } from '../session/read-bounded.ts';
import type { Session } from '../session/session.ts';

/** Folder below the trust folder where roots wait for signatures; `build` looks only at finished ones. */
const PENDING = 'pending';

/** The newest root that is signed; throws `WrongUse` where there is none yet. */
export async function newestRoot(trust: string, { world, text }: Session): Promise<Root> {
  const roots = await readRoots(path.resolve(world.cwd, trust));
  if (roots.length === 0) throw new WrongUse(text.message.noRoot(trust));
  return openRootChain(roots).newest.signed;
}

/** Where a root was put, and how far its signatures have got. */
export interface StoredRoot {
  /** Relative to the current folder. */
  readonly file: string;
  readonly progress: RootProgress;
}

/**
 * Keeps a root: among the finished ones when enough people signed it, else among the pending ones, where the file waits
 * to be carried to the next signer. Throws `WrongUse` where that would replace a finished root, which clients follow, or
 * one with other content, for which people may have signed already.
 */
export async function storeRoot(
  bytes: Uint8Array<ArrayBuffer>,
  {
    trust,
    version,
    predecessor,
  }: { readonly trust: string; readonly version: number; readonly predecessor?: Root },
  { world, text }: Session,
): Promise<StoredRoot> {
  const folder = path.resolve(world.cwd, trust);
  const progress = rootProgress(bytes, predecessor);
  const finished = path.join(folder, `${version}.root.json`);
  const pending = path.join(folder, PENDING, `${version}.root.json`);
  if ((await fileSize(finished)) !== undefined) throw new WrongUse(text.message.fileExists(finished));
  if (await isAnotherRoot(pending, bytes)) throw new WrongUse(text.message.fileExists(pending));
  await writeWhole(progress.isComplete ? finished : pending, bytes);
  if (progress.isComplete) await rm(pending, { force: true });
  return { file: path.relative(world.cwd, progress.isComplete ? finished : pending), progress };
}

async function isAnotherRoot(file: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  if ((await fileSize(file)) === undefined) return false;
  const there = await readBounded(file, SHIPPED_LIMITS.root);
  return !equalBytes(readPendingRoot(there).message, readPendingRoot(bytes).message);
}

/**
 * Throws `WrongUse` where a root of that version waits for signatures already: the next rotation begins from the one
 * that is finished, and would leave out what the waiting one changes.
 */
export async function requireNonePending(
  trust: string,
  version: number,
  { world, text }: Session,
): Promise<void> {
  const pending = path.join(path.resolve(world.cwd, trust), PENDING, `${version}.root.json`);
  if ((await fileSize(pending)) !== undefined) throw new WrongUse(text.message.fileExists(pending));
}
