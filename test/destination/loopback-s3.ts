import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ObjectStore } from './radosgw.ts';

/** One object as it was put. */
interface Kept {
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  readonly modified: Date;
}

/** A store in this process, whose ill health a test prescribes. */
export interface LoopbackS3 extends ObjectStore {
  readonly buckets: Map<string, Map<string, Kept>>;
  /** Every request, `PUT /bucket/key`. */
  readonly requests: string[];
  /**
   * Asked before each answer: a status is answered instead; `lose` does what is asked and hangs up; `drop` hangs up.
   */
  trouble: (request: string) => number | 'lose' | 'drop' | undefined;
  /** Objects on one page of a listing. */
  pageSize: number;
}

const KEY = { accessKeyId: 'LOOPBACKKEY', secretAccessKey: 'another/secret+of=the tests' };
const REGION = 'test-1';

const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const md5 = (bytes: Buffer): string => createHash('md5').update(bytes).digest('hex');

/**
 * NOT a real store: as much of S3 as a publication uses, written for these tests. Its merit is that it checks signatures
 * with code of its own (node:crypto, from «Signature Version 4» in the manual of AWS) and can be made to fail. What real
 * stores do is the business of the tests against Ceph.
 */
export async function startLoopbackS3(): Promise<LoopbackS3> {
  const server = createServer((request, response) => void answer(store, request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const store: LoopbackS3 = {
    ...KEY,
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    buckets: new Map(),
    requests: [],
    trouble: () => undefined,
    pageSize: 1000,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return store;
}

async function answer(store: LoopbackS3, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const body = Buffer.concat(pieces);
  const url = new URL(request.url ?? '/', store.endpoint);
  const name = `${request.method ?? ''} ${decodeURIComponent(url.pathname)}`;
  store.requests.push(name);
  const trouble = store.trouble(name);
  if (trouble === 'drop') return void request.socket.destroy();
  if (typeof trouble === 'number')
    return void response.writeHead(trouble).end('<Error><Code>Trouble</Code></Error>');
  const refusal = signatureRefusal(request, url, body);
  const result = refusal ? error(403, refusal) : respond(store, { request, url, body });
  if (trouble === 'lose') return void request.socket.destroy();
  response.writeHead(result.status, result.headers).end(request.method === 'HEAD' ? undefined : result.body);
}

/** Why the signature is refused; undefined when it is right. */
function signatureRefusal(request: IncomingMessage, url: URL, body: Buffer): string | undefined {
  const header = (name: string): string => String(request.headers[name] ?? '');
  const given =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      header('authorization'),
    );
  if (given === null) return 'AccessDenied';
  const [, id, date = '', region = '', signedHeaders = '', signature] = given;
  if (id !== KEY.accessKeyId) return 'InvalidAccessKeyId';
  if (sha256(body) !== header('x-amz-content-sha256')) return 'XAmzContentSHA256Mismatch';
  const escape = (text: string): string =>
    encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  const canonical = [
    request.method,
    url.pathname
      .split('/')
      .map((segment) => escape(decodeURIComponent(segment)))
      .join('/'),
    [...url.searchParams]
      .map(([name, value]) => `${escape(name)}=${escape(value)}`)
      .sort()
      .join('&'),
    ...signedHeaders.split(';').map((name) => `${name}:${header(name).trim().replace(/ +/g, ' ')}`),
    '',
    signedHeaders,
    header('x-amz-content-sha256'),
  ].join('\n');
  const toSign = [
    'AWS4-HMAC-SHA256',
    header('x-amz-date'),
    `${date}/${region}/s3/aws4_request`,
    sha256(canonical),
  ];
  const key = [date, region, 's3', 'aws4_request'].reduce<string | Buffer>(
    hmac,
    `AWS4${KEY.secretAccessKey}`,
  );
  const isOurs = region === REGION && hmac(key, toSign.join('\n')).toString('hex') === signature;
  return isOurs && signedHeaders.split(';').includes('host') ? undefined : 'SignatureDoesNotMatch';
}

interface Result {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

const error = (status: number, code: string): Result => ({
  status,
  body: `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`,
});

interface Asked {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly body: Buffer;
}

function respond(store: LoopbackS3, { request, url, body }: Asked): Result {
  const [, name = '', ...rest] = url.pathname.split('/').map(decodeURIComponent);
  const key = rest.join('/');
  if (request.method === 'PUT' && key === '')
    store.buckets.set(name, store.buckets.get(name) ?? new Map<string, Kept>());
  const bucket = store.buckets.get(name);
  if (bucket === undefined) return error(404, 'NoSuchBucket');
  if (key === '') return request.method === 'GET' ? listing(bucket, url, store.pageSize) : { status: 200 };
  const there = bucket.get(key);
  if (request.method === 'DELETE') return deleted(bucket, key);
  if (request.method === 'PUT') return put(bucket, key, { request, url, body });
  if (there === undefined) return error(404, 'NoSuchKey');
  return { status: 200, headers: { ...there.headers, etag: `"${md5(there.bytes)}"` }, body: there.bytes };
}

function deleted(bucket: Map<string, Kept>, key: string): Result {
  bucket.delete(key);
  return { status: 204 };
}

function put(bucket: Map<string, Kept>, key: string, { request: { headers }, body }: Asked): Result {
  const there = bucket.get(key);
  if (headers['if-none-match'] === '*' && there !== undefined) return error(412, 'PreconditionFailed');
  const wanted = headers['if-match'];
  if (wanted !== undefined && there === undefined) return error(404, 'NoSuchKey');
  if (wanted !== undefined && there !== undefined && wanted !== `"${md5(there.bytes)}"`)
    return error(412, 'PreconditionFailed');
  const kept = Object.entries(headers).filter(([name]) =>
    /^(content-type|cache-control|x-amz-meta-.*)$/.test(name),
  );
  bucket.set(key, {
    bytes: body,
    headers: Object.fromEntries(kept) as Record<string, string>,
    modified: new Date(),
  });
  return { status: 200, headers: { etag: `"${md5(body)}"` } };
}

function listing(bucket: ReadonlyMap<string, Kept>, { searchParams }: URL, pageSize: number): Result {
  const after = searchParams.get('continuation-token') ?? '';
  const keys = [...bucket.keys()]
    .filter((key) => key.startsWith(searchParams.get('prefix') ?? '') && key > after)
    .sort();
  const page = keys.slice(0, pageSize);
  const escape = (key: string): string =>
    encodeURIComponent(key).replaceAll('%20', '+').replaceAll('%2F', '/');
  const entries = page.map((key) => {
    const { bytes = Buffer.of(), modified = new Date(0) } = bucket.get(key) ?? {};
    return `<Contents><Key>${escape(key)}</Key><LastModified>${modified.toISOString()}</LastModified><ETag>&quot;${md5(bytes)}&quot;</ETag><Size>${bytes.length}</Size></Contents>`;
  });
  const rest =
    keys.length > page.length
      ? `<IsTruncated>true</IsTruncated><NextContinuationToken>${page.at(-1) ?? ''}</NextContinuationToken>`
      : '<IsTruncated>false</IsTruncated>';
  return {
    status: 200,
    body: `<?xml version="1.0"?><ListBucketResult>${rest}${entries.join('')}</ListBucketResult>`,
  };
}
