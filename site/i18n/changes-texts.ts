/** Under what the changes of a file are told, in this order. */
export const CHANGE_HEADINGS = ['own', 'adopted', 'interceptions', 'routes', 'roles'] as const;

/** One of `CHANGE_HEADINGS`. */
export type ChangeHeading = (typeof CHANGE_HEADINGS)[number];

/** What changed in a file since an older release. */
export interface ChangesTexts {
  readonly title: string;
  readonly since: (version: string) => string;
  readonly nothing: string;
  readonly added: string;
  readonly removed: string;
  readonly headings: Readonly<Record<ChangeHeading, string>>;
  readonly sameFile: string;
  readonly startsChangingData: string;
  readonly stopsChangingData: string;
  readonly mode: (older: string, newer: string) => string;
}
