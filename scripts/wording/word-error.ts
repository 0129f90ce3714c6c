import type { CfeError } from '../cfe/index.ts';
import type { ClientError } from '../client/error.ts';
import type { DestinationError } from '../destination/error.ts';
import type { FormError } from '../form/error.ts';
import type { GithubError } from '../github/error.ts';
import type { InstallerError } from '../installer/error.ts';
import type { LicenseError } from '../license/error.ts';
import type { LicensingError } from '../licensing/error.ts';
import type { KeyError } from '../signing/key-error.ts';
import type { SourceError } from '../source/source-error.ts';
import type { VerificationError } from '../verify/error.ts';
import { CLIENT_FAILURES } from './word-client-failure.ts';
import {
  wordCfeError,
  wordFormError,
  wordInstallerError,
  wordKeyError,
  wordLicensingError,
  wordSourceError,
} from './word-code.ts';
import { wordDestinationError } from './word-destination-code.ts';
import { wordByClass, type WordsByClass } from './word-by-class.ts';
import { wordGithubError } from './word-github-code.ts';

/** Everything that rooms throw by a code. */
type Thrown =
  | CfeError
  | ClientError
  | DestinationError
  | FormError
  | GithubError
  | InstallerError
  | KeyError
  | LicenseError
  | LicensingError
  | SourceError
  | VerificationError;

/** The sentences of every class of errors; a test sees that none is missing. */
export const FAILURES: WordsByClass<Thrown> = {
  ...CLIENT_FAILURES,
  CfeError: wordCfeError,
  DestinationError: wordDestinationError,
  FormError: wordFormError,
  GithubError: wordGithubError,
  InstallerError: wordInstallerError,
  KeyError: wordKeyError,
  LicensingError: wordLicensingError,
  SourceError: wordSourceError,
};

/** The sentence of anything that a room throws by a code; nothing for other failures. */
export const wordError = wordByClass(FAILURES);
