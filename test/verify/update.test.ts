import { describe, expect, expectTypeOf, test } from 'vitest';
import type { VerificationCode } from '../../scripts/verify/error.ts';
import type { Root, Snapshot, Targets, Timestamp } from '../../scripts/verify/metadata.ts';
import { acceptSnapshot } from '../../scripts/verify/snapshot.ts';
import { isJsonObject, parseStrictJson, type JsonObject } from '../../scripts/verify/strict-json.ts';
import { acceptTargets } from '../../scripts/verify/targets.ts';
import { acceptTimestamp } from '../../scripts/verify/timestamp.ts';
import type { Trusted } from '../../scripts/verify/trust.ts';
import { inDays, shippedClientOf as clientOf } from './fixtures/client.ts';
import { daysLater, envelope, SignedRepository } from './fixtures/signed-repository.ts';
import { testKey } from './fixtures/test-key.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const signedOf = (bytes: Uint8Array): JsonObject => {
  const file = parseStrictJson(bytes);
  const signed = isJsonObject(file) ? file.get('signed') : undefined;
  return isJsonObject(signed) ? signed : new Map();
};
const pad = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from([...bytes, 0x20]);

const ALL = ['root 1', 'snapshot 1', 'targets 1', 'timestamp 1'];

describe('a file that the wrong key signed', () => {
  test.each([
    ['root', ['root 1'], 'nothing after it is asked for'],
    ['timestamp', ['root 2'], 'the root before it stays accepted'],
    ['snapshot', ['root 2', 'timestamp 2'], 'the timestamp before it stays accepted'],
    ['targets', ['root 2', 'snapshot 2', 'timestamp 2'], 'the snapshot before it stays accepted'],
  ])('%s is refused, trusted are then %j — %s', async (role, trusted) => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    repository.signers.set(role, [testKey('stranger')]);
    repository.publish('root', 'targets', 'snapshot', 'timestamp');
    expect(await client.outcome()).toBe('threshold-not-met');
    expect(client.store.roles()).toEqual(trusted);
  });

  test.each(['root', 'timestamp', 'snapshot', 'targets'])(
    '%s without any signature is refused',
    async (role) => {
      const repository = new SignedRepository();
      const client = clientOf(repository);
      repository.signers.set(role, []);
      repository.publish('root', 'targets', 'snapshot', 'timestamp');
      expect(await client.outcome()).toBe('threshold-not-met');
    },
  );
});

describe('a file with another version than its address', () => {
  test.each([
    ['root', ['root 1']],
    ['snapshot', ['root 2', 'timestamp 2']],
    ['targets', ['root 2', 'snapshot 2', 'timestamp 2']],
  ])('%s is refused, trusted are then %j', async (role, trusted) => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    repository.publish('root', 'targets', 'snapshot', 'timestamp');
    const changed = new Map([...signedOf(repository.file(role, 2)), ['version', 3]]);
    repository.serveAs(role, 2, envelope(changed, repository.signers.get(role) ?? []));
    expect(await client.outcome()).toBe('version-mismatch');
    expect(client.store.roles()).toEqual(trusted);
  });
});

describe('a file that is not there', () => {
  test.each([
    ['timestamp', 'not-found', ALL],
    ['snapshot', 'not-found', ['root 1', 'snapshot 1', 'targets 1', 'timestamp 2']],
    ['targets', 'not-found', ['root 1', 'snapshot 2', 'targets 1', 'timestamp 2']],
  ])('%s: %s', async (role, code, trusted) => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    await client.refresh();
    repository.release();
    if (role === 'timestamp') repository.published.delete(role);
    else repository.published.get(role)?.delete(2);
    expect(await client.outcome()).toBe(code);
    expect(client.store.roles()).toEqual(trusted);
  });
});

describe('the first root', () => {
  test.each<[string, (bytes: Uint8Array) => string, VerificationCode]>([
    ['no version', (root) => text(root).replace('"version": 1', '"x": 1'), 'metadata-invalid'],
    ['a broken signature', (root) => text(root).replace(/"sig": "./, '"sig": "x'), 'threshold-not-met'],
    [
      'another signature',
      (root) => text(root).replace(/"sig": "[^"]*/, `"sig": "${'0'.repeat(128)}`),
      'threshold-not-met',
    ],
    [
      'a changed member',
      (root) => text(root).replace('"threshold": 1', '"threshold": 2'),
      'threshold-not-met',
    ],
    ['nothing', () => '', 'json-invalid'],
  ])('with %s stops everything before the first request', async (_, damage, code) => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    client.store.files.set('root.json', new TextEncoder().encode(damage(repository.firstRoot)));
    expect(await client.outcome()).toBe(code);
    expect(repository.requests).toEqual([]);
  });

  test('that is missing stops everything', async () => {
    const client = clientOf(new SignedRepository());
    client.store.files.clear();
    expect(await client.outcome()).toBe('root-missing');
  });
});

