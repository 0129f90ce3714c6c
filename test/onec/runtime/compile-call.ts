import type { Argument, Call, Expression, MethodCall, New } from '../parser/ast.ts';
import { compileExpression, objectOf } from './compile-expression.ts';
import { evaluateText } from './dynamic-text.ts';
import { BslException, MESSAGES } from './errors.ts';
import { FieldCell, VariableCell, type Cell, type Evaluate, type Frame } from './frame.ts';
import { invoke, type CompiledMethod } from './invoke.ts';
import { checkCount, withContext, BslObject, type BslType } from './object.ts';
import { present } from './presentation.ts';
import type { MethodScope } from './scope.ts';
import { TypeValue } from './type-value.ts';
import type { Value } from './value.ts';

/** An argument as a value, as a cell for by-reference parameters, and the way back for output parameters. */
interface CompiledArgument {
  readonly value: Evaluate;
  readonly cell: (frame: Frame) => Cell | undefined;
  readonly writable: boolean;
}

function compileArgument(argument: Argument, scope: MethodScope): CompiledArgument {
  if (!argument) return { value: () => undefined, cell: () => undefined, writable: false };
  const value = compileExpression(argument, scope);
  const cell = cellOf(argument, scope);
  return { value, cell: cell ?? ((frame) => new VariableCell(value(frame))), writable: cell !== undefined };
}

/** The place an argument names, if it names one: variables, fields and elements go by reference. */
function cellOf(argument: Expression, scope: MethodScope): ((frame: Frame) => Cell | undefined) | undefined {
  if (argument.kind === 'name') {
    const resolution = scope.resolve(argument.name);
    if (resolution?.kind === 'local') return (frame) => frame.cell(resolution.slot);
    if (resolution?.kind === 'variable') return (frame) => frame.module.variables[resolution.slot];
    return resolution?.kind === 'host' ? hostCell(argument.name) : undefined;
  }
  if (argument.kind !== 'member' && argument.kind !== 'index') return undefined;
  const owner = compileExpression(argument.object, scope);
  return argument.kind === 'member'
    ? memberCell(owner, argument.name)
    : elementCell(owner, compileExpression(argument.index, scope));
}

const hostCell =
  (name: string) =>
  ({ host, session }: Frame): Cell =>
    new FieldCell(
      () => host?.getField(name, session),
      (value) => host?.setField(name, value, session),
    );

function memberCell(owner: Evaluate, name: string) {
  return (frame: Frame): Cell => {
    const object = objectOf(owner(frame), name);
    // Reading at once keeps the error of a field that is not there at the caller's line.
    object.getField(name, frame.session);
    return new FieldCell(
      () => object.getField(name, frame.session),
      (value) => object.setField(name, value, frame.session),
    );
  };
}

function elementCell(owner: Evaluate, index: Evaluate) {
  return (frame: Frame): Cell => {
    const object = owner(frame);
    if (!(object instanceof BslObject)) throw new BslException(MESSAGES.noIndex);
    const at = index(frame);
    object.getIndex(at, frame.session);
    return new FieldCell(
      () => object.getIndex(at, frame.session),
      (value) => object.setIndex(at, value, frame.session),
    );
  };
}

/** Values for a method of the platform, and afterwards the way back of those it changed. */
function callNative(args: readonly CompiledArgument[], frame: Frame, run: (values: Value[]) => Value): Value {
  const values = args.map((argument) => argument.value(frame));
  const before = values.slice();
  const result = run(values);
  for (const [index, argument] of args.entries()) {
    if (!argument.writable || values[index] === before[index]) continue;
    const cell = argument.cell(frame);
    if (cell) cell.value = values[index];
  }
  return result;
}

