import type { Position } from '../lexer/token.ts';
import type { Method, ModuleTree } from '../parser/ast.ts';
import { directiveOf, type ContextName, type Directive } from '../parser/contexts.ts';
import type { CompiledMethod } from './invoke.ts';
import {
  isAvailable,
  type GlobalFunction,
  type GlobalProperty,
  type PlatformNames,
} from './platform-names.ts';
import type { BslType } from './object.ts';
import type { OperationCounter } from './session.ts';

/** A mistake that the platform reports when it compiles a module. */
export interface CompilationProblem extends Position {
  readonly module: string;
  readonly message: string;
}

/** Names that a module sees as its own without declaring them: attributes of a form, fields of a processor. */
export interface HostNames {
  readonly fields: ReadonlySet<string>;
  readonly methods: ReadonlySet<string>;
}

/** What compiling a module needs to know. */
export interface CompilationTarget {
  readonly name: string;
  readonly tree: ModuleTree;
  readonly context: ContextName;
  readonly names: PlatformNames;
  readonly counter: OperationCounter;
  /** Common modules visible in the context, lower case. */
  readonly commonModules: ReadonlySet<string>;
  readonly host: HostNames | undefined;
  readonly problems: CompilationProblem[];
}

/** What a name standing alone means. */
export type Resolution =
  | { readonly kind: 'local'; readonly slot: number }
  | { readonly kind: 'variable'; readonly slot: number }
  | { readonly kind: 'host' }
  | { readonly kind: 'module' }
  | { readonly kind: 'global'; readonly property: GlobalProperty };

/** Names of one module in one context. */
export class ModuleScope {
  readonly target: CompilationTarget;
  readonly methods = new Map<string, CompiledMethod>();
  readonly #variables = new Map<string, number>();

  constructor(target: CompilationTarget) {
    this.target = target;
    for (const [slot, { name }] of target.tree.variables.entries())
      this.#variables.set(name.toLowerCase(), slot);
  }

  variable(name: string): number | undefined {
    return this.#variables.get(name);
  }

  globalFunction(name: string): GlobalFunction | undefined {
    const found = this.target.names.functions.get(name);
    return found && this.#isHere(found) ? found : undefined;
  }

  globalProperty(name: string): GlobalProperty | undefined {
    const found = this.target.names.properties.get(name);
    return found && this.#isHere(found) ? found : undefined;
  }

  type(name: string): BslType | undefined {
    const found = this.target.names.types.get(name);
    return found && this.#isHere(found) ? found : undefined;
  }

  report(message: string, at: Position): void {
    this.target.problems.push({ module: this.target.name, message, line: at.line, column: at.column });
  }

  #isHere(name: { contexts: readonly ContextName[]; since?: string | undefined }): boolean {
    return isAvailable(name, { context: this.target.context, version: this.target.names.version });
  }
}

/** The directive that governs a method; in modules of forms a method without one runs on the server. */
export const methodDirective = (method: Method): Directive | undefined =>
  method.directives.map(directiveOf).find((directive) => directive !== undefined);

/** Names of one method: parameters, declared variables, and those that an assignment introduced so far. */
export class MethodScope {
  readonly module: ModuleScope;
  readonly withoutContext: boolean;
  readonly #slots = new Map<string, number>();

  constructor(module: ModuleScope, directive: Directive | undefined) {
    this.module = module;
    this.withoutContext = directive === 'AtServerNoContext' || directive === 'AtClientAtServerNoContext';
  }

  get size(): number {
    return this.#slots.size;
  }

  declare(name: string): number {
    const key = name.toLowerCase();
    const slot = this.#slots.get(key) ?? this.#slots.size;
    this.#slots.set(key, slot);
    return slot;
  }

  resolve(name: string): Resolution | undefined {
    const key = name.toLowerCase();
    const slot = this.#slots.get(key);
    if (slot !== undefined) return { kind: 'local', slot };
    const variable = this.withoutContext ? undefined : this.module.variable(key);
    if (variable !== undefined) return { kind: 'variable', slot: variable };
    const { host, commonModules } = this.module.target;
    if (!this.withoutContext && host?.fields.has(key)) return { kind: 'host' };
    if (commonModules.has(key)) return { kind: 'module' };
    const property = this.module.globalProperty(key);
    return property && { kind: 'global', property };
  }
}
