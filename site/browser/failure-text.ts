import { wordClientFailure } from '../../scripts/wording/word-client-failure.ts';
import type { Reader } from '../views/reader.ts';

/** Why there is no answer, for a person. Failures that are none of the repository's are programming errors. */
export function failureText(error: unknown, { locale, texts }: Reader): string {
  const wording = wordClientFailure(error, locale);
  if (wording !== undefined) return `${wording.message} ${wording.cure}`.trim();
  return `${texts.fit.failed}: ${error instanceof Error ? error.message : String(error)}`;
}
