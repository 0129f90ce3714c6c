import type { Heads } from '../model/documents.ts';
import { canonicalJson } from '../verify/canonical-json.ts';
import { SPEC_VERSION } from '../verify/metadata.ts';
import type { Head, MetaFile, Root, Timestamp } from '../verify/metadata.ts';
import { parseTimestamp } from '../verify/parse-timestamp.ts';
import { formatTime, LIFETIME_DAYS } from './lifetime.ts';
import { signersOf } from './open-metadata.ts';
import type { Opened } from './open-metadata.ts';
import { signRole } from './sign-role.ts';
import type { Signing } from './sign-role.ts';

/** Extensions above which `x-heads` is left out (`formats.md`, section 3). */
export const MAX_HEADS = 200;

/** Bytes above which `x-heads` is left out: tuf-js and python-tuf take 16 KB of timestamp by default. */
export const MAX_HEADS_BYTES = 12 * 1024;

/** What a timestamp vouches for. */
export interface TimestampContent {
  readonly root: Root;
  readonly snapshot: MetaFile;
  readonly heads: ReadonlyMap<string, Head> | undefined;
  readonly previous: Opened<Timestamp> | undefined;
}

/**
 * A new timestamp. It gets the next version every time, for it says that all this is still so now; only when it is
 * signed again for the very same moment and content does the file stay, so that the same input gives the same bytes.
 */
export const signTimestamp = (content: TimestampContent, signing: Signing): Promise<Opened<Timestamp>> =>
  signRole(
    {
      name: 'timestamp',
      parse: parseTimestamp,
      draft: (version, expires) => ({
        _type: 'timestamp',
        spec_version: SPEC_VERSION,
        version,
        expires,
        meta: new Map([['snapshot.json', content.snapshot]]),
        'x-issued': formatTime(signing.now),
        'x-root': content.root.version,
        ...(content.heads && { 'x-heads': content.heads }),
      }),
      lifetimeDays: LIFETIME_DAYS.timestamp,
      authority: signersOf(content.root, 'timestamp'),
      ...(content.previous && { previous: content.previous }),
    },
    signing,
  );

/** Heads as they are signed; undefined where there would be too many for a file that everybody polls. */
export function signedHeads(heads: Heads): ReadonlyMap<string, Head> | undefined {
  const signed = new Map(Object.entries(heads).map(([id, head]) => [id, new Map(Object.entries(head))]));
  const isShort = signed.size <= MAX_HEADS && canonicalJson(signed).length <= MAX_HEADS_BYTES;
  return isShort ? signed : undefined;
}
