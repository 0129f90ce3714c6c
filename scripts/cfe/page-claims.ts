import { CfeError } from './error.ts';
import { MAX_PAGES } from './limits.ts';
import { COST, type WorkBudget } from './work-budget.ts';

/**
 * Which bytes of a container are taken, page by page. A page belongs to one chain: a second claim is a cycle or two
 * documents in one place, and both are how hostile files make a reader run for ever or read the same bytes as
 * different things.
 */
export class PageClaims {
  readonly #work: WorkBudget;
  readonly #starts = new Set<number>();
  readonly #ranges: { readonly start: number; readonly end: number }[] = [];

  constructor(work: WorkBudget) {
    this.#work = work;
  }

  /** Claims a page. `chain` holds the pages of the chain that is being followed. */
  claim(start: number, end: number, chain: ReadonlySet<number>): void {
    this.#work.spend(COST.page);
    if (chain.has(start)) throw new CfeError('block-cycle', { offset: start });
    if (this.#starts.has(start)) throw new CfeError('block-claimed-twice', { offset: start });
    if (this.#starts.size >= MAX_PAGES) throw new CfeError('too-many-entries', { limit: MAX_PAGES });
    this.#starts.add(start);
    this.#ranges.push({ start, end });
  }

  /**
   * End of the last page, once no two of them overlap.
   *
   * @throws {CfeError} `block-claimed-twice`
   */
  end(): number {
    const sorted = this.#ranges.toSorted((a, b) => a.start - b.start);
    let end = 0;
    for (const range of sorted) {
      if (range.start < end) throw new CfeError('block-claimed-twice', { offset: range.start });
      end = range.end;
    }
    return end;
  }
}
