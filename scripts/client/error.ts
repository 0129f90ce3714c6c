/** Why a client could not go on although everything it got was genuine. Closed; arguments are named after each code. */
export type ClientErrorCode =
  /** A document of a later format: this client is too old. `name`. */
  | 'document-format-unsupported'
  /** No extension of that id. `id`. */
  | 'extension-unknown'
  /** The extension has no release of that version. `id`, `version`. */
  | 'release-unknown'
  /** The release was withdrawn and is not handed out. `id`, `version`. */
  | 'release-withdrawn'
  /** No file of the release is made for the configuration. `id`, `version`, `configuration`. */
  | 'build-unknown'
  /** Every release was withdrawn, or none was published: there is no file to adapt. `id`. */
  | 'nothing-to-adapt'
  /** Nothing is offered; the reasons of the decision say why. `id`. */
  | 'not-offered'
  /** The repository says nothing of licences: it sells nothing. */
  | 'licensing-unknown'
  /** The name of a file would leave its folder. `name`. */
  | 'file-name-unsafe'
  /** A bundle that is no ZIP of ours. `reason`. */
  | 'bundle-unreadable';

/** Values that a sentence about a client error needs. */
export type ClientErrorArgs = Readonly<Record<string, string>>;

/** A client cannot do what it was asked for. */
export class ClientError extends Error {
  override readonly name = 'ClientError';
  readonly code: ClientErrorCode;
  readonly args: ClientErrorArgs;

  constructor(code: ClientErrorCode, args: ClientErrorArgs = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(args)}`, options);
    this.code = code;
    this.args = args;
  }
}
