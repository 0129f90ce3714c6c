import path from 'node:path';
import type { Publisher, VendorAuthority } from '../../model/extension.ts';
import { ed25519Key } from '../../signing/seed-signer.ts';
import type { VendorDelegation, VendorKeys } from '../../signing/vendor-delegation.ts';
import { fromHex } from '../../verify/hex.ts';
import { SHIPPED_LIMITS } from '../../verify/limits.ts';
import { WrongUse } from '../session/exit-code.ts';
import { fileSize } from '../../disk/files.ts';
import { readBounded } from '../session/read-bounded.ts';
import type { Session } from '../session/session.ts';

/** Where the list that a vendor signed lies below the trust folder; it arrives in his pull request. */
export const vendorFile = (trust: string, vendor: string): string =>
  path.join(trust, 'vendors', `${vendor}.json`);

/** A vendor's keys as the signing room takes them. */
export const vendorKeys = ({ id, keys, threshold }: VendorAuthority): VendorKeys => ({
  vendor: id,
  // The schema has checked the digits.
  keys: keys.map((half) => ed25519Key(fromHex(half) ?? new Uint8Array())),
  threshold,
});

/** The vendors of a repository with what each of them signed. Throws `WrongUse` for one who has signed nothing yet. */
export async function vendorDelegations(
  { vendors }: Publisher,
  trust: string,
  session: Session,
): Promise<readonly VendorDelegation[]> {
  return Promise.all(
    vendors.map(async (vendor) => {
      const file = vendorFile(trust, vendor.id);
      if ((await fileSize(file)) === undefined) throw new WrongUse(session.text.vendor.unsigned(vendor.id));
      return { ...vendorKeys(vendor), metadata: await readBounded(file, SHIPPED_LIMITS.targets) };
    }),
  );
}
