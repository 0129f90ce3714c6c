import type { Field } from './field.ts';
import type { Head, Timestamp } from './metadata.ts';
import { parseCommon, parseDateTime } from './parse-envelope.ts';
import { parseMetaFile } from './parse-snapshot.ts';
import type { JsonValue } from './strict-json.ts';

/**
 * `signed` of `timestamp.json` (TUF 1.0.34, section 4.6) with the extra members of our profile (`formats.md`,
 * section 3). What it says of files other than the snapshot is ignored.
 */
export function parseTimestamp(signed: Field): Timestamp {
  const issued = signed.optional('x-issued');
  const root = signed.optional('x-root')?.integer(1);
  const heads = signed.optional('x-heads')?.map(parseHead);
  return {
    ...parseCommon(signed, 'timestamp'),
    meta: new Map([['snapshot.json', parseMetaFile(signed.member('meta').member('snapshot.json'))]]),
    ...(issued === undefined ? {} : { 'x-issued': parseDateTime(issued) }),
    ...(root === undefined ? {} : { 'x-root': root }),
    ...(heads === undefined ? {} : { 'x-heads': heads }),
  };
}

// A hint may grow new members: those that are neither a text nor a list of texts are left out, not refused.
const parseHead = (field: Field): Head =>
  new Map(field.entries().flatMap(([name, hint]) => (isHint(hint.raw()) ? [[name, readHint(hint)]] : [])));

const readHint = (field: Field): string | readonly string[] =>
  typeof field.raw() === 'string' ? field.text() : field.items().map((item) => item.text());

const isHint = (value: JsonValue | undefined): boolean =>
  typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string'));
