/**
 * A GUID that depends on its seed alone (RFC 9562, version 8): the same description gives the same file, and an
 * object keeps its identity from release to release. Not for secrets: the hash is FNV-1a with a finishing mix.
 */
export function guidFrom(seed: string): string {
  const words = [0x811c9dc5, 0x01000193, 0xdeadbeef, 0x9e3779b1].map((start) => mixedHash(seed, start));
  const hex = words.map((word) => word.toString(16).padStart(8, '0')).join('');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-');
}

function mixedHash(text: string, start: number): number {
  let hash = start;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
