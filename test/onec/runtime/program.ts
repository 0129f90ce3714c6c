import { BslSyntaxError } from '../lexer/token.ts';
import { parseModule } from '../parser/parser.ts';
import type { ModuleTree } from '../parser/ast.ts';
import type { ContextName } from '../parser/contexts.ts';
import type { World } from '../platform/world.ts';
import { carryAcross } from './border.ts';
import { compileModule } from './compile-module.ts';
import { BslException, MESSAGES } from './errors.ts';
import { VariableCell, type Cell } from './frame.ts';
import { invoke, type CompiledModule } from './invoke.ts';
import { ModuleObject } from './module-object.ts';
import { BslObject, type BslType } from './object.ts';
import type { PlatformNames } from './platform-names.ts';
import type { CompilationProblem, HostNames } from './scope.ts';
import type { OperationCounter, Session } from './session.ts';
import type { Value } from './value.ts';

/** A common module as its metadata describes it. */
export interface ModuleSource {
  readonly name: string;
  readonly text: string;
  /** Flags «Сервер», «Клиент (управляемое приложение)», «Вызов сервера». Without any: server. */
  readonly server?: boolean;
  readonly client?: boolean;
  readonly serverCall?: boolean;
}

/** Modules that do not compile: every mistake of every module. */
export class ModuleProblems extends Error {
  override readonly name = 'ModuleProblems';
  readonly problems: readonly CompilationProblem[];

  constructor(problems: readonly CompilationProblem[]) {
    super(
      problems
        .map(({ module, line, column, message }) => `{${module}(${line},${column})}: ${message}`)
        .join('\n'),
    );
    this.problems = problems;
  }
}

/** What compiling needs besides the text. */
export interface Compiler {
  readonly names: PlatformNames;
  readonly counter: OperationCounter;
  readonly sources: readonly ModuleSource[];
  readonly problems: CompilationProblem[];
}

const runsOn = (source: ModuleSource, context: ContextName): boolean =>
  context === 'server' ? (source.server ?? !source.client) : (source.client ?? false);

/** Names of common modules that code in a context can mention. */
export function visibleModules(sources: readonly ModuleSource[], context: ContextName): Set<string> {
  const visible = sources.filter(
    (source) => runsOn(source, context) || (context !== 'server' && source.serverCall === true),
  );
  return new Set(visible.map(({ name }) => name.toLowerCase()));
}

const trees = new Map<string, ModuleTree>();

/** Parses a text once, turning a syntax mistake into a problem. */
export function parsed(
  { name, text }: Pick<ModuleSource, 'name' | 'text'>,
  context: ContextName,
  problems: CompilationProblem[],
): ModuleTree {
  const key = `${context}\n${text}`;
  const known = trees.get(key);
  if (known !== undefined) return known;
  try {
    const tree = parseModule(text, context);
    trees.set(key, tree);
    return tree;
  } catch (error) {
    if (!(error instanceof BslSyntaxError)) throw error;
    problems.push({ module: name, message: error.message, line: error.at.line, column: error.at.column });
    return { variables: [], methods: [], body: [] };
  }
}

/** Compiles the common modules of one context. */
export function compileCommon(
  compiler: Compiler,
  context: ContextName,
  host?: HostNames,
): Map<string, CompiledModule> {
  const { sources, names, counter, problems } = compiler;
  const commonModules = visibleModules(sources, context);
  const compiled = new Map<string, CompiledModule>();
  for (const source of sources.filter((candidate) => runsOn(candidate, context))) {
    const tree = parsed(source, context, problems);
    const target = { name: source.name, tree, context, names, counter, commonModules, host, problems };
    compiled.set(source.name.toLowerCase(), compileModule(target, source.text));
  }
  return compiled;
}

/** A common module of the server as the client sees it: parameters and results cross the border as copies. */
class RemoteModule extends BslObject {
  readonly #module: ModuleObject;
  readonly #server: Session;

  constructor(module: ModuleObject, server: Session) {
    super();
    this.#module = module;
    this.#server = server;
  }

  get type(): BslType {
    return this.#module.type;
  }

  override get takesCells(): boolean {
    return true;
  }

  override getField(name: string): Value {
    throw new BslException(MESSAGES.noField(name));
  }

  override setField(name: string): void {
    throw new BslException(MESSAGES.noField(name));
  }

  override callMethod(name: string, args: Value[]): Value {
    return this.callWithCells(
      name,
      args.map((value) => new VariableCell(value)),
    );
  }

  override callWithCells(name: string, cells: (Cell | undefined)[]): Value {
    const there = cells.map((cell) => cell && new VariableCell(carryAcross(cell.value)));
    const result = this.#module.callWithCells(name, there, this.#server);
    for (const [index, cell] of cells.entries()) {
      if (cell) cell.value = carryAcross(there[index]?.value);
    }
    return carryAcross(result);
  }
}

/** What a session is made of. */
export interface SessionParts {
  readonly context: ContextName;
  readonly compiler: Compiler;
  readonly world: World;
  readonly server: Session | undefined;
}

/** Starts a session: common modules come to life when first mentioned. */
export function openSession({ context, compiler, world, server }: SessionParts): Session {
  const code = compileCommon(compiler, context);
  const living = new Map<string, BslObject>();
  const session: Session = {
    context,
    counter: compiler.counter,
    names: compiler.names,
    world,
    error: undefined,
    depth: 0,
    server,
    commonModule: (name) => {
      const key = name.toLowerCase();
      const known = living.get(key);
      if (known) return known;
      const compiled = code.get(key);
      const module = compiled ? startModule(compiled, session) : remoteModule(name, server);
      if (module) living.set(key, module);
      return module;
    },
  };
  return session;
}

function remoteModule(name: string, server: Session | undefined): BslObject | undefined {
  const module = server?.commonModule(name);
  return server && module instanceof ModuleObject ? new RemoteModule(module, server) : undefined;
}

/** A living module: its variables are made and the statements after its methods have run. */
export function startModule(code: CompiledModule, session: Session, host?: BslObject): ModuleObject {
  const module = new ModuleObject(code, host);
  if (code.initialise) invoke(code.initialise, { cells: [], module, session });
  return module;
}
