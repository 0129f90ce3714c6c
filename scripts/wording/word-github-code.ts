import type { GithubErrorArguments } from '../github/error.ts';
import type { MergeRefusalCode } from '../github/merge-refusal.ts';
import { GITHUB_EN } from './en/github.ts';
import { MERGE_EN } from './en/merge.ts';
import { GITHUB_RU } from './ru/github.ts';
import { MERGE_RU } from './ru/merge.ts';
import { wordIn, type Word } from './word-in.ts';
import type { Untyped } from './wording.ts';

/** Why GitHub did not do what it was asked for. */
export const wordGithubError: Word<GithubErrorArguments> = wordIn({ ru: GITHUB_RU, en: GITHUB_EN });

/** Why a pull request waits for a person. */
export const wordMergeRefusal: Word<Untyped<MergeRefusalCode>> = wordIn({ ru: MERGE_RU, en: MERGE_EN });
