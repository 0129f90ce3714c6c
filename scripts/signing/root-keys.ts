import { keyIdOf, SPEC_VERSION } from '../verify/metadata.ts';
import type { Key, Role, Root } from '../verify/metadata.ts';
import { canonicalJson } from '../verify/canonical-json.ts';
import type { Unverified } from '../verify/parse-envelope.ts';
import { SHIPPED_SCHEMES, understandKey } from '../verify/scheme.ts';
import { KeyError } from './key-error.ts';
import { expiryAfter, LIFETIME_DAYS } from './lifetime.ts';
import { equalBytes } from './signed-file.ts';

/** Keys that share a duty, and how many of them must sign. */
export interface RoleKeys {
  readonly keys: readonly Key[];
  /** At least 1, at most the number of keys. */
  readonly threshold: number;
}

/** Who does what in a repository (`formats.md`, section 3). */
export interface RootKeys {
  /** Offline; decides who has the other duties. */
  readonly root: RoleKeys;
  /** Signs `targets` and `snapshot`: what is published. */
  readonly publishing: RoleKeys;
  /** Signs `timestamp`: that it is still so. */
  readonly timestamp: RoleKeys;
}

/** The first root of a repository, not signed yet. Throws `threshold-unreachable`. */
export const firstRoot = (keys: RootKeys, now: Date): Promise<Root> => rootOf({ ...keys, version: 1, now });

/**
 * The root after `current`, not signed yet: with the keys that change, everything else as it was, and a full year to
 * live. No change at all just renews it. Throws `threshold-unreachable`.
 */
export async function nextRoot(current: Root, change: Partial<RootKeys>, now: Date): Promise<Root> {
  return rootOf({ ...rootKeysOf(current), ...change, version: current.version + 1, now });
}

/** Who does what under a root. Keys that it names without listing them are left out. */
export const rootKeysOf = (root: Root): RootKeys => ({
  root: keysOfRole(root, root.roles.root),
  publishing: keysOfRole(root, root.roles.targets),
  timestamp: keysOfRole(root, root.roles.timestamp),
});

const keysOfRole = ({ keys }: Root, { keyids, threshold }: Role): RoleKeys => ({
  keys: keyids.flatMap((keyid) => keys.get(keyid) ?? []),
  threshold,
});

/**
 * Whether a root says nothing but who has which duty, as `nextRoot` would write it. Only such a root can be shown whole
 * to the person who is asked to sign it: another could give the snapshot away beside the list that was shown, or carry
 * a key whose text moves the cursor of a terminal.
 */
export async function isOrdinaryRoot({ signed, message }: Unverified<Root>): Promise<boolean> {
  const { keys, version, expires, spec_version } = signed;
  if ([...keys.values()].some((key) => understandKey(key, SHIPPED_SCHEMES) === undefined)) return false;
  const ordinary = await rootOf({ ...rootKeysOf(signed), version, now: new Date(0) });
  return equalBytes(canonicalJson({ ...ordinary, expires, spec_version }), message);
}

async function rootOf(from: RootKeys & { readonly version: number; readonly now: Date }): Promise<Root> {
  const [root, publishing, timestamp] = await Promise.all([
    namedKeys('root', from.root),
    namedKeys('publishing', from.publishing),
    namedKeys('timestamp', from.timestamp),
  ]);
  return {
    _type: 'root',
    spec_version: SPEC_VERSION,
    version: from.version,
    expires: expiryAfter(LIFETIME_DAYS.root, from.now),
    consistent_snapshot: true,
    keys: new Map([...root.keys, ...publishing.keys, ...timestamp.keys]),
    roles: {
      root: root.role,
      snapshot: publishing.role,
      targets: publishing.role,
      timestamp: timestamp.role,
    },
  };
}

interface NamedKeys {
  readonly keys: ReadonlyMap<string, Key>;
  readonly role: Role;
}

async function namedKeys(duty: keyof RootKeys, { keys, threshold }: RoleKeys): Promise<NamedKeys> {
  const named = await Promise.all(keys.map(async (key) => [await keyIdOf(key), key] as const));
  const byId = new Map(named.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  // One key given twice is one key: with it a threshold of two would lock everybody out.
  if (threshold < 1 || threshold > byId.size) {
    throw new KeyError('threshold-unreachable', { duty, threshold, keys: byId.size });
  }
  return { keys: byId, role: { keyids: [...byId.keys()], threshold } };
}
