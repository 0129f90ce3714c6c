import { downloadArtifact, type PartialFile } from '../verify/artifact.ts';
import { VerificationError } from '../verify/error.ts';
import { httpFile, type HttpOptions } from '../verify/http-fetcher.ts';
import { addressesOf, type ChosenBuild } from './choose-build.ts';

/** How files are had. */
export interface DownloadWorld {
  /** Address of the repository, ending with `/`. */
  readonly repository: URL;
  readonly http: HttpOptions;
  readonly partial: PartialFile;
  readonly maxBytes: number;
}

/**
 * The bytes of a build, from the first of its addresses that has them as they are pinned; a download that was cut goes
 * on where it stopped, also at another address. Throws the `VerificationError` of the last address.
 */
export async function downloadBuild(
  chosen: ChosenBuild,
  world: DownloadWorld,
): Promise<Uint8Array<ArrayBuffer>> {
  let refusal: unknown;
  for (const address of addressesOf(chosen, world.repository)) {
    try {
      const open = httpFile(address, chosen.build.length, world.http);
      return await downloadArtifact(chosen.build.file, chosen.build, { ...world, open });
    } catch (error) {
      if (!(error instanceof VerificationError)) throw error;
      refusal = error;
    }
  }
  throw refusal;
}
