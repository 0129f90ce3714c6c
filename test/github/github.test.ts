import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { upsertComment } from '../../scripts/github/comment.ts';
import { parseFinishedRun } from '../../scripts/github/finished-run.ts';
import { raiseIssue, settleIssue } from '../../scripts/github/issue.ts';
import { findPullRequest } from '../../scripts/github/pull-request.ts';
import { repositoryOn, startGithub, type FakeGithub, type Refusal } from './fake-github.ts';

const MARKER = '<!-- vypusk:report -->';
const comment = { number: 7, marker: MARKER, body: 'report' };
const person = { login: 'stranger', type: 'User' } as const;

let github: FakeGithub;
beforeEach(async () => {
  github = await startGithub();
});
afterEach(() => github.close());

describe('the comment', () => {
  test('is posted the first time and written over afterwards', async () => {
    expect(await upsertComment(repositoryOn(github), comment)).toBe('created');
    expect(await upsertComment(repositoryOn(github), { ...comment, body: 'second' })).toBe('updated');
    expect(github.comments.map(({ body }) => body)).toEqual([`${MARKER}\nsecond`]);
  });

  test('is found behind hundreds of others', async () => {
    const others = Array.from({ length: 250 }, (_, id) => ({ id, number: id, body: 'talk', user: person }));
    github.comments.push(...others);
    await upsertComment(repositoryOn(github), comment);
    expect(await upsertComment(repositoryOn(github), comment)).toBe('updated');
    expect(github.comments).toHaveLength(251);
  });

  test('of a person who copied the marker is left alone', async () => {
    github.comments.push({ id: 1, number: 1, body: `${MARKER}\nfalse`, user: person });
    expect(await upsertComment(repositoryOn(github), comment)).toBe('created');
    expect(github.comments[0]?.body).toBe(`${MARKER}\nfalse`);
  });
});

describe('failures that pass', () => {
  test.each<[readonly Refusal[], readonly number[], string]>([
    [[{ status: 502 }, { status: 503 }], [1_000, 2_000], '5xx, twice'],
    [[{ status: 429, headers: { 'retry-after': '7' } }], [7_000], 'a rate limit that says how long'],
    [[{ status: 403, headers: { 'retry-after': '3' } }], [3_000], 'a secondary rate limit'],
    [
      [{ status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1795176030' } }],
      [30_000],
      'a primary rate limit that ends in half a minute',
    ],
  ])('%j — %#', async (refusals, waits) => {
    github.refusals.push(...refusals);
    const slept: number[] = [];
    expect(await upsertComment(repositoryOn(github, slept), comment)).toBe('created');
    expect(slept).toEqual(waits);
  });
});

describe('failures that stay', () => {
  test.each<[readonly Refusal[], string, number, string]>([
    [Array<Refusal>(9).fill({ status: 500 }), 'github-unavailable', 4, '5xx for ever'],
    [[{ status: 403 }], 'github-no-permission', 1, 'no permission'],
    [[{ status: 401 }], 'github-no-permission', 1, 'a bad token'],
    [[{ status: 404 }], 'github-not-found', 1, 'no such pull request'],
    [[{ status: 422 }], 'github-refused', 1, 'bad content'],
    [[{ status: 429, headers: { 'retry-after': '3600' } }], 'github-rate-limited', 1, 'an hour is too long'],
    [Array<Refusal>(9).fill({ status: 429 }), 'github-rate-limited', 4, 'limited for ever'],
  ])('%j becomes %s after %d tries', async (refusals, code, tries) => {
    github.refusals.push(...refusals);
    await expect(upsertComment(repositoryOn(github), comment)).rejects.toMatchObject({
      code,
      args: { action: 'list-comments' },
    });
    expect(github.requests).toHaveLength(tries);
  });

  test('nobody answers at all', async () => {
    const gone = { url: 'http://127.0.0.1:1' };
    await expect(upsertComment(repositoryOn(gone), comment)).rejects.toMatchObject({
      code: 'github-unavailable',
      args: { status: 0 },
    });
  });

  test('the token stands in no message', async () => {
    github.refusals.push({ status: 403 });
    const error: unknown = await upsertComment(repositoryOn(github), comment).catch(
      (caught: unknown) => caught,
    );
    expect(String(error)).not.toContain('secret-token');
  });
});

describe('the issue', () => {
  const issue = { marker: '<!-- vypusk:watch -->', title: 'Nine days left', body: 'text' };

  test('is opened, written anew, closed, and opened again', async () => {
    const repository = repositoryOn(github);
    expect(await settleIssue(repository, issue.marker)).toBe('nothing');
    expect(await raiseIssue(repository, issue)).toBe('created');
    expect(await raiseIssue(repository, { ...issue, title: 'Eight days left' })).toBe('updated');
    expect(github.issues.map(({ title }) => title)).toEqual(['Eight days left']);
    expect(await settleIssue(repository, issue.marker)).toBe('closed');
    expect(await raiseIssue(repository, issue)).toBe('created');
    expect(github.issues.map(({ state }) => state)).toEqual(['closed', 'open']);
  });
});

describe('the pull request of a run', () => {
  const sha = 'a'.repeat(40);
  const run = {
    id: 1,
    headSha: sha,
    headBranch: 'fix',
    headOwner: 'stranger',
    pusher: { login: 'stranger', id: 666 },
  };

  test('is found for a fork, by branch and commit', async () => {
    github.pulls.push({ number: 3, head: { sha: 'b'.repeat(40), label: 'stranger:fix' } });
    github.pulls.push({ number: 4, head: { sha, label: 'stranger:fix' } });
    github.pulls.push({ number: 5, head: { sha, label: 'other:fix' } });
    expect(await findPullRequest(repositoryOn(github), run)).toBe(4);
  });

  test('is nobody’s when it was pushed to since', async () => {
    github.pulls.push({ number: 3, head: { sha: 'b'.repeat(40), label: 'stranger:fix' } });
    expect(await findPullRequest(repositoryOn(github), run)).toBeUndefined();
  });
});

describe('the event', () => {
  const event = {
    workflow_run: {
      id: 1,
      event: 'pull_request',
      head_sha: 'a'.repeat(40),
      head_branch: 'fix',
      actor: { login: 'stranger', id: 666 },
      head_repository: { owner: { login: 'stranger' } },
    },
  };

  test('of a finished check is read', () => {
    expect(parseFinishedRun(JSON.stringify(event))).toEqual({
      id: 1,
      headSha: 'a'.repeat(40),
      headBranch: 'fix',
      headOwner: 'stranger',
      pusher: { login: 'stranger', id: 666 },
    });
  });

  test.each([
    ['', 'nothing'],
    ['{}', 'another event'],
    [JSON.stringify({ workflow_run: { ...event.workflow_run, event: 'push' } }), 'a check of a push'],
    [JSON.stringify({ workflow_run: { ...event.workflow_run, head_sha: 'HEAD' } }), 'not a commit'],
    [
      JSON.stringify({ workflow_run: { ...event.workflow_run, head_repository: null } }),
      'a fork that is gone',
    ],
  ])('%s is refused — %s', (text) => {
    expect(() => parseFinishedRun(text)).toThrow(expect.objectContaining({ code: 'github-event-unusable' }));
  });
});
