import type { Position } from '../lexer/token.ts';
import type { Index, Member, Name, Statement } from '../parser/ast.ts';
import { compileExpression, objectOf } from './compile-expression.ts';
import { compileRaise, compileTry } from './compile-try.ts';
import { executeText } from './dynamic-text.ts';
import { BslException, MESSAGES } from './errors.ts';
import { BREAK, CONTINUE, GOTO, NORMAL, RETURN, type Evaluate, type Execute, type Frame } from './frame.ts';
import { BslObject } from './object.ts';
import { add, compare, toBoolean, toNumber } from './operators.ts';
import type { MethodScope } from './scope.ts';
import type { Value } from './value.ts';

/** Runs statements in order; `Перейти` goes on from its label if the label is in this list. */
export function compileStatements(statements: readonly Statement[], scope: MethodScope): Execute {
  const labels = new Map<string, number>();
  for (const [index, statement] of statements.entries()) {
    if (statement.kind === 'label') labels.set(statement.label.toLowerCase(), index);
  }
  const steps = statements.map((statement) => counted(statement, compileStatement(statement, scope), scope));
  return labels.size > 0 ? withLabels(steps, labels) : (frame) => runFrom(steps, 0, frame);
}

function runFrom(steps: readonly Execute[], start: number, frame: Frame): number {
  for (let index = start; index < steps.length; index += 1) {
    const outcome = steps[index]?.(frame) ?? NORMAL;
    if (outcome !== NORMAL) return outcome;
  }
  return NORMAL;
}

function withLabels(steps: readonly Execute[], labels: ReadonlyMap<string, number>): Execute {
  return (frame) => {
    let outcome = runFrom(steps, 0, frame);
    for (;;) {
      const next = outcome === GOTO ? labels.get(frame.label) : undefined;
      if (next === undefined) return outcome;
      frame.session.counter.guard();
      outcome = runFrom(steps, next, frame);
    }
  };
}

function counted({ line }: Position, step: Execute, scope: MethodScope): Execute {
  const { counter } = scope.module.target;
  return (frame) => {
    counter.statements += 1;
    frame.line = line;
    return step(frame);
  };
}

function compileStatement(statement: Statement, scope: MethodScope): Execute {
  switch (statement.kind) {
    case 'assign': {
      const value = compileExpression(statement.value, scope);
      return compileStore(statement.target, value, scope);
    }
    case 'evaluate': {
      const expression = compileExpression(statement.expression, scope);
      return (frame) => (expression(frame), NORMAL);
    }
    case 'if':
      return compileIf(statement, scope);
    case 'while':
      return compileWhile(statement, scope);
    case 'for':
      return compileFor(statement, scope);
    case 'forEach':
      return compileForEach(statement, scope);
    case 'try':
      return compileTry(statement, scope);
    case 'raise':
      return compileRaise(statement, scope);
    case 'return':
      return compileReturn(statement, scope);
    case 'break':
    case 'continue':
    case 'goto':
    case 'label':
      return compileJump(statement);
    case 'execute':
      return executeText(compileExpression(statement.text, scope), scope);
  }
}

function compileReturn(statement: Statement & { kind: 'return' }, scope: MethodScope): Execute {
  const value = statement.value && compileExpression(statement.value, scope);
  return (frame) => ((frame.result = value?.(frame)), RETURN);
}

function compileJump(statement: Statement & { kind: 'break' | 'continue' | 'goto' | 'label' }): Execute {
  switch (statement.kind) {
    case 'break':
      return () => BREAK;
    case 'continue':
      return () => CONTINUE;
    case 'label':
      return () => NORMAL;
    case 'goto': {
      const label = statement.label.toLowerCase();
      return (frame) => ((frame.label = label), GOTO);
    }
  }
}

/** Assignment; a name not known yet becomes a variable of the method. */
function compileStore(target: Name | Member | Index, value: Evaluate, scope: MethodScope): Execute {
  if (target.kind === 'name') {
    const store = compileNameStore(target, scope);
    return (frame) => (store(frame, value(frame)), NORMAL);
  }
  const object = compileExpression(target.object, scope);
  const { counter } = scope.module.target;
  if (target.kind === 'member') {
    const { name } = target;
    return (frame) => {
      counter.operators += 1;
      objectOf(object(frame), name).setField(name, value(frame), frame.session);
      return NORMAL;
    };
  }
  const index = compileExpression(target.index, scope);
  return (frame) => {
    counter.operators += 1;
    const owner = object(frame);
    if (!(owner instanceof BslObject)) throw new BslException(MESSAGES.noIndex);
    owner.setIndex(index(frame), value(frame), frame.session);
    return NORMAL;
  };
}

