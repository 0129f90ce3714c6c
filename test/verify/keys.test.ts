import { describe, expect, test } from 'vitest';
import { shippedClientOf as clientOf } from './fixtures/client.ts';
import { envelope, SignedRepository } from './fixtures/signed-repository.ts';
import { testKey, type TestKey } from './fixtures/test-key.ts';

const keys = (...numbers: number[]): TestKey[] => numbers.map((number) => testKey(`rotation ${number}`));

/** One version of a role: its keys, how many must sign, who did. */
type Version = readonly [keys: number[], threshold: number, signed: number[]];

/** Serves roots in this order; the first is the one that the client is given. */
function serveRoots(versions: readonly Version[]): SignedRepository {
  const repository = new SignedRepository();
  repository.published.delete('root');
  versions.forEach(([listed, threshold, signed], at) => {
    repository.setKeys('root', keys(...listed), keys(...signed), threshold);
    repository.root.version = at + 1;
    repository.serveAs('root', at + 1, repository.sign('root'));
  });
  return repository;
}

describe('roots that are refused', () => {
  test.each<[string, Version[]]>([
    [
      'a key rotated without a signature of the old one',
      [
        [[1], 1, [1]],
        [[2], 1, [2, 3, 4]],
      ],
    ],
    [
      'a key rotated without a signature of the new one',
      [
        [[1], 1, [1]],
        [[2], 1, [1, 3, 4]],
      ],
    ],
    [
      '3 of 5, one rotated, new threshold not met',
      [
        [[0, 1, 2, 3, 4], 3, [0, 2, 4]],
        [[0, 1, 3, 4, 5], 3, [0, 2, 4]],
      ],
    ],
    [
      '3 of 5, one rotated, old threshold not met',
      [
        [[0, 1, 2, 3, 4], 3, [0, 2, 4]],
        [[0, 1, 3, 4, 5], 3, [0, 4, 5]],
      ],
    ],
    [
      'threshold raised and not met',
      [
        [[1, 2, 3], 1, [1]],
        [[1, 2, 3], 2, [2]],
      ],
    ],
    [
      'threshold lowered, the old one not met',
      [
        [[1, 2, 3], 2, [1, 2]],
        [[1, 2, 3], 1, [1]],
      ],
    ],
    [
      'a revoked key signs the version after',
      [
        [[1], 1, [1]],
        [[2], 1, [1, 2]],
        [[1], 1, [1]],
      ],
    ],
  ])('%s', async (_, versions) => {
    const repository = serveRoots(versions);
    const client = clientOf(repository);
    expect(await client.outcome()).toBe('threshold-not-met');
    expect(client.store.files.get('root.json')).toEqual(repository.file('root', versions.length - 1));
  });
});

