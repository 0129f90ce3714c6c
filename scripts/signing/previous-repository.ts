import { sha256Hex } from '../verify/digest.ts';
import { VerificationError } from '../verify/error.ts';
import type { MetaFile, Root, Signed, Snapshot, Targets, Timestamp } from '../verify/metadata.ts';
import { parseEnvelope } from '../verify/parse-envelope.ts';
import { parseSnapshot } from '../verify/parse-snapshot.ts';
import { parseTargets } from '../verify/parse-targets.ts';
import { parseTimestamp } from '../verify/parse-timestamp.ts';
import { metadataFileName } from '../verify/repository-path.ts';
import { SHIPPED_SCHEMES } from '../verify/scheme.ts';
import type { Signers } from '../verify/signatures.ts';
import { meetsThreshold, openMetadata, signersOf } from './open-metadata.ts';
import type { MetadataKind, Opened } from './open-metadata.ts';
import { refuse } from './publish-refusal.ts';
import type { RootChain } from './root-chain.ts';
import type { Bytes } from './signed-file.ts';

/**
 * Reads a file of the published `metadata/` folder by name (`timestamp.json`, `7.snapshot.json`); undefined when there
 * is none. A source that cannot be asked must throw: silence would look like a repository that was never published.
 */
export type MetadataReader = (name: string) => Promise<Bytes | undefined>;

/** What is published now, every signature of it checked. Ages are not: a late publication must be able to go on. */
export interface PreviousRepository {
  readonly timestamp: Opened<Timestamp>;
  readonly snapshot: Opened<Snapshot>;
  readonly targets: Opened<Targets>;
  /** Delegated roles by name. */
  readonly delegated: ReadonlyMap<string, Opened<Targets>>;
}

/**
 * Follows what is published from `timestamp.json` to the last delegated role, under the root that was the newest when
 * the timestamp was signed. Throws `previous-missing`, `previous-untrusted`, `root-chain-behind`.
 */
export async function openPrevious(read: MetadataReader, chain: RootChain): Promise<PreviousRepository> {
  const bytes = await requireFile(read, 'timestamp.json');
  const root = believe('timestamp.json', () => rootOfTimestamp(bytes, chain));
  const timestamp = believe('timestamp.json', () =>
    openMetadata(bytes, TIMESTAMP, signersOf(root, 'timestamp')),
  );
  const snapshot = await openListed(read, timestamp.signed.meta, [SNAPSHOT, signersOf(root, 'snapshot')]);
  const { meta } = snapshot.signed;
  const targets = await openListed(read, meta, [targetsKind('targets'), signersOf(root, 'targets')]);
  const delegated = new Map<string, Opened<Targets>>();
  for (const [name, signers] of delegatedSigners(targets.signed)) {
    delegated.set(name, await openListed(read, meta, [targetsKind(name), signers]));
  }
  return { timestamp, snapshot, targets, delegated };
}

/**
 * Roles that the published snapshot lists; none when the root no longer vouches for it. Clients forget it then (TUF
 * 1.0.34, section 5.3.11), and we sign nothing again that only a key says which was taken away.
 */
export const listedRoles = ({ snapshot }: PreviousRepository, root: Root): ReadonlyMap<string, MetaFile> =>
  meetsThreshold(snapshot, signersOf(root, 'snapshot')) ? snapshot.signed.meta : new Map();

/** The published timestamp while the root vouches for it: what only a stolen key says binds nobody. */
export const bindingTimestamp = ({ timestamp }: PreviousRepository, root: Root): Timestamp | undefined =>
  meetsThreshold(timestamp, signersOf(root, 'timestamp')) ? timestamp.signed : undefined;

const TIMESTAMP: MetadataKind<Timestamp> = { name: 'timestamp', parse: parseTimestamp };
const SNAPSHOT: MetadataKind<Snapshot> = { name: 'snapshot', parse: parseSnapshot };
const targetsKind = (name: string): MetadataKind<Targets> => ({ name, parse: parseTargets });

const delegatedSigners = ({ delegations }: Targets): readonly (readonly [string, Signers])[] =>
  (delegations?.roles ?? []).map((role) => [
    role.name,
    { keys: delegations?.keys ?? new Map(), role, schemes: SHIPPED_SCHEMES },
  ]);

function rootOfTimestamp(bytes: Bytes, { roots, newest }: RootChain): Root {
  // Which root to ask is only a hint until that root's keys have confirmed it.
  const published =
    parseEnvelope(bytes, 'timestamp', parseTimestamp).signed['x-root'] ?? newest.signed.version;
  const root = roots[published - 1];
  if (root === undefined) throw refuse('root-chain-behind', { published, given: newest.signed.version });
  return root.signed;
}

/** Opens the file of a role in the version and with the digest that another file lists. */
async function openListed<T extends Signed>(
  read: MetadataReader,
  listed: ReadonlyMap<string, MetaFile>,
  [kind, signers]: readonly [MetadataKind<T>, Signers],
): Promise<Opened<T>> {
  const meta = listed.get(`${kind.name}.json`);
  if (meta === undefined) throw refuse('previous-untrusted', { name: kind.name, reason: 'role-not-listed' });
  const name = `${meta.version}.${metadataFileName(kind.name)}`;
  const bytes = await requireFile(read, name);
  const digest = await sha256Hex(bytes);
  if (digest !== meta.hashes?.get('sha256'))
    throw refuse('previous-untrusted', { name, reason: 'hash-mismatch' });
  const file = believe(name, () => openMetadata(bytes, kind, signers));
  if (file.signed.version === meta.version) return file;
  throw refuse('previous-untrusted', { name, reason: 'version-mismatch' });
}

async function requireFile(read: MetadataReader, name: string): Promise<Bytes> {
  const bytes = await read(name);
  if (bytes === undefined) throw refuse('previous-missing', { name });
  return bytes;
}

function believe<T>(name: string, open: () => T): T {
  try {
    return open();
  } catch (cause) {
    if (!(cause instanceof VerificationError)) throw cause;
    throw refuse('previous-untrusted', { name, reason: cause.code }, { cause });
  }
}
