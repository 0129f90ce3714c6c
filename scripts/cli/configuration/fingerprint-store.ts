import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Fingerprint } from '../../compatibility/fingerprint.ts';
import { compareVersionTexts } from '../../compatibility/judge.ts';
import { parseVersion } from '../../model/version.ts';
import { WrongUse } from '../session/exit-code.ts';
import { isAbsence, writeWhole } from '../../disk/files.ts';
import type { Session } from '../session/session.ts';

const ENDING = '.json.gz';

/** Bytes of one fingerprint, unpacked: ERP takes 150 MB. */
const UNPACKED_LIMIT = 512 * 1024 * 1024;

/** Longest name of a configuration; 1C allows 80 characters. */
const MAX_NAME = 128;

/** Names become folders: a letter first, then letters, digits and underscores, as 1C has it. */
const NAME = /^[\p{L}_][\p{L}\p{Nd}_]*$/u;

/** Folder of one configuration's fingerprints; refuses what is no name of a configuration. */
export function fingerprintFolder(folder: string, name: string, { text, world }: Session): string {
  if (!NAME.test(name) || name.length > MAX_NAME) throw new WrongUse(text.configuration.badName(name));
  return path.resolve(world.cwd, folder, name);
}

/** Writes a fingerprint as `<folder>/<version>.json.gz` and tells the file. */
export async function writeFingerprint(
  folder: string,
  fingerprint: Fingerprint,
  { text }: Session,
): Promise<string> {
  if (parseVersion(fingerprint.version) === undefined)
    throw new WrongUse(text.configuration.badVersion(fingerprint.version));
  const file = path.join(folder, `${fingerprint.version}${ENDING}`);
  await writeWhole(file, await promisify(gzip)(`${JSON.stringify(fingerprint)}\n`, { level: 9 }));
  return file;
}

/** Versions that have a fingerprint, oldest first; none where the folder is not there. */
export async function knownVersions(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isAbsence(error)) return [];
    throw error;
  });
  return names
    .filter((name) => name.endsWith(ENDING))
    .map((name) => name.slice(0, -ENDING.length))
    .filter((version) => parseVersion(version) !== undefined)
    .toSorted(compareVersionTexts);
}

/** One fingerprint. A file that is none, or of other rules, is wrong use: it has to be made again. */
export async function readFingerprint(
  folder: string,
  version: string,
  { text }: Session,
): Promise<Fingerprint> {
  const file = path.join(folder, `${version}${ENDING}`);
  try {
    const unpacked = await promisify(gunzip)(await readFile(file), { maxOutputLength: UNPACKED_LIMIT });
    const value: unknown = JSON.parse(unpacked.toString('utf8'));
    if (isFingerprint(value, version)) return value;
  } catch (error) {
    throw new WrongUse(text.configuration.badFingerprint(file), { cause: error });
  }
  throw new WrongUse(text.configuration.badFingerprint(file));
}

/** The shape as far as it is read without being looked at again. */
function isFingerprint(value: unknown, version: string): value is Fingerprint {
  if (!isRecord(value) || !isRecord(value['objects']) || !isRecord(value['modules'])) return false;
  const isHead = value['formatVersion'] === 1 && value['rules'] === 1 && value['version'] === version;
  const modes = [value['compatibilityMode'], value['extensionCompatibilityMode']];
  return (
    isHead &&
    modes.every((mode) => typeof mode === 'string') &&
    Object.values(value['objects']).every((object) => isRecord(object) && isRecord(object['parts'])) &&
    Object.values(value['modules']).every((module) => module === null || isModule(module))
  );
}

const isModule = (module: unknown): boolean => isRecord(module) && Object.values(module).every(isMethod);

const isMethod = (method: unknown): boolean =>
  isRecord(method) &&
  typeof method['parameters'] === 'number' &&
  Array.isArray(method['directives']) &&
  ['sort', 'signature', 'code', 'text'].every((member) => typeof method[member] === 'string');

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
