import type { Method, Statement } from '../parser/ast.ts';

import { literalValue } from './compile-expression.ts';
import { compileStatements } from './compile-statement.ts';
import { NORMAL, type Execute } from './frame.ts';
import type { CompiledMethod, CompiledModule } from './invoke.ts';
import { MethodScope, methodDirective, ModuleScope, type CompilationTarget } from './scope.ts';

/** A method of the other side of the border: its name is known here, calling it crosses the border. */
export interface RemoteMethod {
  readonly method: Method;
  readonly body: Execute;
}

/** Compiles a module; mistakes go to `target.problems`, as the platform reports them when a module is first used. */
export function compileModule(
  target: CompilationTarget,
  text: string,
  remote: readonly RemoteMethod[] = [],
): CompiledModule {
  const scope = new ModuleScope(target);
  for (const method of target.tree.methods) declareMethod(scope, method);
  for (const { method, body } of remote)
    scope.methods.set(method.name.toLowerCase(), { ...shellOf(method), body });
  for (const method of target.tree.methods) compileBody(scope, method);
  return {
    name: target.name,
    lines: text.split('\n'),
    variables: target.tree.variables,
    methods: scope.methods,
    initialise: compileInitialisation(scope, target.tree.body),
  };
}

function shellOf(method: Method): CompiledMethod {
  return {
    name: method.name,
    exported: method.exported,
    isFunction: method.isFunction,
    directive: methodDirective(method),
    parameters: method.parameters.map(({ name, byValue, standard }) => ({
      name,
      byValue,
      optional: standard !== undefined,
      standard: standard && literalValue(standard),
    })),
    body: () => NORMAL,
    slots: method.parameters.length,
  };
}

function declareMethod(scope: ModuleScope, method: Method): void {
  const key = method.name.toLowerCase();
  if (scope.methods.has(key)) {
    scope.report(`Процедура или функция с указанным именем уже определена (${method.name})`, method);
  }
  scope.methods.set(key, shellOf(method));
}

function compileBody(module: ModuleScope, method: Method): void {
  const shell = module.methods.get(method.name.toLowerCase());
  if (!shell) return;
  const scope = new MethodScope(module, shell.directive);
  for (const { name } of [...method.parameters, ...method.variables]) declareOnce(scope, name, method);
  const body = compileStatements(method.body, scope);
  shell.body = body;
  shell.slots = scope.size;
}

function declareOnce(scope: MethodScope, name: string, method: Method): void {
  const before = scope.size;
  scope.declare(name);
  if (scope.size === before)
    scope.module.report(`Переменная с указанным именем уже определена (${name})`, method);
}

function compileInitialisation(
  module: ModuleScope,
  statements: readonly Statement[],
): CompiledMethod | undefined {
  if (statements.length === 0) return undefined;
  const scope = new MethodScope(module, undefined);
  const body = compileStatements(statements, scope);
  return {
    name: '',
    exported: false,
    isFunction: false,
    directive: undefined,
    parameters: [],
    body,
    slots: scope.size,
  };
}
