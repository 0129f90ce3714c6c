import { CONTEXTS, type ContextName } from '../parser/contexts.ts';
import { BslException, MESSAGES } from '../runtime/errors.ts';
import type { BslType } from '../runtime/object.ts';
import type { GlobalFunction, GlobalProperty } from '../runtime/platform-names.ts';
import type { Session } from '../runtime/session.ts';
import { truncated } from '../runtime/decimal.ts';
import { BslDate, isNumber, type Value } from '../runtime/value.ts';

/** Names that every context has. */
export const EVERYWHERE: readonly ContextName[] = CONTEXTS;
/** Names of the server (and of the thick client, which the bench leaves out). */
export const SERVER: readonly ContextName[] = ['server'];
/** Names of the clients. */
export const CLIENT: readonly ContextName[] = ['thinClient', 'webClient'];
/** Names missing from the web client only. */
export const NOT_WEB: readonly ContextName[] = ['server', 'thinClient'];

/** One part of the list of allowed platform names. Keys are `Русское|English`. */
export interface NameGroup {
  readonly functions?: Readonly<Record<string, FunctionDescription>>;
  readonly properties?: Readonly<Record<string, PropertyDescription>>;
  readonly types?: readonly BslType[];
}

/** A function or procedure of the global context. */
export interface FunctionDescription {
  readonly contexts: readonly ContextName[];
  readonly since?: string;
  readonly isProcedure?: boolean;
  /** Fewest and most arguments. */
  readonly takes: readonly [number, number];
  readonly run: (args: Value[], session: Session) => Value;
}

/** A property of the global context. */
export interface PropertyDescription {
  readonly contexts: readonly ContextName[];
  readonly since?: string;
  readonly get: (session: Session) => Value;
}

/** The function as the runtime calls it. */
export function globalFunction(names: string, description: FunctionDescription): GlobalFunction {
  const { contexts, since, isProcedure = false, takes, run } = description;
  const [min, max] = takes;
  const [name = ''] = names.split('|');
  return {
    name,
    contexts,
    ...(since !== undefined && { since }),
    isProcedure,
    min,
    max,
    run: (_, args, session) => run(args, session),
  };
}

/** The property as the runtime reads it. */
export function globalProperty(names: string, description: PropertyDescription): GlobalProperty {
  const [name = ''] = names.split('|');
  return { name, ...description };
}

/** The text at a place among the arguments; other types are refused, as the platform does. */
export function textArgument(args: readonly Value[], index: number): string {
  const value = args[index];
  if (typeof value === 'string') return value;
  throw new BslException(MESSAGES.wrongType(index + 1));
}

/** The text at a place, or `standard` when it was left out. */
export const optionalText = (args: readonly Value[], index: number, standard = ''): string =>
  args[index] === undefined ? standard : textArgument(args, index);

/** The whole number at a place; fractions are cut off. */
export function wholeArgument(args: readonly Value[], index: number): bigint {
  const value = args[index];
  if (isNumber(value)) return truncated(value);
  throw new BslException(MESSAGES.wrongType(index + 1));
}

/** The whole number at a place as a JavaScript number, or `standard` when it was left out. */
export function sizeArgument(args: readonly Value[], index: number, standard?: number): number {
  if (args[index] === undefined && standard !== undefined) return standard;
  return Number(wholeArgument(args, index));
}

/** The truth value at a place, `standard` when it was left out. */
export function flagArgument(args: readonly Value[], index: number, standard = false): boolean {
  const value = args[index];
  if (value === undefined) return standard;
  if (typeof value === 'boolean') return value;
  throw new BslException(MESSAGES.wrongType(index + 1));
}

/** The date at a place. */
export function dateArgument(args: readonly Value[], index: number): BslDate {
  const value = args[index];
  if (value instanceof BslDate) return value;
  throw new BslException(MESSAGES.wrongType(index + 1));
}

type Class<T> = abstract new (...args: never[]) => T;

/** The object of a class at a place. */
export function objectArgument<T>(args: readonly Value[], index: number, owner: Class<T>): T {
  const value: unknown = args[index];
  if (value instanceof owner) return value;
  throw new BslException(MESSAGES.wrongType(index + 1));
}
