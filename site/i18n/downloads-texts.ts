/** Downloads on the page of an extension. */
export interface DownloadsTexts {
  readonly title: string;
  /** `1 024 downloads`: all of them. The number comes spelled. */
  readonly total: (count: number, spelled: string) => string;
  /** The chart in words, for those who do not see it. */
  readonly description: (sum: string, from: string, to: string) => string;
  /** The best day. */
  readonly most: (day: string, count: string) => string;
  readonly lead: string;
}
