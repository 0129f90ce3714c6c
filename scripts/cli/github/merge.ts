import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { openGithub } from '../../github/api.ts';
import { parseFinishedRun, type FinishedRun } from '../../github/finished-run.ts';
import type { CandidateSource } from '../../github/candidate-source.ts';
import type { Waiting } from '../../github/retries.ts';
import { GithubError } from '../../github/error.ts';
import { readCandidate, standsAsJudged } from '../../github/merge-candidate.ts';
import { mergeAt, startWorkflow } from '../../github/merge.ts';
import type { Candidate } from '../../github/candidate.ts';
import {
  MAX_MERGED_FILES,
  mergeRefusals,
  type MergeGround,
  type OwnedExtension,
} from '../../github/merge-rule.ts';
import { releaseFileOf } from '../../github/release-file.ts';
import { findPullRequest } from '../../github/pull-request.ts';
import { directoryFiles, readReleaseTree } from '../../source/index.ts';
import { forTerminal } from '../../wording/index.ts';
import { wordMergeRefusal } from '../../wording/word-github-code.ts';
import { WrongUse } from '../session/exit-code.ts';
import type { Session } from '../session/session.ts';
import { repositoryOf, variable } from './repository-of.ts';

/** What `merge` may be told. */
export interface MergeOptions {
  readonly releases: string;
  readonly base: string;
  readonly require: readonly string[];
  readonly publish?: string;
}

/**
 * Merges the pull request of a finished check where the rule agrees, and starts the publication; else says why a person
 * must look. It ends well either way: a pull request that waits is no failure. Decides by the checkout that it runs in,
 * which is the default branch, and by what GitHub says; never by a file of the pull request.
 */
export async function merge(options: MergeOptions, session: Session): Promise<void> {
  const { world, text } = session;
  const repository = repositoryOf(world);
  const run = parseFinishedRun(await readFile(variable('GITHUB_EVENT_PATH', world), 'utf8'));
  const number = await findPullRequest(repository, run);
  if (number === undefined) return world.out(text.github.noPullRequest);
  const source: CandidateSource = { call: openGithub(repository), repository, number };
  const candidate = await readOnceTried(source, repository.waiting.sleep);
  const refusals = mergeRefusals(candidate, await groundOf(candidate, { options, run }, session));
  if (refusals.length > 0) {
    world.out(text.github.mergeWaits(number));
    for (const refusal of refusals) {
      const { message } = wordMergeRefusal(refusal, session.locale);
      world.out(`${refusal.code}: ${forTerminal(message)}\n`);
    }
    return;
  }
  const stands = candidate.merge !== undefined && (await standsAsJudged(source, candidate.merge));
  if (!stands || !(await mergedAt(source, candidate.headSha)))
    return world.out(text.github.mergeNotNow(number));
  if (options.publish !== undefined)
    await startWorkflow(source, { file: options.publish, branch: options.base });
  world.out(text.github.mergeDone(number));
}

/** Milliseconds to wait for GitHub to try the merge again after its base has moved, and how often. */
const TRIED_MS = 5_000;
const TRIED_TIMES = 4;

/** GitHub tries the merge when somebody asks for the pull request, and answers before it has. */
async function readOnceTried(source: CandidateSource, sleep: Waiting['sleep']): Promise<Candidate> {
  let candidate = await readCandidate(source);
  for (let time = 1; time < TRIED_TIMES && mayBeTried(candidate); time += 1) {
    await sleep(TRIED_MS);
    candidate = await readCandidate(source);
  }
  return candidate;
}

const mayBeTried = ({ merge, open, changedFiles }: Candidate): boolean =>
  merge === undefined && open && changedFiles <= MAX_MERGED_FILES;

async function groundOf(
  candidate: Candidate,
  { options, run }: { readonly options: MergeOptions; readonly run: FinishedRun },
  { world, text }: Session,
): Promise<MergeGround> {
  const { releases, base, require: required } = options;
  const touched = candidate.files.flatMap(({ path: file }) => releaseFileOf(file, releases)?.id ?? []);
  const only = new Set(touched);
  const { tree } = await readReleaseTree(directoryFiles(path.resolve(world.cwd, releases)), { only });
  if (tree === undefined) throw new WrongUse(text.message.noFolder(releases));
  const extensions = tree.extensions.map(({ id, manifest, releases: all }) => {
    const versions = all.map((release) => release.manifest.value.version);
    return [id, { owners: manifest.value.owners, versions }] as const satisfies [string, OwnedExtension];
  });
  const extensionsById = new Map(extensions);
  return {
    base,
    checkedSha: run.headSha,
    pusher: run.pusher,
    releases,
    required,
    extensions: extensionsById,
  };
}

/** Whether GitHub merged it: it does not where the branch moved, conflicts, or rules of the repository ask for more. */
async function mergedAt(source: CandidateSource, commit: string): Promise<boolean> {
  try {
    await mergeAt(source, commit);
    return true;
  } catch (error) {
    if (error instanceof GithubError && error.is('github-refused') && [405, 409].includes(error.args.status))
      return false;
    throw error;
  }
}
