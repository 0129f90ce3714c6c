import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { compareText } from '../../model/problem.ts';
import { openKeyFile, sealKeyFile } from '../../signing/key-file.ts';
import { SEED_BYTES, seedSigner } from '../../signing/seed-signer.ts';
import type { Signer } from '../../signing/signer.ts';
import { WrongUse } from '../session/exit-code.ts';
import { isFolder, writeWhole } from '../../disk/files.ts';
import { readBounded } from '../session/read-bounded.ts';
import type { Session } from '../session/session.ts';
import { requireSecretPlace } from './secret-place.ts';

/** Duties that a key can have in a repository. */
export const DUTIES = ['root', 'publishing', 'timestamp'] as const;

/** One of them. */
export type Duty = (typeof DUTIES)[number];

/** Ending of private key files. */
export const KEY_FILE_ENDING = '.key.json';

/** `publishing.key.json`, and after a rotation `publishing.3f2a9c11.key.json` beside it. */
const KEY_FILE = /^(root|publishing|timestamp)(\.[0-9a-f]{8})?\.key\.json$/;

const MAX_KEY_FILE_BYTES = 4096;

/** The key files of a folder that have one of the duties, by name. A key that a root no longer lists signs nothing. */
export async function keyFilesOf(
  folder: string,
  duties: readonly Duty[],
  { world, text }: Session,
): Promise<readonly string[]> {
  const absolute = path.resolve(world.cwd, folder);
  if (!(await isFolder(absolute))) throw new WrongUse(text.message.noFolder(folder));
  const names = (await readdir(absolute)).filter((name) =>
    duties.some((duty) => KEY_FILE.exec(name)?.[1] === duty),
  );
  return names.sort(compareText).map((name) => path.join(absolute, name));
}

/** The signers of key files that share a passphrase. */
export async function signersFromFiles(
  files: readonly string[],
  passphrase: string,
): Promise<readonly Signer[]> {
  const signers: Signer[] = [];
  // One after the other: opening each takes 128 MiB on purpose.
  for (const file of files) signers.push(await signerFromFile(file, passphrase));
  return signers;
}

/** The signer of one key file. */
export async function signerFromFile(file: string, passphrase: string): Promise<Signer> {
  return withSeed(file, passphrase, seedSigner);
}

/** Uses the seed of a key file and overwrites it afterwards. */
export async function withSeed<T>(
  file: string,
  passphrase: string,
  use: (seed: Uint8Array) => T | Promise<T>,
): Promise<T> {
  const seed = await openKeyFile(await readBounded(file, MAX_KEY_FILE_BYTES), passphrase);
  try {
    return await use(seed);
  } finally {
    seed.fill(0);
  }
}

/** Where a new key goes, and what protects it. */
export interface NewKey {
  readonly passphrase: string;
  readonly random: (length: number) => Uint8Array;
  /** Path of its file, which may depend on what key it became; a file that is there is never overwritten. */
  readonly fileOf: (signer: Signer) => string;
}

/** Makes a key and keeps its private half in a file that only its owner can read. Throws `WrongUse`, `KeyError`. */
export async function makeKey({ passphrase, random, fileOf }: NewKey, session: Session): Promise<Signer> {
  const seed = random(SEED_BYTES);
  try {
    const signer = await seedSigner(seed);
    const file = fileOf(signer);
    await requireSecretPlace(file, session);
    await writeWhole(file, await sealKeyFile({ seed, passphrase, random }), { mode: 0o600 });
    return signer;
  } finally {
    seed.fill(0);
  }
}

/** First digits of a key id: enough to tell a person's keys apart. */
export const shortId = (keyid: string): string => keyid.slice(0, 8);
