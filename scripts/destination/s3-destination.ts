import type { Condition, Destination, ReadFile, StoredFile, Upload } from './destination.ts';
import { DestinationError } from './error.ts';
import type { S3Address } from './s3-address.ts';
import { parseListing, withoutQuotes } from './s3-listing.ts';
import { isAddressable, s3Requests, type S3World, type SendS3 } from './s3-requests.ts';
import type { TreeFile } from './tree-file.ts';

/** Objects that a destination may hold: a listing of more is refused. */
const MAX_OBJECTS = 2_000_000;

/** Metadata of an object in which we note its digest, for stores whose ETag is none. */
const SHA256_HEADER = 'x-amz-meta-sha256';

/** A prefix of a bucket of any store that speaks S3 and knows conditional writes. */
export function s3Destination(address: S3Address, world: S3World): Destination {
  const send = s3Requests(address, world);
  const keyOf = (path: string): string => `${address.prefix}${path}`;
  const write = conditionalWrites(send);
  return {
    list: () => list(send, address.prefix),
    read: (path, maxBytes) => read(send, keyOf(path), maxBytes),
    holds: (file, stored) => holds(send, keyOf(file.path), { file, stored }),
    write: (upload, condition) => write({ ...upload, path: keyOf(upload.path) }, condition),
    delete: async (path) => {
      await send({ method: 'DELETE', key: keyOf(path) });
    },
  };
}

async function list(send: SendS3, prefix: string): Promise<ReadonlyMap<string, StoredFile>> {
  const files = new Map<string, StoredFile>();
  const first = { 'list-type': '2', 'encoding-type': 'url', prefix };
  for (let token: string | undefined, last = false; !last; last = token === undefined) {
    const query = token === undefined ? first : { ...first, 'continuation-token': token };
    const page = parseListing((await send({ method: 'GET', key: '', query })).bytes);
    const before = files.size;
    for (const [key, file] of page.files)
      if (key.startsWith(prefix) && isAddressable(key)) files.set(key.slice(prefix.length), file);
    // A store that repeats itself would keep us busy for ever.
    const isEndless = page.next !== undefined && (page.next === token || files.size === before);
    if (isEndless || files.size > MAX_OBJECTS)
      throw new DestinationError('destination-unreadable', { path: prefix });
    token = page.next;
  }
  return files;
}

async function read(send: SendS3, key: string, maxBytes: number): Promise<ReadFile | undefined> {
  const { status, headers, bytes } = await send({ method: 'GET', key, maxBytes });
  if (status === 404) return undefined;
  if (status !== 200) throw new DestinationError('destination-unreadable', { path: key });
  return { bytes, etag: withoutQuotes(headers.get('etag') ?? '') };
}

/** The ETag is the MD5 of what was sent in one piece, except where the store encrypts; then our own note is asked for. */
async function holds(
  send: SendS3,
  key: string,
  { file, stored }: { readonly file: TreeFile; readonly stored: StoredFile },
): Promise<boolean> {
  if (stored.etag === file.md5) return true;
  const { status, headers } = await send({ method: 'HEAD', key });
  return status === 200 && headers.get(SHA256_HEADER) === file.sha256;
}

/**
 * Conditional PUT. HTTP writes ETags with quotation marks (RFC 9110, section 8.8.3), and some stores, Ceph among them,
 * compare the text without looking for them: what a store wants is found out once, at the first condition that fails
 * although nobody else wrote.
 */
function conditionalWrites(send: SendS3): Destination['write'] {
  let quote: (etag: string) => string = (etag) => `"${etag}"`;
  return async (upload, condition) => {
    if (condition === 'absent') return put(send, upload, { 'if-none-match': '*' });
    const result = await put(send, upload, { 'if-match': quote(condition.etag) });
    if (result === 'written' || !(await stillThere(send, upload.path, condition))) return result;
    quote = (etag) => etag;
    return put(send, upload, { 'if-match': quote(condition.etag) });
  };
}

async function stillThere(
  send: SendS3,
  key: string,
  condition: Exclude<Condition, 'absent'>,
): Promise<boolean> {
  const { status, headers } = await send({ method: 'HEAD', key });
  return status === 200 && withoutQuotes(headers.get('etag') ?? '') === condition.etag;
}

async function put(
  send: SendS3,
  upload: Upload,
  condition: Readonly<Record<string, string>>,
): Promise<'written' | 'conflict'> {
  const { status } = await send({
    method: 'PUT',
    key: upload.path,
    headers: {
      ...condition,
      'content-type': upload.contentType,
      'cache-control': upload.cacheControl,
      [SHA256_HEADER]: upload.sha256,
    },
    body: upload.bytes,
    sha256: upload.sha256,
  });
  // 404: the object that was to be replaced is gone.
  return status === 200 ? 'written' : 'conflict';
}
