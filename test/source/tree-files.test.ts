import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { directoryFiles } from '../../scripts/source/files/directory-files.ts';
import { gitChanges } from '../../scripts/source/files/git-changes.ts';
import { gitFiles, type GitFiles } from '../../scripts/source/files/git-files.ts';
import { parseGitTree } from '../../scripts/source/files/git-tree.ts';
import { memoryFiles } from '../../scripts/source/files/memory-files.ts';
import type { TreeFiles } from '../../scripts/source/files/tree-files.ts';

const FILES = {
  'publisher.yaml': 'id: romashka\n',
  'extensions/crm/1.0/release.yaml': 'version: "1.0"\n',
  'extensions/crm/1.0/Расширение.cfe': '\u0000\u0001\n\n binary',
  'extensions/crm/extension.yaml': 'name: CRM\n',
  'a file with spaces.md': '',
};

let checkout: string;
let root: string;
let git: GitFiles;

const run = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
    cwd: checkout,
    encoding: 'utf8',
  });

beforeAll(async () => {
  checkout = mkdtempSync(path.join(tmpdir(), 'vypusk-tree-'));
  root = path.join(checkout, 'releases');
  for (const [file, text] of Object.entries(FILES)) write(file, text);
  symlinkSync('/etc/passwd', path.join(root, 'link.yaml'));
  run('init', '-q');
  run('add', '.');
  run('commit', '-q', '-m', 'one');
  git = await gitFiles(root, 'HEAD');
});

afterAll(() => {
  git.close();
  rmSync(checkout, { recursive: true, force: true });
});

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

const sources: [string, () => TreeFiles][] = [
  ['a directory', () => directoryFiles(root)],
  ['a git revision', () => git],
  ['memory', () => memoryFiles(FILES)],
];

describe.each(sources)('%s', (name, open) => {
  test.each([
    ['../publisher.yaml', 'path-outside', 'leaves the tree'],
    ['/etc/passwd', 'path-outside', 'an absolute path'],
    ['no.yaml', 'file-not-found', 'nothing there'],
    ['publisher.yaml/a', 'file-not-found', 'a file used as a folder'],
    ['no\npublisher.yaml', 'path-outside', 'two requests in one to git'],
  ])('refuses to read %j: %s — %s', async (file, code) => {
    await expect(open().read(file, 100)).rejects.toMatchObject({ code });
    await expect(open().size(file)).rejects.toMatchObject({ code });
  });

  test('refuses a file larger than the limit, with both figures', async () => {
    const reading = open().read('publisher.yaml', 12);
    await expect(reading).rejects.toMatchObject({ code: 'file-too-large', args: { size: 13, limit: 12 } });
  });

  test('does not read a folder as a file', async () => {
    const code = name === 'a directory' ? 'file-unreadable' : 'file-not-found';
    await expect(open().read('extensions', 100)).rejects.toMatchObject({ code });
  });

  test('lists a folder in code-unit order, whatever the order of writing', async () => {
    const entries = await open().list('');
    expect(entries.filter(({ kind }) => kind !== 'link').map(({ name, kind }) => ({ name, kind }))).toEqual([
      { name: 'a file with spaces.md', kind: 'file' },
      { name: 'extensions', kind: 'folder' },
      { name: 'publisher.yaml', kind: 'file' },
    ]);
  });

  test('lists nothing where there is no folder', async () => {
    expect(await open().list('extensions/none')).toEqual([]);
    expect(await open().list('publisher.yaml')).toEqual([]);
  });

  test('reads bytes as they are, whole, however requests are mixed', async () => {
    const files = open();
    const texts = await Promise.all(
      Object.keys(FILES).map(async (file) => [
        file,
        new TextDecoder().decode(await files.read(file, 100)),
        await files.size(file),
      ]),
    );
    expect(texts).toEqual(
      Object.entries(FILES).map(([file, text]) => [file, text, new TextEncoder().encode(text).length]),
    );
  });
});

describe('links', () => {
  test('a directory and a revision list a link as such', async () => {
    for (const files of [directoryFiles(root), git])
      expect(await files.list('')).toContainEqual(
        expect.objectContaining({ name: 'link.yaml', kind: 'link' }),
      );
  });

  test('a directory does not follow a link that appeared after listing', async () => {
    await expect(directoryFiles(root).read('link.yaml', 10_000)).rejects.toMatchObject({
      code: 'file-unreadable',
    });
  });
});

describe('git', () => {
  test.each([
    ['no-such-branch', 'unknown to git'],
    ['--output=/tmp/x', 'an option'],
    ['HEAD\nHEAD', 'two lines'],
    ['', 'nothing'],
    ['HEAD:releases', 'not a commit'],
  ])('refuses revision %j — %s', async (revision) => {
    await expect(gitFiles(root, revision)).rejects.toMatchObject({
      code: 'revision-unknown',
      args: { revision },
    });
  });

  test('says so when git ended', async () => {
    const files = await gitFiles(root, 'HEAD');
    files.close();
    await expect(files.list('')).rejects.toMatchObject({ code: 'git-failed' });
  });

  test('refuses a tree object that is not one', () => {
    const bytes = new TextEncoder().encode('100644 no end');
    expect(() => parseGitTree(bytes, 20)).toThrow(expect.objectContaining({ code: 'git-failed' }));
  });

  test('a submodule is neither file nor folder', () => {
    const bytes = new TextEncoder().encode(`160000 sub\0${'x'.repeat(20)}100755 run\0${'y'.repeat(20)}`);
    expect(parseGitTree(bytes, 20)).toEqual([
      { name: 'sub', kind: 'other', id: '78'.repeat(20) },
      { name: 'run', kind: 'file', id: '79'.repeat(20) },
    ]);
  });

  test('tells what changed since, uncommitted and untracked files included', async () => {
    write('publisher.yaml', 'id: changed\n');
    write('extensions/crm/1.1/release.yaml', 'version: "1.1"\n');
    rmSync(path.join(root, 'extensions/crm/extension.yaml'));
    writeFileSync(path.join(checkout, 'outside.txt'), 'not in the tree');
    expect(await gitChanges(root, 'HEAD')).toEqual([
      { file: 'extensions/crm/1.1/release.yaml', change: 'added' },
      { file: 'extensions/crm/extension.yaml', change: 'deleted' },
      { file: 'publisher.yaml', change: 'changed' },
    ]);
    run('checkout', '-q', '--', '.');
  });
});
