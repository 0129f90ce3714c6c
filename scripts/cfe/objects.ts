import { listAt, type BraceNode } from './brace-node.ts';
import { CHILD_KINDS, childCollections, childUuids } from './child-collections.ts';
import type { Elements } from './elements.ts';
import type { ObjectFacts } from './facts.ts';
import { KINDS, type Kind } from './kinds.ts';
import { findHeader, parsedHeadersIn } from './metadata-header.ts';
import type { ModuleCollector } from './module-collector.ts';
import type { Family } from './root-descriptor.ts';
import type { WarningLog } from './warning.ts';

/** What reading objects needs of the file. */
export interface ObjectSource {
  readonly elements: Elements;
  readonly modules: ModuleCollector;
  readonly log: WarningLog;
}

/** An object together with its descriptor, for as long as facts are taken from it. */
export interface ReadObject {
  readonly facts: ObjectFacts;
  readonly descriptor: BraceNode | undefined;
}

/** Reads the objects of all families one by one, in the order of the file, with their modules and forms. */
export function* readObjects(families: readonly Family[], source: ObjectSource): Generator<ReadObject> {
  for (const { guid, uuids } of families) {
    const kind = KINDS.get(guid);
    if (kind === undefined) {
      if (uuids.length > 0) source.log.add('kind-unknown', { guid, count: uuids.length });
      continue;
    }
    for (const uuid of uuids) {
      const object = readObject(kind, uuid, source);
      if (object !== undefined) yield object;
    }
  }
}

function readObject(kind: Kind, uuid: string, source: ObjectSource): ReadObject | undefined {
  const { elements, log } = source;
  const [descriptor] = elements.has(uuid) ? elements.brace(uuid) : [];
  const header = findHeader(descriptor, uuid, log);
  if (header === undefined) {
    log.add('object-unreadable', { kind: kind.name, uuid });
    return undefined;
  }
  const { name, belonging, synonym, comment } = header;
  const path = `${kind.name}.${name}`;
  for (const [suffix, module] of kind.modules) {
    source.modules.collect({ element: `${uuid}.${suffix}`, path: `${path}.${module}`, owner: 'object' });
  }
  collectChildren({ descriptor, uuid, path, isForm: kind.name === 'CommonForm' }, source);
  return {
    descriptor,
    facts: {
      kind: kind.name,
      name,
      uuid,
      belonging,
      ...(header.extends === undefined ? {} : { extends: header.extends }),
      synonym,
      comment,
      ...(kind.name === 'CommonModule' ? { flags: commonModuleFlags(descriptor) } : {}),
    },
  };
}

/** `{1,{12,header,f0…f7},0}` */
const commonModuleFlags = (descriptor: BraceNode | undefined): readonly string[] =>
  listAt(descriptor, 1)
    .slice(2)
    .filter((flag) => typeof flag === 'string');

interface Owner {
  readonly descriptor: BraceNode | undefined;
  readonly uuid: string;
  readonly path: string;
  readonly isForm: boolean;
}

/** Modules of an object's forms and commands. Forms are elements of their own, commands stand in the descriptor. */
function collectChildren(
  { descriptor, uuid, path, isForm }: Owner,
  { elements, modules, log }: ObjectSource,
): void {
  if (isForm) modules.collectForm(uuid, path);
  for (const form of childUuids(descriptor, 'Form')) {
    const [body] = elements.has(form) ? elements.brace(form) : [];
    const header = findHeader(body, form, log);
    if (header === undefined) log.add('object-unreadable', { kind: `${path}.Form`, uuid: form });
    else modules.collectForm(form, `${path}.Form.${header.name}`);
  }
  for (const { guid, items } of childCollections(descriptor)) {
    if (CHILD_KINDS.get(guid) !== 'Command') continue;
    for (const command of parsedHeadersIn(items)) {
      const place = { element: `${command.uuid}.2`, path: `${path}.Command.${command.name}.CommandModule` };
      modules.collect({ ...place, owner: 'command' });
    }
  }
}
