import { adoptedFacts } from './adopted.ts';
import { CONFIGINFO, readConfigInfo } from './configinfo.ts';
import type { ContainerEntry } from './container.ts';
import { dataStructureChanges } from './data-structure.ts';
import { CfeError } from './error.ts';
import type {
  AdoptedFacts,
  DataStructureChange,
  ExtensionFacts,
  RoleRightsFacts,
  WholeFileFacts,
} from './facts.ts';
import { checkIntegrity } from './integrity.ts';
import type { InterceptionLog } from './interceptions.ts';
import { KINDS } from './kinds.ts';
import type { ObjectSource, ReadObject } from './objects.ts';
import { readRoleRights } from './role-rights.ts';
import type { Family } from './root-descriptor.ts';
import { readRoot } from './root-facts.ts';
import { extensionProperties } from './root-properties.ts';
import type { WarningLog } from './warning.ts';
import { NEWEST_TUPLE_OF_8_3 } from './writer.ts';

/** An extension without what is told of the file as a whole. */
export type ExtensionReading = Omit<ExtensionFacts, keyof WholeFileFacts>;

/** Reads an extension: a file with an element `configinfo`. */
export async function readExtension(
  source: ObjectSource & { readonly interceptions: InterceptionLog },
  entries: ReadonlyMap<string, ContainerEntry>,
): Promise<ExtensionReading> {
  const { elements, log, interceptions } = source;
  const { storage, rootUuid, supportBlobBytes, listed } = readConfigInfo(elements.brace(CONFIGINFO));
  if (!elements.has(rootUuid)) throw new CfeError('root-missing', { element: rootUuid });
  const integrity = await checkIntegrity(listed, entries, log);
  const changes: DataStructureChange[] = [];
  const roleRights: RoleRightsFacts[] = [];
  const adopted: AdoptedFacts[] = [];
  const root = readRoot(elements.brace(rootUuid)[0], source, (object) => {
    changes.push(...dataStructureChanges(object.facts, object.descriptor));
    roleRights.push(...rightsOf(object, source));
    const taken = adoptedFacts(object, source);
    if (taken !== undefined) adopted.push(taken);
  });
  changes.push(...unknownKinds(root.descriptor.families));
  const own = extensionProperties(root.descriptor.properties, log);
  warnAboutWriter(
    {
      tuple: root.facts.writer.tuple,
      known: root.facts.writer.platform !== '',
      mode: own.extensionCompatibilityMode,
    },
    log,
  );
  return {
    type: 'ConfigurationExtension',
    rootUuid,
    storage,
    ...root.facts,
    ...own,
    interceptions: interceptions.list(),
    adopted,
    changesDataStructure: changes.length > 0,
    dataStructureChanges: changes,
    roleRights,
    integrity,
    supportBlobBytes,
  };
}

function rightsOf({ facts }: ReadObject, { elements }: ObjectSource): readonly RoleRightsFacts[] {
  const element = `${facts.uuid}.0`;
  if (facts.kind !== 'Role' || !elements.has(element)) return [];
  return [readRoleRights(elements.brace(element)[0], facts.name)];
}

/** Objects of kinds that did not exist when this was written: perhaps with tables, so they count. */
const unknownKinds = (families: readonly Family[]): readonly DataStructureChange[] =>
  families
    .filter(({ guid, uuids }) => uuids.length > 0 && !KINDS.has(guid))
    .map(({ guid }) => ({ kind: guid, name: '', what: 'own-object', certainty: 'assumed', shape: '' }));

function warnAboutWriter(
  { tuple, known, mode }: { readonly tuple: number; readonly known: boolean; readonly mode: string },
  log: WarningLog,
): void {
  if (!known) log.add('writer-unknown', { tuple });
  if (tuple > NEWEST_TUPLE_OF_8_3 && mode.startsWith('Version8_3'))
    log.add('writer-newer-than-mode', { tuple, mode });
}
