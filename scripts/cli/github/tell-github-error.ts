import { GithubError } from '../../github/error.ts';
import { forTerminal } from '../../wording/index.ts';
import { wordGithubError } from '../../wording/word-github-code.ts';
import { EXIT } from '../exit-code.ts';
import type { Session } from '../session.ts';

/** Does something on GitHub; what GitHub refuses is told in a sentence. */
export async function tellGithubError(
  work: () => Promise<void>,
  { world, locale, finish }: Session,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof GithubError)) throw error;
    const { message, cure } = wordGithubError(error, locale);
    world.err(`${error.code}: ${forTerminal(message)}\n  → ${forTerminal(cure)}\n`);
    finish(EXIT.problems);
  }
}
