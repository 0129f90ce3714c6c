import type { CandidateSource } from './candidate-source.ts';

/** Files whose modes are wanted, and the commit they are in. */
export interface ModesWanted {
  readonly commit: string;
  readonly paths: readonly string[];
}

interface TreeItem {
  readonly mode: string;
  readonly sha: string;
}

/** Folders of one change that are looked into; the rule agrees to no more files than that. */
const MAX_FOLDERS = 250;

/**
 * Mode of each file in a commit, as git has it. The list of changed files does not tell a file from a symbolic link or
 * a module, so trees are walked from the root, each folder once; what lies below a link is not found.
 */
export async function fileModes(
  source: CandidateSource,
  { commit, paths }: ModesWanted,
): Promise<ReadonlyMap<string, string>> {
  const read = new Map<string, ReadonlyMap<string, TreeItem>>();
  const folderAt = async (folder: string): Promise<ReadonlyMap<string, TreeItem>> => {
    const known = read.get(folder);
    if (known !== undefined) return known;
    const tree = await treeOf(folder);
    const items = tree === undefined || read.size >= MAX_FOLDERS ? NOTHING : await readTree(source, tree);
    read.set(folder, items);
    return items;
  };
  const treeOf = async (folder: string): Promise<string | undefined> => {
    if (folder === '') return commit;
    const item = (await folderAt(parentOf(folder))).get(nameOf(folder));
    return item?.mode === '040000' ? item.sha : undefined;
  };
  const modes = new Map<string, string>();
  for (const path of paths) {
    const item = (await folderAt(parentOf(path))).get(nameOf(path));
    if (item !== undefined) modes.set(path, item.mode);
  }
  return modes;
}

const NOTHING: ReadonlyMap<string, TreeItem> = new Map();

const parentOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0));

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

async function readTree(
  { call, repository: { owner, repo } }: CandidateSource,
  tree: string,
): Promise<ReadonlyMap<string, TreeItem>> {
  const { data } = await call('get-tree', (octokit) =>
    octokit.rest.git.getTree({ owner, repo, tree_sha: tree }),
  );
  return new Map(data.tree.map(({ path, mode, sha }) => [path, { mode, sha }]));
}
