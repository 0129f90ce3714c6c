import { canonicalJson } from '../../../scripts/verify/canonical-json.ts';
import { parseStrictJson } from '../../../scripts/verify/strict-json.ts';
import { compactFile, type Story } from './stage.ts';

type Change = (signed: string) => string;

const replace =
  (sought: string | RegExp, by: string): Change =>
  (signed) => {
    const changed = signed.replace(sought, by);
    if (changed === signed) throw new Error(`the story changes nothing: ${String(sought)}`);
    return changed;
  };

/** Adds a member at the end of an object. */
const append = (member: string): Change => replace(/\}$/, `,${member}}`);

/**
 * `signed` of a timestamp that the right key signed, and that no client may take: a thief of one key, or a mistake of
 * the publisher, must not make two readers see two things.
 */
const SIGNED: readonly (readonly [string, string, string, Change])[] = [
  ['json-duplicate-key', 'a version twice', 'readers disagree which counts', append('"version":9')],
  [
    'json-duplicate-key',
    'a snapshot twice',
    'readers disagree which counts',
    replace('"meta":{', '"meta":{"snapshot.json":{"version":9},'),
  ],
  ['json-duplicate-key', 'a member with null twice', 'null is a value too', append('"a":null,"a":null')],
  ['json-invalid', 'a number with an exponent', '1e5 is no integer everywhere', append('"x-root":1e5')],
  ['json-invalid', 'a fraction', 'has no canonical form', append('"x-root":1.0')],
  [
    'json-invalid',
    'an integer of 17 digits',
    'neighbours are one number elsewhere',
    append('"x-root":90071992547409930'),
  ],
  ['json-invalid', '2^53', 'its neighbour is the same number elsewhere', append('"x-root":9007199254740992')],
  ['json-invalid', 'an endless number', 'never taken in', append(`"x-root":${'9'.repeat(2000)}`)],
  ['json-invalid', 'a leading zero', 'octal to some', append('"x-root":01')],
  ['json-invalid', 'a plus sign', 'not JSON', append('"x-root":+1')],
  ['json-invalid', 'hexadecimal', 'not JSON', append('"x-root":0x1')],
  ['json-invalid', 'a number that is no number', 'not JSON', append('"x-root":NaN')],
  ['json-invalid', 'a lone minus', 'not JSON', append('"x-root":-')],
  ['json-invalid', 'a trailing comma', 'the reader of the platform takes it', replace(/\}$/, ',}')],
  ['json-invalid', 'a missing value', 'the reader of the platform takes it', append('"a":')],
  ['json-invalid', 'a missing colon', 'the reader of the platform takes it', append('"a"1')],
  ['json-invalid', 'a missing comma', 'the reader of the platform takes it', append('"a":1"b":2')],
  ['json-invalid', 'brackets crossed', 'the reader of the platform takes it', append('"a":[1}')],
  ['json-invalid', 'single quotes', 'not JSON', append("'a':1")],
  ['json-invalid', 'a name without quotes', 'not JSON', append('a:1')],
  ['json-invalid', 'a comment', 'not JSON', append('"a":1/*b*/')],
  ['json-invalid', 'True', 'not JSON', append('"a":True')],
  ['json-invalid', 'half of a surrogate pair, escaped', 'has no UTF-8', append('"a":"\\ud800"')],
  ['json-invalid', 'an unknown escape', 'not JSON', append('"a":"\\x41"')],
  ['json-invalid', 'a line break in a string', 'control characters must be escaped', append('"a":"\n"')],
  ['json-invalid', 'a NUL in a string', 'ends a text in C', append('"a":"\u0000"')],
  ['json-invalid', 'a string never closed', 'the reader of the platform takes it', replace(/\}$/, ',"a":"}')],
  ['json-invalid', 'the sign that our own reader puts at the end', 'is no end', replace(/\}$/, '}#')],
  [
    'json-too-large',
    'arrays inside arrays',
    'a stack ends somewhere',
    append(`"a":${'['.repeat(200)}${']'.repeat(200)}`),
  ],
  [
    'json-too-large',
    'objects inside objects',
    'a stack ends somewhere',
    append(`"a":${'{"a":'.repeat(200)}1${'}'.repeat(200)}`),
  ],
  [
    'metadata-invalid',
    'a version as text',
    'nothing is coerced',
    replace(/"version":2\}$/, '"version":"2"}'),
  ],
  ['metadata-invalid', 'version 0', 'versions begin at 1', replace(/"version":2\}$/, '"version":0}')],
  [
    'metadata-invalid',
    'a negative version',
    'versions begin at 1',
    replace(/"version":2\}$/, '"version":-2}'),
  ],
  [
    'metadata-invalid',
    'a version that is true',
    'nothing is coerced',
    replace(/"version":2\}$/, '"version":true}'),
  ],
  [
    'metadata-invalid',
    'a version that is null',
    'null is no number',
    replace(/"version":2\}$/, '"version":null}'),
  ],
  ['metadata-invalid', 'no version', 'must be there', replace(/,"version":2\}$/, '}')],
  ['metadata-invalid', 'no snapshot', 'must be there', replace('"snapshot.json"', '"other.json"')],
  [
    'metadata-invalid',
    'another type',
    'the type must be the one asked for',
    replace('"timestamp"', '"snapshot"'),
  ],
  [
    'metadata-invalid',
    'a term that is no date',
    '31 September',
    replace(/"expires":"[^"]*"/, '"expires":"2026-09-31T00:00:00Z"'),
  ],
  [
    'metadata-invalid',
    'a leap day in 2100',
    'there is none',
    replace(/"expires":"[^"]*"/, '"expires":"2100-02-29T00:00:00Z"'),
  ],
  [
    'metadata-invalid',
    'a term without a zone',
    'whose midnight?',
    replace(/"expires":"[^"]*"/, '"expires":"2026-12-31T00:00:00"'),
  ],
  [
    'metadata-invalid',
    'a term in another zone',
    'only Z',
    replace(/"expires":"[^"]*"/, '"expires":"2026-12-31T00:00:00+03:00"'),
  ],
  [
    'metadata-invalid',
    'hour 24',
    'two spellings of one moment',
    replace(/"expires":"[^"]*"/, '"expires":"2026-12-31T24:00:00Z"'),
  ],
  [
    'metadata-invalid',
    'an empty fraction of a second',
    'not a time',
    replace(/"expires":"[^"]*"/, '"expires":"2026-12-31T00:00:00.Z"'),
  ],
  [
    'metadata-invalid',
    'digits of another script',
    'not a time',
    replace(/"expires":"[^"]*"/, '"expires":"٢٠٢٦-12-31T00:00:00Z"'),
  ],
  ['metadata-invalid', 'x-root as text', 'nothing is coerced', append('"x-root":"1"')],
  ['metadata-invalid', 'x-heads that is a list', 'must be an object', append('"x-heads":[]')],
  ['metadata-invalid', 'a head that is a text', 'must be an object', append('"x-heads":{"a":"1.0"}')],
  ['metadata-invalid', 'x-issued that is a number', 'must be a time', append('"x-issued":1')],
  [
    'metadata-invalid',
    'no digests in hashes',
    'at least one',
    replace('"snapshot.json":{', '"snapshot.json":{"hashes":{},'),
  ],
  [
    'metadata-invalid',
    'a digest that is a number',
    'must be text',
    replace('"snapshot.json":{', '"snapshot.json":{"hashes":{"sha256":0},'),
  ],
  [
    'metadata-invalid',
    'a negative length',
    'no such file',
    replace('"snapshot.json":{', '"snapshot.json":{"length":-1,'),
  ],
  ['metadata-invalid', 'signed that is a list', 'must be an object', () => '[]'],
  ['metadata-invalid', 'signed that is null', 'must be an object', () => 'null'],
  [
    'spec-version-unsupported',
    'TUF 2',
    'may mean something else by the same words',
    replace('"1.0.34"', '"2.0.0"'),
  ],
  ['metadata-invalid', 'a specification without a number', 'not a version', replace('"1.0.34"', '"1.x"')],
  [
    'accepted',
    'members that nobody knows',
    'the signature covers them, readers pass them over',
    append('"x-later":{"a":[1,null,true,"\\\\\\""]}'),
  ],
  [
    'accepted',
    'fractions of a second',
    'tuf-js writes them',
    replace(/"expires":"([^"]*)Z"/, '"expires":"$1.123456789Z"'),
  ],
  ['accepted', 'the largest integer', '2^53 − 1', append('"x-root":9007199254740991')],
  ['accepted', 'depth 32', 'the deepest that is read', append(`"a":${'['.repeat(30)}${']'.repeat(30)}`)],
  ['accepted', 'names that only look the same', 'Cyrillic а beside Latin a', append('"a":1,"а":2')],
  ['accepted', 'names that differ by case', 'are two names', append('"a":1,"A":2')],
  [
    'accepted',
    'a member named like those of every object',
    'a name like any other',
    append('"__proto__":{"version":9},"constructor":1'),
  ],
  ['accepted', 'letters above U+FFFF', 'a pair of units, one letter', append('"a":"\u{1f600}"')],
];

