import type { Timestamp } from '../verify/metadata.ts';
import { formatTime, isExpired } from './lifetime.ts';
import type { Opened } from './open-metadata.ts';
import { meetsThreshold, signersOf } from './open-metadata.ts';
import { bindingTimestamp, openPrevious } from './previous-repository.ts';
import type { MetadataReader, PreviousRepository } from './previous-repository.ts';
import { clockRefusals, rootRefusals } from './publication-refusals.ts';
import { PublishRefusal } from './publish-refusal.ts';
import type { Refusal } from './publish-refusal.ts';
import { openRootChain } from './root-chain.ts';
import type { RootChain } from './root-chain.ts';
import { metaFileOf } from './sign-snapshot.ts';
import { signTimestamp } from './sign-timestamp.ts';
import type { Signing } from './sign-role.ts';
import type { Bytes } from './signed-file.ts';

/** What a daily refresh needs: what is published, all roots, and the timestamp key alone. */
export interface RefreshInput extends Signing {
  readonly previous: MetadataReader;
  readonly roots: readonly Bytes[];
}

/**
 * Says that what is published is still so: the next timestamp over the same snapshot and heads. Roots that are not
 * published yet must be, before the timestamp that names them. Throws `PublishRefusal`, above all when the newest root no longer trusts the keys behind the snapshot: a timestamp that
 * pointed clients to it would lock them out.
 */
export async function refreshTimestamp(input: RefreshInput): Promise<Opened<Timestamp>> {
  const chain = openRootChain(input.roots);
  const previous = await openPrevious(input.previous, chain);
  const refusals = [
    ...rootRefusals(chain, input.now),
    ...clockRefusals(previous, chain.newest.signed, input.now),
    ...staleRefusals(previous, chain, input.now),
  ];
  if (refusals.length > 0) throw new PublishRefusal(refusals);
  const { timestamp, snapshot } = previous;
  const content = {
    root: chain.newest.signed,
    snapshot: await metaFileOf(snapshot),
    heads: bindingTimestamp(previous, chain.newest.signed)?.['x-heads'],
    previous: timestamp,
  };
  return signTimestamp(content, input);
}

/** Metadata that only the publishing key can mend. */
function staleRefusals(
  { snapshot, targets }: PreviousRepository,
  { newest }: RootChain,
  now: Date,
): readonly Refusal[] {
  const roles = [
    { file: snapshot, signers: signersOf(newest.signed, 'snapshot') },
    { file: targets, signers: signersOf(newest.signed, 'targets') },
  ];
  return roles
    .filter(({ file, signers }) => isExpired(file.signed.expires, now) || !meetsThreshold(file, signers))
    .map(
      ({ file }) =>
        ({ code: 'signing-anew-needed', args: { role: file.role, now: formatTime(now) } }) as const,
    );
}
