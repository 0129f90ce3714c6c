import { listAt, type BraceNode } from './brace-node.ts';
import { CfeError } from './error.ts';
import type { HttpServiceFacts, ObjectFacts, RootFacts } from './facts.ts';
import { readHttpService } from './http-service.ts';
import { CONFIGURATION_MODULES } from './kinds.ts';
import { headersIn, parseHeader, type MetadataHeader } from './metadata-header.ts';
import { readObjects, type ObjectSource, type ReadObject } from './objects.ts';
import { readRootDescriptor, type RootDescriptor } from './root-descriptor.ts';
import { defaultRoleUuids, rootHeader, rootProperties, type RootProperties } from './root-properties.ts';

/** What the root descriptor and the objects that it lists tell. */
export interface RootReading {
  readonly descriptor: RootDescriptor;
  readonly facts: RootProperties &
    Pick<
      RootFacts,
      'name' | 'synonym' | 'comment' | 'metadataUuid' | 'defaultRoles' | 'objects' | 'httpServices'
    >;
}

/**
 * Reads an extension or configuration from its root descriptor. `onObject` sees each object with its own.
 *
 * @throws {CfeError} `root-malformed`, and what elements, texts and objects are refused for
 */
export function readRoot(
  root: BraceNode | undefined,
  source: ObjectSource,
  onObject: (object: ReadObject) => void = () => undefined,
): RootReading {
  const { modules, log } = source;
  const descriptor = readRootDescriptor(root);
  const header = headerOf(descriptor, source);
  for (const [suffix, module] of CONFIGURATION_MODULES) {
    modules.collect({
      element: `${header.uuid}.${suffix}`,
      path: `Configuration.${module}`,
      owner: 'configuration',
    });
  }
  const objects: ObjectFacts[] = [];
  const httpServices: HttpServiceFacts[] = [];
  for (const object of readObjects(descriptor.families, source)) {
    objects.push(object.facts);
    if (object.facts.kind === 'HTTPService') {
      httpServices.push(readHttpService(object.descriptor, object.facts.name, log));
    }
    onObject(object);
  }
  const { name, synonym, comment, uuid } = header;
  return {
    descriptor,
    facts: {
      ...rootProperties(descriptor.properties, log),
      name,
      synonym,
      comment,
      metadataUuid: uuid,
      defaultRoles: defaultRoles(descriptor, objects, source),
      objects,
      httpServices,
    },
  };
}

function headerOf({ properties }: RootDescriptor, { log }: ObjectSource): MetadataHeader {
  const [header] = headersIn(rootHeader(properties));
  if (header === undefined) throw new CfeError('root-malformed', { members: listAt(properties).length });
  return parseHeader(header, log);
}

function defaultRoles(
  { properties }: RootDescriptor,
  objects: readonly ObjectFacts[],
  { log }: ObjectSource,
): readonly string[] {
  const roles = new Map(objects.filter(({ kind }) => kind === 'Role').map(({ uuid, name }) => [uuid, name]));
  const names: string[] = [];
  for (const uuid of defaultRoleUuids(properties)) {
    const name = roles.get(uuid);
    if (name === undefined) log.add('default-role-missing', { uuid });
    else names.push(name);
  }
  return names;
}
