import type { ContextName } from '../parser/contexts.ts';
import type { BslType, NativeMethod } from './object.ts';
import type { Session } from './session.ts';
import type { Value } from './value.ts';

/** Where a name of the platform exists and since which version. */
export interface Availability {
  readonly contexts: readonly ContextName[];
  /** `8.3.12`; absent for names older than any platform the bench simulates. */
  readonly since?: string;
}

/** A function or procedure of the global context. */
export interface GlobalFunction extends NativeMethod<undefined>, Availability {
  readonly name: string;
  readonly isProcedure: boolean;
}

/** A property of the global context: a manager, an enumeration of the platform. */
export interface GlobalProperty extends Availability {
  readonly name: string;
  readonly get: (session: Session) => Value;
}

/** The list of names the platform has; nothing else resolves. Keys are lower case, both languages. */
export interface PlatformNames {
  readonly version: string;
  readonly functions: ReadonlyMap<string, GlobalFunction>;
  readonly properties: ReadonlyMap<string, GlobalProperty>;
  readonly types: ReadonlyMap<string, BslType>;
}

/** Parts of a platform version as numbers. */
const partsOf = (version: string): number[] => version.split('.').map(Number);

/** Whether a name introduced in `since` exists on `version`. */
export function isSince(version: string, since: string | undefined): boolean {
  if (since === undefined) return true;
  const have = partsOf(version);
  for (const [index, needed] of partsOf(since).entries()) {
    const part = have[index] ?? 0;
    if (part !== needed) return part > needed;
  }
  return true;
}

/** Whether a name can be used in a context of a platform. */
export const isAvailable = (
  name: { contexts: readonly ContextName[]; since?: string | undefined },
  where: {
    readonly context: ContextName;
    readonly version: string;
  },
): boolean => name.contexts.includes(where.context) && isSince(where.version, name.since);
