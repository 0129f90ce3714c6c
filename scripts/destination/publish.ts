import type { Destination, Writing } from './destination.ts';
import { inParallel } from './in-parallel.ts';
import type { Plan, PlannedUpload } from './plan.ts';
import { requireOurs } from './require-ours.ts';
import { requireReady } from './require-ready.ts';
import { STAGES } from './stage.ts';
import type { Tree } from './tree-file.ts';
import { writePlanned } from './write-planned.ts';

/** What a publication works with. */
export interface Publication {
  readonly tree: Tree;
  readonly destination: Destination;
  readonly plan: Plan;
  /** Files written or deleted so far, of so many. */
  readonly onStep?: (done: number, total: number) => void;
}

/** What a publication did. */
export interface Published {
  readonly uploaded: number;
  readonly bytes: number;
  readonly deleted: number;
}

/** Requests at a time, and how large a file may be to travel beside others: each waits in memory. */
const WIDTH = { small: 8, large: 2 };
const LARGE = 8 * 1024 * 1024;

/**
 * Carries out a plan. Whenever it is interrupted, clients see the old publication or the new one, whole, and the next
 * run goes on where this one stopped. Throws `DestinationError`.
 */
export async function publish({ tree, destination, plan, onStep }: Publication): Promise<Published> {
  const deletions = plan.superseded.filter(({ deleted }) => deleted === 'now');
  const total = plan.uploads.length + deletions.length;
  let done = 0;
  const step = (): void => onStep?.(++done, total);
  const writing: Writing = { tree, destination };
  for (const stage of STAGES) {
    const uploads = plan.uploads.filter((upload) => upload.stage === stage);
    if (stage === 'timestamp' && uploads.length > 0) await requireReady(writing);
    await inTwoWidths(uploads, async (upload) => {
      await writePlanned(upload, writing);
      step();
    });
  }
  // Somebody who published after us may name again what we were going to delete.
  if (deletions.length > 0) await requireOurs(writing);
  await inParallel(deletions, WIDTH.small, async ({ path }) => {
    await destination.delete(path);
    step();
  });
  const bytes = plan.uploads.reduce((sum, { file }) => sum + file.length, 0);
  return { uploaded: plan.uploads.length, bytes, deleted: deletions.length };
}

async function inTwoWidths(
  uploads: readonly PlannedUpload[],
  work: (upload: PlannedUpload) => Promise<void>,
): Promise<void> {
  const isLarge = ({ file }: PlannedUpload): boolean => file.length > LARGE;
  await inParallel(
    uploads.filter((upload) => !isLarge(upload)),
    WIDTH.small,
    work,
  );
  await inParallel(uploads.filter(isLarge), WIDTH.large, work);
}
