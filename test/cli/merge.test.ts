import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { appendFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commandLine, type Outcome } from './command-line.ts';
import { copyPublisher } from '../fixtures/publisher.ts';

const SHA = 'a'.repeat(40);
/** Tip of `main`, and GitHub's test merge of the pull request into it. */
const BASE = '0'.repeat(40);
const MERGE = 'f'.repeat(40);
const ANNA = { login: 'anna', id: 7 };
const NAMES = ['price-tags.cfe', 'price-tags.cfe.passport.json', 'notes.ru.md', 'release.yaml'];

type Json = Record<string, unknown>;

let server: Server;
let folder = '';
let routes: Map<string, unknown>;
let asked: string[];
let bodies: Map<string, Json>;
/** What happens on GitHub behind an answer. */
let onAsked: () => void;

const tree = (entries: Record<string, readonly [mode: string, sha: string]>): Json => ({
  tree: Object.entries(entries).map(([name, [mode, sha]]) => ({ path: name, mode, sha })),
});

const commit = (sha: string, ...parents: readonly string[]): Json => ({
  tree: { sha },
  parents: parents.map((parent) => ({ sha: parent })),
});

/** Answers as GitHub gives them, in the members that are read. */
const answers = (): Map<string, unknown> =>
  new Map<string, unknown>([
    ['GET /pulls', [{ number: 4, head: { sha: SHA } }]],
    [
      'GET /pulls/4',
      {
        number: 4,
        state: 'open',
        draft: false,
        changed_files: NAMES.length,
        user: ANNA,
        head: { sha: SHA, ref: 'submit/price-tags-9.0', repo: { id: 2, name: 'r', owner: ANNA } },
        merge_commit_sha: MERGE,
        base: { ref: 'main', repo: { id: 1 } },
      },
    ],
    ['GET /repos/anna/r/activity', [{ after: SHA, actor: ANNA }]],
    ['GET /pulls/4/reviews', []],
    ['GET /git/ref/heads%2Fmain', { object: { sha: BASE } }],
    [`GET /git/commits/${MERGE}`, commit('m0', BASE, SHA)],
    [`GET /git/commits/${BASE}`, commit('b0')],
    ['GET /git/trees/b0', tree({ 'README.md': ['100644', 'r'], releases: ['040000', 'b1'] })],
    ['GET /git/trees/b1', tree({ extensions: ['040000', 'b2'] })],
    ['GET /git/trees/b2', tree({ crm: ['040000', 'c'], 'price-tags': ['040000', 'b3'] })],
    ['GET /git/trees/b3', tree({ 'extension.yaml': ['100644', 'e'] })],
    ['GET /git/trees/m0', tree({ 'README.md': ['100644', 'r'], releases: ['040000', 't1'] })],
    ['GET /git/trees/t1', tree({ extensions: ['040000', 't2'] })],
    ['GET /git/trees/t2', tree({ crm: ['040000', 'c'], 'price-tags': ['040000', 't3'] })],
    ['GET /git/trees/t3', tree({ 'extension.yaml': ['100644', 'e'], '9.0': ['040000', 't4'] })],
    ['GET /git/trees/t4', tree(Object.fromEntries(NAMES.map((name) => [name, ['100644', 'b']])))],
    [
      `GET /commits/${SHA}/check-runs`,
      {
        total_count: 1,
        check_runs: [
          { name: 'check', app: { slug: 'github-actions' }, status: 'completed', conclusion: 'success' },
        ],
      },
    ],
    [`GET /commits/${SHA}/status`, { total_count: 0, statuses: [] }],
    ['PUT /pulls/4/merge', { merged: true }],
    ['POST /actions/workflows/publish.yml/dispatches', null],
  ]);

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vypusk-merge-'));
  await copyPublisher(path.join(folder, 'releases'));
  const owned = 'releases/extensions/price-tags/extension.yaml';
  await appendFile(path.join(folder, owned), 'owners:\n  - {login: anna, account: 7}\n');
  routes = answers();
  asked = [];
  bodies = new Map();
  onAsked = () => undefined;
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      const name = `${request.method} ${new URL(request.url ?? '', 'http://x').pathname.replace('/repos/o/r', '')}`;
      asked.push(name);
      if (body !== '') bodies.set(name, JSON.parse(body) as Json);
      const answer = routes.get(name);
      const status =
        typeof answer === 'number' ? answer : answer === undefined ? 404 : answer === null ? 204 : 200;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(status === 204 ? undefined : JSON.stringify(answer));
      onAsked();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

