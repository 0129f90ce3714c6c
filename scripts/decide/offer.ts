import type { BuildDocument, ExtensionHead, ReleaseDocument, WithdrawalDocument } from '../model/documents.ts';

/** Why something is not offered, or what to know about it (`formats.md`, section 4). The same codes stand in BSL. */
export type ReasonCode =
  | 'configuration-unsupported'
  | 'configuration-too-old'
  | 'configuration-too-new'
  | 'configuration-untested'
  | 'platform-too-old'
  | 'ssl-too-old'
  | 'license-required'
  | 'license-not-for-product'
  | 'license-window-ended'
  | 'license-revoked'
  | 'rollout-waiting'
  | 'withdrawn'
  | 'conflict'
  | 'step-required'
  | 'basic-version'
  | 'cloud';

/** A reason with the values that a sentence about it needs; wording comes last, in the reader's language. */
export interface Reason {
  readonly code: ReasonCode;
  readonly args: Readonly<Record<string, string>>;
}

/** What one infobase should do about one extension. */
export interface Offer {
  readonly extension: ExtensionHead;
  readonly status: 'install' | 'update' | 'current' | 'unavailable';
  /** Version that the infobase has, as it reports it. */
  readonly installed?: string;
  /** The release to install; for `unavailable`, the newest one that was considered. */
  readonly release?: ReleaseDocument;
  readonly build?: BuildDocument;
  /** Why the extension is unavailable; for other statuses, what the user should know (a step, an untested version). */
  readonly reasons: readonly Reason[];
  /** Set when the installed version was withdrawn. */
  readonly withdrawn?: WithdrawalDocument;
}
