import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readRecoveryLines, recoveryLines } from '../../licensing/recovery-form.ts';
import { sealMaster } from '../../licensing/secrets-file.ts';
import { vendorSecrets } from '../../licensing/vendor-secrets.ts';
import { EXIT, WrongUse } from '../session/exit-code.ts';
import { fileSize, isFolder, writeWhole } from '../../disk/files.ts';
import { newPassphrase } from '../session/passphrase.ts';
import type { Session } from '../session/session.ts';
import { requireSecretPlace } from '../keys/secret-place.ts';
import type { ShopOptions } from './options.ts';
import { openMasterFile, secretsPath } from './secrets.ts';
import { shopOf, type Shop } from './shop.ts';

/** Readable and writable by their owner only. */
const SECRET_MODE = { mode: 0o600 };

/** What a recovery form says. */
export interface FormContent {
  readonly master: Uint8Array;
  readonly keyid: string;
  readonly shop: Pick<Shop, 'prefix'>;
}

/** Writes the recovery form: nothing protects it but the place where it is kept. */
export async function writeForm(
  file: string,
  { master, keyid, shop }: FormContent,
  { text }: Session,
): Promise<void> {
  const content = { publisher: shop.prefix, keyid, lines: recoveryLines(master) };
  await writeWhole(file, text.license.form(content), SECRET_MODE);
}

/** Options of `license form`. */
export interface FormOptions extends ShopOptions {
  readonly out: string;
}

/** `vypusk license form`: the recovery form of the secret, written only where it is asked for. */
export async function form(options: FormOptions, session: Session): Promise<void> {
  const { world, text } = session;
  const shop = await shopOf(options, session);
  const file = path.resolve(world.cwd, options.out);
  await requireSecretPlace(file, session);
  const master = await openMasterFile(options, session);
  const { keyid } = await vendorSecrets(master);
  await writeForm(file, { master, keyid, shop }, session);
  master.fill(0);
  world.out(text.license.formWritten(path.relative(world.cwd, file)));
  session.finish(EXIT.fine);
}

/** Options of `license recover`. */
export interface RecoverOptions extends ShopOptions {
  readonly form: string;
}

/** `vypusk license recover`: the secret from its form, under a new passphrase. */
export async function recover(options: RecoverOptions, session: Session): Promise<void> {
  const { world, text } = session;
  const file = secretsPath(options, session);
  await requireSecretPlace(file, session);
  const typed = path.resolve(world.cwd, options.form);
  if ((await fileSize(typed)) === undefined) throw new WrongUse(text.message.noFile(options.form));
  const master = readRecoveryLines(await readFile(typed, 'utf8'));
  const passphrase = await newPassphrase(options, session);
  await writeWhole(file, await sealMaster(master, { passphrase, random: world.random }), SECRET_MODE);
  const { keyid } = await vendorSecrets(master);
  master.fill(0);
  world.out(text.license.recovered(path.relative(world.cwd, file), keyid));
  const standing = await standingOf(keyid, options, session);
  (standing === 'listed' ? world.out : world.err)(text.license.recoveredKey[standing]);
  session.finish(EXIT.fine);
}

/** Whether licences of a key are believed. The secret of a publisher whose releases are elsewhere comes back as well. */
async function standingOf(
  key: string,
  options: RecoverOptions,
  session: Session,
): Promise<keyof Session['text']['license']['recoveredKey']> {
  if (!(await isFolder(path.resolve(session.world.cwd, options.releases)))) return 'unknown';
  const { licensing } = await shopOf(options, session);
  return licensing?.keys.some(({ keyid }) => keyid === key) ? 'listed' : 'foreign';
}
