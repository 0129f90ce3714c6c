import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../scripts/verify/canonical-json.ts';
import { parseEnvelope, type SignedParser } from '../../scripts/verify/parse-envelope.ts';
import { parseRoot } from '../../scripts/verify/parse-root.ts';
import { parseSnapshot } from '../../scripts/verify/parse-snapshot.ts';
import { parseTargets } from '../../scripts/verify/parse-targets.ts';
import { parseTimestamp } from '../../scripts/verify/parse-timestamp.ts';
import { refusalOf } from './fixtures/refusal.ts';

const KEY = { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: '00' } };
const ROLE = { keyids: ['k'], threshold: 1 };
const COMMON = { spec_version: '1.0.34', version: 1, expires: '2027-01-01T00:00:00Z' };
const ROOT = {
  ...COMMON,
  _type: 'root',
  consistent_snapshot: true,
  keys: { k: KEY },
  roles: { root: ROLE, timestamp: ROLE, snapshot: ROLE, targets: ROLE },
};
const TIMESTAMP = { ...COMMON, _type: 'timestamp', meta: { 'snapshot.json': { version: 1 } } };
const SNAPSHOT = { ...COMMON, _type: 'snapshot', meta: { 'targets.json': { version: 1 } } };
const DELEGATION = { ...ROLE, name: 'vendor', terminating: true, paths: ['*'] };
const TARGETS = {
  ...COMMON,
  _type: 'targets',
  targets: { 'a.json': { length: 1, hashes: { sha256: '00' }, custom: { any: 'thing' } } },
  delegations: { keys: { k: KEY }, roles: [DELEGATION] },
};
const BINS = { ...ROLE, bit_length: 4, name_prefix: 'bin' };

const bytesOf = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value));

/** Takes members away and puts others in their place, by dotted path; undefined takes away. */
function change(value: object, changes: Record<string, unknown>): object {
  const copy = structuredClone(value);
  for (const [path, member] of Object.entries(changes)) {
    const steps = path.split('/');
    const last = steps.pop() ?? '';
    const holder = steps.reduce<object>((inside, step) => Reflect.get(inside, step) as object, copy);
    if (member === undefined) Reflect.deleteProperty(holder, last);
    else Reflect.set(holder, last, member);
  }
  return copy;
}

const parse = <T>(role: string, parser: SignedParser<T>, signed: object): T =>
  parseEnvelope(bytesOf({ signatures: [], signed }), role, parser).signed;

type Row = readonly [changes: Record<string, unknown>, field: string, reason: string];

const COMMON_ROWS: readonly Row[] = [
  [{ _type: undefined }, 'signed._type', 'absent'],
  [{ _type: 'mirrors' }, 'signed._type', 'another role'],
  [{ version: undefined }, 'signed.version', 'absent'],
  [{ version: 0 }, 'signed.version', 'too small'],
  [{ version: '1' }, 'signed.version', 'a text'],
  [{ version: null }, 'signed.version', 'nothing'],
  [{ expires: undefined }, 'signed.expires', 'absent'],
  [{ expires: 1 }, 'signed.expires', 'a number'],
  [{ expires: '2027-01-01' }, 'signed.expires', 'a day'],
  [{ expires: '2027-01-01T00:00:00+03:00' }, 'signed.expires', 'another zone'],
  [{ expires: '2027-02-30T00:00:00Z' }, 'signed.expires', 'a day that does not exist'],
  [{ expires: '2027-01-01T24:00:00Z' }, 'signed.expires', 'an hour that does not exist'],
  [{ expires: '2027-01-01T00:00:00Z ' }, 'signed.expires', 'a space'],
  [{ expires: '+12027-01-01T00:00:00Z' }, 'signed.expires', 'a year of JavaScript'],
  [{ spec_version: undefined }, 'signed.spec_version', 'absent'],
  [{ spec_version: 1 }, 'signed.spec_version', 'a number'],
  [{ spec_version: '1' }, 'signed.spec_version', 'no minor version'],
  [{ spec_version: '1.0.x' }, 'signed.spec_version', 'no number'],
];

const ROLE_ROWS = (at: string): readonly Row[] => [
  [{ [`${at}/threshold`]: 0 }, 'threshold', 'nobody signs'],
  [{ [`${at}/threshold`]: undefined }, 'threshold', 'absent'],
  [{ [`${at}/threshold`]: true }, 'threshold', 'no number'],
  [{ [`${at}/keyids`]: undefined }, 'keyids', 'absent'],
  [{ [`${at}/keyids`]: 'k' }, 'keyids', 'no list'],
  [{ [`${at}/keyids`]: [1] }, 'keyids.0', 'no text'],
  [{ [`${at}/keyids`]: ['k', 'k'] }, 'keyids', 'one key twice'],
];

