import type { BraceNode } from './brace-node.ts';
import { parseBraceText } from './brace-text.ts';
import type { ContainerEntry } from './container.ts';
import { decodeText } from './decode-text.ts';
import { CfeError } from './error.ts';
import { inflateRaw, type Inflated } from './inflate.ts';
import {
  INFLATE_RATIO_FLOOR,
  INFLATED_TOTAL_FLOOR,
  MAX_INFLATE_RATIO,
  MAX_INFLATED_BYTES,
  MAX_INFLATED_TOTAL,
  MAX_INFLATED_TOTAL_RATIO,
} from './limits.ts';
import type { WarningLog } from './warning.ts';
import { COST, type WorkBudget } from './work-budget.ts';

/** What {@link Elements} needs of a file. */
export interface ElementsSource {
  readonly entries: ReadonlyMap<string, ContainerEntry>;
  /** Bytes of the whole file: the more it has, the more it may inflate to. */
  readonly fileBytes: number;
  readonly log: WarningLog;
  readonly work: WorkBudget;
  /** Sees every element once, when it is inflated for the first time. */
  readonly onFirstInflated: (name: string, bytes: Uint8Array) => void;
}

/** The elements of a file by name, inflated when asked for and not kept: memory holds one at a time. */
export class Elements {
  readonly #source: ElementsSource;
  readonly #seen = new Set<string>();
  readonly #totalLimit: number;
  #total = 0;

  constructor(source: ElementsSource) {
    this.#source = source;
    const byRatio = Math.max(INFLATED_TOTAL_FLOOR, source.fileBytes * MAX_INFLATED_TOTAL_RATIO);
    this.#totalLimit = Math.min(MAX_INFLATED_TOTAL, byRatio);
  }

  /** Bytes that the elements seen so far inflated to. */
  get inflatedBytes(): number {
    return this.#total;
  }

  /** What reading of this file is charged to. */
  get work(): WorkBudget {
    return this.#source.work;
  }

  has(name: string): boolean {
    return this.#source.entries.has(name);
  }

  names(): IterableIterator<string> {
    return this.#source.entries.keys();
  }

  /**
   * Inflated bytes of an element.
   *
   * @throws {CfeError} `element-missing`, and whatever inflating refuses, with the element's name
   */
  bytes(name: string): Uint8Array {
    const entry = this.#source.entries.get(name);
    if (entry === undefined) throw new CfeError('element-missing', { element: name });
    this.#source.work.spend(COST.element);
    if (entry.stored.length === 0) return entry.stored;
    const { bytes, consumed } = naming(name, () => inflateBounded(entry.stored, this.#source.work));
    if (!this.#seen.has(name)) this.#see(name, { bytes, trailing: entry.stored.length - consumed });
    return bytes;
  }

  /**
   * Top-level values of an element of brace text.
   *
   * @throws {CfeError} as {@link Elements.bytes}, and whatever parsing refuses, with the element's name
   */
  brace(name: string, bytes: Uint8Array = this.bytes(name)): readonly BraceNode[] {
    const { text, encoding } = decodeText(bytes);
    if (encoding === 'damaged' || encoding === 'windows-1251')
      this.#source.log.add('text-not-unicode', { element: name });
    const { values, strayBraces } = naming(name, () => parseBraceText(text, this.#source.work));
    if (strayBraces > 0) this.#source.log.add('stray-closing-brace', { element: name, count: strayBraces });
    return values;
  }

  /** Inflates what nobody has asked for yet, so that damage anywhere in the file is found. */
  seeAll(): void {
    for (const name of this.names()) if (!this.#seen.has(name)) this.bytes(name);
  }

  #see(name: string, { bytes, trailing }: { readonly bytes: Uint8Array; readonly trailing: number }): void {
    this.#seen.add(name);
    this.#total += bytes.length;
    if (this.#total > this.#totalLimit)
      throw new CfeError('inflate-total-too-large', { limit: this.#totalLimit });
    if (trailing > 0) this.#source.log.add('deflate-trailing-bytes', { element: name, bytes: trailing });
    this.#source.onFirstInflated(name, bytes);
  }
}

function inflateBounded(stored: Uint8Array, work: WorkBudget): Inflated {
  const byRatio = Math.max(INFLATE_RATIO_FLOOR, stored.length * MAX_INFLATE_RATIO);
  try {
    return inflateRaw(stored, Math.min(MAX_INFLATED_BYTES, byRatio), work);
  } catch (cause) {
    if (cause instanceof CfeError && cause.is('inflate-too-large') && byRatio < MAX_INFLATED_BYTES) {
      throw new CfeError('inflate-ratio', { ...cause.args, stored: stored.length }, { cause });
    }
    throw cause;
  }
}

/** Adds the name of the element to a refusal that does not know it. */
function naming<T>(element: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof CfeError) throw cause.inElement(element);
    throw cause;
  }
}
