import { downloadArtifact, type FileSource, type PartialFile } from '../verify/artifact.ts';
import { VerificationError } from '../verify/error.ts';
import type { ChosenBuild } from './choose-build.ts';

/** How files are had. */
export interface DownloadWorld {
  /** Where a file may be had, the preferred place first. */
  readonly sources: (chosen: ChosenBuild) => readonly FileSource[];
  readonly partial: PartialFile;
  readonly maxBytes: number;
}

/**
 * The bytes of a build, from the first place that has them as they are pinned; a download that was cut goes on where it
 * stopped, also at another place. Throws the `VerificationError` of the last place.
 */
export async function downloadBuild(
  chosen: ChosenBuild,
  { sources, ...world }: DownloadWorld,
): Promise<Uint8Array<ArrayBuffer>> {
  let refusal: unknown;
  for (const open of sources(chosen)) {
    try {
      return await downloadArtifact(chosen.build.file, chosen.build, { ...world, open });
    } catch (error) {
      if (!(error instanceof VerificationError)) throw error;
      refusal = error;
    }
  }
  throw refusal;
}
