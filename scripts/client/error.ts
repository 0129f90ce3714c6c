import { CodedError, type CodeOf, type NoArguments } from '../model/coded-error.ts';

/** Why a client could not go on although everything it got was genuine, and the arguments of each reason. */
export interface ClientErrorArguments {
  /** A document of a later format: this client is too old. */
  'document-format-unsupported': { name: string };
  /** The document of an extension is about another one. */
  'document-id-unexpected': { name: string; id: string };
  /** No extension of that id. */
  'extension-unknown': { id: string };
  /** The extension has no release of that version. */
  'release-unknown': { id: string; version: string };
  /** The release was withdrawn and is not handed out. */
  'release-withdrawn': { id: string; version: string };
  /** No file of the release is made for the configuration. */
  'build-unknown': { id: string; version: string; configuration: string };
  /** Every release was withdrawn, or none was published: there is no file to adapt. */
  'nothing-to-adapt': { id: string };
  /** Nothing is offered; the reasons of the decision say why. */
  'not-offered': { id: string };
  /** The repository says nothing of licences: it sells nothing. */
  'licensing-unknown': NoArguments;
  /** The name of a file would leave its folder. */
  'file-name-unsafe': { name: string };
  /** A bundle that is no ZIP of ours. */
  'bundle-unreadable': { reason: string };
}

/** Why a client could not go on. */
export type ClientErrorCode = CodeOf<ClientErrorArguments>;

/** A client cannot do what it was asked for. */
export class ClientError extends CodedError<ClientErrorArguments> {
  override readonly name = 'ClientError';
}
