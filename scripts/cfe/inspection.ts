import type { Interception } from '../model/passport.ts';
import type {
  ExtensionFacts,
  ExternalObjectFacts,
  IntegrityFacts,
  LocalizedMap,
  ModuleFacts,
  RootFacts,
  V8Facts,
  WholeFileFacts,
} from './facts.ts';
import {
  externalObjectsByKind,
  inspectedService,
  objectsByKind,
  type InspectedObject,
  type InspectedService,
} from './inspected-objects.ts';

/**
 * Facts of a file as `vypusk inspect --json` prints them: plain JSON values. The members named here stand in every
 * inspection, whatever the file is; an absent text is empty. The rest depends on the sort of file.
 */
export interface Inspection {
  readonly type: V8Facts['type'];
  readonly name: string;
  readonly synonym: LocalizedMap;
  readonly comment: string;
  readonly version: string;
  readonly vendor: string;
  readonly prefix: string;
  /** `Patch`, `Customization`, `AddOn`; empty for anything but extensions. */
  readonly purpose: string;
  readonly compatibilityMode: string;
  readonly extensionCompatibilityMode: string;
  /** Objects by kind, in the order of the file; of external objects their forms, templates and attributes. */
  readonly objects: Readonly<Record<string, readonly InspectedObject[]>>;
  readonly httpServices: readonly InspectedService[];
  readonly interceptions: readonly Interception[];
  readonly changesDataStructure: boolean;
  readonly integrity: IntegrityFacts;
  /** Modules of objects; those of forms, commands and the configuration itself stand beside. */
  readonly modules: readonly string[];
  readonly formModules: readonly string[];
  readonly commandModules: readonly string[];
  readonly configurationModules: readonly string[];
  /** Modules of objects and of the configuration, and form modules that are not blank. */
  readonly moduleCount: number;
  readonly warnings: WholeFileFacts['warnings'];
  readonly [member: string]: unknown;
}

/** The JSON shape of `inspect --json` for one file; the command line adds `file`. */
export function inspectionOf(facts: V8Facts): Inspection {
  const { type, name, synonym, comment, rootUuid, metadataUuid, storage } = facts;
  return {
    type,
    name,
    synonym,
    comment,
    ...ABSENT,
    ...(isRoot(facts) ? rootMembers(facts) : externalMembers(facts)),
    ...(facts.type === 'ConfigurationExtension' ? extensionMembers(facts) : {}),
    ...moduleMembers(facts.modules),
    rootUuid,
    metadataUuid,
    storage,
    containers: facts.containers,
    storedEntries: facts.storedEntries,
    freePages: facts.freePages,
    trailingBytes: facts.trailingBytes,
    inflatedBytes: facts.inflatedBytes,
    entryTimes: facts.entryTimes,
    ordinaryForms: facts.ordinaryForms,
    leftovers: facts.leftovers,
    warnings: facts.warnings,
  };
}

const isRoot = (facts: V8Facts): facts is Exclude<V8Facts, ExternalObjectFacts> => 'objects' in facts;

const ABSENT = {
  version: '',
  vendor: '',
  prefix: '',
  purpose: '',
  compatibilityMode: '',
  extensionCompatibilityMode: '',
  httpServices: [],
  interceptions: [],
  changesDataStructure: false,
  integrity: { entries: 0, mismatches: [], unlisted: [], missing: [] },
} as const;

/** Members that extensions and configurations have alike. */
const rootMembers = (facts: RootFacts): Readonly<Record<string, unknown>> & Pick<Inspection, 'objects'> => ({
  version: facts.version,
  vendor: facts.vendor,
  compatibilityMode: facts.compatibilityMode,
  objects: objectsByKind(facts),
  httpServices: facts.httpServices.map(inspectedService),
  defaultRoles: facts.defaultRoles,
  scriptVariant: facts.scriptVariant,
  detailedInfo: facts.detailedDescription,
  briefInfo: facts.briefDescription,
  copyright: facts.copyright,
  vendorAddress: facts.vendorAddress,
  configAddress: facts.configurationAddress,
  updateCatalog: facts.updateCatalog,
  defaultRunMode: facts.defaultRunMode,
  interfaceCompatibility: facts.interfaceCompatibilityMode,
  rootTuple: facts.writer.tuple,
  rootTupleLen: facts.writer.members,
  platform: facts.writer.platform,
});

const extensionMembers = (facts: ExtensionFacts): Readonly<Record<string, unknown>> => ({
  prefix: facts.prefix,
  purpose: facts.purpose,
  extensionCompatibilityMode: facts.extensionCompatibilityMode,
  keepMappingByIDs: facts.keepMappingByIds,
  interceptions: facts.interceptions,
  changesDataStructure: facts.changesDataStructure,
  dataStructureChanges: facts.dataStructureChanges,
  roleRights: facts.roleRights,
  integrity: facts.integrity,
  supportBlobBytes: facts.supportBlobBytes,
});

const externalMembers = (
  facts: ExternalObjectFacts,
): Readonly<Record<string, unknown>> & Pick<Inspection, 'objects'> => ({
  objects: externalObjectsByKind(facts),
  objectTypeId: facts.objectTypeId,
  objectValueId: facts.objectValueId,
  headerVersion: facts.headerVersion,
  defaultForm: facts.defaultForm,
  objectModule: facts.objectModule,
});

function moduleMembers(
  modules: readonly ModuleFacts[],
): Pick<Inspection, 'modules' | 'formModules' | 'commandModules' | 'configurationModules' | 'moduleCount'> {
  const pathsOf = (owner: ModuleFacts['owner']): readonly string[] =>
    modules
      .filter((module) => module.owner === owner && !(owner === 'form' && module.blank))
      .map(({ path }) => path);
  const objectModules = pathsOf('object');
  const formModules = pathsOf('form').map((path) => path.replace(/\.Form$/, ''));
  const configurationModules = pathsOf('configuration').map((path) => path.replace(/^Configuration\./, ''));
  return {
    modules: objectModules,
    formModules,
    commandModules: pathsOf('command'),
    configurationModules,
    moduleCount: objectModules.length + formModules.length + configurationModules.length,
  };
}
