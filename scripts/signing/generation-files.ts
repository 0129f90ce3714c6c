import { nameDigest } from '../verify/content.ts';
import type { MetaFile } from '../verify/metadata.ts';
import { parseEnvelope } from '../verify/parse-envelope.ts';
import { parseSnapshot } from '../verify/parse-snapshot.ts';
import { parseTargets } from '../verify/parse-targets.ts';
import { metadataFileName, metadataPath, requireTargetName } from '../verify/repository-path.ts';
import { LIFETIME_DAYS } from './lifetime.ts';
import type { Generation } from './generations.ts';
import type { MetadataReader } from './previous-repository.ts';
import { refuse } from './publish-refusal.ts';
import { consistentPath } from './target-files.ts';

/** A publication with its files. */
export interface GenerationFiles extends Generation {
  /** Paths of its metadata and documents below the public address, sorted; roots and `timestamp.json` aside. */
  readonly paths: readonly string[];
}

/**
 * Which files a publication consists of, read from its own metadata. Nothing is verified: it is our own folder, and the
 * answer only says what not to delete; but whoever can write to it must not choose paths outside of it. Roles that stay listed although nobody delegates to them any more may be gone.
 * Throws `previous-missing` without the snapshot, `VerificationError` for a file that is no metadata, or a name that is
 * no path.
 */
export async function filesOfGeneration(read: MetadataReader, version: number): Promise<GenerationFiles> {
  const name = `${version}.snapshot.json`;
  const bytes = await read(name);
  if (bytes === undefined) throw refuse('previous-missing', { name });
  const { meta, expires } = parseEnvelope(bytes, 'snapshot', parseSnapshot).signed;
  const paths = [metadataPath('snapshot', version)];
  for (const [file, listed] of meta)
    paths.push(...(await filesOfRole(read, file.slice(0, -'.json'.length), listed)));
  return { version, time: signedAt(expires), paths: paths.sort() };
}

async function filesOfRole(
  read: MetadataReader,
  role: string,
  { version }: MetaFile,
): Promise<readonly string[]> {
  const bytes = await read(`${version}.${metadataFileName(role)}`);
  if (bytes === undefined) return [];
  const { targets } = parseEnvelope(bytes, role, parseTargets).signed;
  const documents = [...targets].map(([path, { hashes }]) =>
    consistentPath({ path: requireTargetName(path), sha256: nameDigest(path, hashes) }),
  );
  return [metadataPath(role, version), ...documents];
}

const DAY = 24 * 60 * 60 * 1000;

/** A snapshot does not say when it was signed, but it lives for a known time. */
const signedAt = (expires: string): Date => new Date(Date.parse(expires) - LIFETIME_DAYS.snapshot * DAY);
