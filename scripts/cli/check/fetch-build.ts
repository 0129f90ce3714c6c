import type { FetchBuild } from '../../publication/fetch-builds.ts';
import { VerificationError } from '../../verify/error.ts';
import { download, DownloadFailure } from '../session/download.ts';
import type { World } from '../session/world.ts';

/** Gets a file from an address that a stranger wrote: HTTPS, the public internet alone, within a limit. */
export const fetchBuildWith =
  ({ fetchPublic }: Pick<World, 'fetchPublic'>): FetchBuild =>
  async (url, maxBytes) => {
    try {
      return await download({ url: new URL(url), maxBytes, accept: '*/*' }, { fetch: fetchPublic });
    } catch (error) {
      if (error instanceof DownloadFailure) throw new Error(error.reason, { cause: error });
      if (error instanceof VerificationError) throw new Error(error.code, { cause: error });
      throw error;
    }
  };
