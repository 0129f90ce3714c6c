import type { Command } from 'commander';
import type { PassphraseOptions } from '../session/passphrase.ts';
import type { Session } from '../session/session.ts';

/** Options of every command that sells. */
export interface ShopOptions extends PassphraseOptions {
  readonly releases: string;
  /** File of the vendor's secret. */
  readonly secrets?: string;
  readonly now?: string;
  readonly json?: true;
}

/** How long something is sold for, as it was typed. */
export interface TermsOptions {
  readonly until?: string;
  readonly perpetual?: true;
  readonly trial?: string;
  readonly validUntil?: string;
}

/** Adds where the releases are. */
export const withReleases = (command: Command, { text }: Session): Command =>
  command
    .option('--releases <dir>', text.help.releases, 'releases')
    .option('--now <moment>', text.license.help.now)
    .option('--json', text.help.json);

/** Adds where the releases and the secret are. */
export const withSecrets = (command: Command, session: Session): Command =>
  withReleases(command, session)
    .option('--secrets <file>', session.text.license.help.secrets)
    .option('--passphrase-file <file>', session.text.help.keys.passphraseFile);

/** Adds how long something is sold for. */
export const withTerms = (command: Command, { text: { license } }: Session): Command =>
  command
    .option('--until <month>', license.help.until)
    .option('--perpetual', license.help.perpetual)
    .option('--trial <days>', license.help.trial)
    .option('--valid-until <day>', license.help.validUntil);
