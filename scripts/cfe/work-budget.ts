import { CfeError } from './error.ts';
import { MAX_WORK, WORK_FLOOR, WORK_PER_BYTE } from './limits.ts';

/**
 * What one step of each kind costs. Counted and not timed, so that a file is accepted everywhere or nowhere; a unit is
 * about a nanosecond of a machine of 2024.
 */
export const COST = {
  /** A byte that comes out of DEFLATE. */
  inflatedByte: 1,
  /** An entry of a decoding table: filled again for every block, whatever the block holds. */
  tableEntry: 5,
  /** A block of DEFLATE, an empty one included. */
  block: 100,
  /** An element asked for: many objects may share one. */
  element: 500,
  /** A value of brace text. */
  braceNode: 80,
  /** A character of it. */
  braceCharacter: 1,
  /** A quote inside a string of it. */
  braceEscape: 40,
  /** A page of a container. */
  page: 400,
} as const;

/**
 * How much work a file may still cause. Limits of bytes do not bound it: a block of DEFLATE that holds only its tables
 * gives nothing and costs a hundred thousand steps, and many objects may name the same element.
 */
export class WorkBudget {
  /** Units of work, see {@link COST}. */
  readonly limit: number;
  #left: number;

  constructor(limit: number) {
    this.limit = limit;
    this.#left = limit;
  }

  /** The budget of a file: it grows with the file, as honest work does. */
  static ofFile(bytes: number): WorkBudget {
    return new WorkBudget(Math.min(MAX_WORK, WORK_FLOOR + WORK_PER_BYTE * bytes));
  }

  /** Units that were spent so far. */
  get spent(): number {
    return this.limit - this.#left;
  }

  /**
   * Takes units before the work is done.
   *
   * @throws {CfeError} `too-much-work`
   */
  spend(units: number): void {
    this.#left -= units;
    if (this.#left < 0) throw new CfeError('too-much-work', { limit: this.limit });
  }
}
