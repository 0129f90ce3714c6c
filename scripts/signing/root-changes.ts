import type { Key, Root } from '../verify/metadata.ts';
import { rootKeysOf } from './root-keys.ts';
import type { RoleKeys, RootKeys } from './root-keys.ts';

/** What changes for one duty from one root to the next. */
export interface DutyChange {
  readonly duty: keyof RootKeys;
  /** Public halves. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly threshold: { readonly before: number; readonly after: number };
}

/**
 * What a person who is asked for a signature should be shown: every duty that changes hands; with nothing before it,
 * every duty.
 */
export function rootChanges(before: Root | undefined, after: Root): readonly DutyChange[] {
  const [old, next] = [before ? rootKeysOf(before) : NOBODY, rootKeysOf(after)];
  return DUTIES.map((duty) => changeOf(duty, old[duty], next[duty])).filter(isChange);
}

const DUTIES: readonly (keyof RootKeys)[] = ['root', 'publishing', 'timestamp'];

const NOTHING: RoleKeys = { keys: [], threshold: 0 };
const NOBODY: RootKeys = { root: NOTHING, publishing: NOTHING, timestamp: NOTHING };

function changeOf(duty: keyof RootKeys, before: RoleKeys, after: RoleKeys): DutyChange {
  const [old, next] = [before.keys.map(publicHalf), after.keys.map(publicHalf)];
  return {
    duty,
    added: next.filter((half) => !old.includes(half)),
    removed: old.filter((half) => !next.includes(half)),
    threshold: { before: before.threshold, after: after.threshold },
  };
}

const isChange = ({ added, removed, threshold }: DutyChange): boolean =>
  added.length > 0 || removed.length > 0 || threshold.before !== threshold.after;

const publicHalf = (key: Key): string => key.keyval.public;
