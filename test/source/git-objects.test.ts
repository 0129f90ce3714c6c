import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { commitOf, gitIn, type Git } from '../../scripts/source/files/git-command.ts';
import { openGitObjects } from '../../scripts/source/files/git-objects.ts';

const NAME = '0123456789abcdef0123456789abcdef01234567';

/** A git that answers every request with the next of these pieces, however they are cut. */
function answering(...pieces: readonly string[]): Git {
  return {
    output: () => Promise.reject(new Error('not asked for')),
    start: () => {
      const [stdin, stdout] = [new PassThrough(), new PassThrough()];
      stdin.once('data', () => {
        for (const piece of pieces) stdout.write(piece);
        stdout.end();
      });
      const child = Object.assign(new EventEmitter(), { stdin, stdout, stderr: new PassThrough() });
      return child as unknown as ChildProcessWithoutNullStreams;
    },
  };
}

describe('objects', () => {
  test.each([
    ['in one piece', [`${NAME} blob 5\nhello\n`]],
    ['cut inside the header', [NAME.slice(0, 7), `${NAME.slice(7)} blob 5\nhello\n`]],
    ['cut inside the body', [`${NAME} blob 5\nhe`, 'l', 'lo\n']],
    ['cut before the last byte', [`${NAME} blob 5\nhello`, '\n']],
  ])('are read whole when they come %s', async (_reason, pieces) => {
    const objects = openGitObjects(answering(...pieces));
    expect(new TextDecoder().decode(await objects.contents('HEAD:a'))).toBe('hello');
    objects.close();
  });

  test('that are not there have no description', async () => {
    const objects = openGitObjects(answering('HEAD:a missing\n'));
    expect(await objects.describe('HEAD:a')).toBeUndefined();
  });

  test.each([
    ['ends at once', [], 'ended'],
    ['ends inside the body', [`${NAME} blob 5\nhel`], 'ended'],
    ['never ends its header', ['x'.repeat(40_000)], 'header'],
  ])('git that %s is refused', async (_reason, pieces, reason) => {
    const objects = openGitObjects(answering(...pieces));
    await expect(objects.contents('HEAD:a')).rejects.toMatchObject({ code: 'git-failed', args: { reason } });
  });

  test.each([
    ['an unknown type', `${NAME} secret 5\n`],
    ['a size that is no number', `${NAME} blob five\n`],
    ['a name that is no hash', 'HEAD:a blob 5\n'],
    ['an ambiguous name', 'HEAD:a ambiguous\n'],
  ])('a header with %s describes nothing', async (_reason, header) => {
    expect(await openGitObjects(answering(header)).describe('HEAD:a')).toBeUndefined();
  });

  test('a machine without git says so instead of blaming the revision', async () => {
    const none: Git = gitIn('/nonexistent-folder-for-git');
    await expect(commitOf(none, 'HEAD')).rejects.toMatchObject({
      code: 'git-failed',
      args: { reason: 'ENOENT' },
    });
    const objects = openGitObjects(none);
    await expect(objects.describe('HEAD:a')).rejects.toMatchObject({ code: 'git-failed' });
  });
});
