/**
 * A JSON text as bytes, filled up with spaces to a multiple of `step`: encryption hides what a text says and not how
 * long it is, and the records lie in public.
 */
export function paddedJson(value: object, step: number): Uint8Array {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const padded = new Uint8Array(Math.ceil(bytes.length / step) * step).fill(0x20);
  padded.set(bytes);
  return padded;
}
