import { SHIPPED_LIMITS } from '../verify/limits.ts';
import { sameBytes } from '../verify/same-bytes.ts';
import type { Writing } from './destination.ts';
import { DestinationError } from './error.ts';
import { TIMESTAMP } from './stage.ts';

/**
 * Makes sure that what clients see is still this tree, before something is replaced or deleted for its sake. Throws
 * `publication-overtaken`.
 */
export async function requireOurs({ tree, destination }: Writing): Promise<void> {
  const ours = await tree.get(TIMESTAMP)?.read();
  const there = await destination.read(TIMESTAMP, SHIPPED_LIMITS.timestamp);
  if (ours === undefined || there === undefined || !sameBytes(ours, there.bytes)) {
    throw new DestinationError('publication-overtaken', { path: TIMESTAMP });
  }
}
