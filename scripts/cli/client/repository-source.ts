import path from 'node:path';
import { openBundle } from '../../client/bundle-reader.ts';
import { addressesOf, filePath, type ChosenBuild } from '../../client/choose-build.ts';
import type { FileSource } from '../../verify/artifact.ts';
import { httpFile } from '../../verify/http-fetcher.ts';
import type { Fetcher, World as VerificationWorld } from '../../verify/world.ts';
import { WrongUse } from '../session/exit-code.ts';
import { readBounded } from '../session/read-bounded.ts';
import { httpOptions, repositoryAddress, repositoryFetcher } from '../session/network.ts';
import type { Session } from '../session/session.ts';
import type { ClientOptions } from './options.ts';

/** Where a client gets everything from: an address, or one file that was carried in. */
export interface RepositorySource {
  readonly fetch: Fetcher;
  /** Places of the file of a build, the preferred one first. */
  readonly files: (chosen: ChosenBuild) => readonly FileSource[];
  /** A bundle is as old as it is: its age is shown and stops nothing. */
  readonly expiry: VerificationWorld['expiry'];
}

/** Bytes of a bundle that are read into memory at once. */
const MAX_BUNDLE_BYTES = 512 * 1024 * 1024;

/** The source that the options name: exactly one of `--url` and `--bundle`. Throws `WrongUse`, `ClientError`. */
export async function repositorySource(
  { url, bundle }: Pick<ClientOptions, 'url' | 'bundle'>,
  session: Session,
): Promise<RepositorySource> {
  if (url !== undefined && bundle === undefined) return atAddress(url, session);
  if (bundle === undefined || url !== undefined) throw new WrongUse(session.text.message.oneSource);
  const file = path.resolve(session.world.cwd, bundle);
  const { fetch, open } = await openBundle(await readBounded(file, MAX_BUNDLE_BYTES));
  return { fetch, files: (chosen) => [open(filePath(chosen), chosen.build.length)], expiry: 'inform' };
}

function atAddress(url: string, { world }: Session): RepositorySource {
  const http = httpOptions(world);
  return {
    fetch: repositoryFetcher(url, world),
    files: (chosen) =>
      addressesOf(chosen, repositoryAddress(url)).map((address) =>
        httpFile(address, chosen.build.length, http),
      ),
    expiry: 'enforce',
  };
}
