import type { Coded, CodeOf } from '../model/coded-error.ts';
import { MAX_WARNINGS } from './limits.ts';

/**
 * What is odd about a file that can be read all the same, and the arguments of each oddity. Names come from the file:
 * show them escaped only.
 */
export interface CfeWarningArguments {
  // container
  'trailing-bytes': { bytes: number };
  'free-list-broken': { offset: number };
  'toc-tail-ignored': { bytes: number };
  'entry-without-content': { name: string };
  'entry-name-surrogate': { name: string };
  'entry-name-tail': { name: string };
  'entry-name-suspicious': { name: string };
  'entry-times-odd': { count: number };
  // payload
  'deflate-trailing-bytes': { element: string; bytes: number };
  'stray-closing-brace': { element: string; count: number };
  'text-not-unicode': { element: string };
  'element-unreadable': { element: string };
  // integrity table
  'integrity-mismatch': { element: string };
  'integrity-unlisted': { element: string };
  'integrity-missing': { element: string };
  'integrity-repeated': { count: number };
  // metadata
  'writer-unknown': { tuple: number };
  'writer-newer-than-mode': { tuple: number; mode: string };
  'kind-unknown': { guid: string; count: number };
  'object-unreadable': { kind: string; uuid: string };
  'purpose-unknown': { code: string };
  'compatibility-mode-unknown': { code: string };
  'language-code-odd': { language: string };
  'default-role-missing': { uuid: string };
  'http-method-unknown': { code: string; name: string };
  // modules
  'module-protected': { module: string };
  'interception-without-handler': { module: string; method: string };
  // leak
  'leftover-memory': { pieces: number; bytes: number };
  /** `left`: how many more there were. */
  'warnings-cut': { left: number };
}

/** What is odd about a file. Closed: `wording/` has a sentence for each. */
export type CfeWarningCode = CodeOf<CfeWarningArguments>;

/** Something odd about a file, as a value: wording comes last, in the reader's language. */
export type CfeWarning = Coded<CfeWarningArguments>;

/** Collects warnings while a file is read, at most {@link MAX_WARNINGS} of them: a hostile file could cause millions. */
export class WarningLog {
  readonly #warnings: CfeWarning[] = [];
  #left = 0;

  add<Code extends CfeWarningCode>(code: Code, args: Readonly<CfeWarningArguments[Code]>): void {
    if (this.#warnings.length < MAX_WARNINGS) this.#warnings.push({ code, args } as CfeWarning);
    else this.#left += 1;
  }

  /** All warnings so far, in the order in which they were found; `warnings-cut` says how many were left off. */
  list(): readonly CfeWarning[] {
    if (this.#left === 0) return [...this.#warnings];
    return [...this.#warnings, { code: 'warnings-cut', args: { left: this.#left } }];
  }
}
