import { nameDigest, requireContent } from './content.ts';
import { VerificationError } from './error.ts';
import { findTarget, type SearchContext } from './find-target.ts';
import type { Signed, TargetFile, Timestamp } from './metadata.ts';
import { requireTargetName, targetPath } from './repository-path.ts';
import { fetchMetadata, isExpired, type Trusted } from './trust.ts';
import type { World } from './world.ts';

/** The trusted files of all four roles. */
export interface TrustedFiles extends SearchContext {
  readonly timestamp: Trusted<Timestamp>;
}

/** A repository whose metadata was verified. What it hands out, a trusted role vouches for. */
export interface TrustedRepository extends TrustedFiles {
  /** Roles whose metadata has expired, in the order of the workflow; never any where expiry is enforced. */
  readonly expired: readonly string[];
  /**
   * Length and hashes that a trusted role vouches for. Refuses with `target-unknown` when none does, and as metadata is
   * refused when a role on the way is not what it should be.
   */
  readonly target: (name: string) => Promise<TargetFile>;
  /** The bytes of a document (a TUF target), verified. */
  readonly document: (name: string) => Promise<Uint8Array<ArrayBuffer>>;
}

/** What the verified metadata allows to do. */
export function trustedRepository(files: TrustedFiles, world: World): TrustedRepository {
  const target = (name: string): Promise<TargetFile> => requireTarget(name, files, world);
  return {
    ...files,
    expired: expiredRoles(files, world.now),
    target,
    document: async (name) => fetchTarget(name, await target(name), { files, world }),
  };
}

/** Whether bytes that a client kept are the target that is vouched for now, so that it need not be fetched. */
export async function isTarget(bytes: Uint8Array<ArrayBuffer>, target: TargetFile): Promise<boolean> {
  try {
    await requireContent('', bytes, target);
    return true;
  } catch (error) {
    if (error instanceof VerificationError) return false;
    throw error;
  }
}

async function requireTarget(name: string, files: TrustedFiles, world: World): Promise<TargetFile> {
  // TUF 5.7.1
  const target = await findTarget(requireTargetName(name), files, world);
  // TUF 5.7.2
  if (target === undefined) throw new VerificationError('target-unknown', { name });
  return target;
}

async function fetchTarget(
  name: string,
  target: TargetFile,
  { files, world }: { readonly files: TrustedFiles; readonly world: World },
): Promise<Uint8Array<ArrayBuffer>> {
  // TUF 5.7.3
  if (target.length > world.limits.document) {
    throw new VerificationError('too-large', { name, limit: world.limits.document });
  }
  const isConsistent = files.root.signed.consistent_snapshot === true;
  const path = targetPath(name, isConsistent ? nameDigest(name, target.hashes) : undefined);
  const bytes = await fetchMetadata(path, target.length, world);
  await requireContent(name, bytes, target);
  return bytes;
}

const expiredRoles = ({ root, timestamp, snapshot, targets }: TrustedFiles, now: Date): readonly string[] =>
  [root, timestamp, snapshot, targets]
    .map(({ signed }): Signed & { readonly _type: string } => signed)
    .filter((signed) => isExpired(signed, now))
    .map((signed) => signed._type);
