import type { GithubErrorArguments } from '../../github/error.ts';
import { say, type Words } from '../wording.ts';

/** Why GitHub did not do what it was asked for. */
export const GITHUB_EN: Words<GithubErrorArguments> = {
  'github-event-unusable': ({ reason }) => ({
    message: say`GitHub's event does not describe a finished check of a pull request (${reason}).`,
    cure: say`Run this command from a workflow with the event workflow_run.`,
  }),
  'github-no-permission': ({ action }) => ({
    message: say`The token may not do this (${action}).`,
    cure: say`Give the job the permission: pull-requests: write for the comment, issues: write for the issue, contents: write for a merge.`,
  }),
  'github-not-configured': ({ variable }) => ({
    message: say`The variable ${variable} is not set.`,
    cure: say`Hand it to the step in env.`,
  }),
  'github-not-found': ({ action }) => ({
    message: say`GitHub found nothing to do this with (${action}), or the token may not see it.`,
    cure: say`Check GITHUB_REPOSITORY and the rights of the token.`,
  }),
  'github-rate-limited': ({ action }) => ({
    message: say`GitHub asks to wait: too many requests (${action}).`,
    cure: say`Run the job later.`,
  }),
  'github-refused': ({ action, status }) => ({
    message: say`GitHub refused the content (${action}, status ${status}).`,
    cure: say`Tell the developers: this should not be.`,
  }),
  'github-unavailable': ({ action, status }) => ({
    message: say`GitHub does not answer, also when asked again (${action}, status ${status}).`,
    cure: say`Run the job later.`,
  }),
};
