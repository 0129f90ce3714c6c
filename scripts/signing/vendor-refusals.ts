import { sha256Hex } from '../verify/digest.ts';
import type { MetaFile } from '../verify/metadata.ts';
import { formatTime, isExpired } from './lifetime.ts';
import type { Refusal } from './publish-refusal.ts';
import { vouchesFor } from './target-files.ts';
import type { Document } from './target-files.ts';
import { belongsTo } from './vendor-delegation.ts';
import type { OpenedVendor } from './vendor-delegation.ts';

/** What a vendor's list is compared with. */
export interface VendorContext {
  readonly documents: readonly Document[];
  /** What the published snapshot lists, by file name. */
  readonly listed: ReadonlyMap<string, MetaFile>;
  readonly now: Date;
}

/** Why the list of a vendor cannot be published: it must be in date, not older, and name his documents as they are. */
export async function vendorRefusals(
  vendor: OpenedVendor,
  context: VendorContext,
): Promise<readonly Refusal[]> {
  const own = context.documents.filter(({ path }) => belongsTo(vendor.vendor, path));
  return [
    ...expiry(vendor, context.now),
    ...(await rollback(vendor, context.listed.get(`${vendor.role.name}.json`))),
    ...unknownTargets(vendor, own),
    ...unsignedDocuments(vendor, own),
  ];
}

function expiry({ vendor, file }: OpenedVendor, now: Date): readonly Refusal[] {
  const { expires } = file.signed;
  if (!isExpired(expires, now)) return [];
  return [{ code: 'vendor-expired', args: { vendor, expires, now: formatTime(now) } }];
}

async function rollback(
  { vendor, file }: OpenedVendor,
  listed: MetaFile | undefined,
): Promise<readonly Refusal[]> {
  const offered = file.signed.version;
  if (listed === undefined || offered > listed.version) return [];
  const isSame = offered === listed.version && (await sha256Hex(file.bytes)) === listed.hashes?.get('sha256');
  if (isSame) return [];
  return [{ code: 'vendor-rolled-back', args: { vendor, published: listed.version, offered } }];
}

function unknownTargets({ vendor, file }: OpenedVendor, own: readonly Document[]): readonly Refusal[] {
  const known = new Set(own.map(({ path }) => path));
  return [...file.signed.targets.keys()]
    .filter((path) => !known.has(path))
    .map((path) => ({ code: 'vendor-target-unknown', args: { vendor, path } }) as const);
}

function unsignedDocuments({ vendor, file }: OpenedVendor, own: readonly Document[]): readonly Refusal[] {
  return own
    .filter((document) => !vouchesFor(file.signed, document))
    .map(({ path }) => ({ code: 'vendor-document-unsigned', args: { vendor, path } }) as const);
}
