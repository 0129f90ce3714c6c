import type { Passport, PassportObject } from '../../scripts/model/passport.ts';
import { compareText } from '../../scripts/model/problem.ts';
import { CHANGE_HEADINGS as HEADINGS, type ChangeHeading } from '../i18n/changes-texts.ts';
import { passportView } from './passport.ts';
import type { Reader } from './reader.ts';

/** What appeared and what went away under one heading. */
export interface ChangeGroup {
  readonly title: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** What changed in one file since an older release. */
export interface FileChanges {
  readonly file: string;
  /** Sentences about the file as a whole. */
  readonly facts: readonly string[];
  /** Empty when nothing of this changed. */
  readonly groups: readonly ChangeGroup[];
}

/** A file of a release with its passport. */
export interface DescribedFile {
  readonly file: string;
  readonly passport: Passport;
}

/** What the passport of the newer file says that the older one's did not, and the other way round. */
export function fileChanges(newer: DescribedFile, older: Passport, reader: Reader): FileChanges {
  const [now, before] = [linesOf(newer.passport, reader), linesOf(older, reader)];
  return {
    file: newer.file,
    facts: factsOf(newer.passport, older, reader),
    groups: HEADINGS.map((heading) => ({
      title: reader.texts.changes.headings[heading],
      ...difference(now[heading], before[heading]),
    })).filter(({ added, removed }) => added.length + removed.length > 0),
  };
}

function difference(
  newer: readonly string[],
  older: readonly string[],
): Pick<ChangeGroup, 'added' | 'removed'> {
  const [now, before] = [new Set(newer), new Set(older)];
  return {
    added: [...now].filter((line) => !before.has(line)).toSorted(compareText),
    removed: [...before].filter((line) => !now.has(line)).toSorted(compareText),
  };
}

/** What a file contains, one line for each thing, under the headings. */
function linesOf(passport: Passport, reader: Reader): Readonly<Record<ChangeHeading, readonly string[]>> {
  const { interceptions, services, roles } = passportView('', passport, reader);
  const objects = (belonging: PassportObject['belonging']): readonly string[] =>
    passport.objects
      .filter((object) => object.belonging === belonging)
      .map((object) => objectText(object, reader));
  return {
    own: objects('own'),
    adopted: objects('adopted'),
    interceptions: interceptions.map(({ where, method, how }) => `${where}: ${method} (${how})`),
    routes: services.flatMap(({ routes }) => routes),
    roles,
  };
}

const objectText = ({ kind, name }: PassportObject, { texts }: Reader): string =>
  `${texts.passport.kinds.get(kind)?.one ?? kind} ${name}`;

function factsOf(newer: Passport, older: Passport, { texts }: Reader): readonly string[] {
  const words = texts.changes;
  const [mode, oldMode] = [newer.extensionCompatibilityMode, older.extensionCompatibilityMode];
  return [
    newer.sha256 === older.sha256 ? words.sameFile : undefined,
    newer.changesDataStructure && !older.changesDataStructure ? words.startsChangingData : undefined,
    !newer.changesDataStructure && older.changesDataStructure ? words.stopsChangingData : undefined,
    mode === oldMode ? undefined : words.mode(oldMode, mode),
  ].filter((fact) => fact !== undefined);
}
