import path from 'node:path';
import { CfeError, readV8File } from '../cfe/index.ts';
import type { InspectedFile } from '../checks/context.ts';
import type { ReleaseTree } from '../model/release-tree.ts';
import { archiveFaultOf, LicenseError } from '../license/error.ts';
import { requireProtected } from '../license/protected-file.ts';
import { sha256Hex } from '../verify/digest.ts';
import { lfsPointerOf } from './lfs-pointer.ts';
import type { OnStep } from './progress.ts';

/** Ending of a protected file: an encrypted archive that nobody can open here. */
const PROTECTED = '.cfe.zip';

/** Reads every file of a release tree once, one at a time: digests, and what the file says or why it was refused. */
export async function inspectBuilds(
  tree: ReleaseTree,
  onStep: OnStep,
): Promise<ReadonlyMap<string, InspectedFile>> {
  const artifacts = tree.extensions.flatMap(({ releases }) =>
    releases.flatMap((entry) => [...entry.artifacts.values()]),
  );
  const inspected = new Map<string, InspectedFile>();
  for (const artifact of artifacts) {
    onStep(inspected.size, artifacts.length);
    inspected.set(artifact.file, await inspectArtifact(artifact.file, await artifact.read()));
  }
  return inspected;
}

/** Digests of a file, and what it says or why it was refused. */
export async function inspectArtifact(file: string, bytes: Uint8Array<ArrayBuffer>): Promise<InspectedFile> {
  const pointer = lfsPointerOf(bytes);
  if (pointer !== undefined) return { ...pointer, isLfsPointer: true };
  const pinned = { sha256: await sha256Hex(bytes), length: bytes.length };
  if (file.endsWith(PROTECTED)) return { ...pinned, ...(await lackOfProtection(file, bytes)) };
  try {
    return { ...pinned, facts: await readV8File(bytes) };
  } catch (error) {
    if (error instanceof CfeError) return { ...pinned, error: error.coded };
    throw error;
  }
}

/** Why a file is not as protected as its name says. */
async function lackOfProtection(
  file: string,
  bytes: Uint8Array,
): Promise<Pick<InspectedFile, 'unprotected'>> {
  try {
    await requireProtected(bytes, { file: path.posix.basename(file) });
    return {};
  } catch (error) {
    if (error instanceof LicenseError) return { unprotected: archiveFaultOf(error) };
    throw error;
  }
}
