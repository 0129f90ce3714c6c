import { recallEtag, recallState, rememberTimestamp } from './client-state.ts';
import { isClockBehind, showTime } from './clock.ts';
import { VerificationError } from './error.ts';
import { hintsOf, type Hints } from './heads.ts';
import type { Root, Timestamp } from './metadata.ts';
import type { Unverified } from './parse-envelope.ts';
import { metadataFileName, metadataPath } from './repository-path.ts';
import { loadTrustedRoot } from './root.ts';
import { recallTimestamp, snapshotListedBy, verifyTimestamp } from './timestamp.ts';
import { sameBytes } from './same-bytes.ts';
import { isExpired, type Trusted } from './trust.ts';
import type { FetchAnswer, World } from './world.ts';

/** What the newest trusted timestamp says. */
export interface TimestampView {
  readonly version: number;
  /** From this time on nothing may be installed until a newer timestamp comes. */
  readonly expires: string;
  /** When it was signed; absent in repositories of others. */
  readonly issued?: string;
  /** Absent in large repositories: then compare documents after a refresh. */
  readonly hints?: Hints;
}

/** Why one small request was not enough. */
export type RefreshReason =
  /** First run, or the state was lost. */
  | 'nothing-trusted'
  /** A week has passed since the last full workflow. */
  | 'week-passed'
  | 'root-expired'
  /** `x-root` is newer than ours, or absent. */
  | 'root-changed'
  | 'snapshot-changed'
  /** The answer is not a timestamp that the trusted root vouches for: keys may have changed. */
  | 'not-trusted';

/** Answer of the fast check. None of them concerns an extension that is installed already: that keeps working. */
export type FastCheck =
  /**
   * Up to date. `kept` means that the answer was not newer than what is trusted, as from an edge of a CDN that lags
   * behind: nothing to say to anybody.
   */
  | {
      readonly kind: 'current';
      readonly source: 'unchanged' | 'fetched' | 'kept';
      readonly timestamp: TimestampView;
    }
  /** Do the full workflow (`refresh`) before believing anything. */
  | { readonly kind: 'refresh-needed'; readonly reason: RefreshReason }
  /** The newest timestamp has expired: install nothing, and say so. */
  | { readonly kind: 'expired'; readonly timestamp: TimestampView }
  /** The clock shows a time before something that was already signed: nothing can be said of ages. */
  | { readonly kind: 'clock-behind'; readonly now: string; readonly signed: string }
  /** The source does not answer; what is known stays known. */
  | { readonly kind: 'unreachable'; readonly cause: VerificationError; readonly timestamp: TimestampView };

/** Milliseconds between full workflows at least this often (`formats.md`, section 3). */
export const FULL_REFRESH_INTERVAL = 7 * 24 * 3600 * 1000;

/** What is trusted before the request. */
interface Known {
  readonly root: Trusted<Root>;
  readonly timestamp: Unverified<Timestamp>;
}

/**
 * Asks in one conditional request whether anything is new (`formats.md`, section 3). It skips the question for a newer
 * root, which helps only a thief of a timestamp key who also controls the network, and he could answer that question
 * with 404 as well.
 */
export async function fastCheck(world: World): Promise<FastCheck> {
  const known = await recallKnown(world);
  if (known === undefined) return refreshNeeded('nothing-trusted');
  if (isClockBehind(known.timestamp.signed, world.now)) return clockBehind(known.timestamp.signed, world);
  if (isExpired(known.root.signed, world.now)) return refreshNeeded('root-expired');
  if (await isRefreshDue(world)) return refreshNeeded('week-passed');
  try {
    return await judge(await askForTimestamp(world), known, world);
  } catch (cause) {
    if (!(cause instanceof VerificationError)) throw cause;
    return { kind: 'unreachable', cause, timestamp: viewOf(known.timestamp.signed) };
  }
}

async function recallKnown(world: World): Promise<Known | undefined> {
  try {
    const root = await loadTrustedRoot(world);
    const timestamp = await recallTimestamp(root, world);
    return timestamp && { root, timestamp };
  } catch (error) {
    if (error instanceof VerificationError) return undefined;
    throw error;
  }
}

async function isRefreshDue({ now, store }: World): Promise<boolean> {
  const { refreshedAt } = await recallState(store);
  const age = now.getTime() - new Date(refreshedAt ?? NaN).getTime();
  // A time in the future means that the clock was wrong then: the interval says nothing.
  return !(age >= 0 && age < FULL_REFRESH_INTERVAL);
}

async function askForTimestamp({ fetch, store, limits }: World): Promise<FetchAnswer> {
  const etag = await recallEtag(store);
  const condition = etag === undefined ? {} : { ifNoneMatch: etag };
  const answer = await fetch(metadataPath('timestamp'), { maxBytes: limits.timestamp, ...condition });
  if (answer.kind === 'absent') throw new VerificationError('not-found', { name: metadataPath('timestamp') });
  return answer;
}

async function judge(answer: FetchAnswer, known: Known, world: World): Promise<FastCheck> {
  const trusted = known.timestamp.signed;
  if (answer.kind !== 'found') return standing(trusted, 'unchanged', world);
  if (sameBytes(answer.bytes, known.timestamp.bytes)) {
    await rememberTimestamp(answer, world.store);
    return standing(trusted, 'unchanged', world);
  }
  const offered = tryVerify(answer.bytes, known.root, world);
  if (offered === undefined) return refreshNeeded('not-trusted');
  if (offered.signed.version <= trusted.version) return standing(trusted, 'kept', world);
  if (snapshotListedBy(offered.signed).version !== snapshotListedBy(trusted).version) {
    return refreshNeeded('snapshot-changed');
  }
  if ((offered.signed['x-root'] ?? Infinity) > known.root.signed.version)
    return refreshNeeded('root-changed');

  const result = standing(offered.signed, 'fetched', world);
  if (result.kind === 'current') {
    await world.store.put(metadataFileName('timestamp'), offered.bytes);
    await rememberTimestamp(answer, world.store);
  }
  return result;
}

/** What the newest timestamp means at this time. */
function standing(timestamp: Timestamp, source: 'unchanged' | 'fetched' | 'kept', world: World): FastCheck {
  if (isClockBehind(timestamp, world.now)) return clockBehind(timestamp, world);
  if (isExpired(timestamp, world.now)) return { kind: 'expired', timestamp: viewOf(timestamp) };
  return { kind: 'current', source, timestamp: viewOf(timestamp) };
}

function tryVerify(
  bytes: Uint8Array<ArrayBuffer>,
  root: Trusted<Root>,
  world: World,
): Unverified<Timestamp> | undefined {
  try {
    return verifyTimestamp(bytes, root, world);
  } catch (error) {
    // Not a timestamp, or not signed as our root says: the full workflow finds out which, and names it.
    if (error instanceof VerificationError) return undefined;
    throw error;
  }
}

const refreshNeeded = (reason: RefreshReason): FastCheck => ({ kind: 'refresh-needed', reason });

const clockBehind = (timestamp: Timestamp, { now }: World): FastCheck => ({
  kind: 'clock-behind',
  now: showTime(now),
  signed: timestamp['x-issued'] ?? '',
});

function viewOf(timestamp: Timestamp): TimestampView {
  const issued = timestamp['x-issued'];
  const hints = hintsOf(timestamp);
  return {
    version: timestamp.version,
    expires: timestamp.expires,
    ...(issued === undefined ? {} : { issued }),
    ...(hints === undefined ? {} : { hints }),
  };
}
