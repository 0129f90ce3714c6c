import { sha256Hex } from '../verify/digest.ts';
import { SPEC_VERSION } from '../verify/metadata.ts';
import type { MetaFile, Signed, Snapshot } from '../verify/metadata.ts';
import { parseSnapshot } from '../verify/parse-snapshot.ts';
import { LIFETIME_DAYS } from './lifetime.ts';
import { signersOf } from './open-metadata.ts';
import type { Opened } from './open-metadata.ts';
import { listedRoles } from './previous-repository.ts';
import type { Publication } from './publication.ts';
import { signRole } from './sign-role.ts';
import type { Signing } from './sign-role.ts';
import type { SignedTargets } from './sign-targets.ts';

/**
 * Lists the version of every targets role, with length and digest. A role that is no longer delegated to stays listed
 * as it was, because clients refuse a snapshot that loses one (TUF 1.0.34, section 5.5.5).
 */
export async function signSnapshot(
  { root, previous }: Publication,
  { targets, delegated }: SignedTargets,
  signing: Signing,
): Promise<Opened<Snapshot>> {
  const meta = new Map(previous && listedRoles(previous, root));
  for (const file of [targets, ...delegated]) meta.set(`${file.role}.json`, await metaFileOf(file));
  return signRole(
    {
      name: 'snapshot',
      parse: parseSnapshot,
      draft: (version, expires) => ({
        _type: 'snapshot',
        spec_version: SPEC_VERSION,
        version,
        expires,
        meta,
      }),
      lifetimeDays: LIFETIME_DAYS.snapshot,
      authority: signersOf(root, 'snapshot'),
      ...(previous && { previous: previous.snapshot }),
    },
    signing,
  );
}

/** How another file lists this one: pinned, so that a stolen publishing key alone cannot give it a second content. */
export const metaFileOf = async ({ signed, bytes }: Opened<Signed>): Promise<MetaFile> => ({
  version: signed.version,
  length: bytes.length,
  hashes: new Map([['sha256', await sha256Hex(bytes)]]),
});
