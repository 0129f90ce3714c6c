import { VerificationError } from '../verify/error.ts';
import { keyIdOf } from '../verify/metadata.ts';
import type { DelegatedRole, Key, Targets } from '../verify/metadata.ts';
import { parseTargets } from '../verify/parse-targets.ts';
import { SHIPPED_SCHEMES } from '../verify/scheme.ts';
import type { Signers } from '../verify/signatures.ts';
import { openMetadata } from './open-metadata.ts';
import type { Opened } from './open-metadata.ts';
import { refuse } from './publish-refusal.ts';
import { isCanonicalFile } from './signed-file.ts';
import type { Bytes } from './signed-file.ts';

/** A vendor of a shared repository who signs his own documents (`formats.md`, section 3). */
export interface VendorKeys {
  /** First part of his ids: he is trusted with `extensions/<vendor>-*` and nothing else. */
  readonly vendor: string;
  readonly keys: readonly Key[];
  readonly threshold: number;
}

/** A vendor and what he signed. */
export interface VendorDelegation extends VendorKeys {
  /** His signed list of documents as it arrived, for example in a pull request. It is never signed anew by us. */
  readonly metadata: Bytes;
}

/** A delegated role with its keys. */
export interface VendorAuthority {
  readonly role: DelegatedRole;
  readonly signers: Signers;
}

/** A vendor whose signatures were checked. */
export interface OpenedVendor {
  readonly vendor: string;
  readonly role: DelegatedRole;
  readonly keys: ReadonlyMap<string, Key>;
  readonly file: Opened<Targets>;
}

/** Name of the delegated role of a vendor. */
export const vendorRole = (vendor: string): string => `vendor-${vendor}`;

/** Whether a document is the vendor's to sign. */
export const belongsTo = (vendor: string, path: string): boolean => path.startsWith(`extensions/${vendor}-`);

/**
 * Checks the vendors' names and signatures. Nothing is compared with documents yet. Throws `vendor-name-invalid`,
 * `vendor-untrusted`.
 */
export async function openVendors(
  delegations: readonly VendorDelegation[],
): Promise<readonly OpenedVendor[]> {
  const sorted = delegations.toSorted((a, b) => (a.vendor < b.vendor ? -1 : 1));
  const opened: OpenedVendor[] = [];
  for (const delegation of sorted) {
    requireOwnName(
      delegation.vendor,
      opened.map(({ vendor }) => vendor),
    );
    opened.push(await openVendor(delegation));
  }
  return opened;
}

/** Ids are `[a-z0-9-]`; with `a` and `a-b` both vendors, `extensions/a-b-c.json` would have two masters. */
function requireOwnName(vendor: string, others: readonly string[]): void {
  const isName = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(vendor);
  const isShared = others.some((other) => `${vendor}-`.startsWith(`${other}-`));
  if (!isName || isShared) throw refuse('vendor-name-invalid', { vendor });
}

/** The role of a vendor, and who may sign it. */
export async function vendorAuthority({ vendor, keys, threshold }: VendorKeys): Promise<VendorAuthority> {
  const named = new Map(await Promise.all(keys.map(async (key) => [await keyIdOf(key), key] as const)));
  const role = {
    name: vendorRole(vendor),
    keyids: [...named.keys()].sort(),
    threshold,
    terminating: true,
    paths: [`extensions/${vendor}-*`],
  };
  return { role, signers: { keys: named, role, schemes: SHIPPED_SCHEMES } };
}

async function openVendor({ metadata, ...vendorKeys }: VendorDelegation): Promise<OpenedVendor> {
  const { vendor } = vendorKeys;
  const { role, signers } = await vendorAuthority(vendorKeys);
  try {
    const file = openMetadata(metadata, { name: role.name, parse: parseTargets }, signers);
    requireOrdinaryFile(vendor, file);
    return { vendor, role, keys: signers.keys, file };
  } catch (cause) {
    if (!(cause instanceof VerificationError)) throw cause;
    throw refuse('vendor-untrusted', { vendor, reason: cause.code }, { cause });
  }
}

/** Clients without a canonicaliser read the file as it is; and trust goes one step, not on to whom he pleases. */
function requireOrdinaryFile(vendor: string, file: Opened<Targets>): void {
  if (!isCanonicalFile(file)) throw refuse('vendor-untrusted', { vendor, reason: 'not-canonical' });
  if (file.signed.delegations) throw refuse('vendor-untrusted', { vendor, reason: 'delegations' });
}
