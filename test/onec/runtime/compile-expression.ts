import type { Expression, Literal, Name } from '../parser/ast.ts';
import { parseDate } from './date.ts';
import { parseNumber } from './decimal.ts';
import { BslException, MESSAGES } from './errors.ts';
import type { Evaluate } from './frame.ts';
import { compileCall, compileMethodCall, compileNew } from './compile-call.ts';
import { BslObject } from './object.ts';
import {
  add,
  compare,
  divide,
  equals,
  multiply,
  negate,
  remainder,
  subtract,
  toBoolean,
  toNumber,
} from './operators.ts';
import type { MethodScope } from './scope.ts';
import type { Value } from './value.ts';

/** Turns an expression into a closure; unknown names go to the problems of the module. */
export function compileExpression(expression: Expression, scope: MethodScope): Evaluate {
  switch (expression.kind) {
    case 'literal': {
      const value = literalValue(expression);
      return () => value;
    }
    case 'name':
      return compileName(expression, scope);
    case 'member':
      return compileMember(expression, scope);
    case 'index':
      return compileIndex(expression, scope);
    case 'call':
      return compileCall(expression, scope);
    case 'methodCall':
      return compileMethodCall(expression, scope);
    case 'new':
      return compileNew(expression, scope);
    case 'unary':
      return compileUnary(expression, scope);
    case 'binary':
      return compileBinary(expression, scope);
    case 'ternary':
      return compileTernary(expression, scope);
    case 'await':
      // The bench runs asynchronous calls to their end at once, so their value is there already.
      return compileExpression(expression.operand, scope);
  }
}

/** Value of a literal; a date that does not exist is a mistake of the text. */
export function literalValue({ type, text }: Literal): Value {
  switch (type) {
    case 'number':
      return parseNumber(text);
    case 'string':
      return text;
    case 'boolean':
      return text === 'True';
    case 'undefined':
      return undefined;
    case 'null':
      return null;
    case 'date': {
      const date = parseDate(text);
      if (!date) throw new BslException(`Неверная константа типа Дата '${text}'`);
      return date;
    }
  }
}

function compileName(expression: Name, scope: MethodScope): Evaluate {
  const { name } = expression;
  const resolution = scope.resolve(name);
  if (!resolution) {
    scope.module.report(MESSAGES.noVariable(name), expression);
    return () => undefined;
  }
  switch (resolution.kind) {
    case 'local': {
      const { slot } = resolution;
      return (frame) => frame.cell(slot).value;
    }
    case 'variable': {
      const { slot } = resolution;
      return (frame) => frame.module.variables[slot]?.value;
    }
    case 'host':
      return (frame) => frame.host?.getField(name, frame.session);
    case 'module':
      return (frame) => frame.session.commonModule(name);
    case 'global': {
      const { property } = resolution;
      return (frame) => property.get(frame.session);
    }
  }
}

/** The object before a dot, or the error of the platform for a value that has no members. */
export function objectOf(value: Value, member: string): BslObject {
  if (value instanceof BslObject) return value;
  throw new BslException(MESSAGES.notObject(member));
}

function compileMember(expression: Expression & { kind: 'member' }, scope: MethodScope): Evaluate {
  const { name } = expression;
  const object = compileExpression(expression.object, scope);
  const { counter } = scope.module.target;
  return (frame) => {
    counter.operators += 1;
    return objectOf(object(frame), name).getField(name, frame.session);
  };
}

function compileIndex(expression: Expression & { kind: 'index' }, scope: MethodScope): Evaluate {
  const object = compileExpression(expression.object, scope);
  const index = compileExpression(expression.index, scope);
  const { counter } = scope.module.target;
  return (frame) => {
    counter.operators += 1;
    const owner = object(frame);
    if (!(owner instanceof BslObject)) throw new BslException(MESSAGES.noIndex);
    return owner.getIndex(index(frame), frame.session);
  };
}

function compileUnary(expression: Expression & { kind: 'unary' }, scope: MethodScope): Evaluate {
  const operand = compileExpression(expression.operand, scope);
  const { counter } = scope.module.target;
  switch (expression.operator) {
    case '-':
      return (frame) => ((counter.operators += 1), negate(operand(frame)));
    case '+':
      return (frame) => ((counter.operators += 1), toNumber(operand(frame)));
    case 'Not':
      return (frame) => ((counter.operators += 1), !toBoolean(operand(frame)));
  }
}

const COMPARISONS: Record<'<' | '>' | '<=' | '>=', (order: number) => boolean> = {
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};

const BINARY = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
  '%': remainder,
  '=': equals,
  '<>': (left: Value, right: Value) => !equals(left, right),
} as const;

function compileBinary(expression: Expression & { kind: 'binary' }, scope: MethodScope): Evaluate {
  const left = compileExpression(expression.left, scope);
  const right = compileExpression(expression.right, scope);
  const { counter } = scope.module.target;
  const { operator } = expression;
  switch (operator) {
    case 'And':
      return (frame) => ((counter.operators += 1), toBoolean(left(frame)) && toBoolean(right(frame)));
    case 'Or':
      return (frame) => ((counter.operators += 1), toBoolean(left(frame)) || toBoolean(right(frame)));
    case '<':
    case '>':
    case '<=':
    case '>=': {
      const holds = COMPARISONS[operator];
      return (frame) => ((counter.operators += 1), holds(compare(left(frame), right(frame))));
    }
    default: {
      const apply = BINARY[operator];
      return (frame) => ((counter.operators += 1), apply(left(frame), right(frame)));
    }
  }
}

function compileTernary(expression: Expression & { kind: 'ternary' }, scope: MethodScope): Evaluate {
  const condition = compileExpression(expression.condition, scope);
  const whenTrue = compileExpression(expression.whenTrue, scope);
  const whenFalse = compileExpression(expression.whenFalse, scope);
  const { counter } = scope.module.target;
  return (frame) => {
    counter.operators += 1;
    return toBoolean(condition(frame)) ? whenTrue(frame) : whenFalse(frame);
  };
}
