import { canonicalJson } from './canonical-json.ts';
import { sha256Hex } from './digest.ts';
import { VerificationError } from './error.ts';
import { Field } from './field.ts';
import { metadataFileName } from './repository-path.ts';
import { parseStrictJson } from './strict-json.ts';
import type { FetchAnswer, MetadataStore } from './world.ts';

/** What a client remembers beside metadata. Nothing here is trusted: a wrong value costs a request, no more. */
export interface ClientState {
  /** ETag of the timestamp with the digest below. */
  readonly etag?: string;
  readonly timestampSha256?: string;
  /** When the full workflow last succeeded. */
  readonly refreshedAt?: string;
}

/** Name in the store. It has no `.json`, so no role's metadata can take it. */
export const CLIENT_STATE_NAME = 'client-state';

/** What is remembered; an empty state when there is none or it cannot be read. */
export async function recallState(store: MetadataStore): Promise<ClientState> {
  const bytes = await store.get(CLIENT_STATE_NAME);
  if (bytes === undefined) return {};
  try {
    return parseState(new Field(CLIENT_STATE_NAME, '', parseStrictJson(bytes)));
  } catch (error) {
    if (error instanceof VerificationError) return {};
    throw error;
  }
}

/** A longer one is no server's: sent back, it would be more than a server takes in its headers. */
const MAX_ETAG_LENGTH = 200;

/** Whether an ETag may be kept and sent: the 1C side keeps the same ones (`ВыпускПамятьКлиента.ГодныйETag`). */
const isSendable = (etag: string | undefined): etag is string =>
  etag !== undefined && etag.length <= MAX_ETAG_LENGTH && /^[\x21-\x7e]+$/.test(etag);

/** ETag to ask with, when it belongs to the timestamp that is stored and not to one before or after it. */
export async function recallEtag(store: MetadataStore): Promise<string | undefined> {
  const { etag, timestampSha256 } = await recallState(store);
  const timestamp = await store.get(metadataFileName('timestamp'));
  if (!isSendable(etag) || timestamp === undefined) return undefined;
  return (await sha256Hex(timestamp)) === timestampSha256 ? etag : undefined;
}

/** Remembers which ETag the source gave for which timestamp. */
export async function rememberTimestamp(answer: FetchAnswer, store: MetadataStore): Promise<void> {
  if (answer.kind !== 'found' || !isSendable(answer.etag)) return;
  const timestampSha256 = await sha256Hex(answer.bytes);
  await remember({ etag: answer.etag, timestampSha256 }, store);
}

/** Remembers that the full workflow succeeded. */
export const rememberRefresh = (now: Date, store: MetadataStore): Promise<void> =>
  remember({ refreshedAt: now.toISOString() }, store);

async function remember(change: ClientState, store: MetadataStore): Promise<void> {
  const before = await recallState(store);
  const after = { ...before, ...change };
  const unchanged = [...Object.entries(after)].every(([name, value]) => Reflect.get(before, name) === value);
  if (!unchanged) await store.put(CLIENT_STATE_NAME, canonicalJson(after));
}

function parseState(field: Field): ClientState {
  const etag = field.optional('etag')?.text();
  const timestampSha256 = field.optional('timestampSha256')?.text();
  const refreshedAt = field.optional('refreshedAt')?.text();
  return {
    ...(etag === undefined ? {} : { etag }),
    ...(timestampSha256 === undefined ? {} : { timestampSha256 }),
    ...(refreshedAt === undefined ? {} : { refreshedAt }),
  };
}
