import type { CandidateSource } from './candidate-source.ts';
import type { CommitCheck } from './candidate.ts';

/** Checks on one page; a commit with more is not merged by itself. */
const PAGE = 100;

/** Every check and every status of a commit. Where there are more than fit on a page, one that is pending stands for them. */
export async function commitChecks(source: CandidateSource, commit: string): Promise<readonly CommitCheck[]> {
  return [...(await checkRuns(source, commit)), ...(await statuses(source, commit))];
}

async function checkRuns(
  { call, repository: { owner, repo } }: CandidateSource,
  commit: string,
): Promise<readonly CommitCheck[]> {
  const { data } = await call('list-checks', (octokit) =>
    octokit.rest.checks.listForRef({ owner, repo, ref: commit, filter: 'latest', per_page: PAGE }),
  );
  const runs = data.check_runs.map(({ name, app, status, conclusion }): CommitCheck => {
    const ended = /^(success|neutral|skipped)$/.test(conclusion ?? '') ? 'green' : 'red';
    return { name, app: app?.slug ?? '', state: status === 'completed' ? ended : 'pending' };
  });
  return data.total_count > runs.length ? [...runs, MORE] : runs;
}

const MORE: CommitCheck = { name: '…', app: '', state: 'pending' };

async function statuses(
  { call, repository: { owner, repo } }: CandidateSource,
  commit: string,
): Promise<readonly CommitCheck[]> {
  const { data } = await call('list-statuses', (octokit) =>
    octokit.rest.repos.getCombinedStatusForRef({ owner, repo, ref: commit, per_page: PAGE }),
  );
  const all = data.statuses.map(({ context, state }): CommitCheck => ({
    name: context,
    app: '',
    state: state === 'success' ? 'green' : state === 'pending' ? 'pending' : 'red',
  }));
  return data.total_count > all.length ? [...all, MORE] : all;
}
