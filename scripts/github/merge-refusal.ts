/** Why a pull request waits for a person. Closed; arguments are named after each code. */
export type MergeRefusalCode =
  | 'merge-not-open'
  | 'merge-draft'
  /** `base` */
  | 'merge-other-base'
  /** It was pushed to after the check. */
  | 'merge-head-moved'
  /** GitHub has not tried the merge of these commits, or it conflicts. */
  | 'merge-not-tried'
  /** `count`, `limit` */
  | 'merge-too-many-files'
  /** Not every changed file was looked at, or there is none. `count`, `listed`. */
  | 'merge-files-unlisted'
  /** `file`, `status` */
  | 'merge-not-added'
  /** `file` */
  | 'merge-outside'
  /** `ids` */
  | 'merge-several-extensions'
  /** `id` */
  | 'merge-extension-unknown'
  /** `id`, `version` */
  | 'merge-release-known'
  /** A link, a module, or something that is not there. `file`. */
  | 'merge-not-plain-file'
  /** `id` */
  | 'merge-no-owners'
  /** `login` */
  | 'merge-author-not-owner'
  /** `login` */
  | 'merge-pusher-not-owner'
  /** Nobody can say who pushed to the branch. */
  | 'merge-pushers-unknown'
  /** `login` */
  | 'merge-fork-not-owners'
  /** `name` */
  | 'merge-check-missing'
  /** `name` */
  | 'merge-check-pending'
  /** `name` */
  | 'merge-check-red'
  /** `login` */
  | 'merge-objection';

/** One reason why a pull request waits for a person. */
export interface MergeRefusal {
  readonly code: MergeRefusalCode;
  readonly args: Readonly<Record<string, string | number>>;
}
