import type { Finding } from '../compatibility/finding.ts';
import type { Locale } from '../model/text.ts';
import { FINDINGS_EN } from './en/findings.ts';
import { FINDINGS_RU } from './ru/findings.ts';

const SENTENCES = { ru: FINDINGS_RU, en: FINDINGS_EN } as const;

/** One finding of a verdict in words. Names come from strangers' files: escape what is shown. */
export const wordFinding = (finding: Finding, locale: Locale): string =>
  SENTENCES[locale][finding.code](finding);
