import type { BslException } from './errors.ts';
import type { BslObject } from './object.ts';
import type { ModuleObject } from './module-object.ts';
import type { Session } from './session.ts';
import type { Value } from './value.ts';

/** Place of a value that methods can share: parameters go by reference unless `Знач`. */
export interface Cell {
  value: Value;
}

/** A cell of its own. */
export class VariableCell implements Cell {
  value: Value;

  constructor(value: Value) {
    this.value = value;
  }
}

/** A field or element given as an argument: writing the parameter writes the object. */
export class FieldCell implements Cell {
  readonly #read: () => Value;
  readonly #write: (value: Value) => void;

  constructor(read: () => Value, write: (value: Value) => void) {
    this.#read = read;
    this.#write = write;
  }

  get value(): Value {
    return this.#read();
  }

  set value(value: Value) {
    this.#write(value);
  }
}

/** One call of a method under way. */
export class Frame {
  readonly cells: Cell[];
  readonly module: ModuleObject;
  readonly session: Session;
  result: Value = undefined;
  /** Label that `Перейти` is on its way to. */
  label = '';
  line = 0;
  error: BslException | undefined = undefined;

  constructor(cells: Cell[], module: ModuleObject, session: Session) {
    this.cells = cells;
    this.module = module;
    this.session = session;
  }

  /** Object whose fields the module sees as its own: the form, the processor. */
  get host(): BslObject | undefined {
    return this.module.host;
  }

  /** Makes room for a variable that text given to `Выполнить` introduces. */
  cell(slot: number): Cell {
    return (this.cells[slot] ??= new VariableCell(undefined));
  }
}

/** Ways a statement can end. */
export const NORMAL = 0;
export const BREAK = 1;
export const CONTINUE = 2;
export const RETURN = 3;
export const GOTO = 4;

/** Compiled expression. */
export type Evaluate = (frame: Frame) => Value;

/** Compiled statement; tells how it ended. */
export type Execute = (frame: Frame) => number;
