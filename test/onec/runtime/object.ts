import type { ContextName } from '../parser/contexts.ts';
import { BslException, MESSAGES } from './errors.ts';
import type { Cell } from './frame.ts';
import type { Session } from './session.ts';
import type { Value } from './value.ts';

/** Anything with fields and methods. Names arrive as written; implementations compare them without case. */
export abstract class BslObject {
  abstract readonly type: BslType;

  abstract getField(name: string, session: Session): Value;
  abstract setField(name: string, value: Value, session: Session): void;

  /** `args` are the values given; a method with output parameters writes into the array. */
  abstract callMethod(name: string, args: Value[], session: Session): Value;

  /** Whether parameters of its methods go by reference, as those of modules do. */
  get takesCells(): boolean {
    return false;
  }

  /** Calls a method of a module; by-reference parameters work on the cells, `undefined` is an argument left out. */
  callWithCells(name: string, cells: (Cell | undefined)[], session: Session): Value {
    return this.callMethod(
      name,
      cells.map((cell) => cell?.value),
      session,
    );
  }

  /** Whether such a method exists; the check of names uses it. */
  hasMethod(_name: string): boolean {
    return false;
  }

  getIndex(_index: Value, _session: Session): Value {
    throw new BslException(MESSAGES.noIndex);
  }

  setIndex(_index: Value, _value: Value, _session: Session): void {
    throw new BslException(MESSAGES.noIndex);
  }

  iterate(_session: Session): Iterable<Value> {
    throw new BslException(MESSAGES.cannotIterate);
  }

  /** `Строка(Значение)`. */
  present(): string {
    return this.type.presentation;
  }

  /** Values that compare equal with `=` although they are different objects, such as ДвоичныеДанные, give equal keys. */
  equalityKey(): string | undefined {
    return undefined;
  }

  /** `ЗначениеЗаполнено`. */
  isFilled(): boolean {
    return true;
  }

  /** `XMLСтрока`, for the objects that have one. */
  xmlText(): string | undefined {
    return undefined;
  }

  /** Names of fields that `ЗаполнитьЗначенияСвойств` sees. */
  fieldNames(): string[] {
    return [];
  }

  /** The copy that arrives on the other side of the border; values that cannot change may return themselves. */
  copyAcross(_carry: (value: Value) => Value): Value {
    return this;
  }

  /** Whether the value may cross between client and server. */
  get canCrossBorder(): boolean {
    return this.type.canCrossBorder;
  }
}

/** A method of the platform: how many arguments it takes and what it does. */
export interface NativeMethod<T> {
  readonly min: number;
  readonly max: number;
  readonly run: (self: T, args: Value[], session: Session) => Value;
}

/** A property of the platform; without `set` it is read-only. */
export interface NativeProperty<T> {
  readonly get: (self: T, session: Session) => Value;
  readonly set?: (self: T, value: Value, session: Session) => void;
}

/** Describes a type to {@link defineType}. Member names are `Русское|English`. */
export interface TypeDescription<T> {
  /** `Массив|Array`. */
  readonly name: string;
  readonly presentation?: string;
  readonly contexts: readonly ContextName[];
  /** First platform version with the type, `8.3.12`. */
  readonly since?: string;
  readonly canCrossBorder?: boolean;
  readonly methods?: Readonly<Record<string, NativeMethod<T>>>;
  readonly properties?: Readonly<Record<string, NativeProperty<T>>>;
  readonly construct?: NativeMethod<undefined>;
}

/** A type of the platform with its members. */
export interface BslType {
  readonly name: string;
  readonly englishName: string;
  readonly presentation: string;
  readonly contexts: readonly ContextName[];
  readonly since: string | undefined;
  readonly canCrossBorder: boolean;
  readonly methods: ReadonlyMap<string, NativeMethod<BslObject>>;
  readonly properties: ReadonlyMap<string, NativeProperty<BslObject>>;
  readonly construct: NativeMethod<undefined> | undefined;
}

type Class<T> = abstract new (...args: never[]) => T;

function narrowed<T extends BslObject>(self: BslObject, owner: Class<T>): T {
  if (self instanceof owner) return self;
  throw new Error(`not a ${owner.name}`);
}

/** Both spellings of every member, lower case. */
export const bothNames = <T>(members: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(members).flatMap(([names, member]) =>
    names.split('|').map((name): [string, T] => [name.toLowerCase(), member]),
  );

/** Makes the type of a class of objects. */
export function defineType<T extends BslObject>(owner: Class<T>, description: TypeDescription<T>): BslType {
  const [name = '', englishName = name] = description.name.split('|');
  const methods = bothNames(description.methods ?? {}).map(
    ([member, { min, max, run }]): [string, NativeMethod<BslObject>] => [
      member,
      { min, max, run: (self, args, session) => run(narrowed(self, owner), args, session) },
    ],
  );
  const properties = bothNames(description.properties ?? {}).map(
    ([member, { get, set }]): [string, NativeProperty<BslObject>] => [
      member,
      {
        get: (self, session) => get(narrowed(self, owner), session),
        ...(set && { set: (self, value, session) => set(narrowed(self, owner), value, session) }),
      },
    ],
  );
  return {
    name,
    englishName,
    presentation: description.presentation ?? name,
    contexts: description.contexts,
    since: description.since,
    canCrossBorder: description.canCrossBorder ?? false,
    methods: new Map(methods),
    properties: new Map(properties),
    construct: description.construct,
  };
}

/** A method taking between `min` and `max` arguments. */
export const method = <T>(
  [min, max]: readonly [number, number],
  run: (self: T, args: Value[], session: Session) => Value,
): NativeMethod<T> => ({ min, max, run });

/** Refuses a call with too few or too many arguments. */
export function checkCount(
  args: readonly Value[],
  { min, max }: { readonly min: number; readonly max: number },
): void {
  if (args.length > max) throw new BslException(MESSAGES.tooManyArguments);
  if (args.length < min) throw new BslException(MESSAGES.tooFewArguments);
}

/** An object whose members are the table of its type. */
export abstract class NativeObject extends BslObject {
  override getField(name: string, session: Session): Value {
    const property = this.type.properties.get(name.toLowerCase());
    if (!property) throw new BslException(MESSAGES.noField(name));
    return property.get(this, session);
  }

  override setField(name: string, value: Value, session: Session): void {
    const property = this.type.properties.get(name.toLowerCase());
    if (!property) throw new BslException(MESSAGES.noField(name));
    if (!property.set) throw new BslException(MESSAGES.fieldReadOnly(name));
    property.set(this, value, session);
  }

  override callMethod(name: string, args: Value[], session: Session): Value {
    const found = this.type.methods.get(name.toLowerCase());
    if (!found) throw new BslException(MESSAGES.noMethod(name));
    checkCount(args, found);
    return withContext(MESSAGES.contextCall(name), () => found.run(this, args, session));
  }

  override hasMethod(name: string): boolean {
    return this.type.methods.has(name.toLowerCase());
  }
}

/** What a method of the platform throws reaches the module as the reason of «Ошибка при вызове метода контекста». */
export function withContext<T>(description: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof BslException && error.place === undefined)
      throw new BslException(description, error);
    throw error;
  }
}
