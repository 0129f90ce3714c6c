import { VerificationError } from './error.ts';

/** How slowly a source may send before it is given up. */
export interface Pace {
  /** Milliseconds in which at least `minBytes` must come, or the end. */
  readonly windowMs: number;
  readonly minBytes: number;
  /** Milliseconds for the whole body: a source that keeps to the pace could go on for days. */
  readonly totalMs: number;
}

/**
 * The shipped pace: a line of less than 16 KB in 20 seconds is slower than the oldest mobile network. After an hour the
 * next try goes on where this one ended.
 */
export const SHIPPED_PACE: Pace = { windowMs: 20_000, minBytes: 16 * 1024, totalMs: 3_600_000 };

/** A body to read, and what to call it in refusals. */
export interface HttpBody {
  readonly name: string;
  readonly stream: ReadableStream<Uint8Array> | null;
  readonly maxBytes: number;
  readonly pace: Pace;
}

/**
 * The pieces of a body. Refuses endless data with `too-large` at the first byte too many, and data that only trickles
 * with `too-slow`: an attacker may not keep a client busy for ever. The connection is closed when reading stops.
 */
export async function* piecesOf(body: HttpBody): AsyncGenerator<Uint8Array, void, undefined> {
  if (body.stream === null) return;
  const reader = body.stream.getReader();
  const pace = new PaceKeeper(body);
  let total = 0;
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), pace.tooSlow]);
      if (done) return;
      total += value.length;
      pace.count(value.length);
      if (total > body.maxBytes) {
        throw new VerificationError('too-large', { name: body.name, limit: body.maxBytes });
      }
      yield value;
    }
  } catch (cause) {
    throw asFetchFailure(cause, body.name);
  } finally {
    pace.stop();
    // A stream that failed refuses to be cancelled; there is nothing left to close then.
    await reader.cancel().catch(() => undefined);
  }
}

/** The whole body in one piece. */
export async function bytesOf(body: HttpBody): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of piecesOf(body)) pieces.push(piece);
  const bytes = new Uint8Array(pieces.reduce((total, piece) => total + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** A failure of the network as a refusal of this room; refusals pass unchanged. */
export const asFetchFailure = (cause: unknown, name: string): VerificationError =>
  cause instanceof VerificationError
    ? cause
    : new VerificationError('fetch-failed', { name, reason: 'network' }, { cause });

/** Rejects `tooSlow` as soon as a window of time brought too few bytes, or the whole took too long. */
class PaceKeeper {
  readonly tooSlow: Promise<never>;
  #timer: ReturnType<typeof setInterval> | undefined;
  #deadline: ReturnType<typeof setTimeout> | undefined;
  #bytes = 0;

  constructor({ name, pace }: HttpBody) {
    this.tooSlow = new Promise((_, reject) => {
      const refuse = (ms: number): void =>
        reject(new VerificationError('too-slow', { name, seconds: ms / 1000 }));
      this.#deadline = setTimeout(() => refuse(pace.totalMs), pace.totalMs);
      this.#timer = setInterval(() => {
        if (this.#bytes < pace.minBytes) refuse(pace.windowMs);
        this.#bytes = 0;
      }, pace.windowMs);
    });
    // It may reject when nobody waits any more.
    this.tooSlow.catch(() => undefined);
  }

  count(bytes: number): void {
    this.#bytes += bytes;
  }

  stop(): void {
    clearInterval(this.#timer);
    clearTimeout(this.#deadline);
  }
}
