import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Destination } from '../../scripts/destination/destination.ts';
import { parseS3Address } from '../../scripts/destination/s3-address.ts';
import { s3Destination } from '../../scripts/destination/s3-destination.ts';
import { parseListing } from '../../scripts/destination/s3-listing.ts';
import { uploadOf } from '../../scripts/destination/write-planned.ts';
import { startLoopbackS3, type LoopbackS3 } from './loopback-s3.ts';
import { treeFile } from './press.ts';

let store: LoopbackS3;
let waits: number[];
let destination: Destination;

beforeAll(async () => {
  store = await startLoopbackS3();
});
afterAll(() => store.stop());

beforeEach(() => {
  store.buckets.set('shop', new Map());
  store.requests.length = 0;
  store.trouble = () => undefined;
  store.pageSize = 1000;
  waits = [];
  destination = s3Destination(parseS3Address(`s3://shop/www?region=test-1&endpoint=${store.endpoint}`), {
    credentials: store,
    fetch: (url, init) => fetch(url, init),
    now: () => new Date(),
    sleep: async (milliseconds) => void waits.push(milliseconds),
    random: () => 0.5,
  });
});

const put = async (path: string, content = path): Promise<'written' | 'conflict'> =>
  destination.write(await uploadOf(treeFile(path, content)), 'absent');

/** Trouble for the first so many requests. */
function ill(times: number, trouble: number | 'lose' | 'drop'): void {
  let left = times;
  store.trouble = () => (left-- > 0 ? trouble : undefined);
}

describe('asked again', () => {
  test.each([
    ['500', 500],
    ['503, slow down', 503],
    ['429', 429],
    ['409, another conditional write is under way', 409],
    ['a connection that is cut', 'drop'],
  ] as const)('%s passes', async (_reason, trouble) => {
    ill(3, trouble);
    expect(await put('a.json')).toBe('written');
    expect(waits).toEqual([400, 800, 1600]);
  });

  test('an answer that is lost is a conflict with ourselves, and the content is there', async () => {
    ill(1, 'lose');
    expect(await put('a.json')).toBe('conflict');
    expect(new TextDecoder().decode((await destination.read('a.json', 100))?.bytes)).toBe('a.json');
  });

  test.each([
    ['a store that is down', 503, { code: 'destination-unavailable', args: { status: 503 } }],
    ['no network', 'drop', { code: 'destination-unavailable', args: { status: 0 } }],
    ['a store that knows no conditions', 501, { code: 'destination-ignores-conditions' }],
    ['a refusal', 400, { code: 'destination-refused', args: { status: 400, reason: 'Trouble' } }],
    ['a redirect to who knows where', 307, { code: 'destination-refused', args: { status: 307 } }],
    ['a key that may not', 403, { code: 'destination-forbidden', args: { status: 403, reason: 'Trouble' } }],
  ] as const)('%s does not pass', async (_reason, trouble, error) => {
    ill(100, trouble);
    await expect(put('a.json')).rejects.toMatchObject(error);
    expect(store.requests.length).toBeLessThanOrEqual(6);
  });
});