/** `Имя(…)`: a method of the module, then of its host, then of the platform. */
export function compileCall(call: Call, scope: MethodScope): Evaluate {
  const key = call.name.toLowerCase();
  const args = call.args.map((argument) => compileArgument(argument, scope));
  const own = scope.module.methods.get(key);
  if (own && isCallable(own, scope)) return compileOwnCall(own, call, { args, scope });
  const { counter, host } = scope.module.target;
  if (!scope.withoutContext && host?.methods.has(key)) {
    return (frame) =>
      callNative(args, frame, (values) => frame.host?.callMethod(call.name, values, frame.session));
  }
  if (key === 'вычислить' || key === 'eval') return evaluateText(args[0]?.value, scope);
  const native = scope.module.globalFunction(key);
  if (!native) {
    scope.module.report(MESSAGES.noFunction(call.name), call);
    return () => undefined;
  }
  if (args.length > native.max) scope.module.report(MESSAGES.tooManyArguments, call);
  if (args.length < native.min) scope.module.report(MESSAGES.tooFewArguments, call);
  return (frame) => {
    counter.calls += 1;
    return callNative(args, frame, (values) =>
      withContext(MESSAGES.contextCall(native.name), () => native.run(undefined, values, frame.session)),
    );
  };
}

/** A method without context cannot reach one that has it. */
const isCallable = (method: CompiledMethod, scope: MethodScope): boolean =>
  !scope.withoutContext || (method.directive?.endsWith('NoContext') ?? false);

interface OwnCall {
  readonly args: readonly CompiledArgument[];
  readonly scope: MethodScope;
}

function compileOwnCall(method: CompiledMethod, call: Call, { args, scope }: OwnCall): Evaluate {
  const needed = method.parameters.findLastIndex((parameter) => !parameter.optional) + 1;
  if (args.length > method.parameters.length) scope.module.report(MESSAGES.tooManyArguments, call);
  if (args.length < needed) scope.module.report(MESSAGES.tooFewArguments, call);
  return (frame) => {
    const cells = args.map((argument) => argument.cell(frame));
    return invoke(method, { cells, module: frame.module, session: frame.session });
  };
}

/** `Объект.Метод(…)`. */
export function compileMethodCall(call: MethodCall, scope: MethodScope): Evaluate {
  const object = compileExpression(call.object, scope);
  const args = call.args.map((argument) => compileArgument(argument, scope));
  const { counter } = scope.module.target;
  const { name } = call;
  return (frame) => {
    const owner = objectOf(object(frame), name);
    if (owner.takesCells) {
      return owner.callWithCells(
        name,
        args.map((argument) => argument.cell(frame)),
        frame.session,
      );
    }
    counter.calls += 1;
    return callNative(args, frame, (values) => owner.callMethod(name, values, frame.session));
  };
}

/** `Новый Тип(…)` and `Новый(Тип, Массив)`. */
export function compileNew(expression: New, scope: MethodScope): Evaluate {
  const args = expression.args.map((argument) => compileArgument(argument, scope));
  const { counter } = scope.module.target;
  if (expression.type === undefined) return compileNewByType(args, scope);
  const type = scope.module.type(expression.type.toLowerCase());
  if (!type?.construct) {
    const message = type ? MESSAGES.cannotConstruct(expression.type) : MESSAGES.noType(expression.type);
    scope.module.report(message, expression);
    return () => undefined;
  }
  return (frame) => {
    counter.calls += 1;
    return callNative(args, frame, (values) => construct(type, values, frame));
  };
}

function construct(type: BslType, values: Value[], frame: Frame): Value {
  const maker = type.construct;
  if (!maker) throw new BslException(MESSAGES.cannotConstruct(type.name));
  checkCount(values, maker);
  return withContext(MESSAGES.contextConstructor(type.name), () =>
    maker.run(undefined, values, frame.session),
  );
}

function compileNewByType(args: readonly CompiledArgument[], scope: MethodScope): Evaluate {
  return (frame) => {
    const [given, list] = args.map((argument) => argument.value(frame));
    const name = present(given);
    const type = given instanceof TypeValue ? given.of : scope.module.type(name.toLowerCase());
    if (!type) throw new BslException(MESSAGES.noType(name));
    const values = list instanceof BslObject ? [...list.iterate(frame.session)] : [];
    return construct(type, values, frame);
  };
}
