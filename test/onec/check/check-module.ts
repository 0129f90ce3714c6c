import type { Expression, Method, ModuleTree, Statement } from '../parser/ast.ts';
import type { ContextName } from '../parser/contexts.ts';
import { compileCommon, parsed, type ModuleSource } from '../runtime/program.ts';
import type { PlatformNames } from '../runtime/platform-names.ts';
import type { CompilationProblem } from '../runtime/scope.ts';
import { OperationCounter } from '../runtime/session.ts';
import type { CheckCode, CheckProblem } from './problem.ts';
import { eachStatement, walkStatements } from './walk.ts';

/** What a check needs: the modules together and the platform they are meant for. */
export interface CheckedProgram {
  readonly sources: readonly ModuleSource[];
  readonly names: PlatformNames;
  readonly clientContext: Exclude<ContextName, 'server'>;
  /** Names called from outside the modules: handlers of forms, methods of scheduled jobs. `Модуль.Метод`. */
  readonly entryPoints?: readonly string[];
}

type Report = (code: CheckCode, name: string, at: { readonly line: number; readonly column: number }) => void;

/**
 * Checks modules without running them: names that a context does not have (so client and server are respected), unused
 * methods, variables and parameters, `Сообщить`, texts for people outside `НСтр`, exported methods that are not there.
 */
export function checkModules(program: CheckedProgram): CheckProblem[] {
  const compilation: CompilationProblem[] = [];
  const { sources, names } = program;
  const compiler = { sources, names, counter: new OperationCounter(0), problems: compilation };
  for (const context of ['server', program.clientContext] as const) compileCommon(compiler, context);
  const found = new Map<string, CheckProblem>();
  for (const { module, message, line, column } of compilation) {
    keep(found, { module, code: 'not-compiled', name: message, line, column });
  }
  const trees = sources.map((source) => ({ source, trees: treesOf(source, program) }));
  const exported = exportedMethods(trees);
  const used = usedElsewhere(trees, program.entryPoints ?? []);
  for (const { source, trees: own } of trees) {
    for (const tree of own) {
      const report: Report = (code, name, { line, column }) =>
        keep(found, { module: source.name, code, name, line, column });
      checkTree(tree, { report, exported, used, module: source.name.toLowerCase() });
    }
  }
  return [...found.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}

function keep(found: Map<string, CheckProblem>, problem: CheckProblem): void {
  found.set([problem.module, problem.line, problem.column, problem.code, problem.name].join('\n'), problem);
}

function treesOf(source: ModuleSource, { clientContext }: CheckedProgram): ModuleTree[] {
  const contexts: ContextName[] = [
    ...((source.server ?? !source.client) ? (['server'] as const) : []),
    ...(source.client ? [clientContext] : []),
  ];
  return contexts.map((context) => parsed(source, context, []));
}

interface ModuleTrees {
  readonly source: ModuleSource;
  readonly trees: readonly ModuleTree[];
}

function exportedMethods(modules: readonly ModuleTrees[]): Map<string, Set<string>> {
  return new Map(
    modules.map(({ source, trees }) => [
      source.name.toLowerCase(),
      new Set(
        trees.flatMap(({ methods }) =>
          methods.filter((one) => one.exported).map((one) => one.name.toLowerCase()),
        ),
      ),
    ]),
  );
}

const moduleCall = (expression: Expression): { module: string; name: string } | undefined =>
  expression.kind === 'methodCall' && expression.object.kind === 'name'
    ? { module: expression.object.name.toLowerCase(), name: expression.name.toLowerCase() }
    : undefined;

/** Methods that some module calls through a module's name, and the entry points. */
function usedElsewhere(modules: readonly ModuleTrees[], entryPoints: readonly string[]): Set<string> {
  const used = new Set(entryPoints.map((point) => point.toLowerCase()));
  for (const { trees } of modules) {
    for (const tree of trees) {
      eachExpression(tree, (expression) => {
        const call = moduleCall(expression);
        if (call) used.add(`${call.module}.${call.name}`);
        // Names of methods given as texts: background jobs and notifications.
        if (expression.kind === 'literal' && expression.type === 'string')
          used.add(expression.text.toLowerCase());
      });
    }
  }
  return used;
}

function eachExpression(tree: ModuleTree, visit: (expression: Expression) => void): void {
  for (const { body } of tree.methods) walkStatements(body, visit);
  walkStatements(tree.body, visit);
}

interface Checking {
  readonly report: Report;
  readonly exported: ReadonlyMap<string, ReadonlySet<string>>;
  readonly used: ReadonlySet<string>;
  readonly module: string;
}

function checkTree(tree: ModuleTree, checking: Checking): void {
  const called = new Set<string>();
  eachExpression(tree, (expression) => {
    if (expression.kind === 'call') called.add(expression.name.toLowerCase());
    checkExpression(expression, checking);
  });
  const moduleNames = new Set(tree.variables.map(({ name }) => name.toLowerCase()));
  for (const method of tree.methods) {
    const key = method.name.toLowerCase();
    const isUsed =
      called.has(key) || checking.used.has(`${checking.module}.${key}`) || checking.used.has(key);
    if (!isUsed) checking.report('unused-method', method.name, method);
    checkMethod(method, checking.report, moduleNames);
  }
}

function checkExpression(expression: Expression, { report, exported }: Checking): void {
  if (expression.kind === 'call' && /^(сообщить|message)$/i.test(expression.name)) {
    report('message-call', expression.name, expression);
  }
  const call = moduleCall(expression);
  const methods = call && exported.get(call.module);
  if (call && methods && !methods.has(call.name))
    report('export-missing', `${call.module}.${call.name}`, expression);
}

/** Names written but never read, and texts raised to people past `НСтр`. */
function checkMethod(method: Method, report: Report, moduleNames: ReadonlySet<string>): void {
  const read = new Set<string>();
  let isDynamic = false;
  walkStatements(method.body, (expression) => {
    if (expression.kind === 'name') read.add(expression.name.toLowerCase());
    isDynamic ||= expression.kind === 'call' && /^(вычислить|eval)$/i.test(expression.name);
  });
  const assigned = new Map<string, Statement>();
  eachStatement(method.body, (statement) => {
    isDynamic ||= statement.kind === 'execute';
    if (statement.kind === 'assign' && statement.target.kind === 'name')
      assigned.set(statement.target.name, statement);
    if (statement.kind === 'raise') checkRaised(statement, report);
  });
  if (isDynamic) return;
  const known = new Set([...moduleNames, ...method.parameters.map(({ name }) => name.toLowerCase())]);
  for (const parameter of method.parameters) {
    const key = parameter.name.toLowerCase();
    const isOutput = [...assigned.keys()].some((name) => name.toLowerCase() === key);
    if (!read.has(key) && !isOutput) report('unused-parameter', parameter.name, parameter);
  }
  for (const [name, at] of assigned) {
    if (!read.has(name.toLowerCase()) && !known.has(name.toLowerCase())) report('unused-variable', name, at);
  }
}

const CYRILLIC_WORDS = /[А-Яа-яЁё]{2,}\s+[А-Яа-яЁё]/;

/** A raised text of several Russian words is meant for people. */
function checkRaised(statement: Statement & { kind: 'raise' }, report: Report): void {
  const [text] = statement.args;
  if (text?.kind === 'literal' && text.type === 'string' && CYRILLIC_WORDS.test(text.text)) {
    report('text-without-nstr', text.text, text);
  }
}