describe('a listing', () => {
  test('goes on from page to page, and shows nothing outside of the prefix', async () => {
    store.pageSize = 3;
    const names = Array.from({ length: 10 }, (_, n) => `n ${n}+.json`);
    for (const name of names) await put(name);
    store.buckets.get('shop')?.set('wwwother', { bytes: Buffer.of(), headers: {}, modified: new Date() });
    expect([...(await destination.list()).keys()]).toEqual(names);
  });

  test.each(['_astro/../../victim.js', './a.js', '..'])(
    'shows no key that an address would turn into another one: %s',
    async (name) => {
      const objects = store.buckets.get('shop');
      objects?.set(`www/${name}`, { bytes: Buffer.of(), headers: {}, modified: new Date() });
      objects?.set('victim.js', { bytes: Buffer.of(), headers: {}, modified: new Date() });
      await put('a.json');
      expect([...(await destination.list()).keys()]).toEqual(['a.json']);
      await expect(destination.delete(name)).rejects.toMatchObject({ code: 'destination-unreadable' });
      expect(objects?.has('victim.js')).toBe(true);
    },
  );

  test('of entries that never end is read in bounded time', () => {
    const started = performance.now();
    expect(parse(`<ListBucketResult>${'<Contents>'.repeat(100_000)}`).files).toEqual([]);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  test('that never ends is refused', async () => {
    const same = `<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>t</NextContinuationToken></ListBucketResult>`;
    const endless = s3Destination(parseS3Address(`s3://shop/www?region=test-1&endpoint=${store.endpoint}`), {
      credentials: store,
      fetch: async () => new Response(same),
      now: () => new Date(),
      sleep: async () => undefined,
      random: () => 0,
    });
    await expect(endless.list()).rejects.toMatchObject({ code: 'destination-unreadable' });
  });

  const entry = (
    key: string,
    size = '1',
    etag = '&quot;e&quot;',
    modified = '2026-11-20T12:00:00.000Z',
  ): string =>
    `<ListBucketResult><Contents><Key>${key}</Key><LastModified>${modified}</LastModified><ETag>${etag}</ETag><Size>${size}</Size></Contents></ListBucketResult>`;
  const parse = (xml: string) => parseListing(new TextEncoder().encode(xml));

  test.each([
    ['a page of a proxy', '<html>Please log in</html>'],
    ['an error', '<Error><Code>AccessDenied</Code></Error>'],
    ['a key that is no encoding of anything', entry('%ZZ')],
    ['a size that is none', entry('a', 'many')],
    ['a time that is none', entry('a', '1', 'e', 'yesterday')],
  ])('refuses %s', (_reason, xml) => {
    expect(() => parse(xml)).toThrow(expect.objectContaining({ code: 'destination-unreadable' }));
  });

  test.each([
    ['percent-encoding', 'a%2Bb', 'a+b'],
    ['a space as a plus', 'a+b', 'a b'],
    ['Cyrillic', '%D0%98%D0%BC%D1%8F', 'Имя'],
    ['what looks like XML', '%3CKey%3E', '<Key>'],
  ])('reads %s', (_reason, encoded, key) => {
    expect(parse(entry(encoded)).files[0]).toMatchObject([key, { etag: 'e', length: 1 }]);
  });
});

test('a file that is longer than it may be is not read to its end', async () => {
  await put('metadata/timestamp.json', 'x'.repeat(1000));
  await expect(destination.read('metadata/timestamp.json', 999)).rejects.toMatchObject({
    code: 'destination-unreadable',
  });
});

test('where the ETag is no MD5, the note beside the object counts', async () => {
  await put('a.json', 'ours');
  const stored = { length: 4, etag: 'of-an-encrypting-store', modified: new Date() };
  expect(await destination.holds(treeFile('a.json', 'ours'), stored)).toBe(true);
  expect(await destination.holds(treeFile('a.json', 'else'), stored)).toBe(false);
});

describe('an address', () => {
  test.each([
    [
      's3://shop',
      { bucket: 'shop', prefix: '', region: 'us-east-1', endpoint: 'https://s3.us-east-1.amazonaws.com/' },
    ],
    [
      's3://shop/a/b/?region=ru-1',
      { prefix: 'a/b/', region: 'ru-1', endpoint: 'https://s3.ru-1.amazonaws.com/' },
    ],
    ['s3://shop/a?endpoint=https://storage.example', { prefix: 'a/', endpoint: 'https://storage.example/' }],
    ['s3://shop?endpoint=http://127.0.0.1:9000', { endpoint: 'http://127.0.0.1:9000/' }],
  ])('%s', (text, expected) => {
    const { endpoint, ...address } = parseS3Address(text);
    expect({ ...address, endpoint: endpoint.href }).toMatchObject(expected);
  });

  test.each([
    ['user:password', 's3://AKIA:hush@shop/www'],
    ['bucket', 's3://Shop_1/www'],
    ['prefix', 's3://shop/a%20b'],
    ['prefix', 's3://shop/%2e%2e%2fa'],
    ['?acl', 's3://shop?acl=public'],
    ['endpoint', 's3://shop?endpoint=http://storage.example'],
    ['endpoint', 's3://shop?endpoint=https://key:hush@storage.example'],
    ['endpoint', 's3://shop?endpoint=https://storage.example/path'],
    ['region', 's3://shop?region=a/b'],
  ])('is refused for its %s: %s', (reason, text) => {
    expect(() => parseS3Address(text)).toThrow(
      expect.objectContaining({ code: 'destination-address-invalid', args: { reason } }),
    );
  });

  test('is not repeated in the message', () => {
    expect(() => parseS3Address('s3://AKIA:hush@shop')).toThrow(/^(?!.*hush)/);
  });
});
