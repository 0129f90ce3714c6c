import type { World } from './world.ts';

/** Tells how long work goes on; says nothing where nobody looks (pipes, CI logs). */
export interface Progress {
  /** `done` of `total` pieces are finished. */
  readonly step: (done: number, total: number) => void;
  /** Wipes the line, so that results stand alone. */
  readonly end: () => void;
}

const CLEAR_LINE = '\r\u001b[2K';

/** Redraws one line on the terminal, at most once for each percent. */
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
