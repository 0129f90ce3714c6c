import { describe, expect, test } from 'vitest';
import type { FastCheck } from '../../scripts/verify/fast-check.ts';
import type { FetchAnswer, Fetcher } from '../../scripts/verify/world.ts';
import { clientOf, inDays, type TestClient } from './fixtures/client.ts';
import { daysLater, SignedRepository } from './fixtures/signed-repository.ts';
import { sha256, testKey } from './fixtures/test-key.ts';

const HEADS = { 'b24-bp': { stable: '1.4.2.7', beta: '1.5', criticalBelow: '1.3', withdrawn: ['1.4.1'] } };

/** A repository with our extra members, and a client that has refreshed it. */
async function refreshed(): Promise<{ repository: SignedRepository; client: TestClient }> {
  const repository = new SignedRepository();
  Object.assign(repository.timestamp, { 'x-issued': daysLater(0), 'x-root': 1, 'x-heads': HEADS });
  repository.publish('timestamp');
  const client = clientOf(repository, { fetch: withEtags(repository) });
  await client.refresh();
  repository.requests.length = 0;
  return { repository, client };
}

/** The server of a repository, which knows ETags. */
const withEtags =
  (repository: SignedRepository): Fetcher =>
  async (path, { ifNoneMatch }) => {
    const answer = repository.serve(path);
    if (answer.kind !== 'found') return answer;
    const etag = `"${sha256(answer.bytes)}"`;
    if (etag !== ifNoneMatch) return { ...answer, etag };
    repository.requests.push('(not modified)');
    return { kind: 'not-modified' };
  };

const summary = (check: FastCheck): string =>
  check.kind === 'current'
    ? `current ${check.source}`
    : check.kind === 'refresh-needed'
      ? check.reason
      : check.kind;

describe('one request', () => {
  test('is enough when nothing changed', async () => {
    const { repository, client } = await refreshed();
    expect(await client.fastCheck()).toMatchObject({
      kind: 'current',
      source: 'unchanged',
      timestamp: { version: 2, expires: daysLater(30), issued: daysLater(0) },
    });
    expect(repository.requests).toEqual(['timestamp', '(not modified)']);
  });

  test('is enough when the timestamp was signed again, and the next one is not sent again', async () => {
    const { repository, client } = await refreshed();
    repository.publish('timestamp');
    expect(summary(await client.fastCheck())).toBe('current fetched');
    expect(client.store.version('timestamp')).toBe(3);
    expect(summary(await client.fastCheck())).toBe('current unchanged');
    expect(repository.requests).toEqual(['timestamp', 'timestamp', '(not modified)']);
  });

  test('is enough when a proxy drops the condition', async () => {
    const { repository, client } = await refreshed();
    expect(summary(await client.fastCheck({ fetch: repository.fetch }))).toBe('current unchanged');
  });

  test('tells what is new', async () => {
    const { client } = await refreshed();
    const check = await client.fastCheck();
    const hints = check.kind === 'current' ? check.timestamp.hints : undefined;
    expect(hints?.get('b24-bp')).toEqual({
      latest: new Map([
        ['stable', '1.4.2.7'],
        ['beta', '1.5'],
      ]),
      criticalBelow: '1.3',
      withdrawn: ['1.4.1'],
    });
  });

  test('tells nothing where the repository is too large for it', async () => {
    const { repository, client } = await refreshed();
    delete repository.timestamp['x-heads'];
    repository.publish('timestamp');
    const check = await client.fastCheck();
    expect(check).toMatchObject({ kind: 'current', source: 'fetched' });
    expect(check.kind === 'current' && 'hints' in check.timestamp).toBe(false);
  });
});

