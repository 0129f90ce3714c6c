import type { ClientError } from '../client/error.ts';
import type { LicenseError } from '../license/error.ts';
import type { VerificationError } from '../verify/error.ts';
import { wordByClass, type WordsByClass } from './word-by-class.ts';
import { wordClientError, wordLicenseError, wordVerification } from './word-client-code.ts';

/** The sentences of what a client throws: pages send these to browsers, and not those of everything else. */
export const CLIENT_FAILURES: WordsByClass<ClientError | LicenseError | VerificationError> = {
  ClientError: wordClientError,
  LicenseError: wordLicenseError,
  VerificationError: wordVerification,
};

/** The sentence of what a client throws; nothing for other failures. */
export const wordClientFailure = wordByClass(CLIENT_FAILURES);
