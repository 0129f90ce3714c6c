/** Why a file was refused. Closed: `wording/` has a sentence for each, the documentation a paragraph. */
export type CfeErrorCode =
  // container
  | 'file-too-large'
  | 'not-a-container'
  | 'truncated'
  | 'block-header-malformed'
  | 'block-outside-file'
  | 'block-cycle'
  | 'block-claimed-twice'
  | 'size-exceeds-file'
  | 'zero-progress-page'
  | 'toc-record-malformed'
  | 'too-many-entries'
  | 'attributes-malformed'
  | 'entry-name-too-long'
  | 'entry-name-empty'
  | 'entry-name-repeated'
  // raw deflate
  | 'inflate-corrupt'
  | 'inflate-truncated'
  | 'inflate-too-large'
  | 'inflate-ratio'
  | 'inflate-total-too-large'
  | 'too-much-work'
  // brace text
  | 'brace-syntax'
  | 'brace-nesting-too-deep'
  | 'brace-too-many-nodes'
  // metadata
  | 'root-missing'
  | 'root-malformed'
  | 'class-unknown'
  | 'configinfo-malformed'
  | 'element-missing'
  | 'count-disagrees'
  | 'too-many-objects'
  | 'too-many-http-templates';

/** Values that a sentence about a refusal or a warning needs: numbers and names from the file, never sentences. */
export type CfeArgs = Readonly<Record<string, string | number>>;

/**
 * A file was refused before anything of it is used. Names inside `args` come from the file: show them escaped only.
 */
export class CfeError extends Error {
  override readonly name = 'CfeError';
  readonly code: CfeErrorCode;
  readonly args: CfeArgs;

  constructor(code: CfeErrorCode, args: CfeArgs = {}, options: { cause?: unknown } = {}) {
    super(code, options);
    this.code = code;
    this.args = args;
  }
}
