import { SHIPPED_LIMITS } from '../verify/limits.ts';
import type { Signed } from '../verify/metadata.ts';
import { metadataPath } from '../verify/repository-path.ts';
import type { Opened } from './open-metadata.ts';
import { openPublication } from './publication.ts';
import type { Publication } from './publication.ts';
import { PublishRefusal } from './publish-refusal.ts';
import type { Refusal } from './publish-refusal.ts';
import type { RepositoryInput } from './repository-input.ts';
import { repositoryWarnings } from './repository-warnings.ts';
import type { RepositoryWarning } from './repository-warnings.ts';
import { metaFileOf, signSnapshot } from './sign-snapshot.ts';
import { signTargets } from './sign-targets.ts';
import { signedHeads, signTimestamp } from './sign-timestamp.ts';
import type { Bytes } from './signed-file.ts';
import { consistentPath } from './target-files.ts';

/** A repository as it is published. */
export interface SignedRepository {
  /**
   * Metadata and documents by path below the public address, in the order of publishing: documents, then metadata, then
   * roots, `metadata/timestamp.json` last. Whoever sees the last one finds all the others.
   */
  readonly files: ReadonlyMap<string, Bytes>;
  readonly versions: Readonly<Record<'root' | 'timestamp' | 'snapshot' | 'targets', number>>;
  readonly warnings: readonly RepositoryWarning[];
}

/**
 * Signs what the documents say. Pure: the same input gives the same bytes. What did not change keeps its file; only the
 * timestamp is always new, unless it is for the same moment. Throws `PublishRefusal`.
 */
export async function signRepository(input: RepositoryInput): Promise<SignedRepository> {
  const publication = await openPublication(input);
  const targets = await signTargets(publication, input);
  const snapshot = await signSnapshot(publication, targets, input);
  const content = {
    root: publication.root,
    snapshot: await metaFileOf(snapshot),
    heads: signedHeads(input.heads),
    previous: publication.previous?.timestamp,
  };
  const timestamp = await signTimestamp(content, input);
  // A new root comes at the last moment: under it, what is published until then is not trusted any more.
  const versioned = [...targets.delegated, targets.targets, snapshot, ...publication.chain.roots];
  requireSizes([...versioned, timestamp]);
  return {
    files: new Map([
      ...documentFiles(publication),
      ...versioned.map(({ role, signed, bytes }) => [metadataPath(role, signed.version), bytes] as const),
      [metadataPath('timestamp'), timestamp.bytes],
    ]),
    versions: {
      root: publication.root.version,
      timestamp: timestamp.signed.version,
      snapshot: snapshot.signed.version,
      targets: targets.targets.signed.version,
    },
    warnings: repositoryWarnings(publication, input.now),
  };
}

const documentFiles = ({ documents }: Publication): readonly (readonly [string, Bytes])[] =>
  documents.map((document) => [consistentPath(document), document.bytes]);

function requireSizes(files: readonly Opened<Signed>[]): void {
  const refusals = files.flatMap(({ role, bytes }): Refusal[] => {
    const limit = limitOf(role);
    if (bytes.length <= limit) return [];
    return [{ code: 'metadata-too-large', args: { name: role, length: bytes.length, limit } }];
  });
  if (refusals.length > 0) throw new PublishRefusal(refusals);
}

function limitOf(role: string): number {
  const { root, timestamp, snapshot, targets } = SHIPPED_LIMITS;
  return new Map(Object.entries({ root, timestamp, snapshot })).get(role) ?? targets;
}
