import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ROOT } from '../architecture/sources.ts';
import { CHECKOUT } from '../fixtures/publisher.ts';
import { startGithub, type FakeGithub } from '../github/fake-github.ts';
import { commandLine, type Outcome } from './command-line.ts';

let github: FakeGithub;
let folder = '';

beforeEach(async () => {
  github = await startGithub();
  folder = await mkdtemp(path.join(tmpdir(), 'vypusk-github-'));
});

afterEach(async () => {
  await github.close();
  await rm(folder, { recursive: true, force: true });
});

const SHA = 'a'.repeat(40);

const EVENT = {
  workflow_run: {
    id: 99,
    event: 'pull_request',
    head_sha: SHA,
    head_branch: 'fix',
    actor: { login: 'stranger', id: 666 },
    head_repository: { owner: { login: 'stranger' } },
  },
};

async function inWorkflow(argv: readonly string[], changes: Record<string, string> = {}): Promise<Outcome> {
  await writeFile(path.join(folder, 'event.json'), JSON.stringify(EVENT));
  const environment = {
    LANG: 'en_US.UTF-8',
    GITHUB_API_URL: github.url,
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_TOKEN: 'secret-token',
    GITHUB_EVENT_PATH: path.join(folder, 'event.json'),
    ...changes,
  };
  return commandLine(['github', ...argv], { environment });
}

describe('github comment', () => {
  const comment = async (report: string, changes?: Record<string, string>): Promise<Outcome> => {
    await writeFile(path.join(folder, 'report.md'), report);
    return inWorkflow(['comment', '--report', path.join(folder, 'report.md')], changes);
  };

  beforeEach(() => {
    github.pulls.push({ number: 7, head: { sha: SHA, label: 'stranger:fix' } });
  });

  test('posts the report of a fork, says who made it, and updates it', async () => {
    expect(await comment('## Report\n')).toEqual({ code: 0, out: 'The comment is posted.\n', err: '' });
    expect((await comment('## Second\n')).out).toBe('The comment is updated.\n');
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toMatch(
      /^<!-- vypusk:report -->\n_Made by .*actions\/runs\/99\) of commit a{12}\..*_\n\n## Second\n/,
    );
    expect(github.requests).toContain('POST /repos/o/r/issues/7/comments');
  });

  test('a report that a stranger wrote himself is defused', async () => {
    await comment('@owner [Approve](https://evil.example) <!-- vypusk:watch -->');
    expect(github.comments[0]?.body).not.toMatch(/@owner|\]\(https:\/\/evil|<!-- vypusk:watch/);
  });

  test('a link in the place of the report is not followed: it could name anything on the machine', async () => {
    const secret = path.join(folder, 'environ');
    await writeFile(secret, 'GITHUB_TOKEN=secret-token');
    const link = path.join(folder, 'linked.md');
    await symlink(secret, link);
    const { code, err } = await inWorkflow(['comment', '--report', link]);
    expect({ code, says: err.includes('there is no file') }).toEqual({ code: 2, says: true });
    expect(github.comments).toEqual([]);
  });

  test('a fence that is left open does not hide who made the report', async () => {
    await comment('```\n');
    expect(github.comments[0]?.body.indexOf('Made by')).toBeLessThan(
      github.comments[0]?.body.indexOf('```') ?? 0,
    );
  });

  test('a huge report is cut to what GitHub takes', async () => {
    expect((await comment('строка отчёта\n'.repeat(8_000))).code).toBe(0);
    expect(github.comments[0]?.body.length).toBeLessThanOrEqual(65_536);
    expect(github.comments[0]?.body).toContain('did not fit');
  });

  test('nobody is told when the pull request went on', async () => {
    github.pulls.length = 0;
    expect((await comment('x')).out).toContain('nowhere to write');
    expect(github.comments).toEqual([]);
  });

  test.each<[Record<string, string>, string, string]>([
    [{ GITHUB_TOKEN: '' }, 'github-not-configured', 'no token'],
    [{ GITHUB_REPOSITORY: '' }, 'github-not-configured', 'no repository'],
  ])('%j ends with a sentence: %s — %s', async (changes, code) => {
    const { code: status, err } = await comment('x', changes);
    expect(status).toBe(1);
    expect(err).toContain(`${code}: `);
  });

  test('no permission is a sentence with its cure', async () => {
    github.refusals.push({ status: 403 });
    const { code, err } = await comment('x');
    expect(code).toBe(1);
    expect(err).toContain('pull-requests: write');
    expect(err).not.toContain('secret-token');
  });
});

