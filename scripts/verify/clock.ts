import { VerificationError } from './error.ts';
import type { Timestamp } from './metadata.ts';
import type { World } from './world.ts';

/** Milliseconds by which a clock may lag behind the signer's without being called wrong. */
export const CLOCK_TOLERANCE = 5 * 60 * 1000;

/**
 * Whether the clock of this machine shows a time before the timestamp was signed. The trusted timestamp is the newest
 * signed time ever seen, because its version only grows; a change of keys forgets it with the rest (TUF 5.3.11), so a
 * thief who signed a time in the far future stops nobody for ever.
 */
export function isClockBehind(timestamp: Timestamp, now: Date): boolean {
  const issued = timestamp['x-issued'];
  return issued !== undefined && now.getTime() < new Date(issued).getTime() - CLOCK_TOLERANCE;
}

/** A time as refusals show it; `no time` for a date that JavaScript could not read. */
export const showTime = (time: Date): string =>
  Number.isNaN(time.getTime()) ? 'no time' : time.toISOString();

/**
 * Refuses with `clock-behind` when the clock is behind. Otherwise the user would hear nothing at all, or «expired», and
 * expired metadata would pass for fresh.
 */
export function requireSoundClock(timestamp: Timestamp, world: World): void {
  if (world.expiry === 'inform' || !isClockBehind(timestamp, world.now)) return;
  throw new VerificationError('clock-behind', {
    now: showTime(world.now),
    signed: timestamp['x-issued'] ?? '',
  });
}
