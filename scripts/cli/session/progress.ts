import type { OnStep, Progress } from '../../publication/progress.ts';
import type { Session } from './session.ts';
import type { World } from './world.ts';

const CLEAR_LINE = '\r\u001b[2K';

/**
 * Redraws one line on the terminal, at most once for each percent, and wipes it in the end so that results stand alone.
 * Says nothing where nobody looks (pipes, CI logs).
 */
export function startProgress(label: string, world: Pick<World, 'err' | 'showsProgress'>): Progress {
  let shown = -1;
  if (!world.showsProgress) return { step: () => undefined, end: () => undefined };
  return {
    step: (done, total) => {
      const percent = total === 0 ? 100 : Math.floor((done * 100) / total);
      if (percent === shown) return;
      shown = percent;
      world.err(`${CLEAR_LINE}${label} ${done}/${total} (${percent} %)`);
    },
    end: () => {
      if (shown >= 0) world.err(CLEAR_LINE);
    },
  };
}

/** Does the work with its progress shown, and wipes the line however it ends. */
export async function withProgress<T>(
  label: string,
  { world }: Pick<Session, 'world'>,
  work: (step: OnStep) => Promise<T>,
): Promise<T> {
  const progress = startProgress(label, world);
  try {
    return await work(progress.step);
  } finally {
    progress.end();
  }
}
