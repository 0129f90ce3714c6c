import type { Keyword } from '../lexer/keywords.ts';
import type { Argument, BinaryOperator, Expression, Literal } from './ast.ts';
import type { Cursor } from './cursor.ts';

/** Operators from the loosest to the tightest; `Не` stands between `И` and the comparisons. */
const COMPARISONS = ['=', '<>', '<', '>', '<=', '>='] as const;
const ADDITIVE = ['+', '-'] as const;
const MULTIPLICATIVE = ['*', '/', '%'] as const;

/** Parses one expression at the cursor. */
export const parseExpression = (cursor: Cursor): Expression => cursor.nested(() => parseOr(cursor));

function parseOr(cursor: Cursor): Expression {
  let left = parseAnd(cursor);
  while (cursor.isKeyword('Or')) left = joined(cursor, { left, operator: 'Or', operand: parseAnd });
  return left;
}

function parseAnd(cursor: Cursor): Expression {
  let left = parseNot(cursor);
  while (cursor.isKeyword('And')) left = joined(cursor, { left, operator: 'And', operand: parseNot });
  return left;
}

function parseNot(cursor: Cursor): Expression {
  if (!cursor.isKeyword('Not')) return parseComparison(cursor);
  const at = cursor.position;
  cursor.advance();
  return { kind: 'unary', operator: 'Not', operand: cursor.nested(() => parseNot(cursor)), ...at };
}

const parseComparison = (cursor: Cursor): Expression => leftToRight(cursor, COMPARISONS, parseSum);
const parseSum = (cursor: Cursor): Expression => leftToRight(cursor, ADDITIVE, parseProduct);
const parseProduct = (cursor: Cursor): Expression => leftToRight(cursor, MULTIPLICATIVE, parseUnary);

function leftToRight(
  cursor: Cursor,
  operators: readonly Exclude<BinaryOperator, 'And' | 'Or'>[],
  operand: (cursor: Cursor) => Expression,
): Expression {
  let left = operand(cursor);
  for (;;) {
    const operator = operators.find((mark) => cursor.isMark(mark));
    if (!operator) return left;
    left = joined(cursor, { left, operator, operand });
  }
}

interface Join {
  readonly left: Expression;
  readonly operator: BinaryOperator;
  readonly operand: (cursor: Cursor) => Expression;
}

function joined(cursor: Cursor, { left, operator, operand }: Join): Expression {
  const at = cursor.position;
  cursor.advance();
  return { kind: 'binary', operator, left, right: operand(cursor), ...at };
}

function parseUnary(cursor: Cursor): Expression {
  const at = cursor.position;
  if (cursor.takeMark('-')) {
    return { kind: 'unary', operator: '-', operand: cursor.nested(() => parseUnary(cursor)), ...at };
  }
  if (cursor.takeMark('+')) {
    return { kind: 'unary', operator: '+', operand: cursor.nested(() => parseUnary(cursor)), ...at };
  }
  if (cursor.isKeyword('Not')) return parseNot(cursor);
  if (cursor.takeKeyword('Await')) return { kind: 'await', operand: parseUnary(cursor), ...at };
  return parsePostfix(cursor, parsePrimary(cursor));
}

/** `.Поле`, `.Метод(…)` and `[…]` after what has been read. */
export function parsePostfix(cursor: Cursor, start: Expression): Expression {
  let object = start;
  for (;;) {
    const at = cursor.position;
    if (cursor.takeMark('.')) {
      const name = cursor.expectMemberName();
      object = cursor.isMark('(')
        ? { kind: 'methodCall', object, name, args: parseArguments(cursor), ...at }
        : { kind: 'member', object, name, ...at };
    } else if (cursor.takeMark('[')) {
      const index = parseExpression(cursor);
      cursor.expectMark(']');
      object = { kind: 'index', object, index, ...at };
    } else {
      return object;
    }
  }
}

/** `(…)` of a call; an empty place between commas is an argument left out. */
export function parseArguments(cursor: Cursor): Argument[] {
  cursor.expectMark('(');
  if (cursor.takeMark(')')) return [];
  const args: Argument[] = [];
  for (;;) {
    args.push(cursor.isMark(',') || cursor.isMark(')') ? undefined : parseExpression(cursor));
    if (cursor.takeMark(')')) return args;
    cursor.expectMark(',');
  }
}

function parsePrimary(cursor: Cursor): Expression {
  const at = cursor.position;
  const literal = parseLiteral(cursor);
  if (literal) return literal;
  if (cursor.takeMark('(')) {
    const inner = parseExpression(cursor);
    cursor.expectMark(')');
    return inner;
  }
  if (cursor.takeMark('?')) return parseTernary(cursor);
  if (cursor.takeKeyword('New')) return parseNew(cursor);
  const name = cursor.expectName();
  return cursor.isMark('(')
    ? { kind: 'call', name, args: parseArguments(cursor), ...at }
    : { kind: 'name', name, ...at };
}

function parseTernary(cursor: Cursor): Expression {
  const at = cursor.position;
  cursor.expectMark('(');
  const condition = parseExpression(cursor);
  cursor.expectMark(',');
  const whenTrue = parseExpression(cursor);
  cursor.expectMark(',');
  const whenFalse = parseExpression(cursor);
  cursor.expectMark(')');
  return { kind: 'ternary', condition, whenTrue, whenFalse, ...at };
}

function parseNew(cursor: Cursor): Expression {
  const at = cursor.position;
  if (cursor.isMark('(')) return { kind: 'new', type: undefined, args: parseArguments(cursor), ...at };
  const type = cursor.expectName();
  return { kind: 'new', type, args: cursor.isMark('(') ? parseArguments(cursor) : [], ...at };
}

const WORD_LITERALS: Partial<Record<Keyword, Literal['type']>> = {
  True: 'boolean',
  False: 'boolean',
  Undefined: 'undefined',
  Null: 'null',
};

/** A literal at the cursor, if there is one; numbers unsigned. */
export function parseLiteral(cursor: Cursor): Literal | undefined {
  const token = cursor.current;
  const at = cursor.position;
  if (token.kind === 'number' || token.kind === 'string' || token.kind === 'date') {
    cursor.advance();
    return { kind: 'literal', type: token.kind, text: token.text, ...at };
  }
  if (token.kind !== 'name' || token.keyword === undefined) return undefined;
  const type = WORD_LITERALS[token.keyword];
  if (!type) return undefined;
  cursor.advance();
  return { kind: 'literal', type, text: token.keyword, ...at };
}
