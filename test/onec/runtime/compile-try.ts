import type { Statement } from '../parser/ast.ts';
import { compileExpression } from './compile-expression.ts';
import { compileStatements } from './compile-statement.ts';
import { BslException, MESSAGES } from './errors.ts';
import type { Execute } from './frame.ts';
import { placed } from './invoke.ts';
import { ErrorInfo } from './error-info.ts';
import { present } from './presentation.ts';
import type { MethodScope } from './scope.ts';

/** `Попытка`: only exceptions of the language are caught; what kills a session or stops the bench goes through. */
export function compileTry(statement: Statement & { kind: 'try' }, scope: MethodScope): Execute {
  const body = compileStatements(statement.body, scope);
  const handler = compileStatements(statement.handler, scope);
  return (frame) => {
    const { session } = frame;
    try {
      return body(frame);
    } catch (thrown) {
      const error = placed(languageError(thrown), frame);
      if (!(error instanceof BslException)) throw error;
      const before = session.error;
      session.error = error;
      try {
        return handler(frame);
      } finally {
        session.error = before;
      }
    }
  };
}

/** A stack of the bench used up stands for the platform's own. */
const languageError = (thrown: unknown): unknown =>
  thrown instanceof RangeError && thrown.message.includes('call stack')
    ? new BslException(MESSAGES.stackOverflow)
    : thrown;

/** `ВызватьИсключение` with a text, with a category (8.3.21), with an ИнформацияОбОшибке, or bare inside a handler. */
export function compileRaise(statement: Statement & { kind: 'raise' }, scope: MethodScope): Execute {
  const [text, , , , reason] = statement.args.map(
    (argument) => argument && compileExpression(argument, scope),
  );
  return (frame) => {
    if (!text)
      throw frame.session.error ?? new BslException('Неверное использование оператора ВызватьИсключение');
    const value = text(frame);
    if (value instanceof ErrorInfo) throw value.error;
    const cause = reason?.(frame);
    throw new BslException(present(value), cause instanceof ErrorInfo ? cause.error : undefined);
  };
}
