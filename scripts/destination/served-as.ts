import { lookup } from 'mrmime';
import type { Upload } from './destination.ts';
import { isImmutable, TIMESTAMP } from './stage.ts';

/** A name that carries a digest of the content, or bytes that never change: nobody need ask again for a year. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** Seconds for which a cache may keep what changes. Releases are withdrawn in a hurry. */
const SHORT = { timestamp: 60, other: 300 };

/** File names that the builder of the pages makes from their content. */
const HASHED_ASSET = /^_astro\//;

/** How a file is to be served: what it is, and how long it may be kept (RFC 9111, RFC 8246). */
export const servedAs = (path: string): Pick<Upload, 'contentType' | 'cacheControl'> => ({
  contentType: contentTypeOf(path),
  cacheControl: cacheControlOf(path),
});

function contentTypeOf(path: string): string {
  // What vendors hand in is bytes to every browser, whatever it is called.
  if (path.startsWith('files/') && !/\.(json|md)$/.test(path)) return 'application/octet-stream';
  // As text an agreement is shown in every browser, and runs in none.
  const type = path.endsWith('.md') ? 'text/plain' : (lookup(path) ?? 'application/octet-stream');
  return type.startsWith('text/') ? `${type}; charset=utf-8` : type;
}

function cacheControlOf(path: string): string {
  if (isImmutable(path) || HASHED_ASSET.test(path)) return FOR_EVER;
  return `public, max-age=${path === TIMESTAMP ? SHORT.timestamp : SHORT.other}`;
}
