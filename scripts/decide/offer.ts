import type {
  BuildDocument,
  ExtensionHead,
  ReleaseDocument,
  WithdrawalDocument,
} from '../model/documents.ts';

/**
 * Why something is not offered, or what to know about it (`formats.md`, section 4). The same codes stand in BSL.
 * Several reasons stand in the order of this list.
 */
export const REASON_CODES = [
  'configuration-unsupported',
  'configuration-too-old',
  'configuration-too-new',
  'configuration-untested',
  'platform-too-old',
  'ssl-too-old',
  'license-required',
  'license-not-for-product',
  'license-window-ended',
  'license-revoked',
  'rollout-waiting',
  'withdrawn',
  'conflict',
  'step-required',
  'basic-version',
  'cloud',
  'less-stable-channel',
] as const;

/** One of `REASON_CODES`. */
export type ReasonCode = (typeof REASON_CODES)[number];

/**
 * A reason with the values that a sentence about it needs; wording comes last, in the reader's language. `release` is
 * the version that the reason speaks of, in every reason where there is one. Besides it:
 *
 * | code | args |
 * |---|---|
 * | `configuration-unsupported` | `configuration`; `version` of the infobase and `range` admitted, where the release names the configuration |
 * | `configuration-too-old`, `-too-new` | `configuration`, `version` of the infobase, `range` admitted |
 * | `configuration-untested` | `configuration`, `version` of the infobase, `tested`: newest version it was tried with |
 * | `platform-too-old` | `platform` of the infobase, `required` range |
 * | `ssl-too-old` | `required` range; `ssl` of the infobase, absent when it has none |
 * | `license-required`, `license-revoked` | |
 * | `license-not-for-product` | `products` that would open it, separated by `, ` |
 * | `license-window-ended` | `updatesUntil` (`YYYY-MM`), and `open`: newest version still open, where there is one; or `validUntil` (`YYYY-MM-DD`) of a licence that ended altogether |
 * | `rollout-waiting` | `percent`; `pausedAt` when it is paused |
 * | `withdrawn` | `replacement`, where one is named |
 * | `step-required` | `updateFrom` range; `step`: the version to pass through, where there is one |
 * | `conflict` | `name` of the other module, `action` (`refuse`, `warn`), the vendor's reason as `ru` and, where it is translated, `en` |
 * | `basic-version`, `cloud` | |
 * | `less-stable-channel` | `channel` of the release |
 */
export interface Reason {
  readonly code: ReasonCode;
  readonly args: Readonly<Record<string, string>>;
}

/** What one infobase should do about one extension. */
export interface Offer {
  readonly extension: ExtensionHead;
  /**
   * `install` and `update`: to the release given. `current`: nothing newer, or only what this infobase waits for.
   * `unavailable`: nothing fits; where a version is installed, something newer exists and does not fit.
   */
  readonly status: 'install' | 'update' | 'current' | 'unavailable';
  /** Version that the infobase has, as it reports it. */
  readonly installed?: string;
  /** The release to install; for `unavailable`, the newest one that was considered. */
  readonly release?: ReleaseDocument;
  readonly build?: BuildDocument;
  /**
   * Why the extension is unavailable. For other statuses what the user should know, which stops nothing: that the
   * offered release is a step on the way to a newer one or is untested, and why the newest release is not offered;
   * for `current`, that the infobase's configuration is not one that the installed release was tried with.
   */
  readonly reasons: readonly Reason[];
  /** Set when the installed version was withdrawn. */
  readonly withdrawn?: WithdrawalDocument;
}
