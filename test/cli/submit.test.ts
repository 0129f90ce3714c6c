import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeExtension, type ExtensionDescription } from '../../scripts/cfe/index.ts';
import { ACCOUNTING, crmConnector } from '../../scripts/demo/crm-connector.ts';
import { startGithub, type FakeGithub } from '../github/fake-github.ts';
import { hasBackend, startGitServer, type GitServer } from '../github/git-server.ts';
import { commandLine, type Outcome } from './command-line.ts';
import { PUBLISHER } from '../fixtures/publisher.ts';

const TOKEN = 'secret-token-of-the-vendor';
const ID = 'crm-two';
const BRANCH = `submit/${ID}-1.1.0.12`;

let github: FakeGithub;
let server: GitServer;
let folder = '';

const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
    cwd: path.join(folder, cwd),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();

/** A releases repository on a server, the vendor's checkout of it, and his build beside it. */
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vypusk-submit-test-'));
  github = await startGithub();
  server = await startGitServer(path.join(folder, 'server'), TOKEN);
  await mkdir(path.join(folder, 'checkout'), { recursive: true });
  await mkdir(path.join(folder, 'build'), { recursive: true });
  const releases = path.join(folder, 'checkout/releases');
  for (const name of ['publisher.yaml', 'configurations.yaml'])
    await cp(path.join(PUBLISHER, name), path.join(releases, name));
  git('checkout', 'init', '-q', '-b', 'main');
  git('checkout', 'add', '--all');
  git('checkout', 'commit', '-q', '-m', 'Begin');
  git('.', 'clone', '-q', '--bare', 'checkout', 'server/o/r.git');
  git('server/o/r.git', 'config', 'http.receivepack', 'true');
});

