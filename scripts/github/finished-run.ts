import { z } from 'zod';
import { GithubError } from './error.ts';

/** A run of a workflow that has ended, as the event `workflow_run` tells of it. GitHub's words, not a stranger's. */
export interface FinishedRun {
  readonly id: number;
  /** Commit that was checked, 40 hex digits. */
  readonly headSha: string;
  readonly headBranch: string;
  /** Owner of the repository that the commit is in: another one than ours for a fork. */
  readonly headOwner: string;
  /** Who pushed the commit, or opened the pull request with it. */
  readonly pusher: { readonly login: string; readonly id: number };
}

const EVENT = z.object({
  workflow_run: z.object({
    id: z.number().int().positive(),
    event: z.literal('pull_request'),
    head_sha: z.string().regex(/^[0-9a-f]{40}$/),
    head_branch: z.string().min(1).max(255),
    actor: z.object({ login: z.string().min(1).max(100), id: z.number().int().positive() }),
    head_repository: z.object({ owner: z.object({ login: z.string().regex(/^[\w-]{1,64}$/) }) }),
  }),
});

/** Reads the event file that GitHub Actions gives (`GITHUB_EVENT_PATH`). Throws `GithubError`. */
export function parseFinishedRun(text: string): FinishedRun {
  const parsed = EVENT.safeParse(jsonOf(text));
  if (!parsed.success) {
    const reason = parsed.error.issues.map(({ path }) => path.join('.')).join(', ');
    throw new GithubError('github-event-unusable', { reason });
  }
  const run = parsed.data.workflow_run;
  return {
    id: run.id,
    headSha: run.head_sha,
    headBranch: run.head_branch,
    headOwner: run.head_repository.owner.login,
    pusher: run.actor,
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new GithubError('github-event-unusable', { reason: 'JSON' }, { cause });
  }
}
