import type { PassphraseOptions } from '../session/passphrase.ts';

/** Options of `vypusk add`. */
export interface AddOptions extends PassphraseOptions {
  readonly releases: string;
  readonly extension?: string;
  readonly configuration: readonly string[];
  readonly tested: readonly string[];
  readonly date?: string;
  readonly channel?: string;
  readonly importance?: string;
  readonly notes?: string;
  readonly notesEn?: string;
  readonly title?: string;
  readonly summary?: string;
  /** Products that open the files: they are sold, and encrypted here. */
  readonly product: readonly string[];
  readonly secrets?: string;
  /** Version of the release, whatever the file says. */
  readonly version?: string;
  /** Where the version comes from in a file that says none: `date`, the day on which it was saved. */
  readonly versionFrom?: string;
  /** Addresses where files lie that are not published from here: `https://…`, or `FILE=https://…`. */
  readonly url: readonly string[];
  /** Takes every proposal and asks nothing. */
  readonly yes?: true;
  readonly dryRun?: true;
  readonly json?: true;
}