/** A whole file that is no file of ours; the key is never asked. */
const WHOLE: readonly (readonly [
  string,
  string,
  string,
  (file: string) => string | Uint8Array<ArrayBuffer>,
])[] = [
  ['json-invalid', 'nothing', 'an empty answer', () => ''],
  ['json-invalid', 'a page', 'of a hotel network', () => '<html>'],
  ['json-invalid', 'a file cut off', 'the reader of the platform takes it', (file) => file.slice(0, -1)],
  [
    'json-invalid',
    'a file cut in the middle',
    'the reader of the platform takes it',
    (file) => file.slice(0, 200),
  ],
  ['json-invalid', 'a second file behind it', 'one reader stops, another goes on', (file) => file + file],
  ['json-invalid', 'a NUL behind it', 'ends a text in C', (file) => `${file}\u0000`],
  ['json-invalid', 'a byte order mark', 'some readers drop it', (file) => `\uFEFF${file}`],
  [
    'json-invalid',
    'bytes that are no UTF-8',
    'replaced in silence by the platform',
    (file) => latin(file, '"sig":"', 0xff),
  ],
  [
    'json-invalid',
    'UTF-8 longer than needed',
    'a slash in two bytes',
    (file) => latin(file, '"sig":"', 0xc0, 0xaf),
  ],
  [
    'json-invalid',
    'a surrogate in UTF-8',
    'CESU, not UTF-8',
    (file) => latin(file, '"sig":"', 0xed, 0xa0, 0x80),
  ],
  ['json-invalid', 'UTF-16', 'another encoding', (file) => Uint8Array.from(Buffer.from(file, 'utf16le'))],
  [
    'json-duplicate-key',
    'signed twice',
    'one is verified, another is read',
    (file) => file.replace(/\}$/, ',"signed":{"version":9}}'),
  ],
  [
    'json-duplicate-key',
    'signatures twice',
    'one is verified, another is read',
    (file) => file.replace('{"signatures":', '{"signatures":[],"signatures":'),
  ],
  [
    'metadata-invalid',
    'signatures that are an object',
    'must be a list',
    (file) => file.replace(/"signatures":\[.*?\]/, '"signatures":{}'),
  ],
  [
    'metadata-invalid',
    'a signature without a name',
    'whose is it',
    (file) => file.replace('"keyid"', '"keyId"'),
  ],
  [
    'metadata-invalid',
    'a signature that is a number',
    'must be text',
    (file) => file.replace(/"sig":"[^"]*"/, '"sig":1'),
  ],
  [
    'threshold-not-met',
    'no signature',
    'nobody vouches',
    (file) => file.replace(/"signatures":\[.*?\]/, '"signatures":[]'),
  ],
  [
    'threshold-not-met',
    'one letter changed',
    'the signature covers every byte',
    (file) => file.replace('"spec_version":"1.0.34"', '"spec_version":"1.0.35"'),
  ],
  [
    'accepted',
    'a signature of a stranger beside',
    'counts nothing',
    (file) => file.replace('"signatures":[', '"signatures":[{"keyid":"x","sig":"00"},'),
  ],
];

