import { AwsV4Signer } from 'aws4fetch';
import { bytesOf, SHIPPED_PACE } from '../verify/http-body.ts';
import { VerificationError } from '../verify/error.ts';
import { DestinationError } from './error.ts';
import type { S3Address } from './s3-address.ts';
import { errorCodeOf, refusalOf, type S3Answer } from './s3-refusal.ts';

/** The key of a store: from the environment, and from there only into signatures. */
export interface S3Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of temporary keys, as roles in CI get them. */
  readonly sessionToken?: string;
}

/** What requests take from outside. */
export interface S3World {
  readonly credentials: S3Credentials;
  readonly fetch: (url: URL, init: RequestInit) => Promise<Response>;
  readonly now: () => Date;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** From 0 up to 1: spreads the tries of several machines. */
  readonly random: () => number;
}

/** One request. */
export interface S3Request {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  /** Key in the bucket; empty for the bucket itself. */
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
  /** Lower-case hex SHA-256 of the body: the store checks what arrives. */
  readonly sha256?: string;
  /** Bytes of the answer that are read. */
  readonly maxBytes?: number;
}

/**
 * Whether a key can be asked for. In an address `.` and `..` lead elsewhere (RFC 3986, section 5.2.4): whoever may put an
 * object of such a name below our prefix would have us delete what lies beside it.
 */
export const isAddressable = (key: string): boolean => !/(?:^|\/)\.\.?(?:\/|$)/.test(key);

/** Sends requests to one bucket. */
export type SendS3 = (request: S3Request) => Promise<S3Answer>;

/** SHA-256 of nothing. */
const EMPTY_SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** Tries altogether, and milliseconds before the second; each further wait is twice as long. */
const PATIENCE = { tries: 6, firstWait: 400 };

/** Milliseconds until an answer must begin; a large file has to be sent before. */
const ANSWER_MS = 10 * 60 * 1000;

/** Bytes of an answer, unless a request says otherwise: an error, or a page of a listing. */
const MAX_ANSWER = 4 * 1024 * 1024;

/** Answers that a caller understands: there, nothing there, the condition does not hold. */
const MEANINGFUL: ReadonlySet<number> = new Set([200, 204, 404, 409, 412]);

/**
 * Signs (AWS Signature Version 4), sends, and sends again after failures that pass: no connection, 5xx, 429, and 409,
 * by which AWS says that another conditional write is under way. Throws `DestinationError` for refusals.
 */
export const s3Requests =
  (address: S3Address, world: S3World): SendS3 =>
  async (request) => {
    for (let attempt = 1; ; attempt++) {
      const answer = await sendOnce(request, address, world);
      const mayPass = answer === undefined || isPassing(answer.status);
      if (!mayPass || attempt >= PATIENCE.tries) return meaningful(request, answer);
      await world.sleep(PATIENCE.firstWait * 2 ** (attempt - 1) * (0.5 + world.random()));
    }
  };

// 501 is what stores say to conditions that they do not know: it stays so.
const isPassing = (status: number): boolean =>
  [409, 429].includes(status) || (status >= 500 && status !== 501);

function meaningful(request: S3Request, answer: S3Answer | undefined): S3Answer {
  const isBucketMissing = answer?.status === 404 && errorCodeOf(answer) === 'NoSuchBucket';
  if (answer !== undefined && MEANINGFUL.has(answer.status) && !isBucketMissing) return answer;
  throw refusalOf(`${request.method} ${request.key}`.trim(), answer);
}

/** The answer; `undefined` when none came whole. */
async function sendOnce(
  request: S3Request,
  address: S3Address,
  world: S3World,
): Promise<S3Answer | undefined> {
  const { method, headers, url, body } = await signed(request, address, world);
  try {
    const signal = AbortSignal.timeout(ANSWER_MS);
    const init = { method, headers, signal, redirect: 'manual', ...(body && { body }) } as const;
    const response = await world.fetch(url, init);
    const maxBytes = request.maxBytes ?? MAX_ANSWER;
    const bytes = await bytesOf({ name: request.key, stream: response.body, maxBytes, pace: SHIPPED_PACE });
    return { status: response.status, headers: response.headers, bytes };
  } catch (cause) {
    if (cause instanceof VerificationError && cause.code === 'too-large') {
      throw new DestinationError('destination-unreadable', { path: request.key }, { cause });
    }
    return undefined;
  }
}

async function signed(
  request: S3Request,
  { endpoint, bucket, region }: S3Address,
  { credentials, now }: S3World,
) {
  if (!isAddressable(request.key)) {
    throw new DestinationError('destination-unreadable', { path: request.key });
  }
  const path = [bucket, ...request.key.split('/')].map(encodeURIComponent).join('/');
  const url = new URL(path, endpoint);
  for (const [name, value] of Object.entries(request.query ?? {})) url.searchParams.set(name, value);
  const signer = new AwsV4Signer({
    ...credentials,
    service: 's3',
    region,
    method: request.method,
    url: url.href,
    headers: { ...request.headers, 'x-amz-content-sha256': request.sha256 ?? EMPTY_SHA256 },
    datetime: now()
      .toISOString()
      .replace(/[:-]|\.\d{3}/g, ''),
  });
  return { ...(await signer.sign()), body: request.body };
}