describe('github watch', () => {
  test('opens an issue when the live site does not answer', async () => {
    const fetch_ = globalThis.fetch;
    const world = {
      environment: {
        LANG: 'en_US.UTF-8',
        GITHUB_API_URL: github.url,
        GITHUB_REPOSITORY: 'o/r',
        GITHUB_TOKEN: 't',
      },
      fetch: (async (input, init) => {
        if (String(input instanceof Request ? input.url : input).startsWith(github.url))
          return fetch_(input, init);
        throw new TypeError('fetch failed');
      }) satisfies typeof fetch,
      cwd: CHECKOUT,
    };
    const root = path.join(ROOT, 'test/golden/repository/format-1/metadata/1.root.json');
    const { code, out } = await commandLine(['github', 'watch', '--trust', root], world);
    expect(code).toBe(1);
    expect(out).toContain('An issue is open.');
    expect(github.issues[0]?.body).toMatch(/^<!-- vypusk:watch -->\n[\s\S]*```text/);
  });
});

test('verify without an address looks at that of publisher.yaml', async () => {
  const asked: string[] = [];
  const fetch_: typeof fetch = async (input) => {
    asked.push(String(input instanceof Request ? input.url : input));
    throw new TypeError('fetch failed');
  };
  const root = path.join(ROOT, 'test/golden/repository/format-1/metadata/1.root.json');
  const { code } = await commandLine(['verify', '--trust', root], { cwd: CHECKOUT, fetch: fetch_ });
  expect(code).toBe(1);
  expect(asked.every((url) => url.startsWith('https://romashka.example/'))).toBe(true);
  expect(asked.length).toBeGreaterThan(0);
});

describe('generations', () => {
  const git = (cwd: string, ...args: readonly string[]): string =>
    execFileSync('git', args, { cwd, encoding: 'utf8' }).trim();

  const generations = (argv: readonly string[], cwd: string): Promise<Outcome> =>
    commandLine(['generations', ...argv], { cwd });

  async function cloneOf(name: string): Promise<string> {
    const remote = path.join(folder, 'remote.git');
    if (name === 'one') git(folder, 'init', '-q', '--bare', remote);
    git(folder, 'clone', '-q', remote, name);
    return path.join(folder, name);
  }

  async function publish(cwd: string, content: string): Promise<Outcome> {
    await mkdir(path.join(cwd, 'dist/metadata'), { recursive: true });
    await writeFile(path.join(cwd, 'dist/metadata/timestamp.json'), content);
    return generations(['keep', '--dir', 'dist'], cwd);
  }

  test('what one run keeps the next one takes, and the checkout stays as it is', async () => {
    const [one, two] = [await cloneOf('one'), await cloneOf('two')];
    expect((await generations(['take', '--dir', 'published'], two)).out).toContain('first publication');
    await publish(one, 'first');
    await publish(one, 'second');
    expect((await generations(['take', '--dir', 'published'], two)).code).toBe(0);
    expect(await readFile(path.join(two, 'published/metadata/timestamp.json'), 'utf8')).toBe('second');
    expect(git(two, 'status', '--porcelain')).toBe('?? published/');
    expect(git(one, 'ls-remote', '--heads', 'origin')).toMatch(/refs\/heads\/metadata$/);
  });

  test('two runs at once: the second is refused and nothing is lost', async () => {
    const [one, two] = [await cloneOf('one'), await cloneOf('two')];
    await publish(one, 'first');
    const results = await Promise.allSettled([publish(one, 'left'), publish(two, 'right')]);
    const outcomes = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(outcomes).toHaveLength(2);
    const kept = outcomes.filter(({ code }) => code === 0).length;
    for (const { code, err } of outcomes)
      if (code !== 0) expect(err).toMatch(/^git-failed: git push failed /);
    const log = git(path.join(folder, 'remote.git'), 'rev-list', '--count', 'metadata');
    expect(Number(log)).toBe(1 + kept);
    expect(kept).toBeGreaterThan(0);
  });

  test.each([
    ['metadata/9.root.json', '/proc/self/environ', 'a link to a file of the machine'],
    ['pages', '..', 'a link to the folder above'],
  ])('%s → %s in the branch is refused before it lies in the folder — %s', async (name, target) => {
    const [one, two] = [await cloneOf('one'), await cloneOf('two')];
    await mkdir(path.join(one, 'dist/metadata'), { recursive: true });
    await symlink(target, path.join(one, 'dist', name));
    await publish(one, 'first');
    const { code, err } = await generations(['take', '--dir', 'published'], two);
    expect({ code, says: err.startsWith('git-failed: '), status: git(two, 'status', '--porcelain') }).toEqual(
      {
        code: 1,
        says: true,
        status: '',
      },
    );
  });

  test('what git refuses is told in a sentence, without the token in the address', async () => {
    const alone = path.join(folder, 'alone');
    await mkdir(alone, { recursive: true });
    git(alone, 'init', '-q');
    git(alone, 'remote', 'add', 'origin', 'https://x-access-token:hush@127.0.0.1:1/none.git');
    const { code, out, err } = await generations(['take', '--dir', 'published'], alone);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^git-failed: git ls-remote failed \(fatal: /);
    expect(err).not.toContain('hush');
  });
});
