import { CfeError } from './error.ts';
import type { LeftoverFacts } from './facts.ts';
import { foreignIn } from './foreign-text.ts';
import { KnownText } from './known-text.ts';
import { MAX_LEFTOVER_BYTES, MAX_LEFTOVER_SAMPLE, MAX_LEFTOVER_SAMPLES } from './limits.ts';
import { readNestedContainer } from './nested-container.ts';
import { readableRuns } from './readable-runs.ts';
import { WarningLog } from './warning.ts';
import type { WorkBudget } from './work-budget.ts';

/** Bytes of live text that are held before they are gone through. */
const MAX_WAITING_BYTES = 16 * 1024 * 1024;

/**
 * Finds leftover memory: the Designer does not clear the padding of pages inside module containers, so a file may
 * carry pieces of other modules, passwords included. Text that stands in a live text of the same file is no leak, also
 * where it was written over other such text; nor is what the platform writes into every file.
 */
export class LeftoverSearch {
  readonly #work: WorkBudget;
  /** Made when there is something to compare: most files have no readable padding at all. */
  #live: KnownText | undefined;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  readonly #runs: string[] = [];
  #bytes = 0;

  constructor(work: WorkBudget) {
    this.#work = work;
  }

  /** Looks at an inflated element: live text, or a nested container with documents and padding. */
  add(element: Uint8Array): void {
    const nested = nestedOf(element, this.#work);
    if (nested === undefined) {
      this.#addLive(element);
      return;
    }
    for (const { stored } of nested.entries.values()) this.#addLive(stored);
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
    if (this.#runs.length === 0) return { pieces: 0, bytes: 0, sample: [] };
    const live = this.#known();
    const foreign = this.#runs.flatMap((run) => foreignIn(run, live) ?? []);
    return {
      pieces: foreign.length,
      bytes: foreign.reduce((sum, { bytes }) => sum + bytes, 0),
      sample: foreign
        .toSorted((a, b) => b.bytes - a.bytes)
        .slice(0, MAX_LEFTOVER_SAMPLES)
        .map(({ shown }) => shown.slice(0, MAX_LEFTOVER_SAMPLE).replaceAll(/\s+/g, ' ').trim()),
    };
  }

  #addLive(text: Uint8Array): void {
    if (this.#live !== undefined) {
      this.#live.add(text);
      return;
    }
    this.#waiting.push(text);
    this.#waitingBytes += text.length;
    if (this.#waitingBytes > MAX_WAITING_BYTES) this.#known();
  }

  /** What the file says, everything that waited included. */
  #known(): KnownText {
    const live = (this.#live ??= new KnownText());
    for (const text of this.#waiting.splice(0)) live.add(text);
    return live;
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