describe('roots that are accepted', () => {
  test.each<[string, Version[]]>([
    [
      'one key rotated',
      [
        [[1], 1, [1]],
        [[2], 1, [2, 1]],
        [[2], 1, [2]],
      ],
    ],
    [
      'with signatures of strangers',
      [
        [[1], 1, [3, 1, 4]],
        [[2], 1, [3, 2, 1, 4]],
        [[2], 1, [3, 2, 4]],
      ],
    ],
    [
      '3 of 5 in changing company',
      [
        [[0, 1, 2, 3, 4], 3, [0, 2, 4]],
        [[0, 1, 2, 3, 4], 3, [0, 4, 1]],
        [[0, 1, 2, 3, 4], 3, [0, 1, 3]],
      ],
    ],
    [
      '3 of 5, one rotated',
      [
        [[0, 1, 2, 3, 4], 3, [0, 2, 4]],
        [[0, 1, 3, 4, 5], 3, [0, 4, 1]],
      ],
    ],
    [
      '3 of 5, one rotated in two steps',
      [
        [[0, 1, 2, 3, 4], 3, [0, 2, 4]],
        [[0, 1, 3, 4, 5], 3, [0, 2, 4, 5]],
        [[0, 1, 3, 4, 5], 3, [0, 4, 5]],
      ],
    ],
    [
      '3 of 5, all rotated',
      [
        [[0, 1, 2, 3, 4], 3, [0, 2, 4]],
        [[5, 6, 7, 8, 9], 3, [0, 2, 4, 5, 6, 7]],
        [[5, 6, 7, 8, 9], 3, [5, 6, 7]],
      ],
    ],
    [
      'threshold raised',
      [
        [[1, 2, 3], 1, [1]],
        [[1, 2, 3], 2, [1, 2]],
      ],
    ],
    [
      'threshold lowered',
      [
        [[1, 2, 3], 2, [1, 2]],
        [[1, 2, 3], 1, [1, 2]],
        [[1, 2, 3], 1, [1]],
      ],
    ],
    [
      'a key added and the threshold raised',
      [
        [[1], 1, [1]],
        [[1, 2], 2, [1, 2]],
      ],
    ],
  ])('%s', async (_, versions) => {
    const repository = serveRoots(versions);
    const client = clientOf(repository);
    expect(await client.outcome()).toBe('accepted');
    expect(client.store.files.get('root.json')).toEqual(repository.file('root', versions.length));
  });

  test('the same root again is no news', async () => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    repository.serveAs('root', 2, repository.firstRoot);
    expect(await client.outcome()).toBe('accepted');
    expect(client.store.version('root')).toBe(1);
    expect(repository.requests.slice(0, 2)).toEqual(['root 2', 'timestamp']);
  });

  test('a root is skipped nowhere: the next one is asked for by its number', async () => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    repository.publish('root', 'root');
    repository.published.get('root')?.delete(2);
    expect(await client.outcome()).toBe('accepted');
    expect(client.store.version('root')).toBe(1);
  });

  test('an older root under a newer number is a rollback', async () => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    repository.publish('root');
    await client.refresh();
    repository.serveAs('root', 3, repository.firstRoot);
    expect(await client.outcome()).toBe('rolled-back');
  });

  test('so many and no more in one update; the next one goes on', async () => {
    const repository = new SignedRepository();
    for (let version = 2; version <= 6; version++) repository.publish('root');
    const client = clientOf(repository);
    const limits = { ...client.world.limits, rootSteps: 3 };
    await client.refresh({ limits });
    expect(client.store.version('root')).toBe(4);
    await client.refresh({ limits });
    expect(client.store.version('root')).toBe(6);
  });
});

describe.each(['timestamp', 'snapshot', 'targets'] as const)('signatures of the %s', (role) => {
  test.each<[string, Version, boolean]>([
    ['by a key that was taken away', [[2], 1, [1, 3, 4]], false],
    ['one of three by a stranger', [[0, 1, 3, 4, 5], 3, [0, 2, 4]], false],
    ['two of three', [[0, 1, 3, 4, 5], 3, [0, 4]], false],
    ['by nobody', [[1], 1, []], false],
    ['by the new key', [[2], 1, [2]], true],
    ['with strangers', [[1], 1, [3, 1, 4]], true],
    ['three of five', [[0, 1, 2, 3, 4], 3, [0, 2, 4]], true],
    ['another three of five', [[0, 1, 2, 3, 4], 3, [2, 3, 4]], true],
  ])('%s', async (_, [listed, threshold, signed], isAccepted) => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    repository.setKeys(role, keys(...listed), keys(...signed), threshold);
    repository.publish('root');
    repository.release();
    expect(await client.outcome()).toBe(isAccepted ? 'accepted' : 'threshold-not-met');
  });
});

