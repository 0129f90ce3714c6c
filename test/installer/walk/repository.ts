import { createHash } from 'node:crypto';
import { readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { readV8File } from '../../../scripts/cfe/index.ts';
import { listFiles } from '../../../scripts/disk/files.ts';
import type { StampedPublisher } from '../../../scripts/installer/publisher-module.ts';
import { seller, succeed, type Seller } from '../../cli/seller.ts';
import {
  startServer,
  understandBenchFile,
  type ExtensionFile,
  type LoopbackServer,
} from '../../onec/index.ts';

/** Name under which the infobases of the walks reach the repository. */
export const HOST = 'repo.example';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A repository that the command line built, served on loopback. */
export interface Repository {
  readonly shop: Seller;
  readonly server: LoopbackServer;
  /** Whose products are assembled, with the first root. */
  readonly publisher: StampedPublisher;
  /** What our own reader says of the `.cfe` files that the vendor keeps. */
  readonly understand: (bytes: Uint8Array) => ExtensionFile | undefined;
  /** Reads a served file. */
  readonly served: (name: string) => Promise<Buffer>;
  /** Builds again, as CI does; an extension file added since is understood. */
  readonly build: (argv?: readonly string[]) => Promise<void>;
  /** Addresses asked since the last time, oldest first. */
  readonly asked: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** Makes the infobases understand a file that the vendor keeps nowhere. */
export type Learn = (bytes: Uint8Array) => Promise<void>;

/** Builds the demonstration with what `prepare` adds to it, and serves it. Close it after. */
export async function repository(
  prepare: (shop: Seller, learn: Learn) => Promise<void> = () => Promise.resolve(),
): Promise<Repository> {
  const shop = await seller();
  const known = new Map<string, ExtensionFile>();
  const build = async (argv: readonly string[] = []): Promise<void> => {
    await succeed(argv.length === 0 ? shop.build() : shop.sell(['build', ...argv]));
    await describeAll(shop, known);
  };
  await prepare(shop, (bytes) => learnFile(bytes, known));
  await build();
  const server = startServer({ root: shop.file('checkout/dist') });
  const root = new Uint8Array(await readFile(shop.file('checkout/releases/trust/1.root.json')));
  let seen = 0;
  return {
    shop,
    server,
    publisher: publisherWith(root),
    understand: (bytes) => known.get(sha256(bytes)) ?? understandBenchFile(bytes),
    served: (name) => readFile(shop.file(path.join('checkout/dist', name))),
    build,
    asked: () => {
      const all = server.requests().map(({ url }) => url);
      const fresh = all.slice(seen);
      seen = all.length;
      return fresh;
    },
    close: () => {
      server.close();
      return shop.leave();
    },
  };
}

const publisherWith = (root: Uint8Array): StampedPublisher => ({
  id: 'romashka',
  name: 'Ромашка Софт',
  addresses: [`https://${HOST}/`],
  licensePrefix: 'ROMASHKA',
  root,
  version: '0.1.0',
  channel: 'stable',
  extension: 'crm-connector',
});

/** Reads every extension file of the vendor's tree, and those that he sells. */
async function describeAll(shop: Seller, known: Map<string, ExtensionFile>): Promise<void> {
  const folders = ['checkout/releases', 'files'];
  for (const folder of folders) {
    const names = await listFiles(shop.file(folder)).catch(() => []);
    for (const name of names.filter((one) => one.endsWith('.cfe'))) {
      await learnFile(new Uint8Array(await readFile(shop.file(path.join(folder, name)))), known);
    }
  }
}

async function learnFile(bytes: Uint8Array, known: Map<string, ExtensionFile>): Promise<void> {
  if (!known.has(sha256(bytes))) known.set(sha256(bytes), await described(bytes));
}

async function described(bytes: Uint8Array): Promise<ExtensionFile> {
  const facts = await readV8File(bytes);
  if (facts.type !== 'ConfigurationExtension') throw new Error('no extension');
  return { name: facts.name, version: facts.version, changesData: facts.changesDataStructure };
}

/** Takes releases away, as if they had not come out yet; the answer brings them back. */
export async function withhold(shop: Seller, releases: readonly string[]): Promise<() => Promise<void>> {
  const places = releases.map((release) => ({
    shown: shop.file(`checkout/releases/extensions/${release}`),
    hidden: shop.file(release.replaceAll('/', '-')),
  }));
  for (const { shown, hidden } of places) await rename(shown, hidden);
  return async () => {
    for (const { shown, hidden } of places) await rename(hidden, shown);
  };
}
