import path from 'node:path';
import { gitIn, SourceError, type Git } from '../../source/index.ts';
import { fileSize } from '../../disk/files.ts';
import type { Additions } from './plan-additions.ts';

/** A release that is published, and a file of the plan that would change it. */
export interface PublishedFile {
  readonly file: string;
  readonly version: string;
}

/** Revisions that say what others have: what was pushed; where nothing ever is, what was committed. */
const PUBLISHED_REVISIONS = ['@{upstream}', 'origin/HEAD', 'HEAD'];

/**
 * A file of the plan that would change a release which others have already: its manifest stands in what was pushed, or,
 * without a remote repository, in the last commit. Outside git nothing is known to be published.
 */
export async function publishedFile({ files }: Additions, root: string): Promise<PublishedFile | undefined> {
  const artifacts = files.filter(({ content }) => !('text' in content));
  const replaced: string[] = [];
  for (const { file } of artifacts)
    if ((await fileSize(path.join(root, file))) !== undefined) replaced.push(file);
  const git = gitIn(root);
  for (const file of replaced) {
    const folder = path.posix.dirname(file);
    if (await standsIn(git, `${folder}/release.yaml`))
      return { file: path.posix.basename(file), version: path.posix.basename(folder) };
  }
  return undefined;
}

async function standsIn(git: Git, file: string): Promise<boolean> {
  for (const revision of PUBLISHED_REVISIONS) {
    const found = await answer(git, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
    if (found !== undefined)
      return (await answer(git, ['cat-file', '-e', `${found.trim()}:./${file}`])) !== undefined;
  }
  return false;
}

/** What git says, or `undefined` where it has nothing to say. */
async function answer(git: Git, args: readonly string[]): Promise<string | undefined> {
  try {
    return await git.output(args);
  } catch (error) {
    if (error instanceof SourceError) return undefined;
    throw error;
  }
}
