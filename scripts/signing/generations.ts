/** One publication that is over or still stands. */
export interface Generation {
  /** Version of its snapshot. */
  readonly version: number;
  /** When it was published. */
  readonly time: Date;
}

/** Days for which the files of a superseded publication stay (`formats.md`, section 3). */
export const KEPT_DAYS = 30;

/** Publications that stay, however old. */
export const KEPT_AT_LEAST = 3;

/**
 * Versions whose metadata and documents must stay: a client that began under one of them, or got its timestamp from a
 * cache, goes on asking for its files. A publication counts from the day on which the next one took its place, not from
 * the day on which it was made.
 */
export function generationsToKeep(generations: readonly Generation[], now: Date): ReadonlySet<number> {
  const newestFirst = generations.toSorted((a, b) => b.version - a.version);
  const oldest = now.getTime() - KEPT_DAYS * 24 * 60 * 60 * 1000;
  const kept = newestFirst.filter((_, at) => {
    const successor = newestFirst[at - 1];
    return at < KEPT_AT_LEAST || successor === undefined || successor.time.getTime() >= oldest;
  });
  return new Set(kept.map(({ version }) => version));
}
