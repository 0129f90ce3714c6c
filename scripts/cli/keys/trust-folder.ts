import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Root } from '../../verify/metadata.ts';
import { openRootChain } from '../../signing/root-chain.ts';
import { rootProgress, type RootProgress } from '../../signing/pending-root.ts';
import { readRoots } from '../checked-tree.ts';
import { WrongUse } from '../exit-code.ts';
import { writeWhole } from '../files.ts';
import type { Session } from '../session.ts';

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
 * to be carried to the next signer.
 */
export async function storeRoot(
  bytes: Uint8Array<ArrayBuffer>,
  {
    trust,
    version,
    predecessor,
  }: { readonly trust: string; readonly version: number; readonly predecessor?: Root },
  { world }: Session,
): Promise<StoredRoot> {
  const folder = path.resolve(world.cwd, trust);
  const progress = rootProgress(bytes, predecessor);
  const finished = path.join(folder, `${version}.root.json`);
  const pending = path.join(folder, PENDING, `${version}.root.json`);
  await writeWhole(progress.isComplete ? finished : pending, bytes);
  if (progress.isComplete) await rm(pending, { force: true });
  return { file: path.relative(world.cwd, progress.isComplete ? finished : pending), progress };
}
