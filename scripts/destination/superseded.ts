import { filesOfGeneration, type GenerationFiles } from '../signing/generation-files.ts';
import { generationsToKeep, KEPT_AT_LEAST, KEPT_DAYS } from '../signing/generations.ts';
import { SHIPPED_LIMITS } from '../verify/limits.ts';
import { compareText } from '../model/problem.ts';
import type { Destination, StoredFile } from './destination.ts';
import { inParallel } from './in-parallel.ts';
import { DOCUMENT, TIMESTAMP, VERSIONED_METADATA } from './stage.ts';
import type { Tree } from './tree-file.ts';

/** A file at the destination that the tree no longer holds. */
export interface Superseded {
  readonly path: string;
  /**
   * `now`: it is deleted after this publication. A time: not before. `newest-generations`: not while it belongs to one of
   * them. `by-hand`: files of releases are never deleted here.
   */
  readonly deleted: 'now' | Date | 'newest-generations' | 'by-hand';
}

/** What superseded files are found in. */
export interface Comparison {
  readonly tree: Tree;
  readonly destination: Destination;
  readonly stored: ReadonlyMap<string, StoredFile>;
  readonly now: Date;
}

/**
 * What may go, and when (`formats.md`, section 3). Only names that this program writes are looked at, below folders that
 * the tree has too: whatever else lies at the destination belongs to somebody.
 */
export async function supersededFiles(comparison: Comparison): Promise<readonly Superseded[]> {
  const { tree, stored, now } = comparison;
  const gone = [...stored].filter(([path]) => !tree.has(path) && isOurs(path, tree));
  if (gone.length === 0) return [];
  // Many generations are many requests, and what is young stays whatever they say.
  const kept = gone.some(([path, { modified }]) => isSigned(path) && !isYoung(modified, now))
    ? await keptPaths(comparison)
    : new Map();
  return gone
    .map(([path, file]) => ({ path, deleted: fateOf(path, file, { kept, now }) }))
    .sort((a, b) => compareText(a.path, b.path));
}

const isSigned = (path: string): boolean => /^(?:metadata|targets)\//.test(path);

function isOurs(path: string, tree: Tree): boolean {
  if (path.startsWith('metadata/')) {
    return path !== TIMESTAMP && VERSIONED_METADATA.test(path) && !path.endsWith('.root.json');
  }
  if (path.startsWith('targets/')) return DOCUMENT.test(path);
  const folder = /^[^/]+\//.exec(path)?.[0];
  return folder !== undefined && [...tree.keys()].some((ours) => ours.startsWith(folder));
}

interface Circumstances {
  readonly kept: ReadonlyMap<string, Date | 'newest-generations'>;
  readonly now: Date;
}

function fateOf(path: string, { modified }: StoredFile, { kept, now }: Circumstances): Superseded['deleted'] {
  if (path.startsWith('files/')) return 'by-hand';
  // A page without its release must go at once: it may be the page of a release that was withdrawn for a reason.
  if (path.endsWith('.html')) return 'now';
  // Perhaps of no generation: left by a run that lost, or by one that has not come to its timestamp yet.
  if (isYoung(modified, now)) return daysAfter(modified, KEPT_DAYS);
  return kept.get(path) ?? 'now';
}

const isYoung = (modified: Date, now: Date): boolean =>
  daysAfter(modified, KEPT_DAYS).getTime() >= now.getTime();

const daysAfter = (time: Date, days: number): Date => new Date(time.getTime() + days * 24 * 60 * 60 * 1000);

/** Generations that are read at a time. */
const WIDTH = 8;

/** Metadata and documents of publications that clients may still be in the middle of. */
async function keptPaths({ tree, destination, stored, now }: Comparison): Promise<Circumstances['kept']> {
  const read = async (name: string): Promise<Uint8Array<ArrayBuffer> | undefined> =>
    (await tree.get(`metadata/${name}`)?.read()) ??
    (stored.has(`metadata/${name}`)
      ? (await destination.read(`metadata/${name}`, SHIPPED_LIMITS.targets))?.bytes
      : undefined);
  const names = new Set([...tree.keys(), ...stored.keys()]);
  const versions = [...names].flatMap((name) => /^metadata\/(\d+)\.snapshot\.json$/.exec(name)?.[1] ?? []);
  const generations: GenerationFiles[] = [];
  await inParallel(new Set(versions), WIDTH, async (version) => {
    generations.push(await filesOfGeneration(read, Number(version)));
  });
  return pathsToKeep(
    generations.toSorted((a, b) => b.version - a.version),
    now,
  );
}

function pathsToKeep(newestFirst: readonly GenerationFiles[], now: Date): Circumstances['kept'] {
  const versions = generationsToKeep(newestFirst, now);
  const kept = new Map<string, Date | 'newest-generations'>();
  for (const [at, { version, paths }] of newestFirst.entries()) {
    if (!versions.has(version)) continue;
    const successor = newestFirst[at - 1];
    const until =
      at < KEPT_AT_LEAST || successor === undefined
        ? 'newest-generations'
        : daysAfter(successor.time, KEPT_DAYS);
    for (const path of paths) if (!kept.has(path)) kept.set(path, until);
  }
  return kept;
}