describe('a threshold that one key tries to meet', () => {
  const [key = testKey('one'), other = testKey('two')] = keys(1, 2);
  const upperCase = { ...key.key, keyval: { public: key.key.keyval.public.toUpperCase() } };

  test('under two names', async () => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    const alias = {
      ...key,
      keyid: 'alias',
      sign: (message: Uint8Array) => ({ ...key.sign(message), keyid: 'alias' }),
    };
    repository.setKeys('snapshot', [key, alias], [key, alias], 2);
    repository.publish('root');
    repository.release();
    expect(await client.outcome()).toBe('threshold-not-met');
  });

  test('in two spellings', async () => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    const alias = {
      key: upperCase,
      keyid: 'alias',
      sign: (message: Uint8Array) => ({ ...key.sign(message), keyid: 'alias' }),
    };
    repository.setKeys('snapshot', [key, alias], [key, alias], 2);
    repository.publish('root');
    repository.release();
    expect(await client.outcome()).toBe('threshold-not-met');
  });

  test('named twice in the role', async () => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    repository.setKeys('snapshot', [key, key], [key], 2);
    repository.publish('root');
    expect(await client.outcome()).toBe('metadata-invalid');
    expect(client.store.version('root')).toBe(1);
  });

  test('signing twice', async () => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    repository.setKeys('snapshot', [key, other], [key, key], 2);
    repository.publish('root');
    repository.release();
    expect(await client.outcome()).toBe('metadata-invalid');
  });

  test('one signature too many of the same signer is refused even when enough others are there', async () => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    repository.setKeys('snapshot', [key, other], [key, other, other], 2);
    repository.publish('root');
    repository.release();
    expect(await client.outcome()).toBe('metadata-invalid');
  });

  test('with more signatures than keys exist', async () => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    repository.setKeys('snapshot', keys(0, 1, 2, 3, 4), undefined, 6);
    repository.publish('root');
    repository.release();
    expect(await client.outcome()).toBe('threshold-not-met');
    expect(client.store.version('root')).toBe(2);
  });

  test.each([0, -1])('with a threshold of %s', async (threshold) => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    repository.setKeys('snapshot', [key], [key], threshold);
    repository.publish('root');
    expect(await client.outcome()).toBe('metadata-invalid');
  });
});

describe('keys that mean nothing here', () => {
  const key = testKey('rotation 1');

  test.each([
    ['another scheme', { ...key.key, scheme: 'ed25519ph' }],
    ['another type', { ...key.key, keytype: 'rsa' }],
    [
      'a scheme named like a member of every object',
      { ...key.key, keytype: '__proto__', scheme: 'constructor' },
    ],
    ['too short', { ...key.key, keyval: { public: '00' } }],
    ['no digits', { ...key.key, keyval: { public: 'я'.repeat(64) } }],
    ['of order 1', { ...key.key, keyval: { public: `01${'00'.repeat(31)}` } }],
  ])('count nothing and crash nothing: %s', async (_, described) => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    repository.setKeys('snapshot', [{ ...key, key: described }], [key]);
    repository.publish('root');
    repository.release();
    expect(await client.outcome()).toBe('threshold-not-met');
    expect(client.store.version('root')).toBe(2);
  });

  test('a key without a public half is left aside while others sign', async () => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    Object.assign(repository.root.keys, {
      odd: { keytype: 'fulcio', scheme: 'fulcio', keyval: { identity: 'x' } },
    });
    const described = repository.root.roles['root'];
    if (described !== undefined) described.keyids = [...described.keyids, 'odd'];
    repository.publish('root');
    expect(await client.outcome()).toBe('accepted');
    expect(client.store.version('root')).toBe(2);
  });

  test('a keyid need not be the hash of its key: nothing depends on it (TAP 12)', async () => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    const renamed = {
      ...key,
      keyid: 'root-2026',
      sign: (message: Uint8Array) => ({ ...key.sign(message), keyid: 'root-2026' }),
    };
    repository.setKeys('snapshot', [renamed]);
    repository.publish('root');
    repository.release();
    expect(await client.outcome()).toBe('accepted');
  });

  test('a signature under the name of another key counts nothing', async () => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    const [right] = repository.signers.get('snapshot') ?? [];
    const impostor = {
      ...key,
      sign: (message: Uint8Array) => ({ ...key.sign(message), keyid: right?.keyid ?? '' }),
    };
    repository.signers.set('snapshot', [impostor]);
    repository.release();
    expect(await client.outcome()).toBe('threshold-not-met');
  });

  test.each([
    ['empty: a signer who has not come yet', ''],
    ['no digits', 'zz'],
    ['cut off', '00'.repeat(63)],
  ])('a signature that is %s counts nothing', async (_, sig) => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    const [right] = repository.signers.get('timestamp') ?? [];
    const broken = { ...(right ?? key), sign: () => ({ keyid: right?.keyid ?? '', sig }) };
    repository.serveAs('timestamp', 2, envelope(repository.timestamp, [broken]));
    expect(await client.outcome()).toBe('threshold-not-met');
  });
});
