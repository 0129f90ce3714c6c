import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { parseLicenseKey } from '../../license/license-key.ts';
import { recordAccess } from '../../license/record-access.ts';
import { LicensingError } from '../../licensing/error.ts';
import type { LicenseEntry } from '../../licensing/license-entry.ts';
import { licenseFiles, type LicenseWorld } from '../../licensing/license-files.ts';
import { COPY_ENDING, copyPath, MAX_COPY_BYTES, openCopy } from '../../licensing/sealed-copy.ts';
import type { VendorSecrets } from '../../licensing/vendor-secrets.ts';
import { compareText } from '../../model/problem.ts';
import { WrongUse } from '../session/exit-code.ts';
import { directoryFiles, type TreeFiles } from '../../source/index.ts';
import { fileSize, isFolder, writeWhole } from '../../disk/files.ts';
import { readBounded } from '../session/read-bounded.ts';
import type { OnStep } from '../../publication/progress.ts';
import type { Session } from '../session/session.ts';

/** The vendor's licences: his sealed copies below a release tree, and what opens them. */
export interface Register {
  readonly root: string;
  readonly secrets: VendorSecrets;
}

/** What names a licence: its id, the beginning of it, or a whole locator. Every key is longer than an id. */
const ID_PREFIX = /^(?:[0-9a-f]{2,16}|[0-9a-f]{40})$/i;

/**
 * The licence of a name: its id (or the beginning of it), or its key. Throws LicensingError `license-not-found`,
 * `license-copy-unreadable`; LicenseError for a mistyped key; `WrongUse` for the beginning of several ids.
 */
export async function findLicense(
  name: string,
  { root, secrets }: Register,
  session: Session,
): Promise<LicenseEntry> {
  const locator = ID_PREFIX.test(name)
    ? await locatorOfId(name.toLowerCase(), root, session)
    : (await recordAccess(await parseLicenseKey(name))).locator;
  const file = path.join(root, copyPath(locator));
  // A key may not be shown, the place of its record may.
  if ((await fileSize(file)) === undefined) throw new LicensingError('license-not-found', { name: locator });
  return openCopy(await readBounded(file, MAX_COPY_BYTES), locator, secrets);
}

async function locatorOfId(id: string, root: string, { text }: Session): Promise<string> {
  const folder = path.join(root, 'licenses', id.slice(0, 2));
  const names = (await isFolder(folder)) ? await readdir(folder) : [];
  const found = names.filter((name) => name.startsWith(id) && name.endsWith(COPY_ENDING));
  if (found.length > 1) throw new WrongUse(text.license.manyLicenses(id));
  const [name] = found;
  if (name === undefined) throw new LicensingError('license-not-found', { name: id });
  return path.basename(name, COPY_ENDING);
}

/** Licences that were read, and copies that another vendor sealed, or somebody damaged. */
export interface RegisterReading {
  /** By id. */
  readonly entries: readonly LicenseEntry[];
  /** Paths relative to the release tree. */
  readonly unreadable: readonly string[];
}

/** Every licence of the vendor. In a shared repository the copies of others lie beside his own. */
export async function readRegister({ root, secrets }: Register, onStep: OnStep): Promise<RegisterReading> {
  const files = directoryFiles(root);
  const copies = await copiesIn(files);
  const entries: LicenseEntry[] = [];
  const unreadable: string[] = [];
  for (const [index, copy] of copies.entries()) {
    onStep(index, copies.length);
    const bytes = await files.read(copy, MAX_COPY_BYTES);
    const entry = readCopy(bytes, path.posix.basename(copy, COPY_ENDING), secrets);
    if (entry === undefined) unreadable.push(copy);
    else entries.push(entry);
  }
  return { entries: entries.sort((a, b) => compareText(a.id, b.id)), unreadable };
}

/** Paths of all sealed copies of a release tree. */
async function copiesIn(files: TreeFiles): Promise<readonly string[]> {
  const copies: string[] = [];
  for (const folder of await files.list('licenses')) {
    if (folder.kind !== 'folder') continue;
    const entries = await files.list(`licenses/${folder.name}`);
    const found = entries.filter(({ name, kind }) => kind === 'file' && name.endsWith(COPY_ENDING));
    copies.push(...found.map(({ name }) => `licenses/${folder.name}/${name}`));
  }
  return copies;
}

function readCopy(bytes: Uint8Array, locator: string, secrets: VendorSecrets): LicenseEntry | undefined {
  try {
    return openCopy(bytes, locator, secrets);
  } catch (error) {
    if (error instanceof LicensingError) return undefined;
    throw error;
  }
}

/** Writes the vendor's copy of a licence and the customer's record, and tells where, relative to the tree. */
export async function writeLicense(
  entry: LicenseEntry,
  { root, ...world }: LicenseWorld & Pick<Register, 'root'>,
): Promise<readonly string[]> {
  const files = await licenseFiles(entry, world);
  for (const { path: file, bytes } of files) await writeWhole(path.join(root, file), bytes);
  return files.map(({ path: file }) => file);
}
