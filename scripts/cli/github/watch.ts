import { raiseIssue, settleIssue } from '../../github/issue.ts';
import { codeBlock } from '../../report/markdown.ts';
import { verify, type VerifyOptions } from '../verify/command.ts';
import { EXIT, type ExitCode } from '../session/exit-code.ts';
import { explain } from '../session/explain.ts';
import { published } from './published.ts';
import { repositoryOf } from './repository-of.ts';
import type { Session } from '../session/session.ts';

const MARKER = '<!-- vypusk:watch -->';

/** UTF-16 units of the output that the issue quotes. */
const MAX_QUOTED = 8_000;

/** What `watch` may be told. */
export interface WatchOptions extends VerifyOptions {
  readonly releases: string;
}

/** Verifies the live repository, and tells the publisher by an issue. Fails when the verification fails. */
export async function watch(options: WatchOptions, session: Session): Promise<void> {
  const { world, text } = session;
  const { url } = await published(options.releases, session);
  const seen = await look(url, options, session);
  const repository = repositoryOf(world);
  const body = `${text.github.watchBody(`<${url}>`)}\n\n${codeBlock(seen.printed.slice(0, MAX_QUOTED))}`;
  const change =
    seen.code === EXIT.fine
      ? await settleIssue(repository, MARKER)
      : await raiseIssue(repository, { marker: MARKER, title: text.github.watchTitle, body });
  world.out(seen.printed + text.github.watched[change]);
  session.finish(seen.code);
}

/** What `verify` prints and how it ends, whatever happens. */
async function look(
  url: string,
  options: WatchOptions,
  session: Session,
): Promise<{ readonly code: ExitCode; readonly printed: string }> {
  const seen: { code: ExitCode; printed: string } = { code: EXIT.problems, printed: '' };
  const print = (text: string): void => void (seen.printed += text);
  const world = { ...session.world, out: print, err: print, showsProgress: false };
  const inside: Session = { ...session, world, finish: (code) => void (seen.code = code) };
  try {
    await verify(url, options, inside);
  } catch (error) {
    seen.code = explain(error, inside);
  }
  return seen;
}
