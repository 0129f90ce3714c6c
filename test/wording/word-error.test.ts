import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CfeError } from '../../scripts/cfe/index.ts';
import { GithubError } from '../../scripts/github/error.ts';
import { SourceError } from '../../scripts/source/index.ts';
import { FAILURES, wordError } from '../../scripts/wording/word-error.ts';

const SCRIPTS = fileURLToPath(new URL('../../scripts', import.meta.url));

test('every class of errors with codes has its sentences', async () => {
  const files = (await readdir(SCRIPTS, { recursive: true })).filter((file) => file.endsWith('.ts'));
  const texts = await Promise.all(files.map((file) => readFile(path.join(SCRIPTS, file), 'utf8')));
  const classes = texts.flatMap((text) =>
    [...text.matchAll(/^export class (\w+) extends CodedError</gm)].map(([, name = '']) => name),
  );
  expect(classes.length).toBeGreaterThan(9);
  expect(Object.keys(FAILURES).sort()).toEqual(classes.sort());
});

describe('wordError', () => {
  test.each([
    [new CfeError('file-too-large', { length: 7, limit: 5 }), 'The file has 7 bytes, at most 5 are allowed.'],
    [
      new SourceError('file-too-large', { file: 'a.yaml', size: 7, limit: 5 }),
      'a.yaml has 7 bytes, at most 5 are allowed.',
    ],
    [
      new GithubError('github-rate-limited', { action: 'merge', status: 429 }),
      'GitHub asks to wait: too many requests (merge).',
    ],
  ])('takes the sentence of the class, also where classes share a code: %#', (error, message) => {
    expect(wordError(error, 'en')?.message).toBe(message);
  });

  test.each([
    [new Error('file-too-large'), 'an error of somebody else'],
    [{ name: 'CfeError', code: 'truncated', args: {} }, 'something that looks like one'],
    [Object.assign(new CfeError('entry-name-empty'), { name: 'constructor' }), 'a class that nobody has'],
    [undefined, 'nothing at all'],
  ])('is silent about %#: %s', (error: unknown, _reason) => {
    expect(wordError(error, 'en')).toBeUndefined();
  });
});
