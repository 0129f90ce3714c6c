import { WrongUse } from './exit-code.ts';
import type { Session } from './session.ts';

/** Exact moments only: a date without a time or zone would mean another moment on another machine. */
const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** The moment that `--now` names (a bare day is its midnight in UTC), or what the clock shows. */
export function momentOf(
  text: string | undefined,
  { world, text: texts }: Pick<Session, 'world' | 'text'>,
): Date {
  if (text === undefined) return world.now();
  const moment = new Date(MOMENT.test(text) ? text : Number.NaN);
  if (Number.isNaN(moment.getTime())) throw new WrongUse(texts.message.badMoment(text));
  return moment;
}
