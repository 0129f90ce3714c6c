import { CfeError } from './error.ts';
import type { LeftoverFacts } from './facts.ts';
import { foreignIn } from './foreign-text.ts';
import { KnownText } from './known-text.ts';
import { MAX_LEFTOVER_BYTES, MAX_LEFTOVER_SAMPLE, MAX_LEFTOVER_SAMPLES } from './limits.ts';
import { readNestedContainer } from './nested-container.ts';
import { readableRuns } from './readable-runs.ts';
import { WarningLog } from './warning.ts';
import type { WorkBudget } from './work-budget.ts';

/**
 * Finds leftover memory: the Designer does not clear the padding of pages inside module containers, so a file may
 * carry pieces of other modules, passwords included. Text that stands in a live text of the same file is no leak, also
 * where it was written over other such text; nor is what the platform writes into every file.
 */
export class LeftoverSearch {
  readonly #work: WorkBudget;
  readonly #live = new KnownText();
  readonly #runs: string[] = [];
  #bytes = 0;

  constructor(work: WorkBudget) {
    this.#work = work;
  }

  /** Looks at an inflated element: live text, or a nested container with documents and padding. */
  add(element: Uint8Array): void {
    const nested = nestedOf(element, this.#work);
    if (nested === undefined) {
      this.#live.add(element);
      return;
    }
    for (const { stored } of nested.entries.values()) this.#live.add(stored);
    for (const slack of nested.slack) this.addSlack(slack);
  }

  /** Looks at the padding of a page. Most of it is zero, which costs next to nothing. */
  addSlack(slack: Uint8Array): void {
    if (this.#bytes >= MAX_LEFTOVER_BYTES) return;
    for (const run of readableRuns(slack)) {
      this.#runs.push(run);
      this.#bytes += run.length;
    }
  }

  /** What was found, once all elements have been looked at. */
  facts(): LeftoverFacts {
    const foreign = this.#runs.flatMap((run) => foreignIn(run, this.#live) ?? []);
    return {
      pieces: foreign.length,
      bytes: foreign.reduce((sum, { bytes }) => sum + bytes, 0),
      sample: foreign
        .toSorted((a, b) => b.bytes - a.bytes)
        .slice(0, MAX_LEFTOVER_SAMPLES)
        .map(({ shown }) => shown.slice(0, MAX_LEFTOVER_SAMPLE).replaceAll(/\s+/g, ' ').trim()),
    };
  }
}

/** A nested container that can be read; whoever needs its content refuses a damaged one. */
function nestedOf(element: Uint8Array, work: WorkBudget): ReturnType<typeof readNestedContainer> {
  try {
    return readNestedContainer(element, new WarningLog(), work);
  } catch (error) {
    if (error instanceof CfeError && error.code !== 'too-much-work') return undefined;
    throw error;
  }
}
