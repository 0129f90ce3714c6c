import { describe, expect, test } from 'vitest';
import { isTarget } from '../../scripts/verify/trusted-repository.ts';
import { clientOf } from './fixtures/client.ts';
import { SignedRepository } from './fixtures/signed-repository.ts';
import { sha256 } from './fixtures/test-key.ts';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** A repository with one document, whose file on the server a test replaces. */
function withDocument(content: string): { repository: SignedRepository; serve: (bytes?: string) => void } {
  const repository = new SignedRepository();
  repository.addTarget('targets', 'a.json', content);
  repository.release();
  return {
    repository,
    serve: (other) => {
      for (const path of repository.files.keys()) {
        if (other === undefined) repository.files.delete(path);
        else repository.files.set(path, bytes(other));
      }
    },
  };
}

describe('a document is refused', () => {
  test.each<[string | undefined, string, string]>([
    ['content!', 'too-large', 'longer than was signed'],
    ['conten', 'length-mismatch', 'shorter than was signed: cut off'],
    ['', 'length-mismatch', 'a 0-byte answer of a CDN'],
    ['CONTENT', 'hash-mismatch', 'other content of the same length'],
    [undefined, 'not-found', 'not there'],
  ])('%j: %s — %s', async (served, code) => {
    const { repository, serve } = withDocument('content');
    serve(served);
    expect(await clientOf(repository).download('a.json')).toBe(code);
  });

  test('when it is longer than any document may be, before a request', async () => {
    const { repository } = withDocument('content');
    const client = clientOf(repository);
    const limits = { ...client.world.limits, document: 6 };
    expect(await client.download('a.json', { limits })).toBe('too-large');
    expect(repository.requests.at(-1)).toBe('targets 2');
  });

  test.each<[Record<string, string>, string]>([
    [{ md5: '00' }, 'digests that nobody here can check'],
    [{ sha256: '../../x' }, 'a digest that is a path'],
    [{ sha256: '' }, 'an empty digest'],
  ])('when its digests are %j — %s', async (hashes) => {
    const { repository } = withDocument('content');
    repository.targets.targets['a.json'] = { length: 7, hashes };
    repository.release();
    expect(await clientOf(repository).download('a.json')).toBe('hash-mismatch');
    expect(repository.requests.some((request) => request.startsWith('targets/'))).toBe(false);
  });

  test('when one of two digests is wrong', async () => {
    const { repository } = withDocument('content');
    const { hashes } = repository.targets.targets['a.json'] ?? { hashes: {} };
    repository.targets.targets['a.json'] = { length: 7, hashes: { ...hashes, sha512: '00' } };
    repository.release();
    expect(await clientOf(repository).download('a.json')).toBe('hash-mismatch');
  });

  test('when nobody vouches for it', async () => {
    const { repository } = withDocument('content');
    expect(await clientOf(repository).download('b.json')).toBe('target-unknown');
    expect(await clientOf(repository).download('__proto__')).toBe('target-unknown');
  });
});

test('a document that changes is got anew each time, and its old bytes are told apart', async () => {
  const { repository } = withDocument('first');
  const client = clientOf(repository);
  expect(await client.download('a.json')).toBe('first');
  repository.addTarget('targets', 'a.json', 'second');
  repository.release();
  const session = await client.refresh();
  const target = await session.target('a.json');
  expect(target).toEqual({ length: 6, hashes: new Map([['sha256', sha256(bytes('second'))]]) });
  expect(await isTarget(bytes('first'), target)).toBe(false);
  expect(await isTarget(await session.document('a.json'), target)).toBe(true);
});

test('with several digests the file is asked for by one that we can check', async () => {
  const { repository } = withDocument('content');
  const { hashes } = repository.targets.targets['a.json'] ?? { hashes: {} };
  repository.targets.targets['a.json'] = { length: 7, hashes: { 'blake2b-256': '00', ...hashes } };
  repository.release();
  expect(await clientOf(repository).download('a.json')).toBe('content');
});
