import { parseTargets } from '../verify/parse-targets.ts';
import { LIFETIME_DAYS } from './lifetime.ts';
import { openMetadata } from './open-metadata.ts';
import { signRole } from './sign-role.ts';
import type { Signing } from './sign-role.ts';
import type { Bytes } from './signed-file.ts';
import { pinDocuments, targetsDraft } from './target-files.ts';
import { belongsTo, vendorAuthority } from './vendor-delegation.ts';
import type { VendorKeys } from './vendor-delegation.ts';

/** What a vendor signs his list from, on a machine of his own. */
export interface VendorSigning extends VendorKeys, Signing {
  /** Documents by target path, other people's too: he signs those that are his. */
  readonly documents: ReadonlyMap<string, Bytes>;
  /** The list that he signed before. Without it the version starts at 1. */
  readonly previous?: Bytes;
}

/**
 * A vendor's list of his documents: the previous one while it still says the same, otherwise a new one. Throws
 * `PublishRefusal` without his key, `VerificationError` when the previous list is not his.
 */
export async function signVendor({ previous, documents, ...rest }: VendorSigning): Promise<Bytes> {
  const { role, signers } = await vendorAuthority(rest);
  const kind = { name: role.name, parse: parseTargets };
  const own = (await pinDocuments(documents)).filter(({ path }) => belongsTo(rest.vendor, path));
  const file = await signRole(
    {
      ...kind,
      draft: targetsDraft(own),
      lifetimeDays: LIFETIME_DAYS.targets,
      authority: signers,
      ...(previous && { previous: openMetadata(previous, kind, signers) }),
    },
    rest,
  );
  return file.bytes;
}
