import type { WrittenRelease } from '../../source/index.ts';
import { LOCALES, type Locale } from '../../model/text.ts';
import { WrongUse } from '../session/exit-code.ts';
import { dayOf } from '../../model/day.ts';
import type { Session } from '../session/session.ts';
import { CLI_TEXTS } from '../text/text.ts';
import type { AdditionContext } from './addition-context.ts';
import { needsOf } from './file-needs.ts';
import type { OfferedFile } from './offered-file.ts';
import type { AddOptions } from './options.ts';

/** What a manifest says of a release as a whole: by options, else by what was told of its files, else by themselves. */
export function headOf(
  files: readonly OfferedFile[],
  { options, tree }: Pick<AdditionContext, 'options' | 'tree'>,
  { world, text }: Session,
): Omit<WrittenRelease, 'version' | 'builds'> {
  const days = files.map(
    ({ told, named, savedOn }) => told?.date ?? (named === 'by-folder' ? savedOn : undefined),
  );
  const importance = IMPORTANCE.find((known) => known === (options.importance ?? 'normal'));
  if (importance === undefined) throw new WrongUse(text.add.badImportance(options.importance ?? ''));
  return {
    date: options.date ?? days.find((day) => day !== undefined) ?? dayOf(world.now()),
    channel: options.channel ?? channelOf(files, tree.publisher.value.channels),
    ...(importance !== 'normal' && { importance }),
    ...needsOf(files.map(({ facts }) => facts)),
  };
}

const IMPORTANCE = ['normal', 'recommended', 'critical'] as const;

/** The most stable channel; what was a prerelease elsewhere goes to `beta`, or to the least stable one. */
function channelOf(files: readonly OfferedFile[], channels: readonly string[]): string {
  const [stable = 'stable'] = channels;
  if (!files.some(({ told }) => told?.isPrerelease)) return stable;
  return channels.find((channel) => channel === 'beta') ?? channels.at(-1) ?? stable;
}

/** Notes of a new release by language. Nobody is asked for notes of releases that were published elsewhere. */
export async function notesOf(
  file: OfferedFile,
  { options, isNew }: { readonly options: AddOptions; readonly isNew: boolean },
  session: Session,
): Promise<ReadonlyMap<Locale, string>> {
  const written = new Map<Locale, string>();
  for (const locale of isNew ? LOCALES : []) {
    const notes = await notesIn(locale, file, { options, session });
    if (notes !== undefined && notes !== '') written.set(locale, notes);
  }
  return written;
}

async function notesIn(
  locale: Locale,
  { told, version }: OfferedFile,
  { options, session }: { readonly options: AddOptions; readonly session: Session },
): Promise<string | undefined> {
  const given = { ru: options.notes, en: options.notesEn }[locale] ?? told?.notes?.get(locale);
  if (given !== undefined) return given;
  const { world, text } = session;
  // Nobody installs what nobody explained: that nothing is known is said in so many words.
  if (options.yes) return CLI_TEXTS[locale].add.noNotes(version.text);
  const question = { ru: text.add.askNotes, en: text.add.askNotesEn }[locale];
  return told === undefined ? world.terminal?.ask(question(version.text)) : undefined;
}
