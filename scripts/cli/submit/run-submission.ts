import path from 'node:path';
import {
  findProposal,
  openProposal,
  rewordProposal,
  type Proposal,
  type Route,
} from '../../github/proposal.ts';
import { directoryFiles, readReleaseTree } from '../../source/index.ts';
import type { OfferedFile } from '../add/offered-file.ts';
import type { Additions } from '../add/plan-additions.ts';
import { WrongUse } from '../session/exit-code.ts';
import type { Session } from '../session/session.ts';
import { authorizedGit, type RunGit } from './authorized-git.ts';
import { branchName, type ReleasePlace } from './branch-name.ts';
import { destinationOf, type Destination } from './destination.ts';
import type { SubmitOptions } from './options.ts';
import { proposalText, type Proposed } from './proposal-text.ts';
import { fetchTip, pushTip } from './remote-branch.ts';
import {
  commitAdditions,
  knownPlaces,
  placesOf,
  plan,
  refuseReplacing,
  startAnew,
  strangerOn,
  type Submission,
} from './submission.ts';
import { withWorktree } from './worktree.ts';

/** What became of a submission. */
export interface Submitted {
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'merged' | 'closed' | 'dry-run';
  readonly branch?: string;
  readonly number?: number;
  readonly url?: string;
  /** Text of the pull request, where it was not sent. */
  readonly body?: string;
  /** Files that were added, relative to the release tree. */
  readonly files: readonly string[];
}

interface Run {
  readonly offered: readonly OfferedFile[];
  readonly options: SubmitOptions;
  readonly destination: Destination;
  readonly git: RunGit;
  readonly session: Session;
}

/** Adds files on a branch, pushes it, and opens or updates its pull request. Throws `WrongUse`, `GitFailure`, `GithubError`. */
export async function runSubmission(
  offered: readonly OfferedFile[],
  options: SubmitOptions,
  session: Session,
): Promise<Submitted> {
  const destination = destinationOf(options, session);
  const { server, repository, baseUrl } = destination;
  const git = authorizedGit({ server, token: repository.token }, session.world);
  const checkout = path.resolve(session.world.cwd, options.checkout);
  const base = await fetchTip(git, checkout, { url: baseUrl, branch: options.base });
  if (base === undefined) throw new WrongUse(session.text.submit.noBase(options.base));
  const run: Run = { offered, options, destination, git, session };
  return withWorktree({ git, checkout, commit: base }, (tree) =>
    submitIn({ offered, options, tree, base }, run),
  );
}

async function submitIn(submission: Submission, run: Run): Promise<Submitted> {
  const { session, destination, git, options } = run;
  const { tree } = submission;
  const additions = await plan(submission, session);
  const places = placesOf(additions);
  if (places.length === 0) return merged(await knownPlaces(submission), run);
  await refuseReplacing(submission, additions, session);
  const branch = branchName(places);
  const tip = await fetchTip(git, tree.folder, { url: destination.headUrl, branch });
  const onTip = tip === undefined ? additions : await planOnTip(submission, { tip, places, branch }, session);
  const files = onTip.files.map(({ file }) => file);
  if (files.length > 0) {
    const { world } = session;
    const message = `Add ${places.map(({ id, version }) => `${id} ${version}`).join(', ')}`;
    const commit = await commitAdditions(submission, onTip, { message, now: world.now() });
    if (options.dryRun === undefined)
      await pushTip(git, tree.folder, { url: destination.headUrl, branch, commit });
  }
  return propose(await proposedIn(submission, places), { run, branch, files });
}

interface Tip {
  readonly tip: string;
  readonly places: readonly ReleasePlace[];
  readonly branch: string;
}

/** What must be added on a branch that a former run has pushed; nothing where it has these very files. */
async function planOnTip(
  submission: Submission,
  { tip, places, branch }: Tip,
  session: Session,
): Promise<Additions> {
  const stranger = await strangerOn(submission, { tip, places });
  if (stranger !== undefined) throw new WrongUse(session.text.submit.foreign(branch, stranger));
  await submission.tree.git('checkout', '--quiet', '--detach', tip);
  const additions = await plan(submission, session);
  if (additions.files.length === 0) return additions;
  await startAnew(submission, places);
  return plan(submission, session);
}

async function proposedIn(
  { tree, options, offered }: Submission,
  places: readonly ReleasePlace[],
): Promise<Proposed> {
  const only = new Set(places.map(({ id }) => id));
  const reading = await readReleaseTree(directoryFiles(path.join(tree.folder, options.releases)), { only });
  const publisher = reading.tree?.publisher.value;
  const releases = (reading.tree?.extensions ?? []).flatMap((extension) =>
    extension.releases
      .filter(({ folder }) => places.some(({ id, version }) => id === extension.id && version === folder))
      .map((release) => ({ extension, release })),
  );
  const locales = publisher?.locales ?? [];
  return { releases, offered, locale: locales[0] ?? 'ru', locales };
}

interface Pushed {
  readonly run: Run;
  readonly branch: string;
  /** Files that this run pushed; none where the branch had them. */
  readonly files: readonly string[];
}

async function propose(proposed: Proposed, { run, branch, files }: Pushed): Promise<Submitted> {
  const { options, destination } = run;
  const { repository, headOwner } = destination;
  const text = proposalText(proposed);
  if (options.dryRun) return { outcome: 'dry-run', branch, files, body: `# ${text.title}\n\n${text.body}` };
  const route: Route = { headOwner, headBranch: branch, base: options.base };
  const found = await findProposal(repository, route);
  if (found?.state === 'open') {
    if (files.length > 0) await rewordProposal(repository, found.number, text);
    return submitted(files.length > 0 ? 'updated' : 'unchanged', found, { branch, files });
  }
  // Whoever closed it has decided about these very files; other ones are another question.
  if (found?.state === 'closed' && files.length === 0) return submitted('closed', found, { branch, files });
  return submitted('created', await openProposal(repository, route, text), { branch, files });
}

const submitted = (
  outcome: Submitted['outcome'],
  { number, url }: Proposal,
  { branch, files }: Pick<Submitted, 'files'> & { readonly branch: string },
): Submitted => ({ outcome, branch, number, url, files });

/** Everything stands in the base already; says by which pull request, where that can be told. */
async function merged(places: readonly ReleasePlace[], { destination, options }: Run): Promise<Submitted> {
  if (places.length === 0) return { outcome: 'merged', files: [] };
  const branch = branchName(places);
  const route: Route = { headOwner: destination.headOwner, headBranch: branch, base: options.base };
  const found = await findProposal(destination.repository, route);
  const files: readonly string[] = [];
  return found?.state === 'merged'
    ? submitted('merged', found, { branch, files })
    : { outcome: 'merged', branch, files };
}
