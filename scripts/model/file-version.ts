import { makeVersion, parseVersion, type Version } from './version.ts';

/** How the canonical version of a release was found in what a file says of its own. */
export type VersionOrigin =
  /** The file says it, in this spelling or another of the same version. */
  | 'spelling'
  /** A calendar day: year, month and day are the parts. */
  | 'date'
  /** A version with something behind or before it. */
  | 'within'
  /** The file says nothing; its newest entry was saved on that day. */
  | 'entry-time';

/** A version for the repository, and why it is this one. */
export interface ProposedVersion {
  readonly version: Version;
  readonly because: VersionOrigin;
}

/** Longest text of a file's version that is looked at. */
const MAX_LENGTH = 1000;

const YEAR_FIRST = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?!\d)/;
const DAY_FIRST = /^(\d{2})([-./])(\d{2})\2(\d{4})(?!\d)/;
const WITHIN = /\d+(?:\.\d+){0,3}/;

/**
 * The version under which a file may be released that says `text` of itself: `2021-03-03` is `2021.3.3`,
 * `1.4.2 - 2020-05-01` is `1.4.2`. `undefined` where the text holds no number: then a person says it.
 */
export function proposeVersion(text: string): ProposedVersion | undefined {
  const told = text.slice(0, MAX_LENGTH).trim();
  // 10.11.2019 could be read as a version too, but next to 2019.12.1 it would be the newer one for ever.
  const day = dayIn(told);
  if (day !== undefined) return { version: day, because: 'date' };
  const same = parseVersion(told);
  if (same !== undefined) return { version: same, because: 'spelling' };
  const numbers = WITHIN.exec(told)?.[0];
  const version = numbers === undefined ? undefined : makeVersion(numbers.split('.').map(Number));
  return version && { version, because: 'within' };
}

/** The day of a moment (ISO, `2021-03-03T10:15:00`) as a version: `2021.3.3`. */
export function versionOfMoment(moment: string): ProposedVersion | undefined {
  const version = dayIn(moment);
  return version && { version, because: 'entry-time' };
}

/** A day of this or the last century that the text begins with, as a version. */
function dayIn(text: string): Version | undefined {
  const [, first = '', , month = '', last = ''] = YEAR_FIRST.exec(text) ?? DAY_FIRST.exec(text) ?? [];
  const [year, day] = first.length === 4 ? [first, last] : [last, first];
  return isDay(Number(year), Number(month), Number(day))
    ? makeVersion([Number(year), Number(month), Number(day)])
    : undefined;
}

function isDay(year: number, month: number, day: number): boolean {
  if (year < 1990 || year > 2099) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** What a release and its builds say of the version inside their files. */
interface SaysVersion {
  readonly version: string;
  readonly fileVersion?: string;
  readonly builds: readonly { readonly fileVersion?: string }[];
}

/** Texts under which an infobase may report a release: the files' own, or else the release's version. */
export const reportedVersions = ({ version, fileVersion, builds }: SaysVersion): ReadonlySet<string> => {
  const usual = fileVersion ?? version;
  return new Set(builds.length === 0 ? [usual] : builds.map((build) => build.fileVersion ?? usual));
};
