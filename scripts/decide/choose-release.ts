import type { Candidate } from './candidate.ts';
import type { Offer, Reason } from './offer.ts';
import { firstStep, isReached, reachable } from './step.ts';
import type { Installed } from './step.ts';

/** The part of an offer that the releases decide. */
export type Choice = Pick<Offer, 'status' | 'release' | 'build' | 'reasons'>;

/**
 * Chooses among releases that are newer than what is installed: the newest one that fits and can be reached, or the
 * first step to it. Where nothing fits, the reasons are those of the newest release, all of them.
 *
 * @param newer at least one release, newest first
 */
export function chooseRelease(newer: readonly Candidate[], installed: Installed): Choice {
  const fitting = newer.filter(({ refusals }) => refusals.length === 0);
  const reached = reachable(fitting, installed);
  const [target, ...older] = reached;
  const missed = newer[0] === target ? [] : explainNewest(newer, reached, installed);
  if (target === undefined) return refuse(newer[0], missed, installed);
  const step = firstStep(target, older, installed);
  return {
    status: installed === undefined ? 'install' : 'update',
    release: step.release,
    ...(step.build && { build: step.build }),
    reasons: [...step.notes, ...(step === target ? [] : [requireStep(target, step)]), ...missed],
  };
}

function explainNewest(
  [newest]: readonly Candidate[],
  reached: readonly Candidate[],
  installed: Installed,
): readonly Reason[] {
  if (newest === undefined) return [];
  return [...newest.refusals, ...(isReached(newest, reached, installed) ? [] : [requireStep(newest)])];
}

// An infobase that only waits for its turn is up to date for now.
function refuse(newest: Candidate | undefined, reasons: readonly Reason[], installed: Installed): Choice {
  const waits = installed !== undefined && reasons.every(({ code }) => code === 'rollout-waiting');
  if (waits || newest === undefined) return { status: 'current', reasons };
  return { status: 'unavailable', release: newest.release, reasons };
}

const requireStep = ({ release }: Candidate, step?: Candidate): Reason => ({
  code: 'step-required',
  args: {
    release: release.version,
    updateFrom: release.updateFrom ?? '*',
    ...(step && { step: step.release.version }),
  },
});
