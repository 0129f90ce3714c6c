import type { RootProgress } from '../../signing/pending-root.ts';
import type { DutyChange } from '../../signing/root-changes.ts';
import type { Session } from '../session/session.ts';
import { shortId } from './key-folder.ts';
import type { StoredRoot } from './trust-folder.ts';

/** Says where a root is and who still has to sign it. */
export function reportRoot({ file, progress }: StoredRoot, { world, text }: Session): void {
  if (progress.isComplete) {
    world.out(text.keys.rootComplete(file));
    return;
  }
  world.out(text.keys.rootWaits(file, waitingOf(progress)));
}

/** Key ids that may still sign, shortened, each once. */
function waitingOf({ own, predecessor }: RootProgress): string {
  const ids = new Set([...own.waiting, ...(predecessor?.waiting ?? [])]);
  return [...ids].map(shortId).join(', ');
}

/** Shows what a root changes, before anybody signs it. */
export function reportChanges(changes: readonly DutyChange[], { world, text }: Session): void {
  if (changes.length === 0) world.out(text.keys.onlyRenewed);
  for (const { duty, added, removed, threshold } of changes) {
    world.out(text.keys.change(duty, threshold.before, threshold.after));
    for (const half of removed) world.out(`  - ${half}\n`);
    for (const half of added) world.out(`  + ${half}\n`);
  }
}
