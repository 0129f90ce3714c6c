import type { ExtensionFacts } from '../cfe/index.ts';
import { compareText } from '../model/problem.ts';
import type { Locale } from '../model/text.ts';
import type { ChangedBuild } from './changed-builds.ts';
import { MAX_NAMES } from './limits.ts';
import { code, plain } from './markdown.ts';
import { passportChanges, type PassportChanges } from './passport-changes.ts';
import { REPORT_WORDS } from './words.ts';
import type { ReportWords } from './words.ru.ts';

/** One file of a release: its size, and what it does that the one before it did not. */
export function buildText(build: ChangedBuild, locale: Locale): string {
  const words = REPORT_WORDS[locale];
  const lines = [
    `**${code(build.build.file)}** — ${sizeText(build, words)}`,
    build.previous === undefined ? words.first : words.comparedWith(code(build.previous.version)),
    '',
    ...itemsOf(build, words).map((item) => `- ${item}`),
  ];
  return [lines.join('\n'), ...leftoversText(build, words)].join('\n\n');
}

function sizeText({ build, previous }: ChangedBuild, words: ReportWords): string {
  const bytes = grouped(build.length);
  if (previous === undefined || previous.build.length === 0) return words.size(bytes);
  const percent = Math.round((build.length / previous.build.length - 1) * 100);
  return words.sizeChange(bytes, `${percent > 0 ? '+' : ''}${percent} %`, code(previous.version));
}

/** `1 234 567`, with spaces that do not break; the same on every machine. */
const grouped = (bytes: number): string => String(bytes).replace(/\B(?=(?:\d{3})+$)/g, '\u00a0');

function itemsOf(build: ChangedBuild, words: ReportWords): readonly string[] {
  const { passport, facts, previous } = build;
  if (passport === undefined) return [words.unknownFile];
  const changes = passportChanges(previous?.passport, passport);
  const items = [
    ...changedNames(changes, words),
    ...(changesStructure(build) ? [words.dataStructure] : []),
    ...changedCode(build, words),
    ...(facts?.roleRights ?? [])
      .slice(0, MAX_NAMES)
      .map(({ role, granted, objects }) => words.rights(code(role), granted, objects)),
    ...changes.properties.map(
      ({ name, before, after }) => `${words.property[name]}: ${code(before)} → ${code(after)}`,
    ),
  ];
  return items.length === 0 ? [words.same] : items;
}

/** Whether this file changes tables that the one before it left otherwise. By passports alone that is taken for granted. */
function changesStructure({ passport, facts, previous }: ChangedBuild): boolean {
  if (passport?.changesDataStructure !== true) return previous?.passport?.changesDataStructure === true;
  if (facts === undefined || previous?.facts === undefined) return true;
  return structureText(facts) !== structureText(previous.facts);
}

const structureText = ({ dataStructureChanges }: ExtensionFacts): string =>
  dataStructureChanges
    .map((change) => JSON.stringify(change))
    .sort(compareText)
    .join('\n');

/** Modules whose text is another one, where both files could be read. */
function changedCode({ facts, previous }: ChangedBuild, words: ReportWords): readonly string[] {
  if (facts === undefined || previous?.facts === undefined) return [];
  const before = digestsOf(previous.facts);
  const now = digestsOf(facts);
  const paths = [...new Set([...before.keys(), ...now.keys()])].sort(compareText);
  const changed = paths.filter((path) => before.get(path) !== now.get(path));
  return changed.length === 0 ? [] : [`${words.code} (${changed.length}): ${namesText(changed, words)}`];
}

const digestsOf = ({ modules }: ExtensionFacts): ReadonlyMap<string, string> =>
  new Map(modules.filter(({ blank }) => !blank).map(({ path, digest }) => [path, digest]));

function changedNames(changes: PassportChanges, words: ReportWords): readonly string[] {
  const lists: readonly (readonly [title: string, names: readonly string[]])[] = [
    [words.opens, changes.routes.added],
    [words.opensNoMore, changes.routes.removed],
    [words.grants, changes.roles.added],
    [words.grantsNoMore, changes.roles.removed],
    [words.intercepts, changes.interceptions.added],
    [words.interceptsNoMore, changes.interceptions.removed],
    [words.adds, changes.own.added],
    [words.drops, changes.own.removed],
    [words.adopts, changes.adopted.added],
    [words.adoptsNoMore, changes.adopted.removed],
  ];
  return lists.flatMap(([title, names]) =>
    names.length === 0 ? [] : [`${title} (${names.length}): ${namesText(names, words)}`],
  );
}

function namesText(names: readonly string[], words: ReportWords): string {
  const shown = names.slice(0, MAX_NAMES).map(code);
  const more = names.length - shown.length;
  return [...shown, ...(more > 0 ? [words.more(more)] : [])].join(', ');
}

function leftoversText({ build, facts }: ChangedBuild, words: ReportWords): readonly string[] {
  const { pieces = 0, bytes = 0 } = facts?.leftovers ?? {};
  if (pieces === 0) return [];
  return [
    build.leftovers === undefined
      ? words.leftovers(pieces, bytes)
      : words.leftoversKnown(plain(build.leftovers)),
  ];
}