describe('the full workflow is needed', () => {
  test.each<[string, (repository: SignedRepository) => void]>([
    ['snapshot-changed', (repository) => repository.release()],
    [
      'root-changed',
      (repository) => {
        repository.timestamp['x-root'] = 2;
        repository.publish('timestamp');
      },
    ],
    [
      'root-changed',
      (repository) => {
        delete repository.timestamp['x-root'];
        repository.publish('timestamp');
      },
    ],
    [
      'not-trusted',
      (repository) => {
        repository.signers.set('timestamp', [testKey('stranger')]);
        repository.publish('timestamp');
      },
    ],
    [
      'not-trusted',
      (repository) => {
        repository.rotateKeys('timestamp');
        repository.publish('root', 'timestamp');
      },
    ],
    ['not-trusted', (repository) => repository.serveAs('timestamp', 3, new Uint8Array())],
    ['not-trusted', (repository) => repository.serveAs('timestamp', 3, new TextEncoder().encode('<html>'))],
    ['not-trusted', (repository) => repository.serveAs('timestamp', 3, repository.file('snapshot', 1))],
  ])('%s', async (reason, happen) => {
    const { repository, client } = await refreshed();
    const before = new Map(client.store.files);
    happen(repository);
    expect(summary(await client.fastCheck())).toBe(reason);
    expect(client.store.files).toEqual(before);
    expect(repository.requests).toEqual(['timestamp']);
  });

  test('when a week has passed, and when the clock was wrong last time', async () => {
    const { client } = await refreshed();
    expect(summary(await client.fastCheck(inDays(6.9)))).toBe('current unchanged');
    expect(summary(await client.fastCheck(inDays(7)))).toBe('week-passed');
    const later = clientOf(new SignedRepository());
    await later.refresh(inDays(20));
    expect(summary(await later.fastCheck())).toBe('week-passed');
  });

  test('when nothing is trusted yet', async () => {
    const client = clientOf(new SignedRepository());
    expect(summary(await client.fastCheck())).toBe('nothing-trusted');
    client.store.files.clear();
    expect(summary(await client.fastCheck())).toBe('nothing-trusted');
  });

  test('when what was stored is damaged', async () => {
    for (const name of ['root.json', 'timestamp.json', 'client-state']) {
      const { client } = await refreshed();
      client.store.files.set(name, new TextEncoder().encode('{"signatu'));
      const expected = name === 'client-state' ? 'week-passed' : 'nothing-trusted';
      expect(summary(await client.fastCheck())).toBe(expected);
    }
  });

  test('when the root has expired', async () => {
    const repository = new SignedRepository();
    repository.root.expires = daysLater(2);
    repository.publish('root');
    const client = clientOf(repository);
    await client.refresh();
    expect(summary(await client.fastCheck(inDays(3)))).toBe('root-expired');
  });
});

describe('an older timestamp is an edge of a CDN that lags behind', () => {
  test('ours is kept and nothing is said', async () => {
    const { repository, client } = await refreshed();
    repository.serveAs('timestamp', 3, repository.file('timestamp', 1));
    const check = await client.fastCheck({ fetch: repository.fetch });
    expect(check).toMatchObject({ kind: 'current', source: 'kept', timestamp: { version: 2 } });
    expect(client.store.version('timestamp')).toBe(2);
  });

  test('of the same version with other content is not believed', async () => {
    const { repository, client } = await refreshed();
    Object.assign(repository.timestamp, { 'x-heads': { 'b24-bp': { stable: '9' } } });
    repository.serveAs('timestamp', 2, repository.sign('timestamp'));
    const check = await client.fastCheck();
    expect(check.kind === 'current' && check.timestamp.hints?.get('b24-bp')?.latest.get('stable')).toBe(
      '1.4.2.7',
    );
    // The ETag belongs to the other content: asking with it would keep ours for ever.
    expect(summary(await client.fastCheck())).toBe('current kept');
    expect(repository.requests).toEqual(['timestamp', 'timestamp']);
  });
});

