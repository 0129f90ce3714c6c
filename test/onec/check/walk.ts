import type { Argument, Expression, Statement } from '../parser/ast.ts';

/** Visits every expression of statements, outer before inner. */
export function walkStatements(
  statements: readonly Statement[],
  visit: (expression: Expression) => void,
): void {
  for (const statement of statements) {
    for (const expression of expressionsOf(statement)) walkExpression(expression, visit);
    for (const body of bodiesOf(statement)) walkStatements(body, visit);
  }
}

/** Visits every statement, outer before inner. */
export function eachStatement(statements: readonly Statement[], visit: (statement: Statement) => void): void {
  for (const statement of statements) {
    visit(statement);
    for (const body of bodiesOf(statement)) eachStatement(body, visit);
  }
}

function bodiesOf(statement: Statement): (readonly Statement[])[] {
  switch (statement.kind) {
    case 'if':
      return [...statement.branches.map(({ body }) => body), statement.otherwise ?? []];
    case 'while':
    case 'for':
    case 'forEach':
      return [statement.body];
    case 'try':
      return [statement.body, statement.handler];
    default:
      return [];
  }
}

const present = (args: readonly Argument[]): Expression[] =>
  args.filter((argument) => argument !== undefined);

function expressionsOf(statement: Statement): Expression[] {
  switch (statement.kind) {
    case 'assign':
      return statement.target.kind === 'name' ? [statement.value] : [statement.target, statement.value];
    case 'evaluate':
      return [statement.expression];
    case 'if':
      return statement.branches.map(({ condition }) => condition);
    case 'while':
      return [statement.condition];
    case 'for':
      return [statement.from, statement.to];
    case 'forEach':
      return [statement.collection];
    case 'raise':
      return present(statement.args);
    case 'return':
      return present([statement.value]);
    case 'execute':
      return [statement.text];
    default:
      return [];
  }
}

/** Visits an expression and what it consists of. */
export function walkExpression(expression: Expression, visit: (expression: Expression) => void): void {
  visit(expression);
  for (const part of partsOf(expression)) walkExpression(part, visit);
}

function partsOf(expression: Expression): Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'name':
      return [];
    case 'member':
      return [expression.object];
    case 'index':
      return [expression.object, expression.index];
    case 'call':
    case 'new':
      return present(expression.args);
    case 'methodCall':
      return [expression.object, ...present(expression.args)];
    case 'unary':
    case 'await':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'ternary':
      return [expression.condition, expression.whenTrue, expression.whenFalse];
  }
}
