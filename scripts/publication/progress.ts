/** Tells how far a long reading has come: `done` of `total` pieces are finished. */
export type OnStep = (done: number, total: number) => void;

/** Tells how long work goes on, to whoever looks. */
export interface Progress {
  readonly step: OnStep;
  /** The work is over. */
  readonly end: () => void;
}
