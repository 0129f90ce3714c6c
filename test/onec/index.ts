import { toJs, toBsl, type JsValue } from './platform/conversion.ts';
import { platformNames } from './platform/names.ts';
import { createWorld, type PlatformOptions } from './platform/create-world.ts';
import type { World } from './platform/world.ts';
import type { ContextName } from './parser/contexts.ts';
import { compileProcessor, type ProcessorSource } from './runtime/object-module.ts';
import type { BslObject } from './runtime/object.ts';
import { openForm, type FormSource, type OpenForm } from './runtime/form-module.ts';
import { ModuleProblems, openSession, type ModuleSource } from './runtime/program.ts';
import { OperationCounter, type Session } from './runtime/session.ts';
import type { PlatformNames } from './runtime/platform-names.ts';
import type { CompilationProblem } from './runtime/scope.ts';
import type { Value } from './runtime/value.ts';
import { BslException, MESSAGES } from './runtime/errors.ts';

export type { JsValue } from './platform/conversion.ts';
export type { PlatformOptions } from './platform/create-world.ts';
export type { FormSource, OpenForm } from './runtime/form-module.ts';
export type { ProcessorSource } from './runtime/object-module.ts';
export type { ModuleSource } from './runtime/program.ts';
export { ModuleProblems } from './runtime/program.ts';
export { BenchGap, BenchLimit, BslException, SessionKilled, detailedText } from './runtime/errors.ts';
export {
  startServer,
  type LoopbackServer,
  type SeenRequest,
  type ServerRule,
} from './blocking/loopback-server.ts';
export * from './platform/infobase/infobase.ts';
export { OWN_START } from './platform/infobase/sessions.ts';
export { InfobaseData, tableOf, type Row, type Table } from './platform/infobase/data/tables.ts';
export { Reference } from './platform/infobase/data/reference.ts';
export { checkModules, type CheckedProgram } from './check/check-module.ts';
export type { CheckCode, CheckProblem } from './check/problem.ts';

/** Elementary operations a call may take before the bench stops it. */
const OPERATION_LIMIT = 500_000_000;

/** A simulated platform: its version's names and the world around its sessions. */
export interface Platform {
  readonly names: PlatformNames;
  readonly world: World;
  readonly clientContext: Exclude<ContextName, 'server'>;
  /** Elementary operations after which the bench stops a program. */
  readonly operationLimit: number;
}

/** Makes a platform with a simulated infobase; every part can be set, see {@link PlatformOptions}. */
export function createPlatform(options: PlatformOptions = {}): Platform {
  const world = createWorld(options);
  const { client = 'thinClient', operationLimit = OPERATION_LIMIT } = options;
  return { names: platformNames(world.version), world, clientContext: client, operationLimit };
}

/** How many elementary operations a call took: statements, operators, calls. */
export interface Operations {
  readonly statements: number;
  readonly operators: number;
  readonly calls: number;
  readonly total: number;
}

/** Result of a call from a test. */
export interface CallResult {
  readonly value: JsValue;
  /** Arguments after the call: by-reference parameters may have changed. */
  readonly args: readonly JsValue[];
  readonly operations: Operations;
}

/** Side of the border on which a test calls. */
export type Side = 'server' | 'client';

/** An object of an external data processor. */
export interface LivingObject {
  readonly object: BslObject;
  call(method: string, args?: readonly JsValue[]): CallResult;
}

/** Loaded modules with one server session and one client session. */
export interface Program {
  readonly platform: Platform;
  readonly server: Session;
  readonly client: Session;
  /** Calls an exported method; errors of the language leave as {@link BslException}. */
  call(module: string, method: string, args?: readonly JsValue[]): CallResult;
  /** Opens a form in the client session; its two halves share attributes and talk across the border. */
  openForm(source: FormSource): OpenForm;
  /** Makes an object of an external data processor on the server. */
  createObject(source: ProcessorSource): LivingObject;
  callOn(
    side: Side,
    call: { readonly module: string; readonly method: string; readonly args?: readonly JsValue[] },
  ): CallResult;
}

/** Compiles modules for both sides and opens the sessions. Throws {@link ModuleProblems} with every mistake. */
export function loadModules(
  sources: readonly ModuleSource[],
  platform: Platform = createPlatform(),
): Program {
  const problems: CompilationProblem[] = [];
  const { names, world, clientContext, operationLimit } = platform;
  const counter = new OperationCounter(operationLimit);
  const compiler = { names, counter, sources, problems };
  const server = openSession({ context: 'server', compiler, world, server: undefined });
  const client = openSession({ context: clientContext, compiler, world, server });
  if (problems.length > 0) throw new ModuleProblems(problems);
  const open: Program['openForm'] = (source) => {
    const opened = openForm(source, compiler, client);
    if (problems.length > 0) throw new ModuleProblems(problems.splice(0));
    return opened;
  };
  const createObject: Program['createObject'] = (source) => {
    const make = compileProcessor(source, compiler, server);
    if (problems.length > 0) throw new ModuleProblems(problems.splice(0));
    const object = make();
    return { object, call: (method, args = []) => callMethod(server, { owner: object, method, args }) };
  };
  const callOn: Program['callOn'] = (side, { module, method, args = [] }) => {
    const session = side === 'server' ? server : client;
    const owner = session.commonModule(module);
    if (!owner) throw new BslException(MESSAGES.noVariable(module));
    return callMethod(session, { owner, method, args });
  };
  return {
    platform,
    server,
    client,
    callOn,
    openForm: open,
    createObject,
    call: (module, method, args = []) => callOn('server', { module, method, args }),
  };
}

interface MethodCall {
  readonly owner: BslObject;
  readonly method: string;
  readonly args: readonly JsValue[];
}

function callMethod(session: Session, { owner, method, args }: MethodCall): CallResult {
  const values: Value[] = args.map(toBsl);
  const { counter } = session;
  const before = { statements: counter.statements, operators: counter.operators, calls: counter.calls };
  const value = owner.callMethod(method, values, session);
  const statements = counter.statements - before.statements;
  const operators = counter.operators - before.operators;
  const calls = counter.calls - before.calls;
  const operations = { statements, operators, calls, total: statements + operators + calls };
  return { value: toJs(value), args: values.map(toJs), operations };
}