async function merge(actor: Json = ANNA): Promise<Outcome> {
  const run = {
    id: 99,
    event: 'pull_request',
    head_sha: SHA,
    head_branch: 'submit/price-tags-9.0',
    actor,
    head_repository: { owner: { login: 'anna' } },
  };
  await writeFile(path.join(folder, 'event.json'), JSON.stringify({ workflow_run: run }));
  const environment = {
    LANG: 'en_US.UTF-8',
    GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_TOKEN: 'secret-token',
    GITHUB_EVENT_PATH: path.join(folder, 'event.json'),
  };
  const argv = ['github', 'merge', '--require', 'check', '--publish', 'publish.yml'];
  return commandLine(argv, { cwd: folder, environment });
}

const merged = (): boolean => asked.includes('PUT /pulls/4/merge');

const change = (name: string, members: Json): void =>
  void routes.set(name, { ...(routes.get(name) as Json), ...members });

test.each<[() => void, string, string]>([
  [
    () => void routes.set('GET /pulls', []),
    'nowhere to write',
    'it was pushed to since: no pull request stands there',
  ],
  [
    () => {
      const moved = 'b'.repeat(40);
      for (const name of [`GET /commits/${SHA}/check-runs`, `GET /commits/${SHA}/status`])
        routes.set(name.replace(SHA, moved), routes.get(name));
      change('GET /pulls/4', { head: { sha: moved, repo: null } });
    },
    'merge-head-moved',
    'pushed to between the two questions',
  ],
  [
    () => change('GET /pulls/4', { changed_files: 3_001 }),
    'merge-too-many-files',
    'more than GitHub lists: the list is not even read',
  ],
  [
    () =>
      void routes.set('GET /repos/anna/r/activity', [
        { after: SHA, actor: ANNA },
        { after: 'b'.repeat(40), actor: { login: 'eve', id: 666 } },
      ]),
    'merge-pusher-not-owner',
    'another vendor pushed to the branch before the owner did',
  ],
  [
    () => void routes.set('GET /repos/anna/r/activity', [{ after: SHA, actor: null }]),
    'merge-pushers-unknown',
    'somebody whose account is gone pushed',
  ],
  [
    () => void routes.set('GET /repos/anna/r/activity', [{ after: 'b'.repeat(40), actor: ANNA }]),
    'merge-pushers-unknown',
    'the push of this very commit is not told',
  ],
  [
    () => void routes.set('GET /repos/anna/r/activity', Array(100).fill({ after: SHA, actor: ANNA })),
    'merge-pushers-unknown',
    'more pushes than fit on a page',
  ],
  [
    () => void routes.delete('GET /repos/anna/r/activity'),
    'merge-pushers-unknown',
    'a fork that we may not read',
  ],
  [
    () => change('GET /pulls/4', { merge_commit_sha: null }),
    'merge-not-tried',
    'GitHub has tried no merge: nobody knows what it would change',
  ],
  [
    () => void routes.set(`GET /git/commits/${MERGE}`, commit('m0', BASE, 'b'.repeat(40))),
    'merge-not-tried',
    'the merge that was tried is of another head: pushed A, B and A again',
  ],
  [
    () => void routes.set('GET /git/ref/heads%2Fmain', { object: { sha: '1'.repeat(40) } }),
    'merge-not-tried',
    'the base has moved since the merge was tried',
  ],
  [
    () => void routes.set('GET /git/trees/m0', tree({ releases: ['040000', 't1'] })),
    'merge-not-added',
    'a file that the merge takes away, which a list of changed files need not tell',
  ],
  [
    () =>
      void routes.set(
        'GET /git/trees/t3',
        tree({ 'extension.yaml': ['100644', 'old'], '9.0': ['040000', 't4'] }),
      ),
    'merge-not-added',
    'a file that two common ancestors take back to an older state',
  ],
  [
    () => {
      routes.set('GET /git/trees/t2', tree({ crm: ['040000', 'c2'], 'price-tags': ['040000', 't3'] }));
      routes.set('GET /git/trees/c', tree({ '1.0': ['040000', 'k'] }));
      routes.set('GET /git/trees/c2', tree({}));
      routes.set('GET /git/trees/k', tree({ 'crm.cfe': ['100644', 'b'] }));
    },
    'merge-several-extensions',
    'a file renamed out of another extension: both of its paths count',
  ],
  [
    () => {
      routes.set('GET /git/trees/t2', tree({ crm: ['100644', 'x'], 'price-tags': ['040000', 't3'] }));
      routes.set('GET /git/trees/c', tree({ 'extension.yaml': ['100644', 'b'] }));
    },
    'merge-not-added',
    'a folder that becomes a file',
  ],
  [
    () =>
      void routes.set('GET /git/trees/t2', { ...tree({ 'price-tags': ['040000', 't3'] }), truncated: true }),
    'merge-files-unlisted',
    'a folder of which GitHub tells only a part',
  ],
  [() => change('GET /pulls/4', { user: null }), 'merge-author-not-owner', 'an account that was deleted'],
  [
    () =>
      void routes.set(
        'GET /git/trees/t3',
        tree({ 'extension.yaml': ['100644', 'e'], '9.0': ['120000', 'x'] }),
      ),
    'merge-outside',
    'a link in the place of the folder',
  ],
  [
    () => void routes.set('GET /git/trees/t4', tree({ 'release.yaml': ['120000', 'x'] })),
    'merge-not-plain-file',
    'a link in the place of a file',
  ],
  [
    () => change(`GET /commits/${SHA}/check-runs`, { total_count: 101 }),
    'merge-check-pending',
    'more checks than fit on a page',
  ],
  [
    () =>
      void routes.set(`GET /commits/${SHA}/status`, {
        total_count: 1,
        statuses: [{ context: 'legal', state: 'failure' }],
      }),
    'merge-check-red',
    'a status of another system',
  ],
  [
    () =>
      void routes.set('GET /pulls/4/reviews', [
        { user: { login: 'boris' }, state: 'CHANGES_REQUESTED', author_association: 'MEMBER' },
      ]),
    'merge-objection',
    'a member asked for changes',
  ],
])('%# waits, and the job is green: %s is said — %s', async (arrange, says) => {
  arrange();
  const { code, out } = await merge();
  expect({ code, merged: merged(), says: out.includes(says) }).toEqual({
    code: 0,
    merged: false,
    says: true,
  });
});

