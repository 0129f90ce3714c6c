import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../scripts/verify/canonical-json.ts';
import { VerificationError } from '../../scripts/verify/error.ts';
import { parseEnvelope } from '../../scripts/verify/parse-envelope.ts';
import { parseRoot } from '../../scripts/verify/parse-root.ts';
import { parseSnapshot } from '../../scripts/verify/parse-snapshot.ts';
import { parseTargets } from '../../scripts/verify/parse-targets.ts';
import { parseTimestamp } from '../../scripts/verify/parse-timestamp.ts';
import { parseStrictJson } from '../../scripts/verify/strict-json.ts';
import type { JsValue } from '../onec/index.ts';
import { CompactRepository } from '../verify/updates/stage.ts';
import { bytesOf, data, loadCore } from './program.ts';
import { field } from './field.ts';
import { refusalOf } from './refusal.ts';

const program = loadCore(['ВыпускКонверт', 'ВыпускМетаданные']);
const read = (content: Uint8Array | string): JsValue =>
  program.call('ВыпускКонверт', 'ТочныйJSON', [data(content)]).value;
const refusal = (content: Uint8Array | string): string => refusalOf(() => read(content)).code;

const repository = new CompactRepository();
repository.delegate('targets', { name: 'vendor', paths: ['*'] });
Object.assign(repository.timestamp, { 'x-heads': { a: { stable: '1', withdrawn: ['2'] } }, 'x-root': 1 });
repository.listsHashes = true;
repository.addTarget('targets', 'a.json', '{}');
repository.release('vendor', 'targets');

describe('what other readers take and this one does not: only canonical JSON has one meaning', () => {
  test.each([
    [' {}', 'white space before'],
    ['{} ', 'white space behind'],
    ['{ }', 'white space inside'],
    ['{"a": 1}', 'white space after a colon'],
    ['[1, 2]', 'white space after a comma'],
    ['{"a":1,\n"b":2}', 'a line break'],
    ['"\\u0041"', 'an escape that canonical JSON never writes'],
    ['"\\n"', 'an escape that canonical JSON never writes'],
    ['"\\/"', 'an escape that canonical JSON never writes'],
    ['-', 'a minus alone'],
    ['', 'nothing'],
    ['#', 'the mark that stands behind every text here'],
    ['[1#', 'the mark in the place of a bracket'],
    ['tru', 'a word cut off'],
    ['"a', 'a string cut off'],
    ['"a\\', 'a string cut off behind a backslash'],
    ['"a\\"', 'a string whose end is escaped'],
    ['[1,]', 'a comma too many'],
    ['[,1]', 'a comma too many'],
    ['{,}', 'a comma alone'],
    ['{"a":1,}', 'a comma too many'],
    ['{a:1}', 'a name without quotes'],
    ['[1]]', 'a bracket too many'],
    ['\uFEFF{}', 'a byte order mark'],
  ])('%j — %s', (text) => expect(refusal(text)).toBe('json-invalid'));

  test('no control character stands anywhere, and every other does', () => {
    for (let code = 0; code < 256; code += 1) {
      const bytes = Buffer.from(`"a${String.fromCharCode(code)}0"`);
      const isPlain = code >= 0x20 && !['"', '\\'].includes(String.fromCharCode(code));
      if (isPlain) expect(read(bytes)).toBe(`a${String.fromCharCode(code)}0`);
      else expect(refusal(bytes), String(code)).toBe('json-invalid');
    }
  });

  test('depth is counted before the stack is', () => {
    expect(refusal('['.repeat(100_000))).toBe('json-too-large');
    expect(refusal('{"a":'.repeat(100_000))).toBe('json-too-large');
  });

  test('five thousand targets take operations in proportion to their number', () => {
    const members = Array.from(
      { length: 5000 },
      (_, at) => `"extensions/e${at}.json":{"hashes":{"sha256":"${'ab'.repeat(32)}"},"length":${at}}`,
    );
    const { operations } = program.call('ВыпускКонверт', 'ТочныйJSON', [data(`{${members.join(',')}}`)]);
    expect(operations.total).toBeLessThan(2_000_000);
  });

  test.each([
    ['"', '\\"', 'quotes'],
    ['\\', '\\\\', 'backslashes'],
  ])('a long string of %s takes time in proportion to its length', (letter, escaped) => {
    const cost = (length: number): number =>
      program.call('ВыпускКонверт', 'ТочныйJSON', [data(`"${escaped.repeat(length)}"`)]).operations.total;
    expect(read(`"${escaped.repeat(100)}"`)).toBe(letter.repeat(100));
    expect(cost(20_000) / cost(2_000)).toBeLessThan(11);
  });
});

test('canonical JSON is read as TypeScript reads it', () => {
  const text = fc.string({ unit: 'binary' }).filter((value) => !/[\p{Cc}\p{Surrogate}]/u.test(value));
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constant(null),
      fc.boolean(),
      fc.maxSafeInteger(),
      text,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.array(fc.tuple(text, tie('value')), { maxLength: 4 }).map((members) => new Map(members)),
    ),
  }));
  fc.assert(
    fc.property(value, (sample) => {
      const bytes = canonicalJson(sample);
      expect(asJson(read(bytes))).toEqual(parseStrictJson(bytes));
    }),
    { numRuns: 150 },
  );
});

