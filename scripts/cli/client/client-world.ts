import path from 'node:path';
import { SHIPPED_LIMITS } from '../../verify/limits.ts';
import { trustRoot } from '../../verify/root.ts';
import { SHIPPED_SCHEMES } from '../../verify/scheme.ts';
import type { MetadataStore, World as VerificationWorld } from '../../verify/world.ts';
import { directoryStore } from '../../disk/directory-store.ts';
import { WrongUse } from '../session/exit-code.ts';
import { readBounded } from '../session/read-bounded.ts';
import { DirectoryBusy } from '../../disk/lock-file.ts';
import { momentOf } from '../session/moment.ts';
import type { Session } from '../session/session.ts';
import type { ClientOptions } from './options.ts';
import type { RepositorySource } from './repository-source.ts';

/** Where a client looks, what it trusts, and where it remembers. */
export interface ClientPlace {
  readonly source: RepositorySource;
  readonly trust: string;
  readonly store: MetadataStore;
  readonly now?: string;
}

/**
 * Does the work in the world of a client that remembers in a folder, while no other client works on the folder: one with
 * an older answer would write over what the other has just learnt. Throws `WrongUse` when the other one does not end.
 */
export async function inClientWorld<T>(
  { source, options: { state, ...options } }: { source: RepositorySource; options: ClientOptions },
  session: Session,
  work: (world: VerificationWorld) => Promise<T>,
): Promise<T> {
  const store = directoryStore(path.resolve(session.world.cwd, state));
  try {
    return await store.exclusively(async () =>
      work(await clientWorldWith({ ...options, source, store }, session)),
    );
  } catch (error) {
    if (error instanceof DirectoryBusy) throw new WrongUse(session.text.message.stateBusy(state));
    throw error;
  }
}

/** The world of a client: its memory, its clock, its source, and the root it trusts from the start. */
export async function clientWorldWith(
  { source, trust, store, now }: ClientPlace,
  session: Session,
): Promise<VerificationWorld> {
  const world: VerificationWorld = {
    now: momentOf(now, session),
    fetch: source.fetch,
    store,
    schemes: SHIPPED_SCHEMES,
    limits: SHIPPED_LIMITS,
    expiry: source.expiry,
  };
  await trustRoot(await readBounded(path.resolve(session.world.cwd, trust), SHIPPED_LIMITS.root), world);
  return world;
}
