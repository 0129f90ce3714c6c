import { tokenize } from '../lexer/lexer.ts';
import { BslSyntaxError } from '../lexer/token.ts';
import type {
  Expression,
  Literal,
  Method,
  ModuleTree,
  Parameter,
  Statement,
  VariableDeclaration,
} from './ast.ts';
import { directiveOf, type ContextName } from './contexts.ts';
import { Cursor } from './cursor.ts';
import { parseExpression, parseLiteral } from './expressions.ts';
import { preprocess } from './preprocessor.ts';
import { parseStatements } from './statements.ts';

/** Tree of a module as one context sees it. Throws {@link BslSyntaxError} at the first mistake. */
export function parseModule(text: string, context: ContextName): ModuleTree {
  const cursor = new Cursor(preprocess(tokenize(text), context));
  const variables: VariableDeclaration[] = [];
  const methods: Method[] = [];
  for (;;) {
    const directives = takeDirectives(cursor);
    if (cursor.isKeyword('Var')) {
      if (methods.length > 0) throw cursor.unexpected('Процедура или Функция');
      variables.push(...parseVariables(cursor, directives[0]));
    } else if (cursor.isKeyword('Procedure', 'Function', 'Async')) {
      methods.push(parseMethod(cursor, directives));
    } else if (directives.length > 0) {
      throw cursor.unexpected('Процедура или Функция');
    } else {
      return { variables, methods, body: parseRest(cursor) };
    }
  }
}

/** Tree of an expression given as text, for `Вычислить`. */
export function parseExpressionText(text: string): Expression {
  const cursor = new Cursor(tokenize(text));
  const expression = parseExpression(cursor);
  if (cursor.current.kind !== 'end') throw cursor.unexpected('конец выражения');
  return expression;
}

/** Trees of statements given as text, for `Выполнить`. */
export const parseStatementsText = (text: string): Statement[] => parseRest(new Cursor(tokenize(text)));

function parseRest(cursor: Cursor): Statement[] {
  const body = parseStatements(cursor);
  if (cursor.current.kind !== 'end') throw cursor.unexpected('конец модуля');
  return body;
}

function takeDirectives(cursor: Cursor): string[] {
  const directives: string[] = [];
  while (cursor.current.kind === 'directive') {
    if (!directiveOf(cursor.current.text)) {
      throw new BslSyntaxError(`Неизвестная директива &${cursor.current.text}`, cursor.position);
    }
    directives.push(cursor.advance().text);
  }
  return directives;
}

function parseVariables(cursor: Cursor, directive: string | undefined): VariableDeclaration[] {
  const declared: VariableDeclaration[] = [];
  cursor.advance();
  do {
    const at = cursor.position;
    const name = cursor.expectName();
    declared.push({ name, exported: cursor.takeKeyword('Export'), directive, ...at });
  } while (cursor.takeMark(','));
  cursor.expectMark(';');
  return declared;
}

function parseMethod(cursor: Cursor, directives: readonly string[]): Method {
  const isAsync = cursor.takeKeyword('Async');
  const isFunction = cursor.isKeyword('Function');
  if (!isFunction && !cursor.isKeyword('Procedure')) throw cursor.unexpected('Процедура или Функция');
  cursor.advance();
  const at = cursor.position;
  const name = cursor.expectName();
  const parameters = parseParameters(cursor);
  const exported = cursor.takeKeyword('Export');
  const variables: VariableDeclaration[] = [];
  while (cursor.isKeyword('Var')) variables.push(...parseVariables(cursor, undefined));
  const closing = isFunction ? 'EndFunction' : 'EndProcedure';
  const body = parseStatements(cursor, closing);
  const endLine = cursor.position.line;
  cursor.expectKeyword(closing);
  return { name, isFunction, isAsync, exported, directives, parameters, variables, body, endLine, ...at };
}

function parseParameters(cursor: Cursor): Parameter[] {
  const parameters: Parameter[] = [];
  cursor.expectMark('(');
  if (cursor.takeMark(')')) return parameters;
  do {
    const at = cursor.position;
    const byValue = cursor.takeKeyword('Val');
    const name = cursor.expectName();
    const standard = cursor.takeMark('=') ? parseStandard(cursor) : undefined;
    parameters.push({ name, byValue, standard, ...at });
  } while (cursor.takeMark(','));
  cursor.expectMark(')');
  return parameters;
}

/** Value of a parameter left out: a literal, perhaps a signed number. */
function parseStandard(cursor: Cursor): Literal {
  const isNegative = cursor.takeMark('-');
  if (!isNegative) cursor.takeMark('+');
  const literal = parseLiteral(cursor);
  if (!literal) throw cursor.unexpected('значение по умолчанию');
  return isNegative ? { ...literal, text: `-${literal.text}` } : literal;
}
