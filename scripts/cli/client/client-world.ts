import path from 'node:path';
import { SHIPPED_LIMITS } from '../../verify/limits.ts';
import { trustRoot } from '../../verify/root.ts';
import { SHIPPED_SCHEMES } from '../../verify/scheme.ts';
import type { World as VerificationWorld } from '../../verify/world.ts';
import { directoryStore } from '../directory-store.ts';
import { readBounded } from '../files.ts';
import { momentOf } from '../moment.ts';
import { repositoryFetcher } from '../network.ts';
import type { Session } from '../session.ts';
import type { ClientOptions } from './options.ts';

/** The world of a client: its state folder, its clock, its network, and the root it trusts from the start. */
export async function clientWorld(options: ClientOptions, session: Session): Promise<VerificationWorld> {
  const { cwd } = session.world;
  const world: VerificationWorld = {
    now: momentOf(options.now, session),
    fetch: repositoryFetcher(options.url, session.world),
    store: directoryStore(path.resolve(cwd, options.state)),
    schemes: SHIPPED_SCHEMES,
    limits: SHIPPED_LIMITS,
    expiry: 'enforce',
  };
  await trustRoot(await readBounded(path.resolve(cwd, options.trust), SHIPPED_LIMITS.root), world);
  return world;
}
