/** Bytes of the key that a protected file is encrypted with. */
export const CONTENT_KEY_BYTES = 32;

/**
 * Seals a content key for whoever has a product's key of the month, or opens the seal: one is the other. The mask is
 * HMAC-SHA256 of the month key over the archive's digest (`formats.md`, section 7), so two archives never share one.
 *
 * @param zipSha256 lower-case hex SHA-256 of the archive
 */
export async function sealContentKey(
  contentKey: Uint8Array,
  key: Uint8Array,
  zipSha256: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const hmacKey = await crypto.subtle.importKey('raw', new Uint8Array(key), algorithm, false, ['sign']);
  const message = new TextEncoder().encode(`vypusk/seal/v1\n${zipSha256}`);
  const mask = new Uint8Array(await crypto.subtle.sign('HMAC', hmacKey, message));
  return mask.map((byte, at) => byte ^ (contentKey[at] ?? 0));
}
