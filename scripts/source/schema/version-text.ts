import { z } from 'zod';
import { parseRange, type VersionRange } from '../../model/version-range.ts';
import { parseVersion, type Version } from '../../model/version.ts';
import { remembered } from './remembered.ts';
import { text, type TextFormat } from './text-format.ts';

const versionOf = remembered(parseVersion);
const rangeOf = remembered(parseRange);

/** A field that holds a version; read as a `Version`. */
export const versionText = (): z.ZodPipe<z.ZodString, z.ZodTransform<Version, string>> =>
  parsed('version', versionOf);

/** A field that holds a range of versions; read as a `VersionRange`. */
export const rangeText = (): z.ZodPipe<z.ZodString, z.ZodTransform<VersionRange, string>> =>
  parsed('range', rangeOf);

function parsed<T>(
  format: TextFormat,
  parse: (text: string) => T | undefined,
): z.ZodPipe<z.ZodString, z.ZodTransform<T, string>> {
  return text(format).transform((written, context) => {
    const value = parse(written);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: format });
    return z.NEVER;
  });
}

/** A field that holds a day of the calendar; `2026-02-30` is none. */
export const dateText = (): z.ZodString => text('date').refine(isCalendarDay, 'date');

/** `Date` rolls days over (30 February is 2 March), so only a day that comes back unchanged exists. */
function isCalendarDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
