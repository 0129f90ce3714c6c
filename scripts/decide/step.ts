import { spans } from '../model/version-range.ts';
import type { Version } from '../model/version.ts';
import type { Candidate } from './candidate.ts';

/** What an infobase has: a version, one that cannot be read and so counts as older than everything, or nothing. */
export type Installed = Version | 'unreadable' | undefined;

/**
 * Whether a release may be installed over what is there. An installed pre-release counts by its place in the order:
 * it would otherwise fit no `updateFrom` and be stuck. A version that cannot be read fits none.
 */
export function isDirect({ updateFrom }: Candidate, installed: Installed): boolean {
  if (installed === undefined || updateFrom === undefined) return true;
  return installed !== 'unreadable' && spans(updateFrom, installed);
}

/**
 * The releases to which steps lead from what is installed, newest first.
 *
 * @param fitting releases that fit the infobase and are newer than what is installed, newest first
 */
export function reachable(fitting: readonly Candidate[], installed: Installed): readonly Candidate[] {
  const reached: Candidate[] = [];
  for (const candidate of fitting.toReversed()) {
    if (isReached(candidate, reached, installed)) reached.push(candidate);
  }
  return reached.toReversed();
}

/** Whether a release may be installed over what is there, or over a release that can be reached first. */
export const isReached = (
  candidate: Candidate,
  reached: readonly Candidate[],
  installed: Installed,
): boolean => isDirect(candidate, installed) || reached.some((step) => isDirect(candidate, step.version));

/**
 * The release to install first on the way to `target`: the newest one that may be installed now and from which
 * further steps lead there; the target itself where no step is needed.
 *
 * @param older releases that can be reached and are older than the target, newest first
 */
export function firstStep(target: Candidate, older: readonly Candidate[], installed: Installed): Candidate {
  if (isDirect(target, installed)) return target;
  const leading = [target];
  for (const candidate of older) {
    if (!leading.some((next) => isDirect(next, candidate.version))) continue;
    if (isDirect(candidate, installed)) return candidate;
    leading.push(candidate);
  }
  return target;
}
