import { Processor, processorNames, type ProcessorShape } from '../platform/form/processor.ts';
import { compileModule } from './compile-module.ts';
import type { ModuleObject } from './module-object.ts';
import { parsed, startModule, visibleModules, type Compiler } from './program.ts';
import type { Session } from './session.ts';

/** The module of the object of an external data processor. */
export interface ProcessorSource {
  readonly name: string;
  readonly text: string;
  readonly shape?: ProcessorShape;
}

/** Compiles the module once and gives a maker of objects; each has attributes and variables of its own. */
export function compileProcessor(
  source: ProcessorSource,
  compiler: Compiler,
  server: Session,
): () => ModuleObject {
  const { names, counter, sources, problems } = compiler;
  const { name, text, shape = {} } = source;
  const tree = parsed(source, 'server', problems);
  const commonModules = visibleModules(sources, 'server');
  const host = processorNames(shape);
  const code = compileModule(
    { name, tree, context: 'server', names, counter, commonModules, host, problems },
    text,
  );
  return () => {
    const processor = new Processor(shape);
    const module = startModule(code, server, processor);
    processor.self = module;
    return module;
  };
}
