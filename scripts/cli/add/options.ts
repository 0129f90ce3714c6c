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
  readonly dryRun?: true;
  readonly json?: true;
}
