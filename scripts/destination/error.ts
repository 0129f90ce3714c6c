import { CodedError, type CodeOf, type NoArguments } from '../model/coded-error.ts';

/** Why a tree was not put where people get it from, and the arguments of each reason. None holds a secret. */
export interface DestinationErrorArguments {
  /** The address names no place that we know; `reason`: the part that is wrong, never the address itself. */
  'destination-address-invalid': { reason: string };
  /** A variable of the environment is missing. */
  'destination-credentials-missing': { variable: string };
  /** The store does not know the key, or the key may not do this. */
  'destination-forbidden': { action: string; status: number; reason: string };
  /** There is no such bucket. */
  'destination-absent': { action: string };
  /** The clock of this machine differs too much from that of the store: signatures carry the time. */
  'destination-clock-differs': NoArguments;
  /** No answer or a failure, also when asked again; `status` is 0 without an answer. */
  'destination-unavailable': { action: string; status: number };
  /** Another refusal. */
  'destination-refused': { action: string; status: number; reason: string };
  /** What the store answers or holds is not what it should be. */
  'destination-unreadable': { path: string };
  /** The store overwrites what it was asked not to overwrite, so two runs at once would destroy each other's work. */
  'destination-ignores-conditions': NoArguments;
  /** The destination already has something newer. */
  'published-newer': { role: string; published: number; offered: number };
  /** The destination has other bytes under a name that never changes. */
  'name-taken': { path: string };
  /** Another run published meanwhile. */
  'publication-overtaken': { path: string };
  /** Something that was there is gone. */
  'publication-disturbed': { path: string };
  /** The folder holds files that belong to no published tree; `paths` are the first of `count`. */
  'tree-has-strangers': { paths: readonly string[]; count: number };
  /** The folder holds a private key or a secret. */
  'tree-has-secrets': { paths: readonly string[]; count: number };
  /** Metadata and documents name files that are not there with that content. */
  'tree-incomplete': { paths: readonly string[]; count: number };
  /** A file changed while it was being published. */
  'tree-changed': { path: string };
}

/** Why a tree was not put where people get it from. */
export type DestinationErrorCode = CodeOf<DestinationErrorArguments>;

/** Nothing more is put at the destination. What was put there before stands, and the next run goes on from it. */
export class DestinationError extends CodedError<DestinationErrorArguments> {
  override readonly name = 'DestinationError';
}
