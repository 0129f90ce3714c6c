import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { recoverContentKey, unlockFor } from '../../licensing/protect-file.ts';
import type { VendorSecrets } from '../../licensing/vendor-secrets.ts';
import { monthOf } from '../../license/month.ts';
import { openWithContentKey } from '../../license/protected-file.ts';
import type { UnlockDocument } from '../../model/documents.ts';
import type { ExtensionEntry, ReleaseEntry } from '../../model/release-tree.ts';
import type { Build } from '../../model/release.ts';
import { compareVersions, parseVersion } from '../../model/version.ts';
import { appendItem } from '../../source/index.ts';
import { EXIT, WrongUse } from '../session/exit-code.ts';
import { writeWhole } from '../../disk/files.ts';
import type { ShopOptions } from '../license/options.ts';
import { openSecrets } from '../license/secrets.ts';
import { readableTree, requireProducts, shopOf, type Shop } from '../license/shop.ts';
import type { Session } from '../session/session.ts';

/** Options of `product grant`. */
export interface GrantOptions extends ShopOptions {
  readonly extension: string;
  readonly version: readonly string[];
}

/** `vypusk product grant`: another product opens releases that were protected before; no file changes. */
export async function grantProduct(product: string, options: GrantOptions, session: Session): Promise<void> {
  const { world, text } = session;
  const shop = await shopOf(options, session);
  requireProducts([product], shop, session);
  const extension = await paidExtension(options, shop, session);
  const releases = releasesOf(extension, options.version, session);
  const secrets = await openSecrets(options, shop.licensing, session);
  let files = 0;
  for (const release of releases) files += await grantRelease(release, { product, shop, secrets });
  await listProduct(extension, product, shop);
  const done = { product, files };
  if (options.json) world.out(`${JSON.stringify(done, null, 2)}\n`);
  else if (files === 0) world.out(text.license.nothingGranted(product));
  else world.out(text.license.granted(done) + text.license.grantNext);
  session.finish(EXIT.fine);
}

async function paidExtension(
  { releases, extension: id }: GrantOptions,
  { root }: Shop,
  session: Session,
): Promise<ExtensionEntry> {
  const { license } = session.text;
  const { extensions } = await readableTree({ root, releases, only: new Set([id]) }, session);
  const [extension] = extensions;
  if (extension === undefined) throw new WrongUse(license.noExtension(id));
  if (extension.manifest.value.price !== 'paid') throw new WrongUse(license.notPaid(id));
  return extension;
}

function releasesOf(
  { releases }: ExtensionEntry,
  versions: readonly string[],
  { text }: Session,
): readonly ReleaseEntry[] {
  if (versions.length === 0) return releases;
  return versions.map((version) => {
    const found = releases.find(({ manifest }) => isVersion(manifest.value.version.text, version));
    if (found === undefined) throw new WrongUse(text.license.noRelease(version));
    return found;
  });
}

function isVersion(text: string, wanted: string): boolean {
  const [a, b] = [parseVersion(text), parseVersion(wanted)];
  return a !== undefined && b !== undefined && compareVersions(a, b) === 0;
}

/** What is given, and what it takes. */
interface Grant {
  readonly product: string;
  readonly shop: Shop;
  readonly secrets: VendorSecrets;
}

/** Adds the product to every protected file of a release that it does not open yet, and counts them. */
async function grantRelease(release: ReleaseEntry, grant: Grant): Promise<number> {
  const { file, value } = release.manifest;
  const manifest = path.join(grant.shop.root, file);
  let text = await readFile(manifest, 'utf8');
  let count = 0;
  for (const [index, build] of value.builds.entries()) {
    if (build.unlock === undefined || opens(build, grant.product)) continue;
    const item = { ...(await unlockOf(build, release, grant)) };
    text = appendItem(text, { kind: 'release', path: ['builds', index, 'unlock'], item });
    count++;
  }
  if (count > 0) await writeWhole(manifest, text);
  return count;
}

async function unlockOf(
  build: Build,
  { manifest, artifacts }: ReleaseEntry,
  { product, secrets }: Grant,
): Promise<UnlockDocument> {
  const key = await recoverContentKey(build, secrets);
  // Another vendor's secret gives a key too, and it opens nothing. A file that lies elsewhere cannot be tried.
  const artifact = artifacts.get(build.file);
  if (artifact !== undefined) await openWithContentKey(await artifact.read(), build, key);
  const month = monthOf(manifest.value.date);
  return unlockFor({ product, month }, { key, sha256: build.sha256 }, secrets);
}

const opens = ({ unlock = [] }: Build, product: string): boolean =>
  unlock.some((known) => known.product === product);

async function listProduct(extension: ExtensionEntry, product: string, { root }: Shop): Promise<void> {
  if (extension.manifest.value.products.includes(product)) return;
  const file = path.join(root, extension.manifest.file);
  const edit = { kind: 'extension', path: ['products'], item: product, whenAbsent: 'make' } as const;
  await writeWhole(file, appendItem(await readFile(file, 'utf8'), edit));
}
