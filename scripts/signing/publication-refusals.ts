import { SHIPPED_LIMITS } from '../verify/limits.ts';
import type { Root } from '../verify/metadata.ts';
import { requireTargetName } from '../verify/repository-path.ts';
import { formatTime, isExpired } from './lifetime.ts';
import { bindingTimestamp } from './previous-repository.ts';
import type { PreviousRepository } from './previous-repository.ts';
import type { Refusal } from './publish-refusal.ts';
import type { NeededFile, RepositoryInput } from './repository-input.ts';
import type { RootChain } from './root-chain.ts';
import type { Document } from './target-files.ts';

/** Share of the extensions that may disappear from one publication to the next (`formats.md`, section 3). */
export const MAX_SHRINK = 1 / 20;

/** Files that are asked for at once; a remote store answers one question in about 50 ms. */
const FILES_AT_ONCE = 32;

/** Files that one refusal each is made for; after these, somebody has forgotten a whole folder. */
const MAX_MISSING_SHOWN = 100;

/** What everybody would be told to wait for: an expired root stops every client. */
export function rootRefusals({ newest }: RootChain, now: Date): readonly Refusal[] {
  const { expires } = newest.signed;
  return isExpired(expires, now) ? [{ code: 'root-expired', args: { expires, now: formatTime(now) } }] : [];
}

/** A clock that went back would sign what clients take for older than what they have. */
export function clockRefusals(previous: PreviousRepository, root: Root, now: Date): readonly Refusal[] {
  const issued = bindingTimestamp(previous, root)?.['x-issued'];
  if (issued === undefined || formatTime(now) >= issued) return [];
  return [{ code: 'clock-backwards', args: { now: formatTime(now), issued } }];
}

/** Documents that clients would refuse. */
export const documentRefusals = (documents: readonly Document[]): readonly Refusal[] =>
  documents.flatMap(({ path, bytes }) => {
    const limit = SHIPPED_LIMITS.document;
    const refusals: Refusal[] = [];
    if (bytes.length > limit)
      refusals.push({ code: 'document-too-large', args: { path, length: bytes.length, limit } });
    if (!isTargetName(path)) refusals.push({ code: 'document-name-invalid', args: { path } });
    return refusals;
  });

/** An index that lost many extensions is more often a mistake than a decision (Obsidian's guard). */
export function shrinkRefusals(
  previous: PreviousRepository,
  documents: ReadonlyMap<string, unknown>,
  maxShrink = MAX_SHRINK,
): readonly Refusal[] {
  const roles = [previous.targets, ...previous.delegated.values()];
  const before = roles.flatMap(({ signed }) => [...signed.targets.keys()]).filter(isExtension);
  const names = before.filter((path) => !documents.has(path)).sort();
  if (names.length <= before.length * maxShrink) return [];
  return [
    {
      code: 'catalog-shrunk',
      args: { lost: names.length, before: before.length, names: names.slice(0, 20) },
    },
  ];
}

/** Files that a document names and that are not there: the index may never be visible before its files. */
export async function fileRefusals({
  files,
  fileExists,
}: Pick<RepositoryInput, 'files' | 'fileExists'>): Promise<readonly Refusal[]> {
  const missing: NeededFile[] = [];
  for (let at = 0; at < files.length && missing.length < MAX_MISSING_SHOWN; at += FILES_AT_ONCE) {
    const batch = files.slice(at, at + FILES_AT_ONCE);
    const found = await Promise.all(batch.map(fileExists));
    missing.push(...batch.filter((_, index) => found[index] !== true));
  }
  return missing.map(({ path, length, sha256 }) => ({
    code: 'file-missing',
    args: { path, length, sha256 },
  }));
}

const isExtension = (path: string): boolean => path.startsWith('extensions/');

function isTargetName(path: string): boolean {
  try {
    return requireTargetName(path) === path;
  } catch {
    return false;
  }
}
