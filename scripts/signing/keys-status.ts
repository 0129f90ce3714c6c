import type { Root, Signed, TopLevelRole } from '../verify/metadata.ts';
import { TOP_LEVEL_ROLES } from '../verify/metadata.ts';
import { daysUntil } from './lifetime.ts';
import type { PreviousRepository } from './previous-repository.ts';
import type { RootKeys } from './root-keys.ts';

/** One role: who can sign it, and how long what they signed is good. */
export interface RoleStatus {
  /** A top-level role, or a delegated one. */
  readonly role: string;
  /** Whose keys sign it, by the name that `keys rotate` takes. Absent for a vendor's role. */
  readonly duty?: keyof RootKeys;
  readonly keyids: readonly string[];
  readonly threshold: number;
  /** Absent while nothing was published. */
  readonly version?: number;
  readonly expires?: string;
  /** Whole days; negative when it has expired. */
  readonly daysLeft?: number;
}

const DUTY_OF: Readonly<Record<TopLevelRole, keyof RootKeys>> = {
  root: 'root',
  timestamp: 'timestamp',
  snapshot: 'publishing',
  targets: 'publishing',
};

/** Who can sign what, and what expires when: the top-level roles first, then the vendors by name. */
export function keysStatus(
  root: Root,
  published: PreviousRepository | undefined,
  now: Date,
): readonly RoleStatus[] {
  const files: Partial<Record<TopLevelRole, Signed>> = {
    root,
    ...(published && {
      timestamp: published.timestamp.signed,
      snapshot: published.snapshot.signed,
      targets: published.targets.signed,
    }),
  };
  const topLevel = TOP_LEVEL_ROLES.map((role) => {
    return { role, duty: DUTY_OF[role], ...root.roles[role], ...ageOf(files[role], now) };
  });
  return [...topLevel, ...vendorStatus(published, now)];
}

function vendorStatus(published: PreviousRepository | undefined, now: Date): readonly RoleStatus[] {
  const roles = published?.targets.signed.delegations?.roles ?? [];
  return roles
    .filter(({ paths }) => paths !== undefined)
    .map(({ name, keyids, threshold }) => {
      return { role: name, keyids, threshold, ...ageOf(published?.delegated.get(name)?.signed, now) };
    });
}

const ageOf = (
  signed: Signed | undefined,
  now: Date,
): Pick<RoleStatus, 'version' | 'expires' | 'daysLeft'> =>
  signed
    ? { version: signed.version, expires: signed.expires, daysLeft: daysUntil(signed.expires, now) }
    : {};
