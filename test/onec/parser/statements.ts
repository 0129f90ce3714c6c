import { BslSyntaxError } from '../lexer/token.ts';
import type { Keyword } from '../lexer/keywords.ts';
import type { Branch, Statement } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseArguments, parseExpression, parsePostfix } from './expressions.ts';

/** Statements up to one of the closing keywords (not taken) or the end of the text. */
export function parseStatements(cursor: Cursor, ...closing: readonly Keyword[]): Statement[] {
  const statements: Statement[] = [];
  for (;;) {
    while (cursor.takeMark(';'));
    if (cursor.atEnd || cursor.isKeyword(...closing)) return statements;
    const statement = cursor.nested(() => parseStatement(cursor));
    statements.push(statement);
    const ended = cursor.isMark(';') || cursor.atEnd || cursor.isKeyword(...closing);
    if (statement.kind !== 'label' && !ended) throw cursor.unexpected('«;»');
  }
}

type Rule = (cursor: Cursor) => Statement;

const RULES: Partial<Record<Keyword, Rule>> = {
  If: parseIf,
  While: parseWhile,
  For: parseFor,
  Try: parseTry,
  Raise: parseRaise,
  Return: parseReturn,
  Break: (cursor) => simple(cursor, 'break'),
  Continue: (cursor) => simple(cursor, 'continue'),
  Goto: parseGoto,
  Execute: parseExecute,
};

function parseStatement(cursor: Cursor): Statement {
  const token = cursor.current;
  if (cursor.isMark('~')) return parseLabel(cursor);
  const rule = token.kind === 'name' && token.keyword ? RULES[token.keyword] : undefined;
  return rule ? rule(cursor) : parseAssignment(cursor);
}

/** An assignment, or a call (perhaps awaited) whose value is not used. */
function parseAssignment(cursor: Cursor): Statement {
  const at = cursor.position;
  if (cursor.isKeyword('Await')) return { kind: 'evaluate', expression: parseExpression(cursor), ...at };
  const name = cursor.expectName();
  const start = cursor.isMark('(')
    ? ({ kind: 'call', name, args: parseArguments(cursor), ...at } as const)
    : ({ kind: 'name', name, ...at } as const);
  const expression = parsePostfix(cursor, start);
  if (cursor.takeMark('=')) {
    if (expression.kind === 'name' || expression.kind === 'member' || expression.kind === 'index') {
      return { kind: 'assign', target: expression, value: parseExpression(cursor), ...at };
    }
    throw new BslSyntaxError('Присваивать можно только переменной, полю или элементу', at);
  }
  if (expression.kind !== 'call' && expression.kind !== 'methodCall') throw cursor.unexpected('«=» или «(»');
  return { kind: 'evaluate', expression, ...at };
}

function parseIf(cursor: Cursor): Statement {
  const at = cursor.position;
  const branches: Branch[] = [];
  cursor.advance();
  do {
    const condition = parseExpression(cursor);
    cursor.expectKeyword('Then');
    branches.push({ condition, body: parseStatements(cursor, 'ElsIf', 'Else', 'EndIf') });
  } while (cursor.takeKeyword('ElsIf'));
  const otherwise = cursor.takeKeyword('Else') ? parseStatements(cursor, 'EndIf') : undefined;
  cursor.expectKeyword('EndIf');
  return { kind: 'if', branches, otherwise, ...at };
}

function parseLoopBody(cursor: Cursor): Statement[] {
  cursor.expectKeyword('Do');
  const body = parseStatements(cursor, 'EndDo');
  cursor.expectKeyword('EndDo');
  return body;
}

function parseWhile(cursor: Cursor): Statement {
  const at = cursor.position;
  cursor.advance();
  return { kind: 'while', condition: parseExpression(cursor), body: parseLoopBody(cursor), ...at };
}

function parseFor(cursor: Cursor): Statement {
  const at = cursor.position;
  cursor.advance();
  if (cursor.takeKeyword('Each')) {
    const variable = cursor.expectName();
    cursor.expectKeyword('In');
    const collection = parseExpression(cursor);
    return { kind: 'forEach', variable, collection, body: parseLoopBody(cursor), ...at };
  }
  const variable = cursor.expectName();
  cursor.expectMark('=');
  const from = parseExpression(cursor);
  cursor.expectKeyword('To');
  const to = parseExpression(cursor);
  return { kind: 'for', variable, from, to, body: parseLoopBody(cursor), ...at };
}

function parseTry(cursor: Cursor): Statement {
  const at = cursor.position;
  cursor.advance();
  const body = parseStatements(cursor, 'Except');
  cursor.expectKeyword('Except');
  const handler = parseStatements(cursor, 'EndTry');
  cursor.expectKeyword('EndTry');
  return { kind: 'try', body, handler, ...at };
}

/** `ВызватьИсключение`, `ВызватьИсключение Текст` or, since 8.3.21, `ВызватьИсключение(Текст, Категория, …)`. */
function parseRaise(cursor: Cursor): Statement {
  const at = cursor.position;
  cursor.advance();
  if (cursor.isMark(';') || cursor.isKeyword('EndTry')) return { kind: 'raise', args: [], ...at };
  if (!cursor.isMark('(')) return { kind: 'raise', args: [parseExpression(cursor)], ...at };
  const args = parseArguments(cursor);
  if (args.length > 1 || cursor.isMark(';')) return { kind: 'raise', args, ...at };
  throw cursor.unexpected('«;» после ВызватьИсключение(…)');
}

function parseReturn(cursor: Cursor): Statement {
  const at = cursor.position;
  cursor.advance();
  const ends =
    cursor.isMark(';') || cursor.isKeyword('EndProcedure', 'EndFunction', 'EndIf', 'Else', 'ElsIf');
  const hasValue = !ends && !cursor.isKeyword('EndDo', 'Except', 'EndTry');
  return { kind: 'return', value: hasValue ? parseExpression(cursor) : undefined, ...at };
}

function simple(cursor: Cursor, kind: 'break' | 'continue'): Statement {
  const at = cursor.position;
  cursor.advance();
  return { kind, ...at };
}

function parseGoto(cursor: Cursor): Statement {
  const at = cursor.position;
  cursor.advance();
  cursor.expectMark('~');
  return { kind: 'goto', label: cursor.expectName(), ...at };
}

function parseLabel(cursor: Cursor): Statement {
  const at = cursor.position;
  cursor.advance();
  const label = cursor.expectName();
  cursor.expectMark(':');
  return { kind: 'label', label, ...at };
}

function parseExecute(cursor: Cursor): Statement {
  const at = cursor.position;
  cursor.advance();
  return { kind: 'execute', text: parseExpression(cursor), ...at };
}
