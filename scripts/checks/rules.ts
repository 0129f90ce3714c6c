import { anyConfigurationUnproved } from './rules/any-configuration-unproved.ts';
import { buildFileMissing } from './rules/build-file-missing.ts';
import { buildFileRepeated } from './rules/build-file-repeated.ts';
import { buildsOverlap } from './rules/builds-overlap.ts';
import { channelUnknown } from './rules/channel-unknown.ts';
import { configurationUnknown } from './rules/configuration-unknown.ts';
import { conflictItself } from './rules/conflict-itself.ts';
import { conflictOneSided } from './rules/conflict-one-sided.ts';
import { dateBeforeRelease } from './rules/date-before-release.ts';
import { dateInFuture } from './rules/date-in-future.ts';
import { eulaMissing } from './rules/eula-missing.ts';
import { extensionNameChanged } from './rules/extension-name-changed.ts';
import { extensionNameDuplicate } from './rules/extension-name-duplicate.ts';
import { fileHashMismatch } from './rules/file-hash-mismatch.ts';
import { fileIntegrity } from './rules/file-integrity.ts';
import { fileLeftoverMemory } from './rules/file-leftover-memory.ts';
import { fileLengthMismatch } from './rules/file-length-mismatch.ts';
import { fileLfsPointer } from './rules/file-lfs-pointer.ts';
import { fileNameMismatch } from './rules/file-name-mismatch.ts';
import { fileNewerPlatform } from './rules/file-newer-platform.ts';
import { fileNotExtension } from './rules/file-not-extension.ts';
import { fileNotProtected } from './rules/file-not-protected.ts';
import { fileOdd } from './rules/file-odd.ts';
import { fileProtectionMismatch } from './rules/file-protection-mismatch.ts';
import { fileRefused } from './rules/file-refused.ts';
import { fileUnlisted } from './rules/file-unlisted.ts';
import { fileUnreachable } from './rules/file-unreachable.ts';
import { fileVersionMismatch } from './rules/file-version-mismatch.ts';
import { fileVersionRepeated } from './rules/file-version-repeated.ts';
import { folderVersionMismatch } from './rules/folder-version-mismatch.ts';
import { httpServicesUnmentioned } from './rules/http-services-unmentioned.ts';
import { languageBound } from './rules/language-bound.ts';
import { licensePrefixChanged } from './rules/license-prefix-changed.ts';
import { licenseRecordOpen } from './rules/license-record-open.ts';
import { migrationColumnsMismatch } from './rules/migration-columns-mismatch.ts';
import { migrationKeyMissing } from './rules/migration-key-missing.ts';
import { migrationLoadBeforeUnload } from './rules/migration-load-before-unload.ts';
import { migrationMappingUnknown } from './rules/migration-mapping-unknown.ts';
import { migrationOwnerMissing } from './rules/migration-owner-missing.ts';
import { migrationStepNeeds } from './rules/migration-step-needs.ts';
import { migrationTextStray } from './rules/migration-text-stray.ts';
import { migrationUnloadAfterRemoval } from './rules/migration-unload-after-removal.ts';
import { notesForbiddenMarkup } from './rules/notes-forbidden-markup.ts';
import { notesMissing } from './rules/notes-missing.ts';
import { notesPictureMissing } from './rules/notes-picture-missing.ts';
import { notesPlaceholder } from './rules/notes-placeholder.ts';
import { passportMissing } from './rules/passport-missing.ts';
import { passportRequired } from './rules/passport-required.ts';
import { passportStale } from './rules/passport-stale.ts';
import { platformBelowCompatibility } from './rules/platform-below-compatibility.ts';
import { prefixOf1cPatch } from './rules/prefix-of-1c-patch.ts';
import { prereleaseInStable } from './rules/prerelease-in-stable.ts';
import { priceProductsMismatch } from './rules/price-products-mismatch.ts';
import { productUnknown } from './rules/product-unknown.ts';
import { publishedExtensionDeleted } from './rules/published-extension-deleted.ts';
import { publishedFileChanged } from './rules/published-file-changed.ts';
import { publishedReleaseChanged } from './rules/published-release-changed.ts';
import { publishedReleaseDeleted } from './rules/published-release-deleted.ts';
import { publisherUrlChanged } from './rules/publisher-url-changed.ts';
import { rangeAdmitsNothing } from './rules/range-admits-nothing.ts';
import { releaseUnreachable } from './rules/release-unreachable.ts';
import { replacementMissing } from './rules/replacement-missing.ts';
import { replacementNotNewer } from './rules/replacement-not-newer.ts';
import { rolloutIgnored } from './rules/rollout-ignored.ts';
import { screenshotRefused } from './rules/screenshot-refused.ts';
import { stepDeadEnd } from './rules/step-dead-end.ts';
import { stepUnreachable } from './rules/step-unreachable.ts';
import { testedOutsideRange } from './rules/tested-outside-range.ts';
import { textUntranslated } from './rules/text-untranslated.ts';
import { trustRootChanged } from './rules/trust-root-changed.ts';
import { unlockMismatch } from './rules/unlock-mismatch.ts';
import { unlockMonthMismatch } from './rules/unlock-month-mismatch.ts';
import { unlockProductUnlisted } from './rules/unlock-product-unlisted.ts';
import { versionDuplicate } from './rules/version-duplicate.ts';
import { versionNotIncreasing } from './rules/version-not-increasing.ts';
import { versionSpelling } from './rules/version-spelling.ts';

