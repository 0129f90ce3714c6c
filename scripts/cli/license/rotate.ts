import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { LicenseError } from '../../license/error.ts';
import { openWithContentKey } from '../../license/protected-file.ts';
import { renewLicense } from '../../licensing/license-entry.ts';
import { recoverContentKey, unlockFor } from '../../licensing/protect-file.ts';
import type { VendorSecrets } from '../../licensing/vendor-secrets.ts';
import type { ReleaseEntry, ReleaseTree } from '../../model/release-tree.ts';
import type { Build } from '../../model/release.ts';
import { setItems } from '../../source/index.ts';
import { EXIT, WrongUse } from '../session/exit-code.ts';
import { writeWhole } from '../../disk/files.ts';
import { startProgress } from '../session/progress.ts';
import type { Session } from '../session/session.ts';
import type { ShopOptions } from './options.ts';
import { readRegister, writeLicense } from './register.ts';
import { openOwnSecrets, openSecrets } from './secrets.ts';
import { readableTree, shopOf, type Shop } from './shop.ts';

/** Options of `license rotate`. */
export interface RotateOptions extends ShopOptions {
  /** File of the secret that is given up. */
  readonly from: string;
  /** Its passphrase, where it is another one: whoever gives a secret up seldom keeps the words. */
  readonly fromPassphraseFile?: string;
}

/** The secret that is given up, and the one that takes its place. */
interface Rotation {
  readonly shop: Shop;
  readonly old: VendorSecrets;
  readonly fresh: VendorSecrets;
}

/**
 * `vypusk license rotate`: everything that one secret holds, under another. Keys of customers stay as they are, and so
 * do the files. Can be repeated after it was interrupted: what is done already is left alone.
 */
export async function rotate(options: RotateOptions, session: Session): Promise<void> {
  const { world, text } = session;
  const shop = await shopOf(options, session);
  const fresh = await openSecrets(options, shop.licensing, session);
  const { from, fromPassphraseFile: passphraseFile } = options;
  const former = { ...options, secrets: from, ...(passphraseFile !== undefined && { passphraseFile }) };
  const old = await openOwnSecrets(former, session);
  // The last step drops the key of the former secret.
  if (old.keyid === fresh.keyid) throw new WrongUse(text.license.sameSecret);
  const rotation = { shop, old, fresh };
  const tree = await readableTree({ root: shop.root, releases: options.releases }, session);
  const files = await resealFiles(tree, rotation);
  const licenses = await renewLicenses(rotation, session);
  await dropKey(rotation);
  const done = { licenses, files };
  world.out(options.json ? `${JSON.stringify(done, null, 2)}\n` : text.license.rotated(done));
  session.finish(EXIT.fine);
}

async function resealFiles({ extensions }: ReleaseTree, rotation: Rotation): Promise<number> {
  let count = 0;
  for (const release of extensions.flatMap(({ releases }) => releases)) {
    count += await resealRelease(release, rotation);
  }
  return count;
}

async function resealRelease(release: ReleaseEntry, rotation: Rotation): Promise<number> {
  const { file, value } = release.manifest;
  const manifest = path.join(rotation.shop.root, file);
  let text = await readFile(manifest, 'utf8');
  let count = 0;
  for (const [index, build] of value.builds.entries()) {
    if (build.unlock === undefined || (await opens(build, release, rotation.fresh))) continue;
    const items = await resealed(build, rotation);
    text = setItems(text, { kind: 'release', path: ['builds', index, 'unlock'], items });
    count++;
  }
  if (count > 0) await writeWhole(manifest, text);
  return count;
}

/** Whether a secret opens the file already. One that lies elsewhere cannot be tried. */
async function opens(build: Build, { artifacts }: ReleaseEntry, secrets: VendorSecrets): Promise<boolean> {
  const artifact = artifacts.get(build.file);
  if (artifact === undefined) return false;
  try {
    await openWithContentKey(await artifact.read(), build, await recoverContentKey(build, secrets));
    return true;
  } catch (error) {
    if (error instanceof LicenseError) return false;
    throw error;
  }
}

async function resealed({ unlock = [], ...build }: Build, { old, fresh }: Rotation) {
  const key = await recoverContentKey({ ...build, unlock }, old);
  const seals = unlock.map((lock) => unlockFor(lock, { key, sha256: build.sha256 }, fresh));
  return (await Promise.all(seals)).map((seal) => ({ ...seal }));
}

async function renewLicenses(
  { shop: { root, today }, old, fresh }: Rotation,
  { world, text }: Session,
): Promise<number> {
  const progress = startProgress(text.license.importing, world);
  const { entries } = await readRegister({ root, secrets: old }, () => undefined);
  for (const [index, entry] of entries.entries()) {
    progress.step(index, entries.length);
    await writeLicense(renewLicense(entry, today), { root, secrets: fresh, random: world.random });
  }
  progress.end();
  return entries.length;
}

/** The last step: from now on licences of the old key are refused. */
async function dropKey({ shop: { root, licensing }, old }: Rotation): Promise<void> {
  const kept = (licensing?.keys ?? []).filter(({ keyid }) => keyid !== old.keyid);
  const file = path.join(root, 'licensing.yaml');
  const items = kept.map((key) => ({ ...key }));
  await writeWhole(
    file,
    setItems(await readFile(file, 'utf8'), { kind: 'licensing', path: ['keys'], items }),
  );
}
