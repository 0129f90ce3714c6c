import path from 'node:path';
import { sealMaster } from '../../licensing/secrets-file.ts';
import { MASTER_BYTES, vendorSecrets } from '../../licensing/vendor-secrets.ts';
import { readFile } from 'node:fs/promises';
import { appendItem, newLicensingManifest } from '../../source/index.ts';
import { EXIT, WrongUse } from '../session/exit-code.ts';
import { writeWhole } from '../../disk/files.ts';
import { newPassphrase } from '../session/passphrase.ts';
import type { Session } from '../session/session.ts';
import { requireSecretPlace } from '../keys/secret-place.ts';
import type { ShopOptions } from './options.ts';
import { writeForm } from './recovery.ts';
import { secretsPath } from './secrets.ts';
import { shopOf, type Shop } from './shop.ts';

/** Options of `license init`. */
export interface InitOptions extends ShopOptions {
  /** File for the recovery form. */
  readonly form?: string;
  /** A second secret beside one that is sold with: another vendor's, or one that takes its place. */
  readonly another?: true;
}

/** Readable and writable by their owner only. */
const SECRET_MODE = { mode: 0o600 };

/** `vypusk license init`: the vendor's secret, after saying what losing it means; its public half in `licensing.yaml`. */
export async function init(options: InitOptions, session: Session): Promise<void> {
  const { world, text } = session;
  const shop = await shopOf(options, session);
  const file = secretsPath(options, session);
  const form = options.form === undefined ? undefined : path.resolve(world.cwd, options.form);
  for (const place of form === undefined ? [file] : [file, form]) await requireSecretPlace(place, session);
  if (form !== undefined && isSamePlace(file, form)) throw new WrongUse(text.license.formIsSecret);
  const { keys = [] } = shop.licensing ?? {};
  if (keys.length > 0 && !options.another) throw new WrongUse(text.license.soldAlready);
  world.err(text.license.beforeInit);
  const passphrase = await newPassphrase(options, session);
  const master = world.random(MASTER_BYTES);
  const { keyid, public: publicHalf } = await vendorSecrets(master);
  await writeWhole(file, await sealMaster(master, { passphrase, random: world.random }), SECRET_MODE);
  if (form !== undefined) await writeForm(form, { master, keyid, shop }, session);
  master.fill(0);
  const manifest = await listKey({ keyid, public: publicHalf }, shop);
  world.out(
    text.license.made({
      secrets: path.relative(world.cwd, file),
      licensing: path.relative(world.cwd, manifest),
      form: form && path.relative(world.cwd, form),
    }),
  );
  session.finish(EXIT.fine);
}

/** Whether one file would be written over the other, also where file systems take case and composition for nothing. */
const isSamePlace = (...places: readonly [string, string]): boolean =>
  new Set(places.map((place) => place.normalize('NFC').toLowerCase())).size === 1;

/** Adds a key to those whose licences are believed. */
async function listKey(
  key: { readonly keyid: string; readonly public: string },
  { root, licensing }: Shop,
): Promise<string> {
  const file = path.join(root, 'licensing.yaml');
  const text =
    licensing === undefined
      ? newLicensingManifest({ keys: [key] })
      : appendItem(await readFile(file, 'utf8'), { kind: 'licensing', path: ['keys'], item: key });
  await writeWhole(file, text);
  return file;
}