const META_ROWS = (at: string): readonly Row[] => [
  [{ meta: undefined }, 'meta', 'absent'],
  [{ meta: [] }, 'meta', 'a list'],
  [{ [`meta/${at}`]: 1 }, '', 'no object'],
  [{ [`meta/${at}`]: {} }, 'version', 'absent'],
  [{ [`meta/${at}`]: { version: 0 } }, 'version', 'too small'],
  [{ [`meta/${at}`]: { version: 1, length: -1 } }, 'length', 'below zero'],
  [{ [`meta/${at}`]: { version: 1, length: '1' } }, 'length', 'a text'],
  [{ [`meta/${at}`]: { version: 1, hashes: {} } }, 'hashes', 'no digest'],
  [{ [`meta/${at}`]: { version: 1, hashes: { sha256: 1 } } }, 'sha256', 'no text'],
];

const SUITES: readonly (readonly [
  role: string,
  parser: SignedParser<unknown>,
  good: object,
  rows: readonly Row[],
])[] = [
  [
    'root',
    parseRoot,
    ROOT,
    [
      ...COMMON_ROWS,
      ...ROLE_ROWS('roles/root'),
      [{ consistent_snapshot: 'true' }, 'consistent_snapshot', 'a text'],
      [{ keys: undefined }, 'keys', 'absent'],
      [{ keys: [KEY] }, 'keys', 'a list'],
      [{ 'keys/k': 1 }, 'keys.k', 'no object'],
      [{ 'keys/k/keytype': undefined }, 'keytype', 'absent'],
      [{ 'keys/k/scheme': 1 }, 'scheme', 'no text'],
      [{ 'keys/k/keyval': undefined }, 'keyval', 'absent'],
      [{ roles: undefined }, 'roles', 'absent'],
      [{ 'roles/targets': undefined }, 'targets', 'a role is missing'],
    ],
  ],
  [
    'timestamp',
    parseTimestamp,
    TIMESTAMP,
    [
      ...COMMON_ROWS,
      ...META_ROWS('snapshot.json'),
      [{ meta: {} }, 'snapshot.json', 'absent'],
      [{ 'x-issued': 'now' }, 'x-issued', 'no time'],
      [{ 'x-root': '2' }, 'x-root', 'a text'],
      [{ 'x-root': 0 }, 'x-root', 'too small'],
      [{ 'x-heads': [] }, 'x-heads', 'a list'],
      [{ 'x-heads': { a: '1.0' } }, 'x-heads.a', 'no object'],
    ],
  ],
  ['snapshot', parseSnapshot, SNAPSHOT, [...COMMON_ROWS, ...META_ROWS('targets.json')]],
  [
    'targets',
    parseTargets,
    TARGETS,
    [
      ...COMMON_ROWS,
      ...ROLE_ROWS('delegations/roles/0'),
      [{ targets: undefined }, 'targets', 'absent'],
      [{ 'targets/a.json': [] }, 'a.json', 'no object'],
      [{ 'targets/a.json/length': undefined }, 'length', 'absent'],
      [{ 'targets/a.json/length': -1 }, 'length', 'below zero'],
      [{ 'targets/a.json/hashes': undefined }, 'hashes', 'absent'],
      [{ 'targets/a.json/hashes': {} }, 'hashes', 'no digest'],
      [{ delegations: [] }, 'delegations', 'a list'],
      [{ 'delegations/keys': undefined }, 'keys', 'absent'],
      [{ 'delegations/roles': undefined }, 'roles', 'absent'],
      [{ 'delegations/roles': {} }, 'roles', 'no list'],
      [{ 'delegations/roles/0/name': undefined }, 'name', 'absent'],
      [{ 'delegations/roles/0/name': 'snapshot' }, 'name', 'a top-level role'],
      [{ 'delegations/roles/0/terminating': 1 }, 'terminating', 'no boolean'],
      [{ 'delegations/roles/0/paths': '*' }, 'paths', 'no list'],
      [{ 'delegations/roles/0/path_hash_prefixes': ['0'] }, 'delegations.roles.0', 'paths and prefixes'],
      [{ 'delegations/roles': [DELEGATION, DELEGATION] }, 'roles', 'one name twice'],
      [{ 'delegations/succinct_roles': BINS }, 'delegations', 'roles and bins'],
      [
        { 'delegations/roles': undefined, 'delegations/succinct_roles': { ...BINS, bit_length: 0 } },
        'bit_length',
        'too small',
      ],
      [
        { 'delegations/roles': undefined, 'delegations/succinct_roles': { ...BINS, bit_length: 33 } },
        'bit_length',
        'too large',
      ],
      [
        { 'delegations/roles': undefined, 'delegations/succinct_roles': { ...BINS, name_prefix: 1 } },
        'name_prefix',
        'no text',
      ],
    ],
  ],
];

