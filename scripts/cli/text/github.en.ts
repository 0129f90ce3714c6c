import type { GithubText } from './github.ru.ts';

/** What the commands for pull requests say, in English. */
export const GITHUB_EN: GithubText = {
  report: {
    summary: 'tell what a pull request changes: who gets what, what the files bring',
    since: 'git revision that is published',
    out: 'file for the report in Markdown (default: print it)',
  },
};
