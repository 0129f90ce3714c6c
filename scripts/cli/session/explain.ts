import { CommanderError } from 'commander';
import { CodedError } from '../../model/coded-error.ts';
import type { Locale } from '../../model/text.ts';
import { PublishRefusal } from '../../signing/publish-refusal.ts';
import { forTerminal, wordError, wordPublishRefusal, type Wording } from '../../wording/index.ts';
import { PagesError } from '../../publication/finished-pages.ts';
import { SiteError } from '../../publication/build-site.ts';
import { EXIT, WrongUse, type ExitCode } from './exit-code.ts';
import type { Session } from './session.ts';

/**
 * Tells a person why a command stopped, and the exit status that it means. Anything that nobody foresaw is our bug: it
 * goes on as an exception, with its stack.
 */
export function explain(error: unknown, { world, text, locale }: Session): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.wrongUse;
  if (error instanceof WrongUse) {
    world.err(`${text.message.wrongUse(forTerminal(error.in(text)))}\n`);
    return EXIT.wrongUse;
  }
  if (error instanceof PagesError) {
    world.err(`${error.code}: ${text.message.pagesRefused(error.code, forTerminal(error.file))}\n`);
    return EXIT.problems;
  }
  if (error instanceof SiteError) {
    world.err(text.message.siteFailed(error.log));
    return EXIT.problems;
  }
  const sentences = sentencesOf(error, locale);
  if (sentences.length === 0) throw error;
  for (const { code, message, cure } of sentences) {
    world.err(`${code}: ${forTerminal(message)}${cure === '' ? '' : `\n  → ${forTerminal(cure)}`}\n`);
  }
  return EXIT.problems;
}

/** What is told about an error that somebody foresaw: one sentence, or one a reason. */
function sentencesOf(error: unknown, locale: Locale): readonly (Wording & { readonly code: string })[] {
  if (error instanceof PublishRefusal) {
    return error.refusals.map((refusal) => ({ code: refusal.code, ...wordPublishRefusal(refusal, locale) }));
  }
  const wording = wordError(error, locale);
  return error instanceof CodedError && wording ? [{ code: error.code, ...wording }] : [];
}
