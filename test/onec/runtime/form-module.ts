import type { Method, ModuleTree } from '../parser/ast.ts';
import type { ContextName, Directive } from '../parser/contexts.ts';
import { Form, formNames, type FormShape } from '../platform/form/form.ts';
import type { Value } from '../runtime/value.ts';
import { carryAcross } from './border.ts';
import { compileModule, type RemoteMethod } from './compile-module.ts';
import { NORMAL, VariableCell, type Frame } from './frame.ts';
import { invoke, type CompiledModule } from './invoke.ts';
import { ModuleObject } from './module-object.ts';
import { compileProcessor, type ProcessorSource } from './object-module.ts';
import { parsed, startModule, visibleModules, type Compiler } from './program.ts';
import { methodDirective } from './scope.ts';
import type { Session } from './session.ts';

/** The module of a form with the names it sees. */
export interface FormSource {
  readonly name: string;
  readonly text: string;
  readonly shape: FormShape;
  /** The processor that the form belongs to. */
  readonly processor?: ProcessorSource;
}

const ON_CLIENT: readonly (Directive | undefined)[] = [
  'AtClient',
  'AtClientAtServer',
  'AtClientAtServerNoContext',
];

/** A method without a directive runs on the server. */
const runsOn = (method: Method, side: 'client' | 'server'): boolean => {
  const directive = methodDirective(method);
  return side === 'client' ? ON_CLIENT.includes(directive) : directive !== 'AtClient';
};

const half = (tree: ModuleTree, side: 'client' | 'server'): ModuleTree => ({
  ...tree,
  methods: tree.methods.filter((method) => runsOn(method, side)),
});

/** A form that is open: its attributes, and its handlers to call. */
export interface OpenForm {
  readonly form: Form;
  /** Calls a handler of the client half, then runs what waits for its end. */
  call(method: string, args?: readonly Value[]): Value;
  /** Calls a handler of the server half, such as `ПриСозданииНаСервере`. */
  callServer(method: string, args?: readonly Value[]): Value;
}

/** Compiles both halves of a form; calls from the client half to the server half cross the border as copies. */
export function openForm(source: FormSource, compiler: Compiler, client: Session): OpenForm {
  const { server } = client;
  if (!server) throw new Error('a form opens in a client session');
  const form = new Form(source.shape);
  if (source.processor) form.makeObject = compileProcessor(source.processor, compiler, server);
  const there = parsed(source, 'server', compiler.problems);
  const here = parsed(source, client.context, compiler.problems);
  const serverCode = compileHalf({ source, tree: half(there, 'server'), context: 'server' }, compiler, []);
  const onServer = (name: string, values: Value[]): { result: Value; values: Value[] } => {
    const cells = values.map((value) => new VariableCell(value));
    const method = serverCode.methods.get(name.toLowerCase());
    // Variables of the server half do not outlive a call, so each call has a module of its own.
    const module = startModule(serverCode, server, form);
    const result = method && invoke(method, { cells, module, session: server });
    return { result, values: cells.map((cell) => cell.value) };
  };
  const remote = here.methods
    .filter((method) => !runsOn(method, 'client'))
    .map((method) => stub(method, onServer));
  const clientCode = compileHalf(
    { source, tree: half(here, 'client'), context: client.context },
    compiler,
    remote,
  );
  return handles({ form, clientCode, client, onServer });
}

interface Half {
  readonly source: FormSource;
  readonly tree: ModuleTree;
  readonly context: ContextName;
}

function compileHalf(
  { source, tree, context }: Half,
  compiler: Compiler,
  remote: readonly RemoteMethod[],
): CompiledModule {
  const { names, counter, sources, problems } = compiler;
  const commonModules = visibleModules(sources, context);
  const host = formNames(source.shape);
  return compileModule(
    { name: source.name, tree, context, names, counter, commonModules, host, problems },
    source.text,
    remote,
  );
}

type ServerCall = (name: string, values: Value[]) => { result: Value; values: Value[] };

/** What the client half has in the place of a method of the server. */
function stub(method: Method, onServer: ServerCall): RemoteMethod {
  const body = (frame: Frame): number => {
    const cells = method.parameters.map((_parameter, index) => frame.cell(index));
    const { result, values } = onServer(
      method.name,
      cells.map((cell) => carryAcross(cell.value)),
    );
    for (const [index, cell] of cells.entries()) {
      if (!method.parameters[index]?.byValue) cell.value = carryAcross(values[index]);
    }
    frame.result = carryAcross(result);
    return NORMAL;
  };
  return { method, body };
}

interface Parts {
  readonly form: Form;
  readonly clientCode: CompiledModule;
  readonly client: Session;
  readonly onServer: ServerCall;
}

function handles({ form, clientCode, client, onServer }: Parts): OpenForm {
  const module = new ModuleObject(clientCode, form);
  const callOwn = (name: string, args: readonly Value[]): Value => {
    const method = clientCode.methods.get(name.toLowerCase());
    if (!method) throw new Error(`the form has no handler ${name}`);
    return invoke(method, { cells: args.map((value) => new VariableCell(value)), module, session: client });
  };
  form.callClient = (name, args) => module.callMethod(name, args, client);
  return {
    form,
    call: (name, args = []) => {
      const result = callOwn(name, args);
      const { pending } = client.world.screen;
      for (let next = pending.shift(); next; next = pending.shift()) next();
      return result;
    },
    callServer: (name, args = []) => onServer(name, [...args]).result,
  };
}
