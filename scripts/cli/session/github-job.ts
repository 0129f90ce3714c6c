import type { Job } from './job.ts';

/** Characters of Markdown that the page of a run gets: GitHub drops as a whole what is longer than a megabyte. */
const MAX_SUMMARY = 200_000;

/**
 * The job of GitHub Actions that this process runs in, or nothing. `@actions/core` writes the files that GitHub names in
 * the environment of the process; where it names none, nothing is written. Loaded on first use: other commands need not
 * wait for it.
 *
 * Annotations are our own (`wording/github-annotation.ts`): the library prints past our standard output, and leaves
 * control characters in what strangers wrote.
 */
export function githubJob(environment: NodeJS.ProcessEnv): Job | undefined {
  if (environment['GITHUB_ACTIONS'] !== 'true') return undefined;
  return {
    summarize: async (markdown) => {
      if (!environment['GITHUB_STEP_SUMMARY']) return;
      const { summary } = await import('@actions/core');
      await summary.addRaw(markdown.slice(0, MAX_SUMMARY), true).write();
    },
    setOutput: async (name, value) => {
      if (!environment['GITHUB_OUTPUT']) return;
      const { setOutput } = await import('@actions/core');
      setOutput(name, value);
    },
  };
}
