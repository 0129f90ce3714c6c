/**
 * A digest of a text to tell whether two are the same: two 32-bit hashes (FNV-1a and a murmur-like mix) as 16 hex
 * digits. Quick and without `await`; it guards nothing, for nobody gains from two modules that look alike.
 */
export function textDigest(text: string): string {
  let one = 0x811c9dc5;
  let other = 0x9747b28c;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x5bd1e995);
    other ^= other >>> 15;
  }
  return hex(one) + hex(other);
}

const hex = (hash: number): string => (hash >>> 0).toString(16).padStart(8, '0');
