import { compareText } from '../model/problem.ts';
import type { Condition, StoredFile } from './destination.ts';
import { DestinationError } from './error.ts';
import { inParallel } from './in-parallel.ts';
import { requireNewer, type Turn } from './require-newer.ts';
import { requirePublishable } from './require-publishable.ts';
import { isImmutable, replacementStage, STAGES, stageOf, TIMESTAMP, type Stage } from './stage.ts';
import { supersededFiles, type Comparison, type Superseded } from './superseded.ts';
import type { TreeFile } from './tree-file.ts';

/** One file to write. */
export interface PlannedUpload {
  readonly file: TreeFile;
  readonly stage: Stage;
  /** What was seen when the plan was made. */
  readonly condition: Condition;
}

/** What a publication will do, in this order. */
export interface Plan {
  readonly uploads: readonly PlannedUpload[];
  /** After the last upload. */
  readonly superseded: readonly Superseded[];
  /** Files that are there already. */
  readonly unchanged: number;
  readonly turn: Turn;
}

/** What a plan is made from. */
export interface Planning extends Omit<Comparison, 'stored'> {
  /** Files compared so far, of so many. */
  readonly onStep?: (done: number, total: number) => void;
}

/**
 * Compares a tree with what is at the destination. Changes nothing. What a run that was interrupted has put there is
 * not put there again. Throws `DestinationError`.
 */
export async function planPublication(planning: Planning): Promise<Plan> {
  const { tree, destination } = planning;
  await requirePublishable(tree);
  const stored = await destination.list();
  const turn = await requireNewer(tree, destination, stored);
  const uploads = await missingOrChanged(planning, stored);
  const superseded = await supersededFiles({ ...planning, stored });
  const planned = turn === 'published' ? uploads : [...uploads, timestampUpload(planning, turn)];
  return {
    uploads: planned.sort(inOrder),
    superseded,
    unchanged: tree.size - planned.length,
    turn,
  };
}

/** Comparisons at a time. */
const WIDTH = 8;

async function missingOrChanged(
  { tree, destination, onStep }: Planning,
  stored: ReadonlyMap<string, StoredFile>,
): Promise<PlannedUpload[]> {
  const uploads: PlannedUpload[] = [];
  let done = 0;
  await inParallel(tree.values(), WIDTH, async (file) => {
    onStep?.(done++, tree.size);
    if (file.path === TIMESTAMP) return;
    const there = stored.get(file.path);
    if (there === undefined) {
      uploads.push({ file, stage: stageOf(file.path), condition: 'absent' });
    } else if (there.length !== file.length || !(await destination.holds(file, there))) {
      uploads.push(replacement(file, there));
    }
  });
  return uploads;
}

function replacement(file: TreeFile, { etag }: StoredFile): PlannedUpload {
  // Clients pin it by its digest, so whoever replaces it breaks what is published now.
  if (isImmutable(file.path)) throw new DestinationError('name-taken', { path: file.path });
  return { file, stage: replacementStage(file.path), condition: { etag } };
}

function timestampUpload({ tree }: Planning, condition: Condition): PlannedUpload {
  const file = tree.get(TIMESTAMP);
  if (file === undefined) throw new DestinationError('tree-incomplete', { paths: [TIMESTAMP], count: 1 });
  return { file, stage: 'timestamp', condition };
}

const inOrder = (a: PlannedUpload, b: PlannedUpload): number =>
  STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage) || compareText(a.file.path, b.file.path);
