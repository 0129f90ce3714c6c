import { hashedMethods, type HashedMethod, type TextHash } from '../bsl/hashed-method.ts';
import type { Fingerprint, ObjectFingerprint } from '../compatibility/fingerprint.ts';
import { SourceError, type TreeFiles } from '../source/index.ts';
import { dumpPlace } from './dump-place.ts';
import { walkDump, type DumpFile, type KnownFolders } from './walk-dump.ts';
import { readMetadataRecord, type MetadataRecord } from './metadata-record.ts';

/** Bytes of one file of a dump: the largest module and record seen are below 5 MB. */
const FILE_LIMIT = 32 * 1024 * 1024;

/** Files of former versions, by the digests of their contents or, where the source keeps none, of their texts. */
export interface KnownFiles {
  readonly folders: KnownFolders;
  readonly modules: Map<string, Readonly<Record<string, HashedMethod>>>;
  readonly objects: Map<string, ObjectFingerprint>;
}

/** What a reader is asked for besides the dump. */
export interface DumpReading {
  readonly hash: TextHash;
  /** Name and version where the dump's own are not to be used. */
  readonly name?: string | undefined;
  readonly version?: string | undefined;
  /** What was read before, by the digest of its text: the next version costs only what changed. */
  readonly known?: KnownFiles;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Fingerprint of a configuration that was dumped to files. One file at a time is in memory, and nothing of its text is
 * kept.
 *
 * @throws {SourceError} for a file that is too large or unreadable
 */
export async function readDump(files: TreeFiles, reading: DumpReading): Promise<Fingerprint | undefined> {
  const dump = await walkDump(files, reading.known?.folders);
  const textOf = async ({ path }: DumpFile): Promise<string> =>
    new TextDecoder().decode(await files.read(path, FILE_LIMIT));
  if (dump === undefined) return undefined;
  const objects = new Map<string, ObjectFingerprint>();
  const modules: [string, Fingerprint['modules'][string]][] = [];
  let root: MetadataRecord | undefined;
  for (const [index, file] of dump.files.entries()) {
    reading.onProgress?.(index, dump.files.length);
    const place = dumpPlace(file.path.slice(dump.root.length));
    if (place === undefined) continue;
    if (place.is === 'module' && place.isProtected) {
      modules.push([place.path, null]);
      continue;
    }
    const read = (): Promise<string> => textOf(file);
    if (place.is === 'module') modules.push([place.path, await methodsOfModule(file, read, reading)]);
    else if (place.is === 'root') root = readMetadataRecord(file.path, await read());
    else objects.set(place.path, await objectOf(file, read, reading));
  }
  if (root === undefined) throw new SourceError('file-not-found', { file: 'Configuration' });
  return fingerprintOf(root, { objects, modules }, reading);
}

function fingerprintOf(
  { properties }: MetadataRecord,
  {
    objects,
    modules,
  }: {
    readonly objects: ReadonlyMap<string, ObjectFingerprint>;
    readonly modules: readonly [string, Fingerprint['modules'][string]][];
  },
  { name, version }: DumpReading,
): Fingerprint {
  return {
    formatVersion: 1,
    rules: 1,
    name: name ?? properties.get('Name') ?? '',
    version: version ?? properties.get('Version') ?? '',
    compatibilityMode: dumpMode(properties.get('CompatibilityMode')),
    extensionCompatibilityMode: dumpMode(properties.get('ConfigurationExtensionCompatibilityMode')),
    objects: sorted(objects),
    modules: sorted(readable(modules)),
  };
}

function methodsOfModule(
  { id }: DumpFile,
  read: () => Promise<string>,
  { hash, known }: DumpReading,
): Promise<Readonly<Record<string, HashedMethod>>> {
  const make = (text: string) => Object.fromEntries(hashedMethods(text, hash));
  return remembered(known?.modules, { id, read, hash, make });
}

function objectOf(
  { id, path }: DumpFile,
  read: () => Promise<string>,
  { hash, known }: DumpReading,
): Promise<ObjectFingerprint> {
  const make = (text: string): ObjectFingerprint => {
    const { uuid, parts } = readMetadataRecord(path, text);
    return { uuid, parts };
  };
  return remembered(known?.objects, { id, read, hash, make });
}

interface Remembering<T> {
  readonly id: string | undefined;
  readonly read: () => Promise<string>;
  readonly hash: TextHash;
  readonly make: (text: string) => T;
}

/** By its id a file is known unread, else by the digest of its text. */
async function remembered<T>(
  known: Map<string, T> | undefined,
  { id, read, hash, make }: Remembering<T>,
): Promise<T> {
  const unread = id === undefined ? undefined : known?.get(id);
  if (unread !== undefined) return unread;
  const text = await read();
  const key = id ?? hash(text);
  const found = known?.get(key) ?? make(text);
  known?.set(key, found);
  return found;
}

/** A module that is there as text and compiled can be read. */
function readable(
  modules: readonly [string, Fingerprint['modules'][string]][],
): ReadonlyMap<string, Fingerprint['modules'][string]> {
  const found = new Map<string, Fingerprint['modules'][string]>();
  for (const [path, methods] of modules) if (methods !== null || !found.has(path)) found.set(path, methods);
  return found;
}

/** EDT writes `8.3.24` where Designer writes `Version8_3_24`. */
const dumpMode = (mode = ''): string =>
  /^\d+\.\d+\.\d+$/.test(mode) ? `Version${mode.replaceAll('.', '_')}` : mode;

const sorted = <T>(map: ReadonlyMap<string, T>): Readonly<Record<string, T>> =>
  Object.fromEntries([...map].toSorted(([a], [b]) => (a < b ? -1 : 1)));
