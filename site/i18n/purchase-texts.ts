import type { StepText } from './install-texts.ts';

/** How a paid extension is bought and opened. */
export interface PurchaseTexts {
  readonly title: string;
  readonly buy: string;
  readonly askPrice: string;
  readonly askVendor: string;
  readonly trial: (terms: string) => string;
  readonly haveKey: string;
  readonly support: string;
  readonly meaning: string;
  /** Beside a file that no platform opens before a key does. */
  readonly openFile: string;
  readonly closedFile: (size: string) => string;
  /** The step of the guide that takes the place of downloading. */
  readonly step: StepText;
}
