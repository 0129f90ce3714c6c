import type { GithubErrorCode } from '../github/error.ts';
import { GITHUB_EN } from './en/github.ts';
import { GITHUB_RU } from './ru/github.ts';
import { wordIn, type Word } from './word-in.ts';

/** Why GitHub did not do what it was asked for. */
export const wordGithubError: Word<GithubErrorCode> = wordIn({ ru: GITHUB_RU, en: GITHUB_EN });
