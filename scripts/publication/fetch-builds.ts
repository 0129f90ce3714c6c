import type { InspectedFile } from '../checks/context.ts';
import type { ReleaseTree } from '../model/release-tree.ts';
import type { Build } from '../model/release.ts';
import { LIMITS } from '../source/index.ts';
import { inspectArtifact } from './inspect-builds.ts';
import type { OnStep } from './progress.ts';

/** The bytes at an address, at most `maxBytes`; throws an error whose message says why not. */
export type FetchBuild = (url: string, maxBytes: number) => Promise<Uint8Array<ArrayBuffer>>;

/** Files of one check that are fetched, and their bytes altogether: a hostile manifest could name thousands. */
const MAX_FETCHED = 50;
const MAX_FETCHED_BYTES = 1024 * 1024 * 1024;

/**
 * Looks into the files that lie elsewhere, by path relative to the tree: what a change brings, where the tree that is
 * published is known, else all. One that cannot be had is told as unreachable, never passed over.
 */
export async function fetchBuilds(
  tree: ReleaseTree,
  { fetchBuild, previous }: { readonly fetchBuild: FetchBuild; readonly previous: ReleaseTree | undefined },
  onStep: OnStep,
): Promise<ReadonlyMap<string, InspectedFile>> {
  const wanted = remoteBuilds(tree, previous);
  const inspected = new Map<string, InspectedFile>();
  let left = MAX_FETCHED_BYTES;
  for (const [path, build] of wanted) {
    onStep(inspected.size, wanted.length);
    const isTooMuch = inspected.size >= MAX_FETCHED || build.length > left;
    inspected.set(path, isTooMuch ? unreachable('limit') : await fetched(path, build, fetchBuild));
    left -= build.length;
  }
  return inspected;
}

function remoteBuilds(
  tree: ReleaseTree,
  previous: ReleaseTree | undefined,
): readonly (readonly [string, Build])[] {
  const published = new Set(
    previous === undefined ? [] : buildsOf(previous).map(([path, { sha256 }]) => `${path} ${sha256}`),
  );
  return buildsOf(tree).filter(([path, { sha256 }]) => !published.has(`${path} ${sha256}`));
}

const buildsOf = ({ extensions }: ReleaseTree): readonly (readonly [string, Build])[] =>
  extensions.flatMap(({ id, releases }) =>
    releases.flatMap(({ folder, artifacts, manifest }) =>
      manifest.value.builds
        .filter(({ file, urls }) => urls.length > 0 && !artifacts.has(file))
        .map((build) => [`extensions/${id}/${folder}/${build.file}`, build] as const),
    ),
  );

/** From the first address that answers; the reason of the last one where none does. */
async function fetched(path: string, build: Build, fetchBuild: FetchBuild): Promise<InspectedFile> {
  let reason = '';
  for (const url of build.urls) {
    try {
      const bytes = await fetchBuild(url, LIMITS.artifactBytes);
      return await inspectArtifact(path, bytes);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      reason = error.message;
    }
  }
  return unreachable(reason);
}

const unreachable = (reason: string): InspectedFile => ({ sha256: '', length: 0, unreachable: reason });