/** What is right is also in its canonical order. */
const canonical = (text: string): string =>
  new TextDecoder().decode(canonicalJson(parseStrictJson(new TextEncoder().encode(text))));

/** Bytes put behind a place of a text. */
function latin(file: string, behind: string, ...bytes: number[]): Uint8Array<ArrayBuffer> {
  const at = file.indexOf(behind) + behind.length;
  return Uint8Array.from([...Buffer.from(file.slice(0, at)), ...bytes, ...Buffer.from(file.slice(at))]);
}

/** JSON that readers understand in different ways, and members that are not what they should be. */
export const FORM_STORIES: readonly Story[] = [
  ...SIGNED.map(([expected, name, reason, change]): Story => ({
    name: `a signed timestamp with ${name}`,
    reason,
    play: async (stage) => {
      const { repository } = stage;
      repository.timestamp.version = 2;
      const changed = change(repository.signedText('timestamp'));
      const text = expected === 'accepted' ? canonical(changed) : changed;
      repository.serveAs('timestamp', 2, compactFile(text, repository.signers.get('timestamp') ?? []));
      await stage.refresh(expected);
    },
  })),
  ...WHOLE.map(([expected, name, reason, change]): Story => ({
    name: `a timestamp: ${name}`,
    reason,
    play: async (stage) => {
      const file = change(new TextDecoder().decode(stage.repository.file('timestamp', 1)));
      const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
      stage.repository.serveAs('timestamp', 2, bytes);
      await stage.refresh(expected);
    },
  })),
];
