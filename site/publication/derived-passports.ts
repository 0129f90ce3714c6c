import { readFileSync } from 'node:fs';
import { passportSchema } from '../../scripts/source/schema/passport-schema.ts';
import { z } from 'zod';
import type { Passport } from '../../scripts/model/passport.ts';

/** Pairs of a path in the release tree and what the file there says of itself, as `vypusk build` writes them. */
const pairsSchema = z.array(z.tuple([z.string(), passportSchema]));

/**
 * Passports of files that have none beside them. Opening every file again would take longer than drawing the pages;
 * `vypusk build` has read them all, and hands over what it found.
 */
export const derivedPassports = (file: string | undefined): ReadonlyMap<string, Passport> =>
  new Map(file === undefined ? [] : pairsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))));
