import { signName } from '../decide/conflict.ts';
import type { ConflictDocument, MigrationDocument } from '../model/migration-document.ts';
import { inLocale, type Locale, type LocalizedText } from '../model/text.ts';
import type { ChangedModules, ModuleChange } from './changed-modules.ts';
import { code, plain } from './markdown.ts';
import type { Section } from './section.ts';
import { REPORT_WORDS } from './words.ts';

/** What a change says of other modules: whom the extension refuses, and how one moves to it. Nothing: no section. */
export function modulesSection(changed: readonly ChangedModules[], locale: Locale): readonly Section[] {
  if (changed.length === 0) return [];
  const blocks = changed.flatMap(({ extension, conflicts, migrations }) => [
    ...conflicts.map(({ change, conflict }) => conflictText({ extension, change, locale }, conflict)),
    ...migrations.map(({ change, migration }) => migrationText({ extension, change, locale }, migration)),
  ]);
  return [{ name: 'modules', head: [`### ${REPORT_WORDS[locale].modules}`], blocks, kind: 'paragraphs' }];
}

/** What a block says something of. */
interface Subject {
  readonly extension: string;
  readonly change: ModuleChange;
  readonly locale: Locale;
}

function conflictText({ extension, change, locale }: Subject, conflict: ConflictDocument): string {
  const said = REPORT_WORDS[locale].conflict[change][conflict.action];
  const versions = 'extension' in conflict ? conflict.versions : undefined;
  const name = [signName(conflict), ...(versions === undefined ? [] : [versions])].map(code).join(' ');
  return `${code(extension)} — ${said}: ${name}\n> ${plain(inLocale(conflict.reason, locale))}`;
}

function migrationText({ extension, change, locale }: Subject, migration: MigrationDocument): string {
  const words = REPORT_WORDS[locale];
  const say = (text: LocalizedText): string => plain(inLocale(text, locale));
  const head = `${code(extension)} — ${words.migration[change]}: ${code(migration.from)} ${say(migration.title)}`;
  if (change === 'removed') return head;
  const items = [
    ...migration.limits.map(({ what, consequence }) => words.limit(say(what), say(consequence))),
    ...migration.scenarios.map(({ title, steps }) => words.scenario(say(title), steps.length)),
    ...migration.mappings.map(({ title, source, target }) =>
      words.mapping(say(title), code(source.name), code(target.name)),
    ),
  ];
  return `${head}\n\n${items.map((item) => `- ${item}`).join('\n')}`;
}
