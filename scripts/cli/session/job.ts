/** The job of a forge that the program runs in. */
export interface Job {
  /** Shows Markdown on the page of the run. */
  readonly summarize: (markdown: string) => Promise<void>;
  /** Tells later steps a value. */
  readonly setOutput: (name: string, value: string) => Promise<void>;
}
