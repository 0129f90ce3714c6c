import { createHash } from 'node:crypto';
import { compareText } from '../../model/problem.ts';

/** One release by its place in the tree. */
export interface ReleasePlace {
  readonly id: string;
  /** Folder name. */
  readonly version: string;
}

/** Releases that files of a tree belong to, sorted; `extensions/<id>/<version>/…` alone counts. */
export function releasePlaces(files: readonly string[]): readonly ReleasePlace[] {
  const folders = new Set(files.flatMap((file) => /^extensions\/[^/]+\/[^/]+(?=\/)/.exec(file)?.[0] ?? []));
  return [...folders].sort(compareText).flatMap((folder) => {
    const [, id, version] = folder.split('/');
    return id === undefined || version === undefined ? [] : [{ id, version }];
  });
}

/**
 * Name of the branch that proposes releases: the same for the same releases, whatever their files hold, so that a
 * second run finds what the first one did.
 */
export function branchName(places: readonly ReleasePlace[]): string {
  const [first] = places;
  if (first === undefined) throw new Error('no releases');
  const readable = `submit/${first.id}-${first.version}`;
  return places.length === 1 && isRef(readable) ? readable : `submit/${first.id}-${digestOf(places)}`;
}

/** What git allows and every file system can hold (`git check-ref-format`). */
const isRef = (name: string): boolean =>
  /^[a-z0-9/.-]+$/.test(name) && !/\.\.|\.$|\.lock$|\/\./.test(name) && name.length < 120;

const digestOf = (places: readonly ReleasePlace[]): string =>
  createHash('sha256')
    .update(places.map(({ id, version }) => `${id}/${version}\n`).join(''))
    .digest('hex')
    .slice(0, 12);