describe('an expired timestamp stops installation and says so', () => {
  test.each(['not modified', 'sent again'])('that is %s', async (how) => {
    const { repository, client } = await refreshed();
    repository.timestamp.expires = daysLater(3);
    repository.publish('timestamp');
    await client.fastCheck();
    const fetch = how === 'sent again' ? repository.fetch : client.world.fetch;
    const check = await client.fastCheck({ ...inDays(4), fetch });
    expect(check).toMatchObject({ kind: 'expired', timestamp: { version: 3, expires: daysLater(3) } });
  });

  test('that is new is not stored', async () => {
    const { repository, client } = await refreshed();
    repository.timestamp.expires = daysLater(-1);
    repository.publish('timestamp');
    expect(summary(await client.fastCheck())).toBe('expired');
    expect(client.store.version('timestamp')).toBe(2);
  });

  test('and a fresh one after it makes it good again', async () => {
    const { repository, client } = await refreshed();
    repository.timestamp.expires = daysLater(40);
    repository.publish('timestamp');
    expect(summary(await client.fastCheck(inDays(1)))).toBe('current fetched');
  });
});

describe('a clock that is behind is named', () => {
  test('before a request', async () => {
    const { repository, client } = await refreshed();
    expect(await client.fastCheck(inDays(-1))).toEqual({
      kind: 'clock-behind',
      now: '2026-11-19T12:00:00.000Z',
      signed: daysLater(0),
    });
    expect(repository.requests).toEqual([]);
  });

  test('by the timestamp that comes', async () => {
    const { repository, client } = await refreshed();
    repository.timestamp['x-issued'] = daysLater(2);
    repository.publish('timestamp');
    expect(await client.fastCheck(inDays(1))).toMatchObject({ kind: 'clock-behind', signed: daysLater(2) });
    expect(client.store.version('timestamp')).toBe(2);
  });
});

describe('a source that does not answer', () => {
  test.each<[string, () => Promise<FetchAnswer>, string]>([
    ['404', async () => ({ kind: 'absent' }), 'not-found'],
    ['too much', async () => ({ kind: 'found', bytes: new Uint8Array(65_537) }), 'not-trusted'],
  ])('%s', async (_, fetch, expected) => {
    const { client } = await refreshed();
    const check = await client.fastCheck({ fetch });
    expect(check.kind === 'unreachable' ? check.cause.code : summary(check)).toBe(expected);
  });

  test('leaves what is known', async () => {
    const { client } = await refreshed();
    const check = await client.fastCheck({ fetch: async () => ({ kind: 'absent' }) });
    expect(check).toMatchObject({ kind: 'unreachable', timestamp: { version: 2 } });
  });

  test('a disk that is full is not the source’s fault', async () => {
    const { repository, client } = await refreshed();
    repository.publish('timestamp');
    const store = { ...client.store, put: () => Promise.reject(new Error('ENOSPC')) };
    await expect(client.fastCheck({ store })).rejects.toThrow('ENOSPC');
    expect(summary(await client.fastCheck())).toBe('current fetched');
  });
});

describe('a validator that would lock the client out is not kept', () => {
  test.each([
    ['x'.repeat(201), "longer than any server's: sent back, servers refuse it for days"],
    ['', 'empty'],
    ['"a b"', 'a space'],
    ['"я"', 'a letter that no header carries'],
    ['"a"\r\nX: y', 'a header of its own'],
  ])('%j: %s', async (etag) => {
    const { repository, client } = await refreshed();
    repository.publish('timestamp');
    const asked: (string | undefined)[] = [];
    const poisoned: Fetcher = async (path, { ifNoneMatch }) => {
      asked.push(ifNoneMatch);
      const answer = repository.serve(path);
      return answer.kind === 'found' ? { ...answer, etag } : answer;
    };
    await client.fastCheck({ fetch: poisoned });
    await client.fastCheck({ fetch: poisoned });
    expect(asked.at(-1)).toBeUndefined();
  });

  test('nor sent, where an older client kept it', async () => {
    const { repository, client } = await refreshed();
    const state = JSON.parse(new TextDecoder().decode(await client.store.get('client-state'))) as object;
    const poisoned = JSON.stringify({ ...state, etag: 'x'.repeat(9_000) });
    await client.store.put('client-state', new TextEncoder().encode(poisoned));
    let sent: string | undefined = 'nothing asked';
    await client.fastCheck({
      fetch: async (path, { ifNoneMatch }) => {
        sent = ifNoneMatch;
        return repository.serve(path);
      },
    });
    expect(sent).toBeUndefined();
  });
});
