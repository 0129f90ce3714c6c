import { describe, expect, test } from 'vitest';
import { VerificationError } from '../../scripts/verify/error.ts';
import { isStaleEdge } from '../../scripts/verify/timestamp.ts';
import type { Fetcher, World } from '../../scripts/verify/world.ts';
import { clientOf, inDays } from './fixtures/client.ts';
import { SignedRepository } from './fixtures/signed-repository.ts';

describe.each([false, true])('with hashes listed: %s', (listsHashes) => {
  const start = (): SignedRepository => Object.assign(new SignedRepository(), { listsHashes });

  test('an older timestamp is refused and the trusted one stays', async () => {
    const repository = start();
    const client = clientOf(repository);
    repository.publish('timestamp');
    await client.refresh();
    repository.serveAs('timestamp', 3, repository.file('timestamp', 1));
    const refusal: unknown = await client.refresh().catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      code: 'rolled-back',
      args: { role: 'timestamp', trusted: 2, offered: 1 },
    });
    expect(isStaleEdge(refusal)).toBe(true);
    expect(client.store.version('timestamp')).toBe(2);
  });

  test('a newer timestamp with an older snapshot is refused', async () => {
    const repository = start();
    const client = clientOf(repository);
    repository.release();
    await client.refresh();
    repository.timestamp.meta['snapshot.json'] = { version: 1 };
    repository.publish('timestamp');
    const refusal: unknown = await client.refresh().catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'rolled-back', args: { role: 'snapshot' } });
    expect(isStaleEdge(refusal)).toBe(false);
    expect(client.store.version('timestamp')).toBe(2);
    expect(repository.requests.at(-1)).toBe('timestamp');
  });

  test('a newer snapshot with older targets is refused', async () => {
    const repository = start();
    const client = clientOf(repository);
    repository.release();
    repository.release();
    await client.refresh();
    repository.snapshot.meta['targets.json'] = { version: 1 };
    repository.publish('snapshot', 'timestamp');
    expect(await client.outcome()).toBe('rolled-back');
    expect(client.store.roles()).toEqual(['root 1', 'snapshot 3', 'targets 3', 'timestamp 4']);
  });

  test('a newer snapshot with an older delegated role is refused', async () => {
    const repository = start();
    const client = clientOf(repository);
    repository.delegate('targets', { name: 'vendor', paths: ['*'] });
    repository.release('vendor', 'targets');
    repository.release('vendor');
    await client.refresh();
    repository.snapshot.meta['vendor.json'] = { version: 1 };
    repository.publish('snapshot', 'timestamp');
    expect(await client.outcome()).toBe('rolled-back');
  });

  test('a role that disappears from the snapshot is refused', async () => {
    const repository = start();
    const client = clientOf(repository);
    repository.delegate('targets', { name: 'vendor', paths: ['*'] });
    repository.release('vendor', 'targets');
    await client.refresh();
    delete repository.snapshot.meta['vendor.json'];
    repository.publish('snapshot', 'timestamp');
    expect(await client.outcome()).toBe('role-disappeared');
    expect(client.store.version('snapshot')).toBe(2);
  });
});

test('a snapshot without targets is refused', async () => {
  const repository = new SignedRepository();
  const client = clientOf(repository);
  delete repository.snapshot.meta['targets.json'];
  repository.publish('snapshot', 'timestamp');
  expect(await client.outcome()).toBe('role-not-listed');
});

describe('fast-forward: whoever had the keys signed the highest versions', () => {
  test.each<['timestamp' | 'snapshot']>([['timestamp'], ['snapshot']])(
    'new keys of the %s forget both files, and everybody goes on from version 1',
    async (rotated) => {
      const repository = new SignedRepository();
      const client = clientOf(repository);
      repository.timestamp.version = 99_998;
      repository.snapshot.version = 99_998;
      repository.publish('snapshot', 'timestamp');
      await client.refresh();
      expect(client.store.version('snapshot')).toBe(99_999);

      repository.rotateKeys(rotated);
      repository.publish('root');
      restart(repository);
      await client.refresh();
      expect(client.store.roles()).toEqual(['root 2', 'snapshot 1', 'targets 1', 'timestamp 1']);
    },
  );

  test.each<[reason: string, change: Partial<World>]>([
    ['the question for the root after it fails', { fetch: () => Promise.reject(NO_ANSWER) }],
    ['it has expired already', inDays(40)],
  ])('the files go with the root that rotates, also when %s', async (_, change) => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    repository.snapshot.version = 99_998;
    repository.publish('snapshot', 'timestamp');
    await client.refresh();
    repository.rotateKeys('snapshot');
    repository.publish('root');
    const fetch: Fetcher = (path, options) =>
      (path.endsWith('/2.root.json') ? repository.fetch : (change.fetch ?? repository.fetch))(path, options);
    await client.outcome({ ...change, fetch });

    restart(repository);
    expect(await client.outcome()).toBe('accepted');
    expect(client.store.roles()).toEqual(['root 2', 'snapshot 1', 'targets 1', 'timestamp 1']);
  });

  test('the files go even when another key of theirs remains', async () => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    const [first] = repository.signers.get('timestamp') ?? [];
    const second = repository.addKey('timestamp');
    repository.publish('root');
    repository.release();
    await client.refresh();
    repository.setKeys('timestamp', [second]);
    repository.publish('root');
    repository.published.delete('timestamp');
    expect(await client.outcome()).toBe('not-found');
    expect(client.store.roles()).toEqual(['root 3', 'targets 2']);
    expect(first).toBeDefined();
  });

  test('a key that is added forgets nothing', async () => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    await client.refresh();
    repository.addKey('snapshot');
    repository.addKey('timestamp');
    repository.publish('root');
    repository.published.delete('timestamp');
    expect(await client.outcome()).toBe('not-found');
    expect(client.store.roles()).toEqual(['root 2', 'snapshot 1', 'targets 1', 'timestamp 1']);
  });
});

const NO_ANSWER = new VerificationError('fetch-failed', {
  name: 'metadata/3.root.json',
  reason: 'status 500',
});

/** The honest owner publishes from version 1 again. */
function restart(repository: SignedRepository): void {
  for (const role of ['snapshot', 'timestamp'] as const) {
    repository[role].version = 1;
    repository.published.delete(role);
    repository.publish(role);
  }
}
