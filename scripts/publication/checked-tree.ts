import type { CheckContext, InspectedFile, RootDigests } from '../checks/context.ts';
import { runChecks } from '../checks/index.ts';
import { compareProblems, type Problem } from '../model/problem.ts';
import type { ProblemCode } from '../wording/index.ts';
import type { ReleaseTree } from '../model/release-tree.ts';
import {
  directoryFiles,
  gitChanges,
  gitFiles,
  readReleaseTree,
  type ChangedFile,
  type TreeFiles,
} from '../source/index.ts';
import { sha256Hex } from '../verify/digest.ts';
import { fetchBuilds, type FetchBuild } from './fetch-builds.ts';
import { inspectBuilds } from './inspect-builds.ts';
import { findOpenRecords, recordsAmong, recordsOf } from './inspect-records.ts';
import { dayOf } from '../model/day.ts';
import type { OnStep } from './progress.ts';

/** A release tree with everything that is wrong with it. */
export interface CheckedTree {
  /** Absent when not even the publisher could be read. */
  readonly tree: ReleaseTree | undefined;
  readonly inspected: ReadonlyMap<string, InspectedFile>;
  readonly problems: readonly Problem<ProblemCode>[];
  /** Files that differ from the revision, where there is one. */
  readonly changes?: readonly ChangedFile[];
}

/** What to check. */
export interface CheckScope {
  /** Folder of the release tree. */
  readonly root: string;
  readonly now: Date;
  /**
   * Git revision that is published: only what changed since is checked, and that it was allowed to change. As it was
   * when the checkout left it (`mergeBase`), which callers work out.
   */
  readonly since?: string;
  /** Gets files that lie elsewhere; absent: they are not looked into. */
  readonly fetchBuild?: FetchBuild;
}

/** Reads a release tree with its files, runs every rule, and collects all problems in the order they are shown. */
export async function checkTree(scope: CheckScope, onStep: OnStep): Promise<CheckedTree> {
  // Once for everybody who asks: git looks at every file of the checkout for it.
  const changes = scope.since === undefined ? undefined : await gitChanges(scope.root, scope.since);
  const only = changes && extensionsAmong(changes);
  const reading = await readReleaseTree(directoryFiles(scope.root), only ? { only } : {});
  if (reading.tree === undefined)
    return { tree: undefined, inspected: new Map(), problems: reading.problems, ...(changes && { changes }) };
  const history = scope.since === undefined ? {} : await historyOf(scope.root, scope.since, only);
  const { fetchBuild } = scope;
  const remote =
    fetchBuild === undefined
      ? []
      : await fetchBuilds(reading.tree, { fetchBuild, previous: history.previous }, onStep);
  const inspected = new Map([...(await inspectBuilds(reading.tree, onStep)), ...remote]);
  const context: CheckContext = {
    tree: reading.tree,
    inspected,
    // Where only some extensions are checked, only records that changed are looked at.
    openRecords: await findOpenRecords(
      changes && only ? recordsAmong(changes) : recordsOf(reading.tree),
      directoryFiles(scope.root),
    ),
    now: dayOf(scope.now),
    ...(only && { only }),
    ...history,
  };
  const problems = [...reading.problems, ...runChecks(context)].sort(compareProblems);
  return { tree: reading.tree, inspected, problems, ...(changes && { changes }) };
}

/** Ids of extensions among changed files; all (`undefined`) when what every extension depends on changed. */
export function extensionsAmong(changes: readonly ChangedFile[]): ReadonlySet<string> | undefined {
  if (changes.some(({ file }) => /^(publisher|configurations)\.yaml$/.test(file))) return undefined;
  return new Set(changes.flatMap(({ file }) => /^extensions\/([^/]+)\//.exec(file)?.[1] ?? []));
}

async function historyOf(
  root: string,
  since: string,
  only: ReadonlySet<string> | undefined,
): Promise<Pick<CheckContext, 'previous' | 'roots'>> {
  const files = await gitFiles(root, since);
  try {
    const { tree } = await readReleaseTree(files, only ? { only } : {});
    const roots = { now: await rootDigests(directoryFiles(root)), before: await rootDigests(files) };
    return { roots, ...(tree && { previous: tree }) };
  } finally {
    files.close();
  }
}

const MAX_ROOT_BYTES = 64 * 1024;

async function rootDigests(files: TreeFiles): Promise<RootDigests> {
  const roots = (await files.list('trust')).filter(
    ({ name, kind }) => kind === 'file' && name.endsWith('.root.json'),
  );
  const digests = roots.map(async ({ name }) => {
    const file = `trust/${name}`;
    return [file, await sha256Hex(await files.read(file, MAX_ROOT_BYTES))] as const;
  });
  return new Map(await Promise.all(digests));
}
