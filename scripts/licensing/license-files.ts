import { toBase64 } from '../license/base64.ts';
import { PAYLOAD_TYPE, preAuthEncoding } from '../license/envelope.ts';
import { RECORD_ENTRY } from '../license/license-record.ts';
import { recordAccess } from '../license/record-access.ts';
import { encryptedZip } from './encrypted-zip.ts';
import type { LicenseEntry } from './license-entry.ts';
import { paddedJson } from './padding.ts';
import { copyPath, sealCopy } from './sealed-copy.ts';
import type { VendorSecrets } from './vendor-secrets.ts';
import { SALT_BYTES } from './win-zip-aes.ts';

/** What writing licences takes from outside. */
export interface LicenseWorld {
  readonly secrets: VendorSecrets;
  /** Cryptographically strong bytes. */
  readonly random: (length: number) => Uint8Array;
}

/** A file below the release tree. */
export interface LicenseFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Every record is as long as one with up to five products: its length says nothing about the customer. */
const RECORD_STEP = 2048;

/**
 * The files of a licence: the vendor's copy, and the customer's record. In this order, because the record follows from
 * the copy, and whoever is interrupted between them loses nothing.
 */
export async function licenseFiles(
  entry: LicenseEntry,
  { secrets, random }: LicenseWorld,
): Promise<readonly [copy: LicenseFile, record: LicenseFile]> {
  const { locator, path, password } = await recordAccess(entry.key);
  const content = { name: RECORD_ENTRY, bytes: paddedJson(licenseEnvelope(entry, secrets), RECORD_STEP) };
  const copy = { path: copyPath(locator), bytes: sealCopy(entry, { locator, secrets, random }) };
  const record = { path, bytes: await encryptedZip(content, { password, salt: random(SALT_BYTES) }) };
  return [copy, record];
}

/** A licence as a file for closed networks: the same envelope, in the clear. As secret as the key. */
export const offlineLicense = (entry: LicenseEntry, secrets: VendorSecrets): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(licenseEnvelope(entry, secrets), null, 2)}\n`);

/** The signed licence (`formats.md`, section 6). */
function licenseEnvelope(entry: LicenseEntry, secrets: VendorSecrets): object {
  const payload = new TextEncoder().encode(JSON.stringify(payloadOf(entry, secrets)));
  const sig = toBase64(secrets.sign(preAuthEncoding(payload)));
  return {
    payloadType: PAYLOAD_TYPE,
    payload: toBase64(payload),
    signatures: [{ keyid: secrets.keyid, sig }],
  };
}

const payloadOf = (entry: LicenseEntry, secrets: VendorSecrets): object => ({
  id: entry.id,
  revision: entry.revision,
  licensee: entry.licensee,
  issued: entry.issued,
  status: entry.status,
  products: entry.status === 'revoked' ? [] : entry.products.map((product) => granted(product, secrets)),
});

const granted = (
  { id, trial, validUntil, updatesUntil }: LicenseEntry['products'][number],
  secrets: VendorSecrets,
): object => ({
  id,
  trial,
  ...(validUntil !== undefined && { validUntil }),
  updatesUntil,
  key: toBase64(secrets.productKey(id, updatesUntil)),
});
