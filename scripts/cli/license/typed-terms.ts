import type { Terms } from '../../licensing/license-entry.ts';
import { readTerms } from '../../licensing/terms.ts';
import { WrongUse } from '../session/exit-code.ts';
import type { Session } from '../session/session.ts';
import type { TermsOptions } from './options.ts';

/** The terms that the options say. Throws `WrongUse`. */
export function typedTerms(options: TermsOptions, today: string, { text }: Session): Terms {
  const { until, perpetual, trial, validUntil } = options;
  const written = {
    ...(until !== undefined && { until }),
    ...(perpetual && { perpetual }),
    ...(trial !== undefined && { trial }),
    ...(validUntil !== undefined && { validUntil }),
  };
  const terms = readTerms(written, today);
  if (typeof terms === 'string') throw new WrongUse(text.license.terms[terms]);
  return terms;
}

/** Whether any terms were given at all, be it half of them: a day without a month is refused, never passed over. */
export const hasTerms = ({ until, perpetual, trial, validUntil }: TermsOptions): boolean =>
  [until, perpetual, trial, validUntil].some((option) => option !== undefined);