const isMap = (value: JsValue): value is ReadonlyMap<JsValue, JsValue> => value instanceof Map;

/** Values of 1C as those of JSON: whole numbers are `bigint` there. */
function asJson(value: JsValue): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(asJson);
  if (isMap(value)) return new Map([...value].map(([name, item]) => [name, asJson(item)]));
  return value;
}

const ROLES = [
  ['root', 'root', parseRoot],
  ['timestamp', 'timestamp', parseTimestamp],
  ['snapshot', 'snapshot', parseSnapshot],
  ['targets', 'targets', parseTargets],
] as const;

describe('a file of metadata', () => {
  const parse = (bytes: Uint8Array, role: string) =>
    program.call('ВыпускМетаданные', 'РазобратьМетаданные', [data(bytes), role, role]).value;

  test.each(ROLES)('%s: what is signed are the bytes as they came', (role, name, parser) => {
    const bytes = repository.latest(name) ?? new Uint8Array();
    const message = bytesOf(field(parse(bytes, role), 'Сообщение'));
    expect(message && Buffer.from(message).toString()).toBe(
      new TextDecoder().decode(parseEnvelope<unknown>(bytes, role, parser).message),
    );
  });

  /** Damages a byte, cuts, doubles, or puts a text in the place of another. */
  const damage = fc.record({ kind: fc.nat(4), at: fc.nat(3000), value: fc.nat(255) });
  const apply = (
    bytes: Uint8Array<ArrayBuffer>,
    { kind, at, value }: { kind: number; at: number; value: number },
  ) => {
    const place = at % Math.max(bytes.length, 1);
    if (kind === 0) return bytes.length === 0 ? bytes : bytes.with(place, value);
    if (kind === 1) return bytes.slice(0, place);
    if (kind === 2) return Uint8Array.from([...bytes.slice(0, place), ...bytes.slice(place + (value % 20))]);
    const text = new TextDecoder().decode(bytes);
    const words = kind === 3 ? /\d+/g : /"[a-z_-]+"/g;
    const found = [...text.matchAll(words)][at % 7];
    const by = kind === 3 ? String(value % 4) : (['"x"', '"version"', 'null', '[]'][value % 4] ?? '');
    if (found === undefined) return bytes;
    return new TextEncoder().encode(
      text.slice(0, found.index) + by + text.slice(found.index + found[0].length),
    );
  };

  test('that was damaged is refused at least where TypeScript refuses it, and always with a code', () => {
    fc.assert(
      fc.property(fc.nat(3), fc.array(damage, { minLength: 1, maxLength: 3 }), (which, damages) => {
        const [role, , parser] = ROLES[which] ?? ROLES[0];
        const bytes = damages.reduce(apply, repository.latest(role) ?? new Uint8Array());
        const code = codeOf(() => parse(bytes, role));
        const theirs = codeOf(() => parseEnvelope<unknown>(bytes, role, parser));
        expect(code).not.toBe('platform-error');
        // TypeScript writes what it read anew, so it takes layouts that we do not; of two faults either may be named.
        if (theirs !== 'accepted') expect(code).not.toBe('accepted');
        if (damages.length === 1 && code !== 'json-invalid') expect(code).toBe(theirs);
      }),
      { numRuns: 400 },
    );
  });
});

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'accepted';
  } catch (error) {
    if (error instanceof VerificationError) return error.code;
    return refusalOf(() => {
      throw error;
    }).code;
  }
}

describe('a document that a hash vouches for', () => {
  const readDocument = (content: Uint8Array | string): JsValue =>
    program.call('ВыпускКонверт', 'ПрочитатьПодписанное', [data(content)]).value;

  test.each([
    ['[]', 'a list'],
    ['"a"', 'a text'],
    ['1', 'a number'],
    ['', 'nothing'],
    ['<html>', 'a page'],
    ['{"a":1e999999999}', 'a number that would fill the memory: the platform reads numbers exactly'],
    ['{"a":1E5}', 'an exponent'],
    [`{"a":${'1'.repeat(21)}}`, 'a number longer than any honest one'],
    ['{"a":-0x10}', 'not JSON'],
    ['{"a":1', 'cut off: the platform takes it'],
    ['{"a":[1}', 'brackets that do not pair: the platform takes them'],
    ['{"a":"b', 'a string cut off: the platform takes it'],
    ['{"a":"b\\\\","c":1e9}', 'an exponent behind a string that ends with a backslash'],
    ['{"a":"\\\\\\"","c":1e9}', 'an exponent behind a string that ends with both'],
    ['\uFEFF{}', 'a byte order mark'],
  ])('%j is no object — %s', (text) => expect(refusalOf(() => readDocument(text)).code).toBe('json-invalid'));

  test('may hold in its texts what is no number there', () => {
    const texts = { a: '1e999999999', b: '9'.repeat(50), c: '\\"1e9', 'd\\': '{[' };
    expect(readDocument(JSON.stringify(texts))).toEqual(new Map(Object.entries(texts)));
  });

  test('is read with white space and null', () => {
    const text = '{\n  "a": [1, true, null, "я\\u0041"],\n  "b": {"c": 1.5}\n}';
    expect(readDocument(text)).toEqual(
      new Map<string, JsValue>([
        ['a', [1n, true, undefined, 'яA']],
        ['b', new Map([['c', { digits: '1.5' }]])],
      ]),
    );
  });
});
