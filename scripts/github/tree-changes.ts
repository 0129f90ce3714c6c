import type { CandidateSource } from './candidate-source.ts';

/** A path that merging would change. */
export interface ChangedPath {
  readonly path: string;
  /** `added`, `modified` or `removed`; a rename is a path that goes and one that comes. */
  readonly status: string;
}

/** Two trees, by their SHA: what is published, and what would be. */
export interface TreePair {
  readonly before: string;
  readonly after: string;
}

/** Every path that differs between two trees, old ones and new ones. */
export interface TreeChanges {
  readonly files: readonly ChangedPath[];
  /** Mode of each new file, as git has it: `100644`. Links and modules have others. */
  readonly modes: ReadonlyMap<string, string>;
  /** Not all of it was read: more than the rule could agree to. */
  readonly cut: boolean;
}

interface TreeItem {
  readonly mode: string;
  readonly sha: string;
}

/** Trees that are read of one change; the rule agrees to no more files than that. */
const MAX_TREES = 500;

const FOLDER = '040000';

/**
 * Compares two trees folder by folder, each folder that differs once. GitHub's own list of changed files is of a branch
 * as it is when the list is asked for, tells a rename as one path, and does not tell a file from a link; trees of
 * commits cannot change.
 */
export async function treeChanges(
  source: CandidateSource,
  pair: TreePair,
  most: number,
): Promise<TreeChanges> {
  const files: ChangedPath[] = [];
  const modes = new Map<string, string>();
  const waiting: FolderPair[] = [{ folder: '', ...pair }];
  let read = 0;
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    read += 2;
    const differing = await differencesIn(source, at);
    if (read > MAX_TREES || files.length > most || differing === undefined)
      return { files, modes, cut: true };
    for (const { path, old, young } of differing) {
      if (old?.mode === FOLDER || young?.mode === FOLDER)
        waiting.push({ folder: `${path}/`, before: treeIn(old), after: treeIn(young) });
      const status = statusOf(fileOf(old), fileOf(young));
      if (status !== undefined) files.push({ path, status });
      if (young !== undefined && young.mode !== FOLDER) modes.set(path, young.mode);
    }
  }
  return { files, modes, cut: false };
}

/** One folder in both trees; a tree is absent where the folder is not there. */
interface FolderPair {
  readonly folder: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

const treeIn = (item: TreeItem | undefined): string | undefined =>
  item?.mode === FOLDER ? item.sha : undefined;

const fileOf = (item: TreeItem | undefined): TreeItem | undefined =>
  item?.mode === FOLDER ? undefined : item;

/** `undefined` where neither side has a file. */
function statusOf(old: TreeItem | undefined, young: TreeItem | undefined): string | undefined {
  if (old === undefined) return young && 'added';
  return young === undefined ? 'removed' : 'modified';
}

interface Difference {
  readonly path: string;
  readonly old: TreeItem | undefined;
  readonly young: TreeItem | undefined;
}

/** What differs between two folders themselves; `undefined` where GitHub does not tell all of them. */
async function differencesIn(
  source: CandidateSource,
  { folder, before, after }: FolderPair,
): Promise<readonly Difference[] | undefined> {
  const [was, is] = [await treeItems(source, before), await treeItems(source, after)];
  if (was === undefined || is === undefined) return undefined;
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((name) => ({ path: folder + name, old: was.get(name), young: is.get(name) }))
    .filter(({ old, young }) => old?.sha !== young?.sha || old?.mode !== young?.mode);
}

/** Items of a tree by name; none of a tree that is not there; `undefined` where GitHub does not tell all of them. */
async function treeItems(
  { call, repository: { owner, repo } }: CandidateSource,
  tree: string | undefined,
): Promise<ReadonlyMap<string, TreeItem> | undefined> {
  if (tree === undefined) return new Map();
  const { data } = await call('get-tree', (octokit) =>
    octokit.rest.git.getTree({ owner, repo, tree_sha: tree }),
  );
  if (data.truncated) return undefined;
  return new Map(data.tree.map(({ path, mode, sha }) => [path, { mode, sha }]));
}
