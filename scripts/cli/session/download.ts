import { SHIPPED_PACE, bytesOf } from '../../verify/http-body.ts';
import type { World } from './world.ts';

/** What is fetched, and by whom. */
export interface Download {
  readonly url: URL;
  readonly maxBytes: number;
  readonly accept: string;
  /** Goes to this origin and to no other, whatever redirects say. */
  readonly authority?: { readonly origin: string; readonly token: string };
}

/** The other side did not send what was asked for; `reason` is for people. */
export class DownloadFailure extends Error {
  override readonly name = 'DownloadFailure';
  readonly reason: string;

  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

/** Redirects that are followed, one after another. */
const MAX_REDIRECTS = 5;

/** Milliseconds to wait for the head of an answer. */
const ANSWER_MS = 60_000;

/**
 * Bytes at an address, within a limit. Redirects are followed by hand: never from HTTPS to anything less, and the token
 * stays with the origin that it is for. Throws `DownloadFailure`, or `VerificationError` for endless or trickling data.
 */
export async function download(
  { url, ...asked }: Download,
  { fetch }: Pick<World, 'fetch'>,
): Promise<Uint8Array<ArrayBuffer>> {
  let at = url;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    refuseUnsafe(at, url);
    const response = await answerOf(at, asked, fetch);
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location !== null) {
      await response.body?.cancel();
      at = nextAddress(location, at);
      continue;
    }
    if (response.status !== 200) {
      await response.body?.cancel();
      throw new DownloadFailure(`HTTP ${response.status}`);
    }
    return bytesOf({ name: url.host, stream: response.body, maxBytes: asked.maxBytes, pace: SHIPPED_PACE });
  }
  throw new DownloadFailure(`> ${MAX_REDIRECTS} redirects`);
}

function refuseUnsafe(at: URL, first: URL): void {
  const isFine = at.protocol === 'https:' || (at.protocol === 'http:' && first.protocol === 'http:');
  if (!isFine) throw new DownloadFailure(at.protocol);
}

function nextAddress(location: string, from: URL): URL {
  if (!URL.canParse(location, from)) throw new DownloadFailure('redirect');
  return new URL(location, from);
}

async function answerOf(
  at: URL,
  { accept, authority }: Omit<Download, 'url'>,
  fetch: World['fetch'],
): Promise<Response> {
  const trusted = authority !== undefined && at.origin === authority.origin;
  const headers = { accept, ...(trusted && { authorization: `Bearer ${authority.token}` }) };
  const patience = AbortSignal.timeout(ANSWER_MS);
  try {
    return await fetch(at, { headers, redirect: 'manual', signal: patience });
  } catch (cause) {
    throw new DownloadFailure('network', { cause });
  }
}
