import type { StepText } from './install-texts.ts';

/** The page of the installer, and where other pages offer it. */
export interface InstallerTexts {
  readonly title: string;
  readonly description: string;
  readonly lead: (publisher: string) => string;
  /** On pages of extensions, above the steps that a person makes by hand. */
  readonly offer: StepText;
  readonly about: string;
  readonly downloadBuilt: (version: string, size: string) => string;
  readonly downloadSources: (version: string, size: string) => string;
  /** What to do with sources where no built file lies. */
  readonly sourcesOnly: string;
  readonly use: string;
  readonly useSteps: readonly StepText[];
  readonly files: string;
  readonly forms: Readonly<Record<'installer' | 'update', Readonly<Record<'built' | 'sources', string>>>>;
  readonly version: string;
  readonly manual: string;
  readonly updateManual: string;
  readonly unverified: string;
}
