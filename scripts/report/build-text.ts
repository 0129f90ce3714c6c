import type { Locale } from '../model/text.ts';
import type { ChangedBuild } from './changed-builds.ts';
import { MAX_NAMES } from './limits.ts';
import { code } from './markdown.ts';
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

function itemsOf({ passport, facts, previous }: ChangedBuild, words: ReportWords): readonly string[] {
  if (passport === undefined) return [words.unknownFile];
  const changes = passportChanges(previous?.passport, passport);
  const items = [
    ...changedNames(changes, words),
    ...(passport.changesDataStructure ? [words.dataStructure] : []),
    ...(facts?.roleRights ?? [])
      .slice(0, MAX_NAMES)
      .map(({ role, granted, objects }) => words.rights(code(role), granted, objects)),
    ...changes.properties.map(
      ({ name, before, after }) => `${words.property[name]}: ${code(before)} → ${code(after)}`,
    ),
  ];
  return items.length === 0 ? [words.same] : items;
}

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

function leftoversText({ facts }: ChangedBuild, words: ReportWords): readonly string[] {
  const { pieces = 0, bytes = 0 } = facts?.leftovers ?? {};
  return pieces === 0 ? [] : [words.leftovers(pieces, bytes)];
}
