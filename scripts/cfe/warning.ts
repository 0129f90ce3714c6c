import type { CfeArgs } from './error.ts';
import { MAX_WARNINGS } from './limits.ts';

/** What is odd about a file that can be read all the same. Closed: `wording/` has a sentence for each. */
export type CfeWarningCode =
  // container
  | 'trailing-bytes'
  | 'free-list-broken'
  | 'toc-tail-ignored'
  | 'entry-without-content'
  | 'entry-name-surrogate'
  | 'entry-name-tail'
  | 'entry-name-suspicious'
  | 'entry-times-odd'
  // payload
  | 'deflate-trailing-bytes'
  | 'stray-closing-brace'
  | 'text-not-unicode'
  | 'element-unreadable'
  // integrity table
  | 'integrity-mismatch'
  | 'integrity-unlisted'
  | 'integrity-missing'
  | 'integrity-repeated'
  // metadata
  | 'writer-unknown'
  | 'writer-newer-than-mode'
  | 'kind-unknown'
  | 'object-unreadable'
  | 'purpose-unknown'
  | 'compatibility-mode-unknown'
  | 'language-code-odd'
  | 'default-role-missing'
  | 'http-method-unknown'
  // modules
  | 'module-protected'
  | 'interception-without-handler'
  // leak
  | 'leftover-memory'
  | 'warnings-cut';

/** Something odd about a file, as a value: wording comes last, in the reader's language. */
export interface CfeWarning {
  readonly code: CfeWarningCode;
  /** Names come from the file: show them escaped only. */
  readonly args: CfeArgs;
}

/** Collects warnings while a file is read, at most {@link MAX_WARNINGS} of them: a hostile file could cause millions. */
export class WarningLog {
  readonly #warnings: CfeWarning[] = [];
  #left = 0;

  add(code: CfeWarningCode, args: CfeArgs = {}): void {
    if (this.#warnings.length < MAX_WARNINGS) this.#warnings.push({ code, args });
    else this.#left += 1;
  }

  /** All warnings so far, in the order in which they were found; `warnings-cut` says how many were left off. */
  list(): readonly CfeWarning[] {
    if (this.#left === 0) return [...this.#warnings];
    return [...this.#warnings, { code: 'warnings-cut', args: { left: this.#left } }];
  }
}
