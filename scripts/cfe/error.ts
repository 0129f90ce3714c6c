import { CodedError, type Coded, type CodeOf, type NoArguments, type Raised } from '../model/coded-error.ts';

/** What went wrong inside of an element, where that is known. */
interface InElement {
  element?: string;
}

/**
 * Why a file was refused, and the arguments of each reason: numbers and names from the file, never sentences. Offsets
 * and lengths are in bytes, where nothing else is said. Names come from the file: show them escaped only.
 */
export interface CfeErrorArguments {
  // container
  'file-too-large': { length: number; limit: number };
  'not-a-container': { length: number };
  truncated: { offset: number; length: number };
  'block-header-malformed': { offset: number };
  'block-outside-file': { offset: number };
  'block-cycle': { offset: number };
  'block-claimed-twice': { offset: number };
  'size-exceeds-file': { offset: number; declared: number };
  'zero-progress-page': { offset: number };
  'toc-record-malformed': { record: number };
  /** `count`: of those that are declared, where they are. */
  'too-many-entries': { limit: number; count?: number };
  'attributes-malformed': { length: number };
  'entry-name-too-long': { length: number };
  'entry-name-empty': NoArguments;
  'entry-name-repeated': { name: string };
  // raw deflate
  'inflate-corrupt': InElement & { why: string };
  'inflate-truncated': InElement & { length: number };
  'inflate-too-large': InElement & { limit: number };
  'inflate-ratio': InElement & { limit: number; stored: number };
  'inflate-total-too-large': { limit: number };
  /** `limit` in steps. */
  'too-much-work': { limit: number };
  // brace text
  /** `offset` in characters. */
  'brace-syntax': InElement & { why: string; offset: number };
  'brace-nesting-too-deep': InElement & { limit: number };
  'brace-too-many-nodes': InElement & { limit: number };
  // metadata
  'root-missing': { element: string };
  'root-malformed': { members: number };
  'class-unknown': { class: string };
  'configinfo-malformed': { what: string };
  'element-missing': { element: string };
  'count-disagrees': { what: string; declared: number; found: number };
  'too-many-objects': { count: number; limit: number };
  'too-many-http-templates': { count: number; limit: number };
}

/** Why a file was refused. */
export type CfeErrorCode = CodeOf<CfeErrorArguments>;

/** A refusal as a value: the code and its own arguments. */
export type CfeRefusal = Coded<CfeErrorArguments>;

/** A file was refused before anything of it is used. */
export class CfeError extends CodedError<CfeErrorArguments> {
  override readonly name = 'CfeError';

  /** The same refusal, with the name of the element that was being read. */
  inElement(element: string): CfeError {
    return new CfeError(
      ...([this.code, { ...this.args, element }, { cause: this }] as Raised<CfeErrorArguments>),
    );
  }
}
