import type { ExtensionFacts } from '../../cfe/index.ts';
import type { ProposalText } from '../../github/proposal.ts';
import type { ExtensionEntry, ReleaseEntry } from '../../model/release-tree.ts';
import { inLocale, LOCALES, type Locale } from '../../model/text.ts';
import { code, plain, tableHead, tableRow } from '../../report/markdown.ts';
import type { OfferedFile } from '../add/offered-file.ts';
import { CLI_TEXTS } from '../text/text.ts';
import type { SubmitText } from '../text/submit.ru.ts';

/** A release that is proposed. */
export interface ProposedRelease {
  readonly extension: ExtensionEntry;
  readonly release: ReleaseEntry;
}

/** What a pull request proposes. */
export interface Proposed {
  readonly releases: readonly ProposedRelease[];
  readonly offered: readonly OfferedFile[];
  /** The publisher's first language. */
  readonly locale: Locale;
  /** Languages in which notes must exist. */
  readonly locales: readonly Locale[];
}

/** First line of a body, by which people see who made it. */
const MARKER = '<!-- vypusk:submit -->';

/** Releases whose facts are written out; the report has the rest. */
const MAX_TOLD = 10;

/** Names in one list. */
const MAX_NAMES = 20;

/** UTF-16 units of a title. */
const MAX_TITLE = 200;

/** Title and body of the pull request. Names come out of files of strangers and are shown as names. */
export function proposalText(proposed: Proposed): ProposalText {
  const text = CLI_TEXTS[proposed.locale].submit;
  const told = proposed.releases.slice(0, MAX_TOLD);
  const left = proposed.releases.length - told.length;
  const body = [
    `${MARKER}\n${text.opening}`,
    `## ${text.added}\n\n${tableHead(text.columns)}\n${told.flatMap((one) => rows(one, proposed)).join('\n')}`,
    ...(left > 0 ? [text.more(left)] : []),
    `## ${text.says}\n\n${told
      .flatMap((one) => filesOf(one, proposed))
      .map((file) => sayings(file, text))
      .join('\n\n')}`,
    `## ${text.checklist}\n\n${checklist(proposed, text).join('\n')}`,
  ];
  return { title: titleOf(proposed, text).slice(0, MAX_TITLE), body: `${body.join('\n\n')}\n` };
}

function titleOf({ releases, locale }: Proposed, text: SubmitText): string {
  const names = new Set(releases.map(({ extension }) => inLocale(extension.manifest.value.title, locale)));
  const versions = releases.map(({ release }) => release.folder).join(', ');
  const [name = ''] = names;
  // A title is no Markdown, but GitHub makes links of what looks like one.
  return names.size === 1 && releases.length <= 4
    ? text.title(name.replace(/\s+/g, ' '), versions).replace(/[@#]/g, '$&\u200b')
    : text.titleMany(releases.length);
}

function rows({ extension, release }: ProposedRelease, { locale }: Proposed): readonly string[] {
  const { version, channel, date, builds } = release.manifest.value;
  return builds.map(({ file, length, configurations }) =>
    tableRow([
      plain(inLocale(extension.manifest.value.title, locale)),
      code(version.text),
      code(channel),
      code(date),
      code(file),
      String(length),
      configurations.map((one) => code(`${one.name} ${one.version.text}`)).join('<br>'),
    ]),
  );
}

const filesOf = ({ release }: ProposedRelease, { offered }: Proposed): readonly OfferedFile[] =>
  offered.filter(({ sha256 }) =>
    release.manifest.value.builds.some((build) => (build.clear?.sha256 ?? build.sha256) === sha256),
  );

function sayings(file: OfferedFile, text: SubmitText): string {
  const facts = factRows(file.facts, text).map(([label, value]) => `- ${label}: ${value}`);
  return [`**${code(file.name)}**\n`, `- ${text.facts.sha256}: ${code(file.sha256)}`, ...facts].join('\n');
}

function factRows(facts: ExtensionFacts, text: SubmitText): readonly (readonly [string, string])[] {
  const { facts: label } = text;
  const rows: readonly (readonly [string, string])[] = [
    [label.name, code(facts.name)],
    [label.vendor, facts.vendor === '' ? '' : plain(facts.vendor)],
    [label.purpose, code(facts.purpose)],
    [label.mode, code(facts.extensionCompatibilityMode)],
    [label.interceptions, String(facts.interceptions.length)],
    [label.http, names(facts.httpServices.map(({ rootUrl }) => `/hs/${rootUrl}`))],
    [label.roles, names(facts.defaultRoles)],
    [label.dataStructure, facts.changesDataStructure ? text.yes : text.no],
  ];
  return rows.filter(([, value]) => value !== '');
}

const names = (all: readonly string[]): string =>
  all.slice(0, MAX_NAMES).map(code).join(', ') + (all.length > MAX_NAMES ? ', …' : '');

function checklist({ releases, locales }: Proposed, text: SubmitText): readonly string[] {
  const missing = releases.flatMap(({ extension, release }) =>
    LOCALES.filter((one) => locales.includes(one) && release.notes.every(({ locale }) => locale !== one)).map(
      (one) => text.notesMissing(code(`extensions/${extension.id}/${release.folder}/notes.${one}.md`)),
    ),
  );
  return [...missing.slice(0, MAX_NAMES), ...text.checks].map((item) => `- [ ] ${item}`);
}
