import type { StoredFile } from './destination.ts';
import { DestinationError } from './error.ts';

/** One answer of ListObjectsV2. */
export interface ListingPage {
  readonly files: readonly (readonly [key: string, file: StoredFile])[];
  /** Token of the next page; absent on the last one. */
  readonly next?: string;
}

/**
 * Reads an answer of ListObjectsV2 that was asked for with `encoding-type=url`: keys are percent-encoded then, so that no
 * character of theirs means anything in XML. Throws `destination-unreadable`.
 */
export function parseListing(bytes: Uint8Array): ListingPage {
  const xml = new TextDecoder().decode(bytes);
  if (!/<ListBucketResult[\s>]/.test(xml)) throw unreadable();
  const files = entriesOf(xml).map(fileOf);
  const next = textOf(xml, 'NextContinuationToken');
  return textOf(xml, 'IsTruncated') === 'true' && next !== undefined ? { files, next } : { files };
}

/** What stands between the tags. An expression would look from each open one to the end for the other. */
const entriesOf = (xml: string): readonly string[] =>
  xml.split('<Contents>').flatMap((piece, index) => {
    const end = piece.indexOf('</Contents>');
    return index === 0 || end < 0 ? [] : [piece.slice(0, end)];
  });

function fileOf(entry: string): readonly [string, StoredFile] {
  const key = textOf(entry, 'Key');
  const length = Number(textOf(entry, 'Size') ?? NaN);
  const etag = textOf(entry, 'ETag');
  const modified = new Date(textOf(entry, 'LastModified') ?? NaN);
  if (
    key === undefined ||
    etag === undefined ||
    !Number.isSafeInteger(length) ||
    Number.isNaN(modified.getTime())
  ) {
    throw unreadable();
  }
  return [decodeKey(key), { length, etag: withoutQuotes(etag), modified }];
}

/** An ETag as it is compared here: without the quotation marks that HTTP puts around it. */
export const withoutQuotes = (etag: string): string => etag.replace(/^(?:W\/)?"|"$/g, '');

function decodeKey(key: string): string {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '));
  } catch (cause) {
    throw new DestinationError('destination-unreadable', { path: '' }, { cause });
  }
}

const unreadable = (): DestinationError => new DestinationError('destination-unreadable', { path: '' });

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&quot;', '"'],
  ['&#34;', '"'],
  ['&apos;', "'"],
  ['&#39;', "'"],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
]);

const textOf = (xml: string, element: string): string | undefined =>
  new RegExp(`<${element}>([^<]*)</${element}>`)
    .exec(xml)?.[1]
    ?.replace(/&(?:quot|apos|lt|gt|amp|#34|#39);/g, (entity) => ENTITIES.get(entity) ?? entity);
