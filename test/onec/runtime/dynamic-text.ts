import { BslSyntaxError } from '../lexer/token.ts';
import { parseExpressionText, parseStatementsText } from '../parser/parser.ts';
import { compileExpression } from './compile-expression.ts';
import { compileStatements } from './compile-statement.ts';
import { BslException } from './errors.ts';
import { NORMAL, type Evaluate, type Execute } from './frame.ts';
import { present } from './presentation.ts';
import type { MethodScope } from './scope.ts';

/** Compiles a text in the scope of the running method; its mistakes become exceptions of the language. */
function compiled<T>(scope: MethodScope, compile: () => T): T {
  const { problems } = scope.module.target;
  const before = problems.length;
  try {
    const result = compile();
    const mistake = problems[before];
    if (mistake) throw new BslException(mistake.message);
    return result;
  } catch (error) {
    throw error instanceof BslSyntaxError ? new BslException(error.message) : error;
  } finally {
    problems.length = before;
  }
}

/** `Вычислить(Текст)`. */
export function evaluateText(text: Evaluate | undefined, scope: MethodScope): Evaluate {
  return (frame) => {
    const source = present(text?.(frame));
    return compiled(scope, () => compileExpression(parseExpressionText(source), scope))(frame);
  };
}

/** `Выполнить Текст`. */
export function executeText(text: Evaluate, scope: MethodScope): Execute {
  return (frame) => {
    const source = present(text(frame));
    compiled(scope, () => compileStatements(parseStatementsText(source), scope))(frame);
    return NORMAL;
  };
}
