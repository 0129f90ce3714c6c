import type { CliText } from '../text/text.ts';

/** Exit statuses of every command: 0 fine, 1 problems found, 2 wrong use of the command line. */
export const EXIT = { fine: 0, problems: 1, wrongUse: 2 } as const;

/** One of the three exit statuses. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What is wrong, in words, or how to say it where the reader's language is not known yet. */
type Said = string | ((text: CliText) => string);

/** The command line or its surroundings are wrong (a folder that is not there, an option missing): status 2. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
  readonly #said: Said;

  constructor(said: Said, options?: ErrorOptions) {
    super(typeof said === 'string' ? said : 'wrong use of the command line', options);
    this.#said = said;
  }

  /** What is wrong in the reader's language. */
  in(text: CliText): string {
    return typeof this.#said === 'string' ? this.#said : this.#said(text);
  }
}
