import path from 'node:path';
import { readOrdinaryRoot, signRoot } from '../../signing/pending-root.ts';
import { rootChanges } from '../../signing/root-changes.ts';
import { refuse } from '../../signing/publish-refusal.ts';
import { openRootChain } from '../../signing/root-chain.ts';
import type { Root } from '../../verify/metadata.ts';
import { SHIPPED_LIMITS } from '../../verify/limits.ts';
import { readRoots } from '../../publication/read-roots.ts';
import { EXIT } from '../session/exit-code.ts';
import { readBounded } from '../session/read-bounded.ts';
import { passphraseOf, type PassphraseOptions } from '../session/passphrase.ts';
import type { Session } from '../session/session.ts';
import { signerFromFile } from './key-folder.ts';
import { reportChanges, reportRoot } from './root-report.ts';
import { storeRoot } from './trust-folder.ts';

/** Options of `keys sign-root`. */
export interface SignRootOptions extends PassphraseOptions {
  readonly key: string;
  readonly trust: string;
}

/**
 * `vypusk keys sign-root FILE`: one person's signature on a root that waits for it. Needs no network: the file comes
 * and goes on a stick or in a pull request.
 */
export async function signPendingRoot(
  file: string,
  options: SignRootOptions,
  session: Session,
): Promise<void> {
  const { world } = session;
  const bytes = await readBounded(path.resolve(world.cwd, file), SHIPPED_LIMITS.root);
  const { signed } = await readOrdinaryRoot(bytes);
  const predecessor = await predecessorOf(signed, options.trust, session);
  // Nobody should sign what he has not been shown.
  reportChanges(rootChanges(predecessor, signed), session);
  const key = path.resolve(world.cwd, options.key);
  const signer = await signerFromFile(key, await passphraseOf(options, session));
  const signedBytes = await signRoot(bytes, signer, predecessor);
  const place = { trust: options.trust, version: signed.version, ...(predecessor && { predecessor }) };
  reportRoot(await storeRoot(signedBytes, place, session), session);
  session.finish(EXIT.fine);
}

async function predecessorOf(root: Root, trust: string, { world }: Session): Promise<Root | undefined> {
  if (root.version === 1) return undefined;
  const { roots } = openRootChain(await readRoots(path.resolve(world.cwd, trust)));
  const predecessor = roots[root.version - 2]?.signed;
  // Without it nobody sees what changes, and the signature would be good as soon as somebody makes the root between.
  if (predecessor === undefined)
    throw refuse('root-chain-broken', { version: root.version - 1, reason: 'missing' });
  return predecessor;
}
