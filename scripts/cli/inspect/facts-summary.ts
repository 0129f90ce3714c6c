import type { ExtensionFacts, ObjectFacts, V8Facts } from '../../cfe/index.ts';
import { forTerminal, wordCfeWarning } from '../../wording/index.ts';
import type { InspectText } from '../text/inspect.ru.ts';
import type { Session } from '../session/session.ts';

/** Facts of a file for a person at a terminal; every text from the file is escaped. */
export function factsSummary(file: string, facts: V8Facts, session: Session): string {
  const { inspect } = session.text;
  const lines = [
    ...rowsOf(facts, session).map(
      ([label, value]) => `  ${label.padEnd(inspect.width)}${forTerminal(value)}`,
    ),
    ...facts.warnings.map((warning) => `  ! ${forTerminal(wordCfeWarning(warning, session.locale).message)}`),
  ];
  return `${file}\n${lines.join('\n')}\n`;
}

type Row = readonly [label: string, value: string];

function rowsOf(facts: V8Facts, session: Session): readonly Row[] {
  const { inspect } = session.text;
  const rows: Row[] = [
    [inspect.type, facts.type],
    [inspect.name, facts.name],
    [inspect.synonym, Object.values(facts.synonym).join(' / ')],
    [inspect.comment, facts.comment],
  ];
  if ('version' in facts) {
    rows.push([inspect.version, facts.version], [inspect.vendor, facts.vendor]);
    rows.push([inspect.mode, facts.compatibilityMode], [inspect.writer, facts.writer.platform]);
    rows.push([inspect.objects, objectsText(facts.objects)]);
  }
  if (facts.type === 'ConfigurationExtension') rows.push(...extensionRows(facts, session));
  const closed = facts.modules.filter((module) => module.protected).length;
  if (closed > 0) rows.push([inspect.closed, String(closed)]);
  return rows.filter(([, value]) => value !== '');
}

function extensionRows(facts: ExtensionFacts, { text: { inspect } }: Session): readonly Row[] {
  return [
    [inspect.prefix, facts.prefix],
    [inspect.purpose, purposeText(facts, inspect)],
    [inspect.extensionMode, facts.extensionCompatibilityMode],
    [inspect.roles, facts.defaultRoles.join(', ')],
    ...facts.httpServices.map((service): Row => [inspect.http, `/hs/${service.rootUrl}`]),
    ...facts.interceptions.map(({ kind, module, method }): Row => [
      inspect.interception,
      `${kind} ${module}.${method}`,
    ]),
    [inspect.dataStructure, facts.changesDataStructure ? inspect.yes : inspect.no],
  ];
}

/** In words; a code that the reader does not know gets no guess. */
function purposeText({ purpose, warnings }: ExtensionFacts, { purposes }: InspectText): string {
  return warnings.some(({ code }) => code === 'purpose-unknown') ? purposes.unknown : purposes[purpose];
}

/** `Catalog 3 (2 adopted), Role 1` */
function objectsText(objects: readonly ObjectFacts[]): string {
  const kinds = [...Map.groupBy(objects, ({ kind }) => kind)];
  return kinds
    .map(([kind, all]) => {
      const own = all.filter(({ belonging }) => belonging === 'own').length;
      return own === all.length ? `${kind} ${own}` : `${kind} ${own}+${all.length - own}`;
    })
    .join(', ');
}

/** Memory that the file carries and nobody wrote, piece by piece: for the eyes of its vendor, never for a log. */
export function leftoversText(file: string, facts: V8Facts, { text: { inspect } }: Session): string {
  const { pieces, bytes, sample } = facts.leftovers;
  if (pieces === 0) return `${file}\n  ${inspect.noLeftovers}\n`;
  const more = pieces > sample.length ? [`  ${inspect.moreLeftovers(pieces - sample.length)}`] : [];
  const shown = sample.map((piece, index) => `  ${index + 1}. …${forTerminal(piece)}…`);
  return [file, `  ${inspect.leftovers(pieces, bytes)}`, ...shown, ...more, ''].join('\n');
}
