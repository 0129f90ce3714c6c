import type { Owner } from '../model/extension.ts';
import { compareVersions, type Version } from '../model/version.ts';
import type { Account, Candidate } from './candidate.ts';
import type { MergeRefusal, MergeRefusalCode } from './merge-refusal.ts';
import { releaseFileOf } from './release-file.ts';
import type { ChangedPath } from './tree-changes.ts';

/** What our own default branch says, and the event that started us. */
export interface MergeGround {
  readonly base: string;
  /** Commit that was checked. */
  readonly checkedSha: string;
  /** Who pushed it. */
  readonly pusher: Account;
  /** Folder of the release tree in the repository. */
  readonly releases: string;
  /** Checks of workflows that must be there and green. */
  readonly required: readonly string[];
  /** Extensions of the default branch by id. */
  readonly extensions: ReadonlyMap<string, OwnedExtension>;
}

/** An extension of the default branch. */
export interface OwnedExtension {
  readonly owners: readonly Owner[];
  readonly versions: readonly Version[];
}

/** Files of a pull request that may be merged without a person. A folder of sixty releases is read by one. */
export const MAX_MERGED_FILES = 200;

/**
 * Why a pull request may not be merged without a person; nothing where it may. It may when an owner of one extension,
 * and nobody else, adds new releases of it, and nothing else, and all is green. Everything that is not known to be
 * harmless is a reason.
 */
export function mergeRefusals(candidate: Candidate, ground: MergeGround): readonly MergeRefusal[] {
  return [
    ...stateRefusals(candidate, ground),
    ...fileRefusals(candidate, ground),
    ...peopleRefusals(candidate, ground),
    ...checkRefusals(candidate, ground),
  ];
}

const refusal = (code: MergeRefusalCode, args: MergeRefusal['args'] = {}): MergeRefusal => ({ code, args });

function* stateRefusals(candidate: Candidate, ground: MergeGround): Generator<MergeRefusal> {
  if (!candidate.open) yield refusal('merge-not-open');
  if (candidate.draft) yield refusal('merge-draft');
  if (candidate.base !== ground.base) yield refusal('merge-other-base', { base: candidate.base });
  if (candidate.headSha !== ground.checkedSha) yield refusal('merge-head-moved');
  if (candidate.merge === undefined && candidate.changedFiles <= MAX_MERGED_FILES)
    yield refusal('merge-not-tried');
}

function* fileRefusals(
  { changedFiles, files, modes }: Candidate,
  ground: MergeGround,
): Generator<MergeRefusal> {
  if (changedFiles > MAX_MERGED_FILES)
    yield refusal('merge-too-many-files', { count: changedFiles, limit: MAX_MERGED_FILES });
  if (changedFiles !== files.length || files.length === 0)
    yield refusal('merge-files-unlisted', { count: changedFiles, listed: files.length });
  for (const { path, status } of files) {
    if (status !== 'added') yield refusal('merge-not-added', { file: path, status });
    if (releaseFileOf(path, ground.releases) === undefined) yield refusal('merge-outside', { file: path });
    else if (modes.get(path) !== '100644') yield refusal('merge-not-plain-file', { file: path });
  }
  yield* releaseRefusals(files, ground);
}

function* releaseRefusals(files: readonly ChangedPath[], ground: MergeGround): Generator<MergeRefusal> {
  const places = files.flatMap(({ path }) => releaseFileOf(path, ground.releases) ?? []);
  const ids = [...new Set(places.map(({ id }) => id))];
  if (ids.length > 1) yield refusal('merge-several-extensions', { ids: ids.join(', ') });
  for (const id of ids) {
    const extension = ground.extensions.get(id);
    if (extension === undefined) {
      yield refusal('merge-extension-unknown', { id });
      continue;
    }
    const versions = new Map(
      places.filter((place) => place.id === id).map((place) => [place.version.text, place]),
    );
    for (const { version } of versions.values()) {
      if (extension.versions.some((known) => compareVersions(known, version) === 0))
        yield refusal('merge-release-known', { id, version: version.text });
    }
  }
}

function* peopleRefusals(candidate: Candidate, ground: MergeGround): Generator<MergeRefusal> {
  const { author, headOwner, ours, objectors, files } = candidate;
  const [place] = files.flatMap(({ path }) => releaseFileOf(path, ground.releases) ?? []);
  const owners = (place && ground.extensions.get(place.id)?.owners) ?? [];
  if (owners.length === 0) yield refusal('merge-no-owners', { id: place?.id ?? '' });
  const owns = (account: Account | undefined): boolean =>
    owners.some((owner) => owner.account === account?.id);
  if (!owns(author)) yield refusal('merge-author-not-owner', { login: author.login });
  yield* pusherRefusals(candidate.pushers, ground.pusher, owns);
  if (!ours && !owns(headOwner)) yield refusal('merge-fork-not-owners', { login: headOwner?.login ?? '' });
  for (const login of objectors) yield refusal('merge-objection', { login });
}

/** Whoever may write to the branch could put his own content under the name of an owner, or below his last commit. */
function* pusherRefusals(
  told: Candidate['pushers'],
  last: Account,
  owns: (account: Account) => boolean,
): Generator<MergeRefusal> {
  if (told === undefined) yield refusal('merge-pushers-unknown');
  const pushers = new Map([last, ...(told ?? [])].map((account) => [account.id, account]));
  for (const pusher of pushers.values())
    if (!owns(pusher)) yield refusal('merge-pusher-not-owner', { login: pusher.login });
}

function* checkRefusals({ checks }: Candidate, { required }: MergeGround): Generator<MergeRefusal> {
  for (const name of required) {
    if (!checks.some((check) => check.name === name && check.app === 'github-actions'))
      yield refusal('merge-check-missing', { name });
  }
  for (const { name, state } of checks) {
    if (state === 'pending') yield refusal('merge-check-pending', { name });
    if (state === 'red') yield refusal('merge-check-red', { name });
  }
}
