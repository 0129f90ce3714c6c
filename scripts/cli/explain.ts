import { CommanderError } from 'commander';
import { CfeError } from '../cfe/index.ts';
import { ClientError } from '../client/error.ts';
import { InstallerError } from '../installer/error.ts';
import { DestinationError } from '../destination/error.ts';
import { LicenseError } from '../license/error.ts';
import { LicensingError } from '../licensing/error.ts';
import type { Locale } from '../model/text.ts';
import { KeyError } from '../signing/key-error.ts';
import { PublishRefusal } from '../signing/publish-refusal.ts';
import { SourceError } from '../source/index.ts';
import { VerificationError } from '../verify/error.ts';
import {
  forTerminal,
  wordCfeError,
  wordClientError,
  wordInstallerError,
  wordKeyError,
  wordLicenseError,
  wordLicensingError,
  wordPublishRefusal,
  wordSourceError,
  wordVerification,
  type Wording,
} from '../wording/index.ts';
import { wordDestinationError } from '../wording/word-destination-code.ts';
import { SiteError } from './build-site.ts';
import { EXIT, WrongUse, type ExitCode } from './exit-code.ts';
import type { Session } from './session.ts';

/**
 * Tells a person why a command stopped, and the exit status that it means. Anything that nobody foresaw is our bug: it
 * goes on as an exception, with its stack.
 */
export function explain(error: unknown, { world, text, locale }: Session): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.wrongUse;
  if (error instanceof WrongUse) {
    world.err(`${text.message.wrongUse(forTerminal(error.message))}\n`);
    return EXIT.wrongUse;
  }
  if (error instanceof SiteError) {
    world.err(text.message.siteFailed(error.log));
    return EXIT.problems;
  }
  const sentences = sentencesOf(error, locale);
  if (sentences === undefined) throw error;
  for (const { code, wording } of sentences) {
    const cure = wording.cure === '' ? '' : `\n  → ${forTerminal(wording.cure)}`;
    world.err(`${code}: ${forTerminal(wording.message)}${cure}\n`);
  }
  return EXIT.problems;
}

interface Sentence {
  readonly code: string;
  readonly wording: Wording;
}

function sentencesOf(error: unknown, locale: Locale): readonly Sentence[] | undefined {
  if (error instanceof PublishRefusal) {
    return error.refusals.map((refusal) => ({
      code: refusal.code,
      wording: wordPublishRefusal(refusal, locale),
    }));
  }
  const wording = wordingOf(error, locale);
  return wording && [wording];
}

function wordingOf(error: unknown, locale: Locale): Sentence | undefined {
  if (error instanceof VerificationError)
    return { code: error.code, wording: wordVerification(error, locale) };
  if (error instanceof ClientError) return { code: error.code, wording: wordClientError(error, locale) };
  if (error instanceof LicenseError) return { code: error.code, wording: wordLicenseError(error, locale) };
  if (error instanceof LicensingError)
    return { code: error.code, wording: wordLicensingError(error, locale) };
  if (error instanceof InstallerError)
    return { code: error.code, wording: wordInstallerError(error, locale) };
  if (error instanceof DestinationError)
    return { code: error.code, wording: wordDestinationError(error, locale) };
  if (error instanceof KeyError) return { code: error.code, wording: wordKeyError(error, locale) };
  if (error instanceof SourceError) return { code: error.code, wording: wordSourceError(error, locale) };
  if (error instanceof CfeError) return { code: error.code, wording: wordCfeError(error, locale) };
  return undefined;
}
