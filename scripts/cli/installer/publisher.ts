import path from 'node:path';
import type { StampedPublisher } from '../../installer/publisher-module.ts';
import type { ReleaseTree } from '../../model/release-tree.ts';
import { openRootChain } from '../../signing/root-chain.ts';
import { readPendingRoot } from '../../signing/pending-root.ts';
import { directoryFiles, readReleaseTree } from '../../source/index.ts';
import { readRoots } from '../../publication/read-roots.ts';
import { WrongUse } from '../session/exit-code.ts';
import type { Session } from '../session/session.ts';
import { productVersion } from './product-version.ts';

/** Where the publisher is read from. */
export interface PublisherOptions {
  readonly releases: string;
  readonly trust?: string;
  readonly out: string;
  readonly mirror: readonly string[];
}

/** The publisher as the products will know him, and the extensions that he has. */
export interface FoundPublisher {
  readonly publisher: Omit<StampedPublisher, 'extension'>;
  readonly extensions: readonly string[];
}

/** Reads the publisher, and the newest root that is signed. Throws `WrongUse`, `PublishRefusal` for a broken chain. */
export async function findPublisher(options: PublisherOptions, session: Session): Promise<FoundPublisher> {
  const { world, text } = session;
  const { tree } = await readReleaseTree(directoryFiles(path.resolve(world.cwd, options.releases)));
  if (tree === undefined) throw new WrongUse(text.installer.noPublisher(options.releases));
  const { value } = tree.publisher;
  return {
    publisher: {
      id: value.id,
      name: value.name.ru ?? value.name.en ?? value.id,
      addresses: [value.url, ...options.mirror.map(withSlash)],
      licensePrefix: value.licensePrefix,
      channel: value.channels[0] ?? '',
      root: await newestRootBytes(options, session),
      version: await productVersion(),
    },
    extensions: extensionsOf(tree),
  };
}

const withSlash = (address: string): string => (address.endsWith('/') ? address : `${address}/`);

const extensionsOf = ({ extensions }: ReleaseTree): readonly string[] => extensions.map(({ id }) => id);

/** Bytes of the newest root of the trust folder; where it has none, of the published tree. */
async function newestRootBytes(
  { releases, trust, out }: PublisherOptions,
  { world, text }: Session,
): Promise<Uint8Array> {
  const folders = [trust ?? path.join(releases, 'trust'), path.join(out, 'metadata')];
  for (const folder of folders) {
    const roots = await readRoots(path.resolve(world.cwd, folder));
    if (roots.length === 0) continue;
    const { version } = openRootChain(roots).newest.signed;
    const newest = roots.find((root) => readPendingRoot(root).signed.version === version);
    if (newest) return newest;
  }
  throw new WrongUse(text.installer.noTrust(folders[0] ?? ''));
}