test('a push by somebody else to the branch of an owner waits', async () => {
  expect((await merge({ login: 'eve', id: 666 })).out).toContain('merge-pusher-not-owner: ');
  expect(merged()).toBe(false);
});

test('of a huge change nothing but its size is read', async () => {
  change('GET /pulls/4', { changed_files: 100_000 });
  await merge();
  expect(asked.filter((name) => /files|trees/.test(name))).toEqual([]);
});

test('an owner’s release is merged at the very commit that was checked, and published', async () => {
  expect(await merge()).toEqual({ code: 0, out: 'Pull request 4 is merged.\n', err: '' });
  expect(bodies.get('PUT /pulls/4/merge')).toMatchObject({ sha: SHA });
  expect(bodies.get('POST /actions/workflows/publish.yml/dispatches')).toMatchObject({ ref: 'main' });
});

test.each<[Json, string]>([
  [{ head: { sha: 'b'.repeat(40), repo: null } }, 'pushed to while it was judged'],
  [{ state: 'closed' }, 'closed while it was judged'],
  [{ draft: true }, 'turned into a draft'],
  [{ merge_commit_sha: 'e'.repeat(40) }, 'merged with something else'],
])('read again before merging, %j: nothing is merged — %s', async (members) => {
  onAsked = () => {
    if (asked.filter((name) => name === 'GET /pulls/4').length === 1) change('GET /pulls/4', members);
  };
  expect((await merge()).out).toContain('did not merge it');
  expect(merged()).toBe(false);
});

test('a merge that is tried only now is waited for', async () => {
  const tried = routes.get('GET /pulls/4');
  change('GET /pulls/4', { merge_commit_sha: null });
  onAsked = () => {
    if (asked.includes('GET /pulls/4')) routes.set('GET /pulls/4', tried);
  };
  expect((await merge()).out).toContain('is merged');
});

test.each([405, 409])(
  'where GitHub does not merge (%i), a person is asked for, and nothing is published',
  async (status) => {
    routes.set('PUT /pulls/4/merge', status);
    expect((await merge()).out).toContain('did not merge it');
    expect(asked.some((name) => name.includes('dispatches'))).toBe(false);
  },
);

test('without the right to merge the job fails with a sentence', async () => {
  routes.set('PUT /pulls/4/merge', 403);
  const { code, err } = await merge();
  expect({ code, says: err.startsWith('github-no-permission: ') }).toEqual({ code: 1, says: true });
});

test('a remark of a stranger or an approval after an objection holds nothing up', async () => {
  routes.set('GET /pulls/4/reviews', [
    { user: { login: 'troll' }, state: 'CHANGES_REQUESTED', author_association: 'NONE' },
    { user: { login: 'boris' }, state: 'CHANGES_REQUESTED', author_association: 'MEMBER' },
    { user: { login: 'boris' }, state: 'APPROVED', author_association: 'MEMBER' },
  ]);
  expect((await merge()).out).toContain('is merged');
});
