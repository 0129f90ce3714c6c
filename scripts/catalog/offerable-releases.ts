import type { PreparedRelease } from './prepared-extension.ts';

/** The releases that some infobase could still be offered. Withdrawn ones never are. */
export const offerableReleases = (releases: readonly PreparedRelease[]): readonly PreparedRelease[] =>
  releases.filter(({ release }) => release.withdrawn === undefined);
