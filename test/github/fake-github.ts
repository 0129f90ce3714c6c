import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Repository } from '../../scripts/github/api.ts';

/** A comment or an issue, in the members that GitHub's answers have and we read. */
export interface Entry {
  readonly id: number;
  readonly number: number;
  readonly state?: string;
  readonly title?: string;
  readonly body: string;
  readonly user: { readonly login: string; readonly type: 'Bot' | 'User' };
}

/** An answer given instead of the usual one. */
export interface Refusal {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A pull request, in the members that GitHub's answers have and we read. */
export interface FakePull {
  readonly number: number;
  readonly head: { readonly sha: string; readonly label: string };
  readonly base?: { readonly ref: string };
  readonly state?: string;
  readonly merged_at?: string | null;
  readonly html_url?: string;
  readonly title?: string;
  readonly body?: string;
}

/** GitHub, as far as pull requests, their comments and issues go, over real HTTP on the loopback interface. */
export interface FakeGithub {
  readonly url: string;
  readonly comments: Entry[];
  readonly issues: Entry[];
  readonly pulls: FakePull[];
  /** Answers to give first, each once. */
  readonly refusals: Refusal[];
  /** `POST /repos/o/r/issues/7/comments` */
  readonly requests: string[];
  readonly close: () => Promise<void>;
}

const BOT = { login: 'github-actions[bot]', type: 'Bot' } as const;

export async function startGithub(): Promise<FakeGithub> {
  const state = {
    comments: [] as Entry[],
    issues: [] as Entry[],
    pulls: [] as FakeGithub['pulls'],
    refusals: [] as Refusal[],
    requests: [] as string[],
  };
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const url = new URL(request.url ?? '', 'http://x');
      state.requests.push(`${request.method ?? ''} ${url.pathname}`);
      const refusal = state.refusals.shift();
      const [status, json] =
        refusal === undefined
          ? answer(state, request.method ?? '', url, body)
          : [refusal.status, { message: 'no' }];
      response.writeHead(status, { 'content-type': 'application/json', ...refusal?.headers });
      response.end(JSON.stringify(json));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...state,
    url: `http://127.0.0.1:${String(port)}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, string>> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? {} : (JSON.parse(text) as Record<string, string>);
}

type State = Pick<FakeGithub, 'comments' | 'issues' | 'pulls'>;

function answer(state: State, method: string, url: URL, body: Record<string, string>): [number, unknown] {
  const page = Number(url.searchParams.get('page') ?? '1');
  const paged = (all: readonly unknown[]): [number, unknown] => [
    200,
    all.slice((page - 1) * 100, page * 100),
  ];
  const path = url.pathname.replace('/repos/o/r', '');
  if ((body['body'] ?? '').length > 65_536) return [422, { message: 'Body is too long' }];
  if (path.startsWith('/pulls'))
    return method === 'GET'
      ? paged(listed(state.pulls, url.searchParams))
      : changedPull(state.pulls, { method, path, body });
  return answerIssues(state, { method, path, body }, paged);
}

type Paged = (all: readonly unknown[]) => [number, unknown];

function answerIssues(state: State, { method, path, body }: Change, paged: Paged): [number, unknown] {
  if (method === 'GET' && path === '/issues')
    return paged(state.issues.filter(({ state: s }) => s !== 'closed'));
  if (method === 'GET' && /^\/issues\/\d+\/comments$/.test(path)) return paged(state.comments);
  if (method === 'POST' && /^\/issues\/\d+\/comments$/.test(path)) return [201, added(state.comments, body)];
  if (method === 'POST' && path === '/issues') return [201, added(state.issues, body)];
  return patched(state, method === 'PATCH' ? path : '', body);
}

interface Change {
  readonly method: string;
  readonly path: string;
  readonly body: Record<string, string>;
}

const changedPull = (pulls: FakePull[], { method, path, body }: Change): [number, unknown] =>
  method === 'POST' ? opened(pulls, body) : reworded(pulls, path, body);

const listed = (pulls: readonly FakePull[], asked: URLSearchParams): readonly FakePull[] =>
  pulls.filter(
    ({ head, state: s = 'open' }) =>
      head.label === asked.get('head') && (asked.get('state') === 'all' || s === 'open'),
  );

/** «Create a pull request»: `head` is `branch`, or `owner:branch` of a fork; one open one for a branch. */
function opened(
  pulls: FakePull[],
  { head = '', base = '', ...text }: Record<string, string>,
): [number, unknown] {
  const label = head.includes(':') ? head : `o:${head}`;
  if (pulls.some((pull) => pull.head.label === label && (pull.state ?? 'open') === 'open'))
    return [422, { message: 'A pull request already exists' }];
  const number = pulls.length + 1;
  const place = {
    head: { sha: '', label },
    base: { ref: base },
    html_url: `https://github.test/o/r/pull/${number}`,
  };
  pulls.push({ number, state: 'open', merged_at: null, ...place, ...text });
  return [201, pulls.at(-1)];
}

function reworded(pulls: FakePull[], path: string, body: Record<string, string>): [number, unknown] {
  const index = pulls.findIndex(({ number }) => path === `/pulls/${number}`);
  const old = pulls[index];
  if (old === undefined) return [404, { message: 'Not Found' }];
  pulls[index] = { ...old, ...body };
  return [200, pulls[index]];
}

function patched(state: State, path: string, body: Record<string, string>): [number, unknown] {
  const [, kind, id] = /^\/issues\/(comments\/)?(\d+)$/.exec(path) ?? [];
  const entries = kind === undefined ? state.issues : state.comments;
  const index = entries.findIndex((entry) => String(kind === undefined ? entry.number : entry.id) === id);
  const old = entries[index];
  if (old === undefined) return [404, { message: 'Not Found' }];
  entries[index] = { ...old, ...body };
  return [200, entries[index]];
}

function added(entries: Entry[], body: Record<string, string>): Entry {
  const id = entries.length + 1;
  const entry = { id, number: id, state: 'open', user: BOT, body: '', ...body };
  entries.push(entry);
  return entry;
}

/** Our repository on it; `slept` gets every wait. */
export const repositoryOn = ({ url }: Pick<FakeGithub, 'url'>, slept: number[] = []): Repository => ({
  owner: 'o',
  repo: 'r',
  token: 'secret-token',
  apiUrl: url,
  fetch: globalThis.fetch,
  waiting: {
    now: () => Date.parse('2026-11-20T12:00:00Z'),
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
    },
  },
});
