import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ReleaseEntry } from '../../model/release-tree.ts';
import { directoryFiles, readReleaseTree } from '../../source/index.ts';
import type { OfferedFile } from '../add/offered-file.ts';
import { planAdditions, type Additions } from '../add/plan-additions.ts';
import { replacedFile, treeToAddTo, writeAdditions } from '../add/write-additions.ts';
import { WrongUse } from '../session/exit-code.ts';
import type { Session } from '../session/session.ts';
import { releasePlaces, type ReleasePlace } from './branch-name.ts';
import type { SubmitOptions } from './options.ts';
import type { Worktree } from './worktree.ts';

/** What is submitted, and the working tree that it is put into. */
export interface Submission {
  readonly offered: readonly OfferedFile[];
  readonly options: SubmitOptions;
  readonly tree: Worktree;
  /** Commit of the branch that the pull request goes into. */
  readonly base: string;
}

const rootOf = ({ tree, options }: Submission): string => path.join(tree.folder, options.releases);

/** What `add` would do in the tree as it stands. */
export async function plan(submission: Submission, session: Session): Promise<Additions> {
  const root = rootOf(submission);
  const tree = await treeToAddTo(root, session);
  return planAdditions(submission.offered, { options: submission.options, tree, root }, session);
}

/** A file that is published must never become another one. Throws `WrongUse` where `add` would write over it. */
export async function refuseReplacing(
  submission: Submission,
  additions: Additions,
  { text }: Session,
): Promise<void> {
  const file = await replacedFile(additions, rootOf(submission));
  if (file !== undefined) throw new WrongUse(text.submit.published(file));
}

/** Adds to the tree as it stands, and commits; tells the commit. */
export async function commitAdditions(
  submission: Submission,
  additions: Additions,
  { message, now }: { readonly message: string; readonly now: Date },
): Promise<string> {
  const { tree, options } = submission;
  await writeAdditions(additions, rootOf(submission));
  await tree.git('add', '--all', '--force', '--', options.releases);
  await tree.git(
    ...IDENTITY,
    'commit',
    '--quiet',
    '--no-verify',
    `--date=${now.toISOString()}`,
    `--message=${message}`,
  );
  return tree.git('rev-parse', 'HEAD');
}

/** A machine in CI has no name of its own. */
const IDENTITY = ['-c', 'user.name=vypusk', '-c', 'user.email=vypusk@users.noreply.github.com'];

/**
 * Puts releases of a branch back to what the base has, so that a file which changed is added as if for the first time.
 * Notes and `extension.yaml` stay: people write them on the branch.
 */
export async function startAnew(submission: Submission, places: readonly ReleasePlace[]): Promise<void> {
  const { tree, options, base } = submission;
  for (const { id, version } of places) {
    const folder = path.posix.join(options.releases, 'extensions', id, version);
    for (const name of await readdir(path.join(tree.folder, folder)).catch(() => [])) {
      if (!/^notes\.\w+\.mdx?$/.test(name))
        await rm(path.join(tree.folder, folder, name), { recursive: true });
    }
    if ((await tree.git('ls-tree', '-r', '--name-only', base, '--', `${folder}/`)) === '') continue;
    await tree.git(
      'checkout',
      '--quiet',
      base,
      '--',
      `:(top,exclude,glob)${folder}/notes.*`,
      `:(top)${folder}`,
    );
  }
}

/**
 * A file on a branch that neither the base nor these releases have. Whoever else may push to the repository knows the name
 * of the branch: what he left there must not go in under the name of this vendor.
 */
export async function strangerOn(
  { tree, options, base }: Submission,
  { tip, places }: { readonly tip: string; readonly places: readonly ReleasePlace[] },
): Promise<string | undefined> {
  const root = path.posix.join(options.releases, 'extensions');
  const added = ['diff', '--name-only', '-z', '--no-renames', '--diff-filter=A', base, tip, '--', root];
  const files = (await tree.git(...added)).split('\0').filter((file) => file !== '');
  const isOurs = (file: string): boolean =>
    places.some(({ id, version }) => {
      const folder = path.posix.join(root, id);
      return file.startsWith(`${folder}/${version}/`) || file === `${folder}/extension.yaml`;
    });
  return files.find((file) => !isOurs(file));
}

/** Releases that additions belong to. */
export const placesOf = ({ files }: Additions): readonly ReleasePlace[] =>
  releasePlaces(files.map(({ file }) => file));

/** Releases of the tree as it stands that hold the offered files. */
export async function knownPlaces(submission: Submission): Promise<readonly ReleasePlace[]> {
  const { tree } = await readReleaseTree(directoryFiles(rootOf(submission)));
  const digests = new Set(submission.offered.map(({ sha256 }) => sha256));
  const holds = ({ manifest }: ReleaseEntry): boolean =>
    manifest.value.builds.some(({ sha256, clear }) => digests.has(clear?.sha256 ?? sha256));
  return (tree?.extensions ?? []).flatMap(({ id, releases }) =>
    releases.filter(holds).map(({ folder }) => ({ id, version: folder })),
  );
}
