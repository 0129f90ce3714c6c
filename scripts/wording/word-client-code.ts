import type { ClientErrorArguments } from '../client/error.ts';
import type { ReasonCode } from '../decide/offer.ts';
import type { LicenseErrorArguments } from '../license/error.ts';
import type { VerificationArguments } from '../verify/error.ts';
import { CLIENT_ERRORS_EN } from './en/client.ts';
import { LICENSES_EN } from './en/licenses.ts';
import { REASONS_EN } from './en/reasons.ts';
import { VERIFICATION_EN } from './en/verification.ts';
import { CLIENT_ERRORS_RU } from './ru/client.ts';
import { LICENSES_RU } from './ru/licenses.ts';
import { REASONS_RU } from './ru/reasons.ts';
import { VERIFICATION_RU } from './ru/verification.ts';
import { wordIn, type Word } from './word-in.ts';
import type { Untyped } from './wording.ts';

// Apart from the other codes, because pages send these to browsers and not the sentences of everything else.

/** Why something was not trusted. */
export const wordVerification: Word<VerificationArguments> = wordIn({
  ru: VERIFICATION_RU,
  en: VERIFICATION_EN,
});

/** Why something is not offered, or what to know about an offer. */
export const wordReason: Word<Untyped<ReasonCode>> = wordIn({ ru: REASONS_RU, en: REASONS_EN });

/** Why a key, a licence or a protected file was refused. */
export const wordLicenseError: Word<LicenseErrorArguments> = wordIn({ ru: LICENSES_RU, en: LICENSES_EN });

/** Why a client could not go on. */
export const wordClientError: Word<ClientErrorArguments> = wordIn({
  ru: CLIENT_ERRORS_RU,
  en: CLIENT_ERRORS_EN,
});
