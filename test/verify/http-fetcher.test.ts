import type { RequestListener, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { httpFetcher, httpFile, type HttpOptions } from '../../scripts/verify/http-fetcher.ts';
import { clientOf, codeOf } from './fixtures/client.ts';
import { loopback, type Loopback } from './fixtures/loopback.ts';
import { SignedRepository } from './fixtures/signed-repository.ts';

const OPTIONS: HttpOptions = {
  fetch: globalThis.fetch,
  pace: { windowMs: 20_000, minBytes: 1, totalMs: 60_000 },
  answerMs: 20_000,
};
/** For servers that are too slow on purpose. */
const HASTY: HttpOptions = {
  ...OPTIONS,
  pace: { windowMs: 150, minBytes: 100, totalMs: 60_000 },
  answerMs: 300,
};
const LIMIT = { maxBytes: 1000 };

const open: Loopback[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function serve(answer: RequestListener): Promise<Loopback> {
  const server = await loopback(answer);
  open.push(server);
  return server;
}

/** Sends a piece again and again until the reader goes away. */
function endless(response: ServerResponse, piece: string, everyMs: number): void {
  const timer = setInterval(() => response.write(piece), everyMs);
  response.on('close', () => clearInterval(timer));
}

const compressed = (body: Uint8Array) =>
  ((_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(body)) satisfies RequestListener;

const status = (code: number, body = '') =>
  ((_, response) => response.writeHead(code).end(body)) satisfies RequestListener;

describe('an answer is refused', () => {
  test.each<[string, string, RequestListener]>([
    ['endless data', 'too-large', (_, response) => endless(response, 'x'.repeat(500), 1)],
    ['data that only trickles', 'too-slow', (_, response) => endless(response, 'x', 20)],
    ['headers and then silence', 'too-slow', (_, response) => response.writeHead(200).write('x')],
    ['silence', 'too-slow', () => undefined],
    ['a connection that breaks', 'fetch-failed', (request) => request.socket.destroy()],
    [
      'a body that breaks off',
      'fetch-failed',
      (_, response) => {
        response.writeHead(200, { 'content-length': '500' }).write('x');
        setTimeout(() => response.destroy(), 20);
      },
    ],
    ['500', 'fetch-failed', status(500)],
    ['503 with a page', 'fetch-failed', status(503, '<html>')],
    ['401', 'fetch-failed', status(401)],
    ['204', 'fetch-failed', status(204)],
    ['206 that nobody asked for', 'fetch-failed', status(206, 'x')],
    ['304 that nobody asked for', 'fetch-failed', status(304)],
    [
      'a redirect to itself',
      'fetch-failed',
      (_, response) => response.writeHead(302, { location: '/x' }).end(),
    ],
    ['a body that is no gzip', 'fetch-failed', compressed(Buffer.from('no gzip at all'))],
    ['a body that is larger than it looks', 'too-large', compressed(gzipSync(Buffer.alloc(5_000_000)))],
  ])('%s: %s', async (_, code, answer) => {
    const { url } = await serve(answer);
    const options = code === 'too-slow' ? HASTY : OPTIONS;
    expect(await codeOf(() => httpFetcher(url, options)('x', LIMIT))).toBe(code);
  });

  test('a server that is not there', async () => {
    const { url, close } = await loopback(status(200));
    await close();
    expect(await codeOf(() => httpFetcher(url, OPTIONS)('x', LIMIT))).toBe('fetch-failed');
  });

  test('a redirect from https to http, where everybody could read along', async () => {
    const response = new Response('x');
    Object.defineProperty(response, 'url', { value: 'http://example.org/x' });
    const fetcher = httpFetcher(new URL('https://example.org/'), { ...OPTIONS, fetch: async () => response });
    expect(await codeOf(() => fetcher('x', LIMIT))).toBe('fetch-failed');
  });

  test.each([
    [['https://a.example/x', 'http://b.example/y', 'https://c.example/z'], 'back on https before the end'],
    [['https://a.example/x', 'http://b.example/y'], 'to http'],
    [['https://a.example/x', 'ftp://b.example/y'], 'to another scheme'],
    [['https://a.example/x', 'data:text/plain,x'], 'to no server at all'],
    [['http://a.example/x', 'https://b.example/y', 'http://c.example/z'], 'http again after https'],
    [['https://a.example/x', 'https://['], 'to no address'],
    [Array.from({ length: 12 }, (_, hop) => `https://h${hop}.example/`), 'more hops than honest hosts need'],
  ])('redirects %j: %s', async (addresses) => {
    const asked: string[] = [];
    const fetch: HttpOptions['fetch'] = async (url) => {
      asked.push(url.href);
      const location = addresses[asked.length];
      return location === undefined
        ? new Response('x')
        : new Response('', { status: 302, headers: { location } });
    };
    const [first = ''] = addresses;
    const fetcher = httpFetcher(new URL(first), { ...OPTIONS, fetch });
    expect(await codeOf(() => fetcher('', LIMIT))).toBe('fetch-failed');
    expect(asked.filter((address) => !/^https?:/.test(address))).toEqual([]);
    expect(asked.slice(1).filter((address) => address.startsWith('http:'))).toEqual([]);
  });

  test.each([
    ['https://b.example/x', 'accepted', 'the browser followed it'],
    ['http://b.example/x', 'fetch-failed', 'the browser followed it to http'],
  ])('a redirect that a browser does not show, to %s: %s — %s', async (address, code) => {
    const fetch: HttpOptions['fetch'] = async (_, { redirect }) => {
      const response = new Response('x');
      const shown = redirect === 'manual' ? { type: 'opaqueredirect', status: 0 } : { url: address };
      for (const [name, value] of Object.entries(shown)) Object.defineProperty(response, name, { value });
      return response;
    };
    const fetcher = httpFetcher(new URL('https://a.example/'), { ...OPTIONS, fetch });
    expect(await codeOf(() => fetcher('x', LIMIT))).toBe(code);
  });

  test('a source that keeps to the pace for ever', async () => {
    const { url } = await serve((_, response) => endless(response, 'x'.repeat(100), 20));
    const patient = { ...OPTIONS, pace: { windowMs: 100, minBytes: 1, totalMs: 400 } };
    expect(await codeOf(() => httpFetcher(url, patient)('x', { maxBytes: 1e9 }))).toBe('too-slow');
  });

  test('and the connection is closed when there is too much', async () => {
    let isClosed = false;
    const { url } = await serve((_, response) => {
      response.on('close', () => (isClosed = true));
      endless(response, 'x'.repeat(500), 1);
    });
    await codeOf(() => httpFetcher(url, OPTIONS)('x', LIMIT));
    await expect.poll(() => isClosed).toBe(true);
  });
});

describe('a condition that the server refuses', () => {
  test.each([400, 403, 404, 412, 413, 431])('%i: the file is asked for without it', async (code) => {
    const { url, requests } = await serve((request, response) =>
      request.headers['if-none-match'] === undefined
        ? response.writeHead(200).end('new')
        : response.writeHead(code).end(),
    );
    const answer = await httpFetcher(url, OPTIONS)('x', { ...LIMIT, ifNoneMatch: '"old"' });
    expect(answer).toMatchObject({ kind: 'found', bytes: new Uint8Array(Buffer.from('new')) });
    expect(requests).toHaveLength(2);
  });

  test('a server that refuses both is asked twice and no more', async () => {
    const { url, requests } = await serve(status(400));
    const fetcher = httpFetcher(url, OPTIONS);
    expect(await codeOf(() => fetcher('x', { ...LIMIT, ifNoneMatch: '"old"' }))).toBe('fetch-failed');
    expect(requests).toHaveLength(2);
  });
});

describe('an answer', () => {
  test.each([403, 404, 410])('%i means that there is none', async (code) => {
    const { url } = await serve(status(code, 'x'.repeat(5000)));
    expect(await httpFetcher(url, OPTIONS)('x', LIMIT)).toEqual({ kind: 'absent' });
  });

  test('of one byte more than the limit is refused', async () => {
    const { url } = await serve(status(200, 'x'.repeat(1001)));
    expect(await codeOf(() => httpFetcher(url, OPTIONS)('x', LIMIT))).toBe('too-large');
  });

  test('of exactly the limit is taken', async () => {
    const { url } = await serve(status(200, 'x'.repeat(1000)));
    expect(await httpFetcher(url, OPTIONS)('x', LIMIT)).toMatchObject({ kind: 'found' });
  });

  test('of nothing is nothing, and refused by whoever reads it', async () => {
    const { url } = await serve(status(200));
    expect(await httpFetcher(url, OPTIONS)('x', LIMIT)).toEqual({ kind: 'found', bytes: new Uint8Array() });
  });

  test('that has not changed is not sent again', async () => {
    const { url, requests } = await serve((request, response) => {
      const isSame = request.headers['if-none-match'] === '"1"';
      response.writeHead(isSame ? 304 : 200, { etag: '"1"' }).end(isSame ? '' : 'x');
    });
    const fetcher = httpFetcher(url, OPTIONS);
    expect(await fetcher('x', LIMIT)).toMatchObject({ kind: 'found', etag: '"1"' });
    expect(await fetcher('x', { ...LIMIT, ifNoneMatch: '"1"' })).toEqual({ kind: 'not-modified' });
    expect(requests).toHaveLength(2);
  });

  test('may be redirected: large hosts do it', async () => {
    const { url } = await serve((request, response) =>
      request.url === '/there' ? response.end('x') : response.writeHead(302, { location: '/there' }).end(),
    );
    expect(await httpFetcher(url, OPTIONS)('x', LIMIT)).toMatchObject({ kind: 'found' });
  });

  test.each([
    ['http://h/repo', 'metadata/1.root.json', '/repo/metadata/1.root.json'],
    ['http://h/repo/', 'targets/a%2Fb', '/repo/targets/a%2Fb'],
    ['http://h/repo?key=1', 'x', '/repo/x'],
    ['http://h', '..%2Fx', '/..%2Fx'],
  ])('below %s, %s is at %s', async (base, path, expected) => {
    const asked: URL[] = [];
    const fetcher = httpFetcher(new URL(base), {
      ...OPTIONS,
      fetch: async (url) => {
        asked.push(url);
        return new Response('', { status: 404 });
      },
    });
    await fetcher(path, LIMIT);
    expect(asked.map(({ pathname }) => pathname)).toEqual([expected]);
  });
});

describe('a file from an offset', () => {
  const read = async (answer: Awaited<ReturnType<ReturnType<typeof httpFile>>>): Promise<string> => {
    let text = '';
    for await (const piece of answer?.pieces ?? []) text += new TextDecoder().decode(piece);
    return text;
  };

  test('is asked for by range', async () => {
    const { url, requests } = await serve((_, response) =>
      response.writeHead(206, { 'content-range': 'bytes 3-5/6' }).end('def'),
    );
    const answer = await httpFile(url, 1000, OPTIONS)(3);
    expect(answer?.from).toBe(3);
    expect(await read(answer)).toBe('def');
    expect(requests[0]?.headers.range).toBe('bytes=3-');
  });

  test('comes whole from a server that knows no ranges', async () => {
    const { url } = await serve(status(200, 'abcdef'));
    const answer = await httpFile(url, 1000, OPTIONS)(3);
    expect(answer?.from).toBe(0);
    expect(await read(answer)).toBe('abcdef');
  });

  test('beyond the end is asked for from the start', async () => {
    const { url } = await serve((request, response) =>
      request.headers.range === undefined ? response.end('ab') : response.writeHead(416).end(),
    );
    expect(await read(await httpFile(url, 1000, OPTIONS)(3))).toBe('ab');
  });

  test('that is not there is nothing', async () => {
    const { url } = await serve(status(404));
    expect(await httpFile(url, 1000, OPTIONS)(0)).toBeUndefined();
  });

  test.each([416, 500, 304])('with status %i from the start is a failure', async (code) => {
    const { url } = await serve(status(code));
    expect(await codeOf(() => httpFile(url, 1000, OPTIONS)(0))).toBe('fetch-failed');
  });
});

describe('a whole repository behind a bad server', () => {
  test.each<[string, RequestListener, string]>([
    ['403 for the next root is 404', status(403), 'accepted'],
    ['404 for the next root', status(404, '<html>not found</html>'), 'accepted'],
    ['500 for the next root', status(500), 'fetch-failed'],
    ['a page for the next root', status(200, '<html>'), 'json-invalid'],
    ['nothing for the next root', status(200), 'json-invalid'],
    ['a root that breaks off', status(200, '{"signatures":[{"keyid":"'), 'json-invalid'],
    ['an endless root', (_, response) => endless(response, 'x'.repeat(100_000), 1), 'too-large'],
  ])('%s: %s', async (_, answerRoot, code) => {
    const repository = new SignedRepository();
    const { url } = await serve((request, response) => {
      if (request.url === '/metadata/2.root.json') return answerRoot(request, response);
      const answer = repository.serve((request.url ?? '').slice(1));
      return answer.kind === 'found' ? response.end(answer.bytes) : response.writeHead(404).end();
    });
    expect(await clientOf(repository, { fetch: httpFetcher(url, OPTIONS) }).outcome()).toBe(code);
  });

  test.each([403, 404])('%i for anything but the next root is a refusal', async (code) => {
    const repository = new SignedRepository();
    const { url } = await serve(status(code));
    expect(await clientOf(repository, { fetch: httpFetcher(url, OPTIONS) }).outcome()).toBe('not-found');
  });
});
