/** SHA-256 of texts (as UTF-8) and bytes, one after another. */
export async function sha256Of(...parts: readonly (string | Uint8Array)[]): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = parts.map((part) => (typeof part === 'string' ? new TextEncoder().encode(part) : part));
  const whole = new Uint8Array(bytes.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of bytes) {
    whole.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
}
