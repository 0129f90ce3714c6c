import { USUAL_INSTALL } from '../model/documents.ts';
import type { InstallDocument, ReleaseDocument, WithdrawalDocument } from '../model/documents.ts';
import { rolloutDocument, textDocument } from './identity-document.ts';
import type { InstallOptions, Release, Withdrawal } from '../model/release.ts';

/** What both documents say of a release; texts and files differ between them. */
export type ReleaseFacts = Omit<ReleaseDocument, 'brief' | 'notes' | 'builds' | 'withdrawn'>;

/** A release as published, without its texts and files. What equals the default is left out. */
export function releaseFacts(release: Release): ReleaseFacts {
  const install = unusual(release.install);
  const requires = requirements(release.requires);
  return {
    version: release.version.text,
    ...(release.fileVersion !== undefined && { fileVersion: release.fileVersion }),
    date: release.date,
    channel: release.channel,
    ...(release.importance !== 'normal' && { importance: release.importance }),
    ...(release.updateFrom && { updateFrom: release.updateFrom.text }),
    ...(!isEmpty(requires) && { requires }),
    ...(!isEmpty(install) && { install }),
    ...(release.rollout && { rollout: rolloutDocument(release.rollout) }),
  };
}

/** Why a release was withdrawn, as published. */
export const withdrawalDocument = ({ date, reason, replacement }: Withdrawal): WithdrawalDocument => ({
  date,
  reason: textDocument(reason),
  ...(replacement && { replacement: replacement.text }),
});

const requirements = ({ platform, ssl }: Release['requires']): NonNullable<ReleaseDocument['requires']> => ({
  ...(platform && { platform: platform.text }),
  ...(ssl && { ssl: ssl.text }),
});

const unusual = ({ safeMode, dangerousActionsProtection, publish }: InstallOptions): InstallDocument => ({
  ...(safeMode !== USUAL_INSTALL.safeMode && { safeMode }),
  ...(dangerousActionsProtection !== USUAL_INSTALL.dangerousActionsProtection && {
    dangerousActionsProtection,
  }),
  ...(publish.length > 0 && { publish }),
});

const isEmpty = (value: object): boolean => Object.keys(value).length === 0;
