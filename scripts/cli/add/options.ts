/** Options of `vypusk add`. */
export interface AddOptions {
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
  readonly dryRun?: true;
  readonly json?: true;
}
