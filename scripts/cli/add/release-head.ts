import type { WrittenRelease } from '../../source/index.ts';
import { WrongUse } from '../session/exit-code.ts';
import { dayOf } from '../../model/day.ts';
import type { Session } from '../session/session.ts';
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
  { told, version }: OfferedFile,
  { options, isNew }: { readonly options: AddOptions; readonly isNew: boolean },
  { world, text }: Session,
): Promise<ReadonlyMap<'ru' | 'en', string>> {
  if (!isNew) return new Map();
  const terminal = told === undefined ? world.terminal : undefined;
  const ru =
    options.notes ?? told?.notes?.get('ru') ?? (await terminal?.ask(text.add.askNotes(version.text)));
  const en =
    options.notesEn ?? told?.notes?.get('en') ?? (await terminal?.ask(text.add.askNotesEn(version.text)));
  const written = [['ru', ru ?? ''] as const, ['en', en ?? ''] as const];
  return new Map(written.filter(([, notes]) => notes !== ''));
}
