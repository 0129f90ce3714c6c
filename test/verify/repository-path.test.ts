import { describe, expect, test } from 'vitest';
import { metadataFileName, metadataPath, targetPath } from '../../scripts/verify/repository-path.ts';
import { clientOf } from './fixtures/client.ts';
import { SignedRepository } from './fixtures/signed-repository.ts';

describe('a target name is refused', () => {
  test.each([
    ['../x', 'leads out of the directory'],
    ['a/../../x', 'leads out of the directory'],
    ['a/..', 'leads up'],
    ['./a', 'two spellings of one name'],
    ['/a', 'an absolute path'],
    ['a//b', 'two spellings of one name'],
    ['a/', 'a directory'],
    ['', 'no name'],
    ['a\\..\\b', 'a path on Windows'],
    ['a\u0000b', 'ends a name in C'],
    ['a\nb', 'a second line in a log'],
    ['\u007f', 'a control character'],
    ['\ud800', 'half of a surrogate pair has no UTF-8'],
  ])('%j — %s', async (name) => {
    expect(() => targetPath(name)).toThrow(expect.objectContaining({ code: 'name-invalid' }));
    const repository = new SignedRepository();
    repository.targets.targets[name] = { length: 1, hashes: { sha256: '00' } };
    if (name.isWellFormed()) repository.release();
    expect(await clientOf(repository).download(name)).toBe('name-invalid');
    expect(repository.requests.filter((request) => request.startsWith('targets/'))).toEqual([]);
  });
});

describe('a target is asked for under its encoded name', () => {
  test.each([
    ['catalog.json', 'targets/H.catalog.json', 'plain'],
    ['a/b/c.json', 'targets/a/b/H.c.json', 'the digest stands before the last segment'],
    [
      'configurations/БухгалтерияПредприятия.json',
      'targets/configurations/H.%D0%91%D1%83%D1%85%D0%B3%D0%B0%D0%BB%D1%82%D0%B5%D1%80%D0%B8%D1%8F%D0%9F%D1%80%D0%B5%D0%B4%D0%BF%D1%80%D0%B8%D1%8F%D1%82%D0%B8%D1%8F.json',
      'Cyrillic',
    ],
    ['100%.json', 'targets/H.100%25.json', 'a percent sign'],
    ['%2e%2e/x', 'targets/%252e%252e/H.x', 'a percent sign that looks like an escape'],
    ['a b?c#d', 'targets/H.a%20b%3Fc%23d', 'what would end a path'],
    ["!'()*", 'targets/H.%21%27%28%29%2A', 'what encodeURIComponent leaves'],
    ['http://x', 'name-invalid', 'an address is no name'],
  ])('%s: %s — %s', (name, path) => {
    const ask = (): string => {
      try {
        return targetPath(name, 'H');
      } catch {
        return 'name-invalid';
      }
    };
    expect(ask()).toBe(path);
  });

  test.each(['configurations/БухгалтерияПредприятия.json', '100%.json', 'a b?c#d&e=f+g', '%2e%2e/x', '…/“”'])(
    'and is got: %s',
    async (name) => {
      const repository = new SignedRepository();
      repository.addTarget('targets', name, 'content');
      repository.release();
      expect(await clientOf(repository).download(name)).toBe('content');
      expect(repository.requests.at(-1)).toBe(
        targetPath(name, repository.targets.targets[name]?.hashes['sha256'] ?? ''),
      );
    },
  );
});

describe('a role with an odd name', () => {
  test.each([
    ['?', 'metadata/1.%3F.json', '%3F.json'],
    ['#', 'metadata/1.%23.json', '%23.json'],
    ['/delegatedrole', 'metadata/1.%2Fdelegatedrole.json', '%2Fdelegatedrole.json'],
    ['../delegatedrole', 'metadata/1...%2Fdelegatedrole.json', '..%2Fdelegatedrole.json'],
    ['роль', 'metadata/1.%D1%80%D0%BE%D0%BB%D1%8C.json', '%D1%80%D0%BE%D0%BB%D1%8C.json'],
    ['*', 'metadata/1.%2A.json', '%2A.json'],
  ])('%s is asked for as %s and stored as %s', async (role, path, file) => {
    expect(metadataPath(role, 1)).toBe(path);
    expect(metadataFileName(role)).toBe(file);
    const repository = new SignedRepository();
    repository.delegate('targets', { name: role, paths: ['*'] });
    repository.release(role, 'targets');
    const client = clientOf(repository);
    expect(await client.download('nonexistent')).toBe('target-unknown');
    expect(repository.requests.at(-1)).toBe(`${role} 1`);
    expect(client.store.files.has(file)).toBe(true);
  });

  test('stays below the directory of metadata', () => {
    const base = new URL('https://example.org/repository/');
    expect(new URL(metadataPath('../../x', 1), base).pathname).toBe(
      '/repository/metadata/1...%2F..%2Fx.json',
    );
    expect(new URL(metadataPath('..'), base).pathname).toBe('/repository/metadata/...json');
  });
});
