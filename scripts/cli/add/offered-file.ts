import path from 'node:path';
import { CfeError, readV8File, type ExtensionFacts } from '../../cfe/index.ts';
import { compareText } from '../../model/problem.ts';
import type { IsoDate } from '../../model/release.ts';
import type { Locale } from '../../model/text.ts';
import { compareVersions, type Version } from '../../model/version.ts';
import { sha256Hex } from '../../verify/digest.ts';
import { isFolder, listFiles } from '../../disk/files.ts';
import { startProgress } from '../session/progress.ts';
import { readArtifact } from '../inspect/read-artifact.ts';
import { refusalOf } from '../inspect/refusal.ts';
import type { Session } from '../session/session.ts';
import type { AddOptions } from './options.ts';
import { releaseVersion } from './release-version.ts';

/** A `.cfe` that a vendor wants to release, and what it says about itself. */
export interface OfferedFile {
  /** Absolute path. */
  readonly path: string;
  /** Name without folders. */
  readonly name: string;
  readonly sha256: string;
  readonly length: number;
  readonly facts: ExtensionFacts;
  readonly version: Version;
  /** What the file says of its version, where that is another text. */
  readonly fileVersion?: string;
  /** The version is a day, not what the vendor counts by. */
  readonly isDated?: true;
  /** Day on which the newest part of the file was saved, by the clock of whoever saved it. */
  readonly savedOn?: IsoDate;
  /** Named itself, or found in a folder of old releases. */
  readonly named: 'itself' | 'by-folder';
  readonly told?: ToldOfFile;
}

/** A file that cannot be added, and the sentence that says why. */
export interface LeftFile {
  readonly file: OfferedFile;
  readonly why: string;
}

/** What was said of a file where it came from. Options say it louder. */
export interface ToldOfFile {
  readonly date?: IsoDate;
  readonly isPrerelease?: boolean;
  /** Cleaned: they may be published. */
  readonly notes?: ReadonlyMap<Locale, string>;
  readonly title?: string;
  readonly summary?: string;
}

type VersionOptions = Pick<AddOptions, 'version' | 'versionFrom' | 'yes'>;

/** Files that can be released, oldest version first, and the sentences about those that cannot. */
export interface Gathered {
  readonly offered: readonly OfferedFile[];
  readonly refused: readonly string[];
}

/** Reads every named file, and every `.cfe` below every named folder. */
export async function gatherFiles(
  named: readonly string[],
  options: VersionOptions,
  session: Session,
): Promise<Gathered> {
  const places = (await Promise.all(named.map((name) => placesOf(name, session)))).flat();
  const progress = startProgress(session.text.message.reading, session.world);
  const offered: OfferedFile[] = [];
  const refused: string[] = [];
  for (const [index, place] of places.entries()) {
    progress.step(index, places.length);
    const read = await readOffered(place, options, session);
    if (typeof read === 'string') refused.push(read);
    else offered.push(read);
  }
  progress.end();
  return { offered: offered.toSorted(oldestFirst), refused };
}

type Place = Pick<OfferedFile, 'path' | 'named'>;

async function placesOf(name: string, { world }: Session): Promise<readonly Place[]> {
  const absolute = path.resolve(world.cwd, name);
  if (!(await isFolder(absolute))) return [{ path: absolute, named: 'itself' }];
  const files = (await listFiles(absolute)).filter((file) => file.toLowerCase().endsWith('.cfe'));
  return files.map((file) => ({ path: path.join(absolute, file), named: 'by-folder' }));
}

/** The file, or a sentence that says why it cannot be released. */
async function readOffered(
  place: Place,
  options: VersionOptions,
  session: Session,
): Promise<OfferedFile | string> {
  const { world, text, locale } = session;
  const shown = path.relative(world.cwd, place.path);
  try {
    const bytes = await readArtifact(place.path, shown, session);
    const facts = await readV8File(bytes);
    if (facts.type !== 'ConfigurationExtension') return text.add.notExtension(shown, facts.type);
    const version = await releaseVersion(shown, facts, { options, session });
    if (version === undefined) return text.add.versionUnusable(shown, facts.version);
    const savedOn = facts.entryTimes?.[1].slice(0, 10);
    const pinned = { name: path.basename(place.path), sha256: await sha256Hex(bytes), length: bytes.length };
    return { ...place, ...pinned, facts, ...version, ...(savedOn !== undefined && { savedOn }) };
  } catch (error) {
    if (error instanceof CfeError)
      return text.message.refused(shown, refusalOf(error, locale).message).trimEnd();
    throw error;
  }
}

const oldestFirst = (a: OfferedFile, b: OfferedFile): number =>
  compareVersions(a.version, b.version) || compareText(a.path, b.path);
