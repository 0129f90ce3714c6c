import { buildCatalog } from '../catalog/build-catalog.ts';
import type { CatalogBuild } from '../catalog/catalog-build.ts';
import { createRoot } from '../signing/create-root.ts';
import { seedSigner } from '../signing/seed-signer.ts';
import { signRepository, type SignedRepository } from '../signing/sign-repository.ts';
import type { Signer } from '../signing/signer.ts';
import type { ReleaseTree } from '../model/release-tree.ts';

/** Moment of every signature of a benchmark. */
export const NOW: Date = new Date('2026-11-20T12:00:00Z');

/** Keys of a benchmark; their seeds are no secret. */
export interface BenchKeys {
  readonly root: Signer;
  readonly online: Signer;
  readonly roots: readonly Uint8Array<ArrayBuffer>[];
}

/** Makes the keys and the first root. */
export async function benchKeys(): Promise<BenchKeys> {
  const root = await seedSigner(new Uint8Array(32).fill(1));
  const online = await seedSigner(new Uint8Array(32).fill(2));
  const one = (signer: Signer): { keys: [Signer['publicKey']]; threshold: number } => ({
    keys: [signer.publicKey],
    threshold: 1,
  });
  const duties = { root: one(root), publishing: one(online), timestamp: one(online) };
  return { root, online, roots: [await createRoot(duties, { signers: [root], now: NOW })] };
}

/** Documents of a generated tree. */
export const benchCatalog = (tree: ReleaseTree): CatalogBuild =>
  buildCatalog(tree, { readAgreement: () => new Uint8Array() });

/** Signs documents; what was published before may be given. */
export const benchSign = (
  { documents, heads, files }: CatalogBuild,
  keys: BenchKeys,
  previous?: SignedRepository,
): Promise<SignedRepository> =>
  signRepository({
    roots: keys.roots,
    documents,
    heads,
    files,
    fileExists: async () => true,
    previous:
      previous === undefined ? 'none' : async (name) => previous.files.get(`metadata/${encodeURI(name)}`),
    signers: [keys.online],
    now: NOW,
  });