/** All rules, by code. Adding one here makes the compiler ask for its wording and the tests for its page and fixtures. */
export const RULES = [
  anyConfigurationUnproved,
  buildFileMissing,
  buildFileRepeated,
  buildsOverlap,
  channelUnknown,
  configurationUnknown,
  conflictItself,
  conflictOneSided,
  dateBeforeRelease,
  dateInFuture,
  eulaMissing,
  extensionNameChanged,
  extensionNameDuplicate,
  fileHashMismatch,
  fileIntegrity,
  fileLeftoverMemory,
  fileLengthMismatch,
  fileLfsPointer,
  fileNameMismatch,
  fileNewerPlatform,
  fileNotExtension,
  fileNotProtected,
  fileOdd,
  fileProtectionMismatch,
  fileRefused,
  fileUnlisted,
  fileUnreachable,
  fileVersionMismatch,
  fileVersionRepeated,
  folderVersionMismatch,
  httpServicesUnmentioned,
  languageBound,
  licensePrefixChanged,
  licenseRecordOpen,
  migrationColumnsMismatch,
  migrationKeyMissing,
  migrationLoadBeforeUnload,
  migrationMappingUnknown,
  migrationOwnerMissing,
  migrationStepNeeds,
  migrationTextStray,
  migrationUnloadAfterRemoval,
  notesForbiddenMarkup,
  notesMissing,
  notesPictureMissing,
  notesPlaceholder,
  passportMissing,
  passportRequired,
  passportStale,
  platformBelowCompatibility,
  prefixOf1cPatch,
  prereleaseInStable,
  priceProductsMismatch,
  productUnknown,
  publishedExtensionDeleted,
  publishedFileChanged,
  publishedReleaseChanged,
  publishedReleaseDeleted,
  publisherUrlChanged,
  rangeAdmitsNothing,
  releaseUnreachable,
  replacementMissing,
  replacementNotNewer,
  rolloutIgnored,
  screenshotRefused,
  stepDeadEnd,
  stepUnreachable,
  testedOutsideRange,
  textUntranslated,
  trustRootChanged,
  unlockMismatch,
  unlockMonthMismatch,
  unlockProductUnlisted,
  versionDuplicate,
  versionNotIncreasing,
  versionSpelling,
] as const;

/** Codes of all rules. */
export type CheckCode = (typeof RULES)[number]['code'];
