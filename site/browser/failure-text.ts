import { ClientError } from '../../scripts/client/error.ts';
import { LicenseError } from '../../scripts/license/error.ts';
import { VerificationError } from '../../scripts/verify/error.ts';
import {
  wordClientError,
  wordLicenseError,
  wordVerification,
} from '../../scripts/wording/word-client-code.ts';
import type { Wording } from '../../scripts/wording/wording.ts';
import type { Reader } from '../views/reader.ts';

/** Why there is no answer, for a person. Failures that are none of the repository's are programming errors. */
export function failureText(error: unknown, { locale, texts }: Reader): string {
  if (error instanceof VerificationError) return sentence(wordVerification(error, locale));
  if (error instanceof ClientError) return sentence(wordClientError(error, locale));
  if (error instanceof LicenseError) return sentence(wordLicenseError(error, locale));
  return `${texts.fit.failed}: ${error instanceof Error ? error.message : String(error)}`;
}

const sentence = ({ message, cure }: Wording): string => `${message} ${cure}`.trim();