type Store = (frame: Frame, value: Value) => void;

function compileNameStore(target: Name, scope: MethodScope): Store {
  const { name } = target;
  const resolution = scope.resolve(name);
  if (resolution?.kind === 'global' || resolution?.kind === 'module') {
    scope.module.report(MESSAGES.fieldReadOnly(name), target);
    return () => undefined;
  }
  if (resolution?.kind === 'host') return (frame, value) => frame.host?.setField(name, value, frame.session);
  if (resolution?.kind === 'variable') {
    const { slot } = resolution;
    return (frame, value) => {
      const cell = frame.module.variables[slot];
      if (cell) cell.value = value;
    };
  }
  const slot = resolution?.slot ?? scope.declare(name);
  return (frame, value) => {
    frame.cell(slot).value = value;
  };
}

function compileIf(statement: Statement & { kind: 'if' }, scope: MethodScope): Execute {
  const branches = statement.branches.map(({ condition, body }) => ({
    condition: compileExpression(condition, scope),
    body: compileStatements(body, scope),
  }));
  const otherwise = statement.otherwise && compileStatements(statement.otherwise, scope);
  return (frame) => {
    for (const { condition, body } of branches) {
      if (toBoolean(condition(frame))) return body(frame);
    }
    return otherwise?.(frame) ?? NORMAL;
  };
}

/** Whether a loop goes on after its body; `undefined` means it does, a number is how the loop ends. */
const leaves = (outcome: number): number | undefined => {
  if (outcome === NORMAL || outcome === CONTINUE) return undefined;
  return outcome === BREAK ? NORMAL : outcome;
};

function compileWhile(statement: Statement & { kind: 'while' }, scope: MethodScope): Execute {
  const condition = compileExpression(statement.condition, scope);
  const body = compileStatements(statement.body, scope);
  const { counter } = scope.module.target;
  return (frame) => {
    while (toBoolean(condition(frame))) {
      counter.guard();
      const outcome = leaves(body(frame));
      if (outcome !== undefined) return outcome;
    }
    return NORMAL;
  };
}

/** `Для … По`: the bound is computed once, the counter is an ordinary variable. */
function compileFor(statement: Statement & { kind: 'for' }, scope: MethodScope): Execute {
  const from = compileExpression(statement.from, scope);
  const to = compileExpression(statement.to, scope);
  const name: Name = {
    kind: 'name',
    name: statement.variable,
    line: statement.line,
    column: statement.column,
  };
  const store = compileNameStore(name, scope);
  const load = compileExpression(name, scope);
  const body = compileStatements(statement.body, scope);
  const { counter } = scope.module.target;
  return (frame) => {
    store(frame, toNumber(from(frame)));
    const bound = toNumber(to(frame));
    for (;;) {
      counter.operators += 1;
      if (compare(load(frame), bound) > 0) return NORMAL;
      counter.guard();
      const outcome = leaves(body(frame));
      if (outcome !== undefined) return outcome;
      store(frame, add(load(frame), 1n));
    }
  };
}

function compileForEach(statement: Statement & { kind: 'forEach' }, scope: MethodScope): Execute {
  const collection = compileExpression(statement.collection, scope);
  const name: Name = {
    kind: 'name',
    name: statement.variable,
    line: statement.line,
    column: statement.column,
  };
  const store = compileNameStore(name, scope);
  const body = compileStatements(statement.body, scope);
  const { counter } = scope.module.target;
  return (frame) => {
    const owner = collection(frame);
    if (!(owner instanceof BslObject)) throw new BslException(MESSAGES.cannotIterate);
    for (const item of owner.iterate(frame.session)) {
      counter.operators += 1;
      counter.guard();
      store(frame, item);
      const outcome = leaves(body(frame));
      if (outcome !== undefined) return outcome;
    }
    return NORMAL;
  };
}
