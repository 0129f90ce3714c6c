import { rememberRefresh } from './client-state.ts';
import { followRoots } from './root.ts';
import { acceptSnapshot } from './snapshot.ts';
import { acceptTargets } from './targets.ts';
import { acceptTimestamp } from './timestamp.ts';
import { trustedRepository, type TrustedRepository } from './trusted-repository.ts';
import type { World } from './world.ts';

/**
 * The client workflow of TUF 1.0.34, section 5, whole. Each step needs the results of the steps before it, so no other
 * order compiles; steps carry their number in the code, and a test compares the numbers with the specification's.
 *
 * A refusal (`VerificationError`) leaves what was accepted before it, and the next update starts from there.
 */
export async function refresh(world: World): Promise<TrustedRepository> {
  // TUF 5.1: `world.now` was read once, before this.
  const root = await followRoots(world); // 5.2, 5.3
  const timestamp = await acceptTimestamp(root, world); // 5.4
  const snapshot = await acceptSnapshot(root, timestamp, world); // 5.5
  const targets = await acceptTargets({ root, snapshot }, world); // 5.6
  await rememberRefresh(world.now, world.store);
  return trustedRepository({ root, timestamp, snapshot, targets }, world); // 5.6.7, 5.7
}
