import type { z } from 'zod';
import { startOf } from '../../model/problem.ts';
import type { Passport } from '../../model/passport.ts';
import { entryPath } from '../files/tree-path.ts';
import { LIMITS } from '../limits.ts';
import { passportSchema } from '../schema/passport-schema.ts';
import { sourceProblem, type SourceProblem } from '../source-problem.ts';
import { decodeText } from '../yaml/read-yaml.ts';
import { readFile, type TreeContext } from './tree-context.ts';

/** Ending of a passport's file name after the name of the file it describes. */
export const PASSPORT_ENDING = '.passport.json';

/** Passports of a release folder by the file they describe; unusable ones are reported and left out. */
export async function readPassports(
  context: TreeContext,
  path: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, Passport>> {
  const passports = new Map<string, Passport>();
  for (const name of names) {
    const read = await readFile(context, entryPath(path, name), LIMITS.passportBytes);
    const passport = read && parsePassport(read.path, read.bytes, context.problems);
    if (passport !== undefined) passports.set(name.slice(0, -PASSPORT_ENDING.length), passport);
  }
  return passports;
}

/** Reads `<file>.passport.json` strictly, or adds to `problems` every field that is wrong. */
export function parsePassport(
  file: string,
  bytes: Uint8Array,
  problems: SourceProblem[],
): Passport | undefined {
  const value = parseJson(decodeText(bytes));
  const result = passportSchema.safeParse(value);
  if (result.success) return result.data;
  const fields = value === undefined ? [''] : result.error.issues.map(fieldOf);
  for (const field of fields.slice(0, LIMITS.problemsPerFile)) {
    problems.push(sourceProblem('passport-invalid', startOf(file), { field }));
  }
  return undefined;
}

/** Path of the wrong field, of the unknown one where it is one too many. */
const fieldOf = (issue: z.core.$ZodIssue): string =>
  [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])]
    .map(String)
    .join('.');

function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
