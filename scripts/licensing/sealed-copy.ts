import { createCipheriv, createDecipheriv } from 'node:crypto';
import { z } from 'zod';
import { recordPath } from '../license/record-access.ts';
import { LicensingError } from './error.ts';
import type { LicenseEntry } from './license-entry.ts';
import { paddedJson } from './padding.ts';
import type { VendorSecrets } from './vendor-secrets.ts';

const HEAD = 'vypusk-license-copy/v1 ';
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Copies are as long as one with up to five products. */
const STEP = 1024;

/** Bytes of a copy; an honest one has 1.4 KB. */
export const MAX_COPY_BYTES = 64 * 1024;

/** Ending of a copy's name; the record beside it ends with `.zip`. */
export const COPY_ENDING = '.sealed';

/** Path of the vendor's copy of a licence, below the release tree. */
export const copyPath = (locator: string): string => recordPath(locator).replace(/\.zip$/, COPY_ENDING);

/** What sealing takes besides the licence. */
export interface CopySeal {
  readonly locator: string;
  readonly secrets: Pick<VendorSecrets, 'registerKey'>;
  readonly random: (length: number) => Uint8Array;
}

/**
 * The vendor's own copy of a licence, key included: one line of text. AES-256-GCM under his register key, bound to its
 * place, so that nobody can put another copy there or write one. Symmetric: the copies lie in public for decades.
 */
export function sealCopy(entry: LicenseEntry, { locator, secrets, random }: CopySeal): Uint8Array {
  const nonce = random(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, secrets.registerKey, nonce).setAAD(associated(locator));
  const body = [cipher.update(paddedJson(entry, STEP)), cipher.final()];
  const sealed = Buffer.concat([nonce, ...body, cipher.getAuthTag()]);
  return new TextEncoder().encode(`${HEAD}${sealed.toString('base64')}\n`);
}

/** The licence in a copy. Throws `license-copy-unreadable`. */
export function openCopy(
  bytes: Uint8Array,
  locator: string,
  secrets: Pick<VendorSecrets, 'registerKey'>,
): LicenseEntry {
  try {
    const entry = entrySchema.parse(JSON.parse(unseal(bytes, locator, secrets)));
    const { note, ...rest } = entry;
    return { ...rest, ...(note !== undefined && { note }) };
  } catch {
    // No cause: a parser's message quotes what it read, and that is somebody's key.
    throw new LicensingError('license-copy-unreadable', { path: copyPath(locator) });
  }
}

function unseal(
  bytes: Uint8Array,
  locator: string,
  { registerKey }: Pick<VendorSecrets, 'registerKey'>,
): string {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, MAX_COPY_BYTES)).trimEnd();
  if (!text.startsWith(HEAD)) throw new RangeError('no copy');
  const sealed = Buffer.from(text.slice(HEAD.length), 'base64');
  if (sealed.length < NONCE_BYTES + TAG_BYTES) throw new RangeError('no copy');
  const end = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv(CIPHER, registerKey, sealed.subarray(0, NONCE_BYTES));
  decipher.setAAD(associated(locator)).setAuthTag(sealed.subarray(end));
  const opened = Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, end)), decipher.final()]);
  return opened.toString('utf8');
}

const associated = (locator: string): Uint8Array =>
  new TextEncoder().encode(`vypusk/license-copy/v1\n${locator}`);

const productSchema = z
  .object({
    id: z.string(),
    trial: z.boolean(),
    updatesUntil: z.string(),
    validUntil: z.string().exactOptional(),
  })
  .readonly();

/** The seal says that the vendor wrote it; the schema says that this program is not older than the copy. */
const entrySchema = z.object({
  key: z.string(),
  id: z.string(),
  revision: z.int().min(1),
  licensee: z.string(),
  issued: z.string(),
  status: z.enum(['active', 'revoked']),
  products: z.array(productSchema).readonly(),
  note: z.string().exactOptional(),
});