describe.each(SUITES)('%s', (role, parser, good, rows) => {
  test.each<Row>(rows)('is refused with %j: %s — %s', (changes, field) => {
    const refusal = refusalOf(() => parse(role, parser, change(good, changes)));
    expect(refusal?.code).toBe('metadata-invalid');
    expect(refusal?.args).toMatchObject({ role, field: expect.stringContaining(field) as string });
  });

  test.each(['2.0.0', '0.9.9', '10.0'])(
    'of TUF %s is refused: the same words may mean something else',
    (spec_version) => {
      expect(() => parse(role, parser, { ...good, spec_version })).toThrow(
        expect.objectContaining({ code: 'spec-version-unsupported', args: { role, offered: spec_version } }),
      );
    },
  );

  test.each(['1.0.0', '1.0', '1.99.0'])('of TUF %s is read', (spec_version) => {
    expect(parse(role, parser, { ...good, spec_version })).toMatchObject({ spec_version });
  });

  test('is read, and unknown members are left to the signature', () => {
    const message = { ...good, 'x-later': { a: 1 } };
    const file = parseEnvelope(bytesOf({ signatures: [], signed: message, other: 1 }), role, parser);
    expect(file.signed).toMatchObject({ version: 1, expires: COMMON.expires });
    expect(file.message).toEqual(canonicalJson(message));
  });
});

describe('the envelope', () => {
  test.each<[unknown, string]>([
    [[], 'a list'],
    [{ signed: SNAPSHOT }, 'no signatures'],
    [{ signatures: [] }, 'nothing signed'],
    [{ signatures: {}, signed: SNAPSHOT }, 'signatures by name'],
    [{ signatures: [{ keyid: 'k' }], signed: SNAPSHOT }, 'a signature without digits'],
    [{ signatures: [{ sig: '00' }], signed: SNAPSHOT }, 'a signature of nobody'],
    [{ signatures: [{ keyid: 'k', sig: 1 }], signed: SNAPSHOT }, 'a signature that is a number'],
    [
      {
        signatures: [
          { keyid: 'k', sig: '00' },
          { keyid: 'k', sig: '01' },
        ],
        signed: SNAPSHOT,
      },
      'a signer twice',
    ],
  ])('is refused: %j — %s', (file) => {
    expect(() => parseEnvelope(bytesOf(file), 'snapshot', parseSnapshot)).toThrow(
      expect.objectContaining({ code: 'metadata-invalid' }),
    );
  });

  test('a repeated member is refused wherever it stands', () => {
    const text = JSON.stringify({ signatures: [], signed: SNAPSHOT }).replace(
      '"version":1',
      '"version":1,"version":2',
    );
    expect(() => parseEnvelope(new TextEncoder().encode(text), 'snapshot', parseSnapshot)).toThrow(
      expect.objectContaining({ code: 'json-duplicate-key' }),
    );
  });
});

describe('what may be left out', () => {
  test('in a root: consistent_snapshot, and keys of other kinds', () => {
    const odd = { keytype: 'fulcio', scheme: 'fulcio', keyval: { identity: 'x' } };
    const root = parse('root', parseRoot, change(ROOT, { consistent_snapshot: undefined, 'keys/odd': odd }));
    expect(root.consistent_snapshot).toBeUndefined();
    expect([...root.keys.keys()]).toEqual(['k']);
  });

  test('in a delegation: terminating, and what it is trusted with', () => {
    const { name, keyids, threshold } = DELEGATION;
    const changes = { 'delegations/roles': [{ name, keyids, threshold }] };
    const targets = parse('targets', parseTargets, change(TARGETS, changes));
    expect(targets.delegations?.roles).toEqual([{ name, keyids, threshold, terminating: false }]);
  });

  test('fractions of a second are read', () => {
    expect(
      parse('snapshot', parseSnapshot, { ...SNAPSHOT, expires: '2027-01-01T00:00:00.123Z' }).expires,
    ).toMatch(/123Z$/);
  });
});

test('hints of a later format are left out and not refused', () => {
  const head = {
    stable: '1.2',
    criticalBelow: '1.0',
    withdrawn: ['1.1'],
    later: { a: 1 },
    other: [1],
    flag: true,
  };
  const timestamp = parse('timestamp', parseTimestamp, { ...TIMESTAMP, 'x-heads': { ext: head } });
  expect(timestamp['x-heads']?.get('ext')).toEqual(
    new Map<string, unknown>([
      ['stable', '1.2'],
      ['criticalBelow', '1.0'],
      ['withdrawn', ['1.1']],
    ]),
  );
});

test('names that objects treat specially are names', () => {
  const text = JSON.stringify({ signatures: [], signed: TARGETS }).replace('"a.json"', '"__proto__"');
  const { signed } = parseEnvelope(new TextEncoder().encode(text), 'targets', parseTargets);
  expect(signed.targets.get('__proto__')?.length).toBe(1);
  expect(signed.targets.get('constructor')).toBeUndefined();
});
