import path from 'node:path';
import { SHIPPED_LIMITS } from '../../verify/limits.ts';
import { trustRoot } from '../../verify/root.ts';
import { SHIPPED_SCHEMES } from '../../verify/scheme.ts';
import type { MetadataStore, World as VerificationWorld } from '../../verify/world.ts';
import { directoryStore } from '../directory-store.ts';
import { readBounded } from '../files.ts';
import { momentOf } from '../moment.ts';
import { repositoryFetcher } from '../network.ts';
import type { Session } from '../session.ts';
import type { ClientOptions } from './options.ts';

/** Where a client looks, what it trusts, and where it remembers. */
export interface ClientPlace {
  readonly url: string;
  readonly trust: string;
  readonly store: MetadataStore;
  readonly now?: string;
}

/** The world of a client that remembers in a folder. */
export const clientWorld = (options: ClientOptions, session: Session): Promise<VerificationWorld> =>
  clientWorldWith(
    { ...options, store: directoryStore(path.resolve(session.world.cwd, options.state)) },
    session,
  );

/** The world of a client: its memory, its clock, its network, and the root it trusts from the start. */
export async function clientWorldWith(place: ClientPlace, session: Session): Promise<VerificationWorld> {
  const world: VerificationWorld = {
    now: momentOf(place.now, session),
    fetch: repositoryFetcher(place.url, session.world),
    store: place.store,
    schemes: SHIPPED_SCHEMES,
    limits: SHIPPED_LIMITS,
    expiry: 'enforce',
  };
  await trustRoot(
    await readBounded(path.resolve(session.world.cwd, place.trust), SHIPPED_LIMITS.root),
    world,
  );
  return world;
}
