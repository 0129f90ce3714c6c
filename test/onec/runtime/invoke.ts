import type { VariableDeclaration } from '../parser/ast.ts';
import type { Directive } from '../parser/contexts.ts';
import { BslException, MESSAGES } from './errors.ts';
import { Frame, VariableCell, type Cell, type Execute } from './frame.ts';
import type { ModuleObject } from './module-object.ts';
import type { Session } from './session.ts';
import type { Value } from './value.ts';

/** Depth of calls at which the platform's stack is taken as used up (its true depth is not known). */
const MAX_CALL_DEPTH = 700;

/** A parameter as calls see it. */
export interface CompiledParameter {
  readonly name: string;
  readonly byValue: boolean;
  /** Has a value for the case of being left out. */
  readonly optional: boolean;
  readonly standard: Value;
}

/** A method ready to run. `body` and `slots` are set once the module is compiled. */
export interface CompiledMethod {
  readonly name: string;
  readonly exported: boolean;
  readonly isFunction: boolean;
  readonly directive: Directive | undefined;
  readonly parameters: readonly CompiledParameter[];
  body: Execute;
  slots: number;
}

/** A module ready to run on one side of the border. */
export interface CompiledModule {
  readonly name: string;
  readonly lines: readonly string[];
  readonly variables: readonly VariableDeclaration[];
  readonly methods: ReadonlyMap<string, CompiledMethod>;
  /** Statements after the methods, run when the module comes to life. */
  initialise: CompiledMethod | undefined;
}

/** What a call brings: one cell per argument, `undefined` for one left out. */
export interface Invocation {
  readonly cells: (Cell | undefined)[];
  readonly module: ModuleObject;
  readonly session: Session;
}

/** Runs a method; a procedure gives Неопределено. Errors leave it with their place in the module. */
export function invoke(method: CompiledMethod, { cells, module, session }: Invocation): Value {
  const { parameters } = method;
  if (cells.length > parameters.length) throw new BslException(MESSAGES.tooManyArguments);
  const locals: Cell[] = [];
  for (const [index, parameter] of parameters.entries()) locals.push(argumentCell(parameter, cells, index));
  while (locals.length < method.slots) locals.push(new VariableCell(undefined));
  const frame = new Frame(locals, module, session);
  if (session.depth >= MAX_CALL_DEPTH) throw new BslException(MESSAGES.stackOverflow);
  session.depth += 1;
  session.counter.calls += 1;
  session.counter.guard();
  try {
    method.body(frame);
    return frame.result;
  } catch (error) {
    throw placed(error, frame);
  } finally {
    session.depth -= 1;
  }
}

function argumentCell(
  parameter: CompiledParameter,
  cells: readonly (Cell | undefined)[],
  index: number,
): Cell {
  const cell = cells[index];
  if (!cell) {
    if (index >= cells.length && !parameter.optional) throw new BslException(MESSAGES.tooFewArguments);
    return new VariableCell(parameter.standard);
  }
  return parameter.byValue ? new VariableCell(cell.value) : cell;
}

/** Gives an error of the language the line of the frame, unless a deeper call already gave one. */
export function placed(error: unknown, frame: Frame): unknown {
  if (error instanceof BslException && !error.place) {
    const { code } = frame.module;
    const source = code.lines[frame.line - 1] ?? '';
    error.place = { module: code.name, line: frame.line, column: 1, source };
  }
  return error;
}
