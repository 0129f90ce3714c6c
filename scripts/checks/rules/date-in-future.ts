import { datesIn } from '../dates.ts';
import type { Rule } from '../rule.ts';

/**
 * A release dated ahead takes its place among licences' months before it exists. One day ahead is let pass: today is
 * reckoned in UTC, and Kamchatka is twelve hours ahead of it.
 */
export const dateInFuture: Rule<'date-in-future'> = {
  code: 'date-in-future',
  severity: 'error',
  *check(context) {
    const latest = dayAfter(context.now);
    for (const { field, date, place } of datesIn(context)) {
      if (date > latest) yield { place: place(), args: { field, date, now: context.now } };
    }
  },
};

const DAY_MS = 24 * 60 * 60 * 1000;

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
