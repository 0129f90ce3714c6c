import type { TestMerge } from './test-merge.ts';
import type { ChangedPath } from './tree-changes.ts';

/** An account as GitHub names it. The number stays when the name changes. */
export interface Account {
  readonly login: string;
  readonly id: number;
}

/** A check or a status of the commit. */
export interface CommitCheck {
  readonly name: string;
  /** Slug of the application that says so; `github-actions` for workflows. Empty for a status. */
  readonly app: string;
  readonly state: 'green' | 'red' | 'pending';
}

/** A pull request, as GitHub itself describes it. Nothing in it is what the pull request says of itself. */
export interface Candidate {
  readonly open: boolean;
  readonly draft: boolean;
  /** Branch that it goes into. */
  readonly base: string;
  readonly headSha: string;
  /** GitHub's test merge of this head into the base as it is; absent where there is none yet, or it conflicts. */
  readonly merge?: TestMerge;
  readonly author: Account;
  /** Who owns the repository that the branch is in; absent when it is gone. */
  readonly headOwner?: Account;
  /** Everyone who ever pushed to its branch; absent where GitHub does not tell all of them. */
  readonly pushers?: readonly Account[];
  /** Its branch is in our own repository. */
  readonly ours: boolean;
  /** How many files are changed, listed or not. */
  readonly changedFiles: number;
  readonly files: readonly ChangedPath[];
  /** Mode of each changed file in the head commit, as git has it: `100644`. Links and modules have others. */
  readonly modes: ReadonlyMap<string, string>;
  readonly checks: readonly CommitCheck[];
  /** People with a say who asked for changes. */
  readonly objectors: readonly string[];
}
