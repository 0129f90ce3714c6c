import type { CfeErrorArguments, CfeWarningArguments } from '../cfe/index.ts';
import type { CheckCode } from '../checks/index.ts';
import type { FormErrorArguments } from '../form/error.ts';
import type { InstallerErrorArguments } from '../installer/error.ts';
import type { LicensingErrorArguments } from '../licensing/error.ts';
import type { KeyErrorArguments } from '../signing/key-error.ts';
import type { RefusalArguments } from '../signing/publish-refusal.ts';
import type { SourceErrorArguments } from '../source/source-error.ts';
import type { SourceProblemCode } from '../source/source-problem.ts';
import { CFE_ERRORS_EN } from './en/cfe-errors.ts';
import { CFE_WARNINGS_EN } from './en/cfe-warnings.ts';
import { FILE_CHECKS_EN } from './en/checks-files.ts';
import { HISTORY_CHECKS_EN } from './en/checks-history.ts';
import { MIGRATION_CHECKS_EN } from './en/checks-migrations.ts';
import { RELEASE_CHECKS_EN } from './en/checks-releases.ts';
import { INSTALLER_EN } from './en/installer.ts';
import { LICENSING_EN } from './en/licensing.ts';
import { KEY_ERRORS_EN, PUBLISH_REFUSALS_EN } from './en/signing.ts';
import { SOURCE_EN, SOURCE_ERRORS_EN } from './en/source.ts';
import { CFE_ERRORS_RU } from './ru/cfe-errors.ts';
import { CFE_WARNINGS_RU } from './ru/cfe-warnings.ts';
import { FILE_CHECKS_RU } from './ru/checks-files.ts';
import { HISTORY_CHECKS_RU } from './ru/checks-history.ts';
import { MIGRATION_CHECKS_RU } from './ru/checks-migrations.ts';
import { RELEASE_CHECKS_RU } from './ru/checks-releases.ts';
import { FORM_EN } from './en/form.ts';
import { FORM_RU } from './ru/form.ts';
import { INSTALLER_RU } from './ru/installer.ts';
import { LICENSING_RU } from './ru/licensing.ts';
import { KEY_ERRORS_RU, PUBLISH_REFUSALS_RU } from './ru/signing.ts';
import { SOURCE_ERRORS_RU, SOURCE_RU } from './ru/source.ts';
import { wordIn, type Word } from './word-in.ts';
import type { Untyped, Words } from './wording.ts';

/** Codes of problems that `check` shows: of the reader of manifests and of the rules. They do not share a code. */
export type ProblemCode = SourceProblemCode | CheckCode;

const CHECKS_RU: Words<Untyped<CheckCode>> = {
  ...RELEASE_CHECKS_RU,
  ...MIGRATION_CHECKS_RU,
  ...FILE_CHECKS_RU,
  ...HISTORY_CHECKS_RU,
};
const CHECKS_EN: Words<Untyped<CheckCode>> = {
  ...RELEASE_CHECKS_EN,
  ...MIGRATION_CHECKS_EN,
  ...FILE_CHECKS_EN,
  ...HISTORY_CHECKS_EN,
};

/** What a problem of a release tree means and how to mend it. */
export const wordProblem: Word<Untyped<ProblemCode>> = wordIn<Untyped<ProblemCode>>({
  ru: { ...SOURCE_RU, ...CHECKS_RU },
  en: { ...SOURCE_EN, ...CHECKS_EN },
});

/** Why a 1C file was refused. */
export const wordCfeError: Word<CfeErrorArguments> = wordIn({ ru: CFE_ERRORS_RU, en: CFE_ERRORS_EN });

/** What is odd about a 1C file. */
export const wordCfeWarning: Word<CfeWarningArguments> = wordIn({ ru: CFE_WARNINGS_RU, en: CFE_WARNINGS_EN });

/** Why a file or a revision cannot be read. */
export const wordSourceError: Word<SourceErrorArguments> = wordIn({
  ru: SOURCE_ERRORS_RU,
  en: SOURCE_ERRORS_EN,
});

/** Why the vendor's side of licences could not go on. */
export const wordLicensingError: Word<LicensingErrorArguments> = wordIn({
  ru: LICENSING_RU,
  en: LICENSING_EN,
});

/** Why a form is not written. */
export const wordFormError: Word<FormErrorArguments> = wordIn({ ru: FORM_RU, en: FORM_EN });

/** Why the 1C side could not be assembled or built. */
export const wordInstallerError: Word<InstallerErrorArguments> = wordIn({
  ru: INSTALLER_RU,
  en: INSTALLER_EN,
});

/** Why a private key could not be used. */
export const wordKeyError: Word<KeyErrorArguments> = wordIn({ ru: KEY_ERRORS_RU, en: KEY_ERRORS_EN });

/** Why nothing is published. */
export const wordPublishRefusal: Word<RefusalArguments> = wordIn({
  ru: PUBLISH_REFUSALS_RU,
  en: PUBLISH_REFUSALS_EN,
});
