import { close, createIndex, type PagefindIndex } from 'pagefind';
import { compareText } from '../../scripts/model/problem.ts';
import type { Locale } from '../../scripts/model/text.ts';

/** A page that the search finds without reading its HTML. */
export interface SearchRecord {
  /** Path of the page on its host. */
  readonly url: string;
  readonly title: string;
  readonly text: string;
  readonly language: Locale;
}

/** The index could not be made; the message holds what Pagefind said. */
export class SearchError extends Error {
  override readonly name = 'SearchError';
}

/**
 * The search index of a site. Pagefind counts words in a process of its own: whoever adds does not wait for it, and
 * goes on with something else meanwhile. It has to be closed, else that process stays.
 */
export class SearchIndex {
  readonly #index: PagefindIndex;
  readonly #added: Promise<unknown>[] = [];

  private constructor(index: PagefindIndex) {
    this.#index = index;
  }

  /** Throws `SearchError`. */
  static async start(): Promise<SearchIndex> {
    const { index, errors } = await createIndex();
    if (index === undefined) throw new SearchError(errors.join('\n'));
    return new SearchIndex(index);
  }

  /** Adds a page by its words. */
  add({ url, title, text, language }: SearchRecord): void {
    this.#added.push(
      accepted(this.#index.addCustomRecord({ url, language, content: text, meta: { title } })),
    );
  }

  /** Adds a page by its HTML, which says what of it is to be found. */
  addPage(url: string, page: string): void {
    this.#added.push(accepted(this.#index.addHTMLFile({ url, content: page })));
  }

  /**
   * The files of the index by their paths. Pagefind could write them itself, but it says that it has done so before the
   * last bytes have reached the disk. Throws `SearchError` when one of the pages was refused.
   */
  async files(): Promise<ReadonlyMap<string, string | Uint8Array>> {
    await Promise.all(this.#added);
    const answer = await this.#index.getFiles();
    if (answer.errors.length > 0) throw new SearchError(answer.errors.join('\n'));
    return new Map(
      answer.files.map(({ path, content }) => [path, path === ENTRY ? sortMembers(content) : content]),
    );
  }

  /** Ends the process that counts. */
  async close(): Promise<void> {
    await close();
  }
}

/** Which languages there are. */
const ENTRY = 'pagefind-entry.json';

/** Pagefind writes languages in an order that differs from run to run. */
const sortMembers = (json: Uint8Array): string =>
  JSON.stringify(JSON.parse(new TextDecoder().decode(json)), sorted);

const sorted = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareText(a, b)))
    : value;

async function accepted(answer: Promise<{ readonly errors: readonly string[] }>): Promise<void> {
  const { errors } = await answer;
  if (errors.length > 0) throw new SearchError(errors.join('\n'));
}