afterEach(async () => {
  await github.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function built(change: Partial<ExtensionDescription> = {}): Promise<void> {
  const description = { ...crmConnector('1.1.0.12', ACCOUNTING), name: 'РомашкаДва', ...change };
  await writeFile(path.join(folder, 'build/crm.cfe'), await writeExtension(description));
}

const OPTIONS = [
  '--extension',
  ID,
  '--configuration',
  'БухгалтерияПредприятия=>=3.0.140 <3.1',
  '--summary',
  'Связь с CRM',
];

function submit(argv: readonly string[] = [], changes: Record<string, string> = {}): Promise<Outcome> {
  const environment = {
    LANG: 'en_US.UTF-8',
    PATH: process.env['PATH'] ?? '',
    GITHUB_API_URL: github.url,
    GITHUB_SERVER_URL: server.url,
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_TOKEN: TOKEN,
    ...changes,
  };
  const all = ['submit', 'build/crm.cfe', '--checkout', 'checkout', ...OPTIONS, ...argv];
  return commandLine(all, { cwd: folder, environment });
}

/** File of the branch on the server. */
const pushed = (file: string, branch = BRANCH): string =>
  git('server/o/r.git', 'show', `${branch}:releases/extensions/${ID}/${file}`);

/** Somebody else who may push knows the name of the branch, and is there first. */
async function plant(name: string): Promise<void> {
  git('checkout', 'checkout', '-q', '--detach');
  const file = path.join(folder, 'checkout', name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, 'planted\n');
  git('checkout', 'add', '--all');
  git('checkout', 'commit', '-q', '-m', 'Wait');
  git('checkout', 'push', '-q', path.join(folder, 'server/o/r.git'), `HEAD:refs/heads/${BRANCH}`);
  git('checkout', 'checkout', '-q', 'main');
}

const commits = (branch: string): number => Number(git('server/o/r.git', 'rev-list', '--count', branch));

describe.skipIf(!hasBackend)('submit (needs git-http-backend)', () => {
  describe('what is refused', () => {
    test('a published file never becomes another one', async () => {
      await built();
      await submit();
      git('server/o/r.git', 'update-ref', 'refs/heads/main', BRANCH);
      await built({ comment: 'another content' });
      const { code, err } = await submit();
      expect({ code, says: err.includes('never changes') }).toEqual({ code: 2, says: true });
    });

    test('a token that may not push: a sentence, without the token', async () => {
      await built();
      const { code, err } = await submit([], { GITHUB_TOKEN: 'wrong-token' });
      expect(code).toBe(1);
      expect(err).toMatch(/^git-failed: /);
      expect(err).not.toContain('wrong-token');
      expect(github.requests).toEqual([]);
    });

    test.each([
      [
        `releases/extensions/${ID}/9.9.9/release.yaml`,
        'another release, to go in under the name of this vendor',
      ],
      ['releases/extensions/other/1.0/release.yaml', 'a release of somebody else'],
      [`releases/extensions/${ID}/other.yaml`, 'a file beside the releases'],
    ])('a branch on which somebody waits with %s: %s', async (planted) => {
      await built();
      await plant(planted);
      const { code, err } = await submit();
      expect({ code, says: err.includes(planted) }).toEqual({ code: 2, says: true });
      expect({ commits: commits(BRANCH), pulls: github.pulls }).toEqual({ commits: 2, pulls: [] });
    });

    test('of a file that waits in the folder of the release itself nothing stays', async () => {
      await built();
      await plant(`releases/extensions/${ID}/1.1.0.12/evil.cfe`);
      expect((await submit()).code).toBe(0);
      expect(() => pushed('1.1.0.12/evil.cfe')).toThrow();
      expect(pushed('1.1.0.12/release.yaml').match(/- file: /g)).toHaveLength(1);
    });

    test.each<[readonly string[], Record<string, string>, string]>([
      [['--repository', 'o/../x'], {}, 'a repository that is a path'],
      [['--repository', '-u/x'], { GITHUB_REPOSITORY: '' }, 'a repository that is not there'],
      [['--fork', 'https://evil.example/x'], {}, 'a fork that is an address'],
      [['--base', 'nowhere'], {}, 'a base that does not exist'],
      [[], { GITHUB_REPOSITORY: '' }, 'no repository at all'],
    ])('%j %j — %s', async (argv, changes) => {
      await built();
      const { code } = await submit(argv, changes);
      expect([1, 2]).toContain(code);
      expect(git('server/o/r.git', 'branch', '--list', 'submit/*')).toBe('');
    });

    test('one bad file stops the whole before anything is asked of GitHub', async () => {
      await writeFile(path.join(folder, 'build/crm.cfe'), 'v1.0.5\n');
      expect((await submit()).code).toBe(1);
      expect([...github.requests, ...server.requests]).toEqual([]);
    });
  });

  test('opens a pull request, and leaves the checkout and its settings as they were', async () => {
    await built();
    const config = await readFile(path.join(folder, 'checkout/.git/config'), 'utf8');
    expect(await submit()).toEqual({
      code: 0,
      out: 'The pull request is open: https://github.test/o/r/pull/1\n',
      err: '',
    });
    expect(pushed('1.1.0.12/release.yaml')).toContain('version: 1.1.0.12');
    expect(git('checkout', 'status', '--porcelain', '--branch')).toBe('## main');
    expect(await readFile(path.join(folder, 'checkout/.git/config'), 'utf8')).toBe(config);
    expect(git('checkout', 'worktree', 'list').split('\n')).toHaveLength(1);
    expect(git('checkout', 'for-each-ref', '--format=%(refname)')).toBe('refs/heads/main');
    const [pull] = github.pulls;
    expect(pull).toMatchObject({ head: { label: `o:${BRANCH}` }, base: { ref: 'main' } });
    expect(pull?.title).toMatch(/^Выпуск: .+ 1\.1\.0\.12$/);
    for (const part of [
      '<!-- vypusk:submit -->',
      'Что говорит файл',
      'РомашкаДва',
      '- [ ] Допишите `extensions/',
    ])
      expect(pull?.body).toContain(part);
  });

  test('the same file again is nothing new, whatever people wrote on the branch meanwhile', async () => {
    await built();
    await submit();
    git('checkout', 'fetch', '-q', path.join(folder, 'server/o/r.git'), BRANCH);
    git('checkout', 'checkout', '-q', 'FETCH_HEAD');
    const notes = path.join(folder, 'checkout/releases/extensions', ID, '1.1.0.12/notes.ru.md');
    await writeFile(notes, 'Написано человеком\n');
    git('checkout', 'add', '--all');
    git('checkout', 'commit', '-q', '-m', 'Write notes');
    git('checkout', 'push', '-q', path.join(folder, 'server/o/r.git'), `HEAD:refs/heads/${BRANCH}`);
    const before = github.requests.length;
    expect((await submit()).out).toContain('nothing is new');
    expect(github.requests.slice(before)).toEqual(['GET /repos/o/r/pulls']);
    await built({ comment: 'fixed' });
    expect((await submit()).out).toContain('is updated');
    expect(pushed('1.1.0.12/notes.ru.md')).toBe('Написано человеком');
    expect(pushed('1.1.0.12/release.yaml').match(/- file: /g)).toHaveLength(1);
    expect({ commits: commits(BRANCH), pulls: github.pulls.length }).toEqual({ commits: 4, pulls: 1 });
  });

  test('a run that was cut off before the pull request is finished by the next one', async () => {
    await built();
    github.refusals.push({ status: 403 });
    expect((await submit()).code).toBe(1);
    expect((await submit()).out).toContain('is open');
    expect({ commits: commits(BRANCH), pulls: github.pulls.length }).toEqual({ commits: 2, pulls: 1 });
  });

  test('says that it is merged, and by what', async () => {
    await built();
    await submit();
    git('server/o/r.git', 'update-ref', 'refs/heads/main', BRANCH);
    github.pulls[0] = {
      number: 1,
      head: { sha: '', label: `o:${BRANCH}` },
      state: 'closed',
      merged_at: '2026-11-20T12:00:00Z',
      html_url: 'https://github.test/o/r/pull/1',
    };
    expect((await submit()).out).toBe('Merged already: https://github.test/o/r/pull/1\n');
  });

  test('what a person closed is not opened again with the same file, but with another one', async () => {
    await built();
    await submit();
    github.pulls[0] = {
      number: 1,
      head: { sha: '', label: `o:${BRANCH}` },
      state: 'closed',
      merged_at: null,
      html_url: 'https://github.test/o/r/pull/1',
    };
    expect((await submit()).code).toBe(1);
    await built({ comment: 'fixed' });
    expect((await submit()).out).toContain('pull/2');
  });

  test('a fork gets the branch, the repository the pull request', async () => {
    await built();
    git('.', 'clone', '-q', '--bare', 'checkout', 'server/romashka/fork.git');
    git('server/romashka/fork.git', 'config', 'http.receivepack', 'true');
    expect((await submit(['--fork', 'romashka/fork'])).code).toBe(0);
    expect(github.pulls[0]?.head.label).toBe(`romashka:${BRANCH}`);
    expect(git('server/o/r.git', 'branch', '--list', 'submit/*')).toBe('');
    expect(git('server/romashka/fork.git', 'branch', '--list', 'submit/*')).toContain(BRANCH);
  });

  test('--dry-run shows everything and sends nothing', async () => {
    await built();
    const { code, out } = await submit(['--dry-run']);
    expect({ code, pulls: github.pulls.length }).toEqual({ code: 0, pulls: 0 });
    expect(out).toContain(`Branch ${BRANCH}. Nothing was sent`);
    expect(server.requests.filter((request) => request.includes('receive-pack'))).toEqual([]);
  });

  test('an action hands over its inputs in variables, and hears the address', async () => {
    await built();
    const outputs: (readonly [string, string])[] = [];
    const environment = {
      LANG: 'en_US.UTF-8',
      PATH: process.env['PATH'] ?? '',
      GITHUB_API_URL: github.url,
      GITHUB_SERVER_URL: server.url,
      GITHUB_TOKEN: TOKEN,
      GITHUB_REPOSITORY: 'vendor/build',
      INPUT_FILES: '\nbuild/crm.cfe\n',
      INPUT_REPOSITORY: 'o/r',
      INPUT_EXTENSION: ID,
      INPUT_CONFIGURATION: 'БухгалтерияПредприятия=>=3.0.140 <3.1\nУправлениеТорговлей=>=11.5',
      INPUT_SUMMARY: '$(touch evil); `touch evil`',
      INPUT_NOTES_EN: 'Fixes',
      INPUT_DATE: '',
    };
    const outcome = await commandLine(['submit', '--inputs', '--checkout', 'checkout'], {
      cwd: folder,
      environment,
      job: {
        setOutput: (name, value) => Promise.resolve(void outputs.push([name, value])),
        summarize: () => Promise.resolve(),
      },
    });
    expect(outcome).toMatchObject({ code: 0, err: '' });
    expect(pushed('extension.yaml')).toContain('$(touch evil)');
    expect(pushed('1.1.0.12/release.yaml')).toContain('УправлениеТорговлей');
    expect(pushed('1.1.0.12/notes.en.md')).toBe('Fixes');
    expect(outputs).toEqual([
      ['outcome', 'created'],
      ['url', 'https://github.test/o/r/pull/1'],
      ['number', '1'],
    ]);
  });
});
