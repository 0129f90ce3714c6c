import type { FileSource } from './artifact.ts';
import { VerificationError } from './error.ts';
import { asFetchFailure, bytesOf, piecesOf, type HttpBody, type Pace } from './http-body.ts';
import type { FetchAnswer, Fetcher, FetchOptions } from './world.ts';

/** As much of the WHATWG `fetch` as is needed here. */
export type WebFetch = (url: URL, init: RequestInit) => Promise<Response>;

/** How a repository is reached over HTTP. */
export interface HttpOptions {
  readonly fetch: WebFetch;
  readonly pace: Pace;
  /** Milliseconds until the headers of an answer must be there. */
  readonly answerMs: number;
}

/** Milliseconds that a server may think before it answers. */
export const SHIPPED_ANSWER_MS = 30_000;

/**
 * A fetcher below a base address. Redirects are followed, because what comes is verified and never believed; but from
 * `https` they must not lead to plain `http`, where everybody on the way could read what an infobase asks for.
 * Redirects to other hosts are normal: release files of large hosts come so.
 */
export function httpFetcher(base: URL, options: HttpOptions): Fetcher {
  return async (path, fetchOptions) => {
    const url = new URL(path, withSlash(base));
    const { ifNoneMatch, maxBytes } = fetchOptions;
    const limits = { maxBytes, pace: withDeadline(options.pace, DOCUMENT_MS) };
    if (ifNoneMatch !== undefined) {
      const response = await request(url, { 'If-None-Match': ifNoneMatch }, options);
      if (!isClientError(response)) return answerOf(response, bodyOf(url, response, limits), fetchOptions);
      // What was remembered may be what it does not take: it must not stand between us and the answer for ever.
      await discard(response);
    }
    const response = await request(url, {}, options);
    return answerOf(response, bodyOf(url, response, limits), { maxBytes });
  };
}

const isClientError = ({ status }: Response): boolean => status >= 400 && status < 500;

/** Milliseconds that a document may take as a whole: 8 MB at the slowest pace would take three hours. */
const DOCUMENT_MS = 10 * 60_000;

const withDeadline = (pace: Pace, most: number): Pace => ({ ...pace, totalMs: Math.min(pace.totalMs, most) });

/** A file at an address, from any offset on. */
export function httpFile(url: URL, maxBytes: number, options: HttpOptions): FileSource {
  return async (from) => {
    const response = await request(url, from === 0 ? {} : { Range: `bytes=${from}-` }, options);
    const pieces = piecesOf(bodyOf(url, response, { ...options, maxBytes }));
    if (response.status === 200) return { from: 0, pieces };
    if (response.status === 206) return { from: rangeStart(response), pieces };
    await discard(response);
    // What was kept is longer than the file has become: from the start, then.
    if (response.status === 416 && from > 0) return httpFile(url, maxBytes, options)(0);
    return absentOrFail(response, url.href);
  };
}

async function answerOf(response: Response, body: HttpBody, asked: FetchOptions): Promise<FetchAnswer> {
  if (response.status === 200) {
    const bytes = await bytesOf(body);
    const etag = response.headers.get('etag');
    return { kind: 'found', bytes, ...(etag === null ? {} : { etag }) };
  }
  await discard(response);
  if (response.status === 304 && asked.ifNoneMatch !== undefined) return { kind: 'not-modified' };
  absentOrFail(response, body.name);
  return { kind: 'absent' };
}

async function request(url: URL, headers: Record<string, string>, options: HttpOptions): Promise<Response> {
  const controller = new AbortController();
  const seconds = options.answerMs / 1000;
  const timer = setTimeout(() => {
    controller.abort(new VerificationError('too-slow', { name: url.href, seconds }));
  }, options.answerMs);
  try {
    // No cookies and no stored answers: every client asks the same, and conditions are ours to set.
    const init = { headers, signal: controller.signal, cache: 'no-store', credentials: 'omit' } as const;
    return await followed(url, init, options.fetch);
  } catch (cause) {
    throw asFetchFailure(cause, url.href);
  } finally {
    clearTimeout(timer);
  }
}

/** Redirects of one request; browsers give up at 20, honest hosts need two. */
const MAX_HOPS = 10;

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/**
 * Follows redirects one by one, because the address of the answer tells only of the last: `https` → `http` → `https`
 * lets everybody on the way choose where it ends. A browser does not show where a redirect leads; there it is followed
 * by the browser, which lets a page of `https` ask nothing over `http`.
 */
async function followed(asked: URL, init: RequestInit, fetch: WebFetch): Promise<Response> {
  let url = asked;
  for (let hop = 0; hop <= MAX_HOPS; hop++) {
    const response = await fetch(url, { ...init, redirect: 'manual' });
    if (response.type === 'opaqueredirect') return requireSafe(asked, await fetch(url, init));
    requireSafe(asked, response);
    const location = REDIRECTS.includes(response.status) ? response.headers.get('location') : null;
    if (location === null) return response;
    await discard(response);
    url = nextHop(url, location);
  }
  throw new VerificationError('fetch-failed', { name: asked.href, reason: 'too many redirects' });
}

function nextHop(from: URL, location: string): URL {
  const next = URL.canParse(location, from.href) ? new URL(location, from) : undefined;
  const schemes = from.protocol === 'https:' ? ['https:'] : ['http:', 'https:'];
  if (next !== undefined && schemes.includes(next.protocol)) return next;
  const reason = next?.protocol === 'http:' ? 'redirect to http' : 'redirect to nowhere';
  throw new VerificationError('fetch-failed', { name: from.href, reason });
}

function requireSafe(asked: URL, response: Response): Response {
  if (asked.protocol === 'https:' && response.url !== '' && new URL(response.url).protocol !== 'https:') {
    throw new VerificationError('fetch-failed', { name: asked.href, reason: 'redirect to http' });
  }
  return response;
}

/** Undefined when there is no such file; every other status is a failure. */
function absentOrFail(response: Response, name: string): undefined {
  // 410 says it more plainly than 404; 403 is what object stores say of files that nobody put there.
  if ([403, 404, 410].includes(response.status)) return undefined;
  throw new VerificationError('fetch-failed', { name, reason: `status ${response.status}` });
}

function rangeStart(response: Response): number {
  const start = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1];
  return start === undefined ? NaN : Number(start);
}

const bodyOf = (url: URL, response: Response, limits: { maxBytes: number; pace: Pace }): HttpBody => ({
  name: url.href,
  stream: response.body,
  maxBytes: limits.maxBytes,
  pace: limits.pace,
});

// Not read to the end: an error page may be endless too.
const discard = async (response: Response): Promise<void> => response.body?.cancel();

const withSlash = (base: URL): URL =>
  base.pathname.endsWith('/') ? base : new URL(`${base.pathname}/`, base);