describe('mix-and-match', () => {
  test.each<[string, (bytes: Uint8Array) => Uint8Array<ArrayBuffer>, VerificationCode]>([
    ['longer', pad, 'too-large'],
    ['shorter', (bytes) => Uint8Array.from(bytes).slice(0, -1), 'length-mismatch'],
    ['of the same length', (bytes) => Uint8Array.from(bytes).with(20, 0x30), 'hash-mismatch'],
  ])('a snapshot that is %s than the timestamp lists', async (_, change, code) => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    repository.listsHashes = true;
    repository.release();
    repository.serveAs('snapshot', 2, change(repository.file('snapshot', 2)));
    expect(await client.outcome()).toBe(code);
  });

  test('targets with another hash than the snapshot lists', async () => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    repository.listsHashes = true;
    repository.release();
    await client.refresh();
    repository.publish('targets');
    const listed = repository.snapshot.meta['targets.json'];
    if (listed?.hashes !== undefined) listed.hashes = { sha256: '46'.repeat(32) };
    repository.publish('snapshot', 'timestamp');
    expect(await client.outcome()).toBe('hash-mismatch');
    expect(client.store.version('snapshot')).toBe(3);
    expect(client.store.version('targets')).toBe(2);
  });

  test('a snapshot of the right form in the place of a timestamp', async () => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    repository.addKey('snapshot', repository.signers.get('timestamp')?.[0]);
    repository.snapshot.meta = { 'snapshot.json': { version: 1 } };
    repository.publish('root', 'snapshot');
    repository.serveAs('timestamp', 2, repository.file('snapshot', 2));
    expect(await client.outcome()).toBe('metadata-invalid');
    expect(client.store.roles()).toEqual(['root 2']);
  });

  test('a stored file of the right version and the wrong hash is fetched anew', async () => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    repository.listsHashes = true;
    repository.release();
    await client.refresh();
    repository.snapshot.expires = daysLater(29);
    repository.snapshot.version = 1;
    repository.publish('snapshot', 'timestamp');
    await client.refresh();
    expect(client.store.files.get('snapshot.json')).toEqual(repository.file('snapshot', 2));
    expect(repository.requests.slice(-2)).toEqual(['timestamp', 'snapshot 2']);
  });

  test('digests that nobody here can check are not the same as none', async () => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    repository.timestamp.meta['snapshot.json'] = { version: 1, hashes: { md5: '00' } };
    repository.publish('timestamp');
    expect(await client.outcome()).toBe('hash-mismatch');
  });
});

test.each(['root', 'timestamp', 'snapshot', 'targets'] as const)(
  'a %s longer than its limit is refused even when the source does not keep to it',
  async (role) => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    repository.publish('root', 'targets', 'snapshot', 'timestamp');
    const length = repository.file(role, 2).length;
    const limits = { ...client.world.limits, [role]: length };
    expect(await client.outcome({ limits: { ...limits, [role]: length - 1 } })).toBe('too-large');
    expect(await client.outcome({ limits })).toBe('accepted');
  },
);

describe('an honest repository', () => {
  test('is read in four requests, and then in two', async () => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    await client.refresh();
    expect(repository.requests).toEqual(['root 2', 'timestamp', 'snapshot 1', 'targets 1']);
    expect(client.store.roles()).toEqual(ALL);
    await client.refresh();
    expect(repository.requests.slice(4)).toEqual(['root 2', 'timestamp']);
  });

  test('is stored byte for byte, white space included', async () => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    const padded = pad(repository.file('timestamp', 1));
    repository.serveAs('timestamp', 1, padded);
    await client.refresh();
    expect(client.store.files.get('timestamp.json')).toEqual(padded);
  });

  test('may have members that nobody knows, everywhere', async () => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    Object.assign(repository.root, { custom: { a: [1, null] } });
    Object.assign(repository.root.roles['root'] ?? {}, { 'another-field': 'value' });
    const stranger = testKey('with an owner');
    repository.addKey('root', { ...stranger, key: Object.assign({ 'x-owner': '@somebody' }, stranger.key) });
    Object.assign(repository.timestamp, { 'x-later': true });
    repository.publish('root', 'timestamp');
    expect(await client.outcome()).toBe('accepted');
    expect(client.store.version('root')).toBe(2);
  });

  test('may write timestamps with the same version again: ours is kept', async () => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    await client.refresh();
    repository.timestamp.meta['snapshot.json'] = { version: 100 };
    repository.serveAs('timestamp', 2, repository.sign('timestamp'));
    await client.refresh();
    expect(repository.requests.at(-1)).toBe('timestamp');
    expect(client.store.files.get('timestamp.json')).toEqual(repository.file('timestamp', 1));
  });

  test('may publish targets that no snapshot lists yet: they are not asked for', async () => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    await client.refresh();
    repository.publish('targets');
    await client.refresh();
    expect(repository.requests.at(-1)).toBe('timestamp');
  });

  test('without consistent snapshots is read under plain names', async () => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    repository.root.consistent_snapshot = false;
    repository.publish('root');
    repository.addTarget('targets', 'a/b.json', 'content');
    repository.release();
    expect(await client.download('a/b.json')).toBe('content');
    expect(repository.requests).toEqual([
      'root 2',
      'root 3',
      'timestamp',
      'snapshot',
      'targets',
      'targets/a/b.json',
    ]);
  });
});

describe('expiry is one clock, read once', () => {
  test('the clock stands still while the update runs', async () => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    repository.snapshot.expires = daysLater(1);
    repository.release();
    expect(await client.outcome(inDays(0.9))).toBe('accepted');
  });
});

test('no other order of steps compiles: each takes what only the step before it gives', () => {
  expectTypeOf(acceptTimestamp).parameter(0).toEqualTypeOf<Trusted<Root>>();
  expectTypeOf(acceptSnapshot).parameter(0).toEqualTypeOf<Trusted<Root>>();
  expectTypeOf(acceptSnapshot).parameter(1).toEqualTypeOf<Trusted<Timestamp>>();
  expectTypeOf(acceptTargets).parameter(0).toExtend<{ root: Trusted<Root>; snapshot: Trusted<Snapshot> }>();
  expectTypeOf<Trusted<Root>>().not.toExtend<Trusted<Timestamp>>();
  expectTypeOf<Trusted<Timestamp>>().not.toExtend<Trusted<Snapshot>>();
  expectTypeOf<Trusted<Snapshot>>().not.toExtend<Trusted<Targets>>();
  expect(acceptSnapshot).toHaveLength(3);
});
