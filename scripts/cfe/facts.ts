import type { Interception, Purpose } from '../model/passport.ts';
import type { CfeWarning } from './warning.ts';

/** Text by language code, in the order of the file (`{"ru": "…"}`). */
export type LocalizedMap = Readonly<Record<string, string>>;

/** One container of the file. A configuration for 8.3.16 and newer has two: a stub, then a 64-bit one that counts. */
export interface ContainerFacts {
  /** Offset of its first byte in the file. */
  readonly base: number;
  readonly bits: 32 | 64;
  /** Default page size that its header names, normally 512. */
  readonly pageSize: number;
  /** Third word of the header: usually the number of entries. */
  readonly word3: number;
  /** Address of the first free page, `null` when there is none. */
  readonly freeListHead: number | null;
  readonly entries: number;
}

/** Storage version that stands in `configinfo` or `version`: compatibility mode of the configuration saved from. */
export interface StorageFacts {
  /** 216 in nearly all files. */
  readonly major: string;
  /** `80324`; `null` in files of 8.2 and older. */
  readonly code: string | null;
  /** `Version8_3_24`, or `8.2-or-older`. */
  readonly decoded: string;
}

/** A module with program text (БСЛ). */
export interface ModuleFacts {
  /** As dumps spell it: `CommonModule.Имя.Module`, `Catalog.Имя.Form.Форма.Form`. */
  readonly path: string;
  /** What it belongs to; `unknown` for a module whose element no object of a known kind claims. */
  readonly owner: 'object' | 'form' | 'command' | 'configuration' | 'unknown';
  /** Bytes of the stored text, byte order mark included; of a form module, of its text in UTF-8. */
  readonly bytes: number;
  /** Characters of the text without the byte order mark. */
  readonly characters: number;
  /** Where the text stands: nested container, element of its own, or inside a form. */
  readonly stored: 'container' | 'plain' | 'form';
  /** Nothing but white space. */
  readonly blank: boolean;
  /** The text is not readable: compiled or locked with a password. */
  readonly protected: boolean;
  /** Of the text (`textDigest`); of one that cannot be read, of what is stored. */
  readonly digest: string;
}

/** A method of an HTTP service's URL template. */
export interface HttpMethodFacts {
  readonly name: string;
  /** `GET`, `POST`, …; `code:N` for one that is not known. */
  readonly method: string;
  /** Function of the service's module that answers. */
  readonly handler: string;
}

/** A URL template of an HTTP service. */
export interface HttpTemplateFacts {
  readonly template: string;
  readonly name: string;
  readonly methods: readonly HttpMethodFacts[];
}

/** An HTTP service: `/hs/<rootUrl><template>` is a published path. */
export interface HttpServiceFacts {
  readonly name: string;
  readonly rootUrl: string;
  readonly reuseSessions: string;
  readonly sessionMaxAge: string;
  readonly templates: readonly HttpTemplateFacts[];
}

/** A metadata object at the top level of an extension or a configuration. */
export interface ObjectFacts {
  /** As dumps spell it: `Catalog`, `CommonModule`, … */
  readonly kind: string;
  readonly name: string;
  readonly uuid: string;
  readonly belonging: 'own' | 'adopted';
  /** Object of the configuration that it extends; absent for own ones and where none was bound. */
  readonly extends?: string;
  readonly synonym: LocalizedMap;
  readonly comment: string;
  /** Settings of a common module as stored, `f0`…`f7` of the format description. */
  readonly flags?: readonly string[];
}

/** What an adopted object takes from the configuration that it extends. */
export interface AdoptedFacts {
  readonly kind: string;
  readonly name: string;
  /** Uuid of the configuration's object; absent where none was bound, then the name decides. */
  readonly extends?: string;
  /** Names of adopted fields, tabular sections and fields of these, in the order of the file. */
  readonly fields: readonly string[];
  /** Names of adopted forms. */
  readonly forms: readonly string[];
}

/** Why an extension changes the data structure of the infobase. */
export interface DataStructureChange {
  readonly kind: string;
  readonly name: string;
  /** `own-object`: brings a table. `own-field`: an adopted object gets a field or tabular section of its own. */
  readonly what: 'own-object' | 'own-field' | 'types-extended';
  /** Name of the field for `own-field`. */
  readonly field?: string;
  /** Digest of all fields and types there: another one means another structure. */
  readonly shape: string;
  /** `assumed` where nobody proved what the platform does and the cautious answer was taken. */
  readonly certainty: 'known' | 'assumed';
}

/** SHA-1 table of `configinfo` against the file. It detects damage and careless edits; it is no signature. */
export interface IntegrityFacts {
  /** Elements that the table lists. */
  readonly entries: number;
  readonly mismatches: readonly string[];
  readonly unlisted: readonly string[];
  readonly missing: readonly string[];
}

/** What a role grants, counted. */
export interface RoleRightsFacts {
  readonly role: string;
  readonly objects: number;
  readonly granted: number;
}

/** Readable memory of the writer's Designer that the file carries between its documents. */
export interface LeftoverFacts {
  /** Pieces of readable text with something in them that stands in no live text of the file. */
  readonly pieces: number;
  /** Bytes of what stands nowhere else. */
  readonly bytes: number;
  /** The pieces with most of it, each with what stood around it; control characters replaced; text of a stranger all the same. */
  readonly sample: readonly string[];
}

/** Which platform wrote the file, as far as its format tells. */
export interface WriterFacts {
  /** Version of the root properties tuple. */
  readonly tuple: number;
  readonly members: number;
  /** Range of platforms, for example `8.3.24 – 8.3.27`; empty when unknown. */
  readonly platform: string;
}

/** What is told of the file as a whole, whatever it holds. */
export interface WholeFileFacts {
  readonly containers: readonly ContainerFacts[];
  /** Entries of the container that counts. */
  readonly storedEntries: number;
  readonly freePages: number;
  readonly trailingBytes: number;
  /** Bytes of all elements, inflated. */
  readonly inflatedBytes: number;
  /** Oldest and newest time among the entries, ISO without zone (the writer's wall clock); `null` without entries. */
  readonly entryTimes: readonly [string, string] | null;
  readonly modules: readonly ModuleFacts[];
  /** Ordinary (not managed) forms. */
  readonly ordinaryForms: number;
  readonly leftovers: LeftoverFacts;
  readonly warnings: readonly CfeWarning[];
}

/** What every file tells. */
export interface FileFacts extends WholeFileFacts {
  readonly rootUuid: string;
  readonly metadataUuid: string;
  readonly name: string;
  readonly synonym: LocalizedMap;
  readonly comment: string;
  readonly storage: StorageFacts;
}

/** What extensions and configurations tell alike: the root properties tuple and the families of objects. */
export interface RootFacts extends FileFacts {
  readonly version: string;
  readonly vendor: string;
  /** Compatibility mode as dumps spell it (`Version8_3_24`). */
  readonly compatibilityMode: string;
  readonly writer: WriterFacts;
  readonly scriptVariant: 'Russian' | 'English';
  readonly detailedDescription: LocalizedMap;
  readonly briefDescription: LocalizedMap;
  readonly copyright: LocalizedMap;
  readonly vendorAddress: LocalizedMap;
  readonly configurationAddress: LocalizedMap;
  readonly updateCatalog: string;
  readonly defaultRunMode: string;
  readonly interfaceCompatibilityMode: string;
  readonly defaultRoles: readonly string[];
  /** In the order of the file: kinds by their GUID, objects as the tree lists them. */
  readonly objects: readonly ObjectFacts[];
  readonly httpServices: readonly HttpServiceFacts[];
}

/** A configuration extension (`.cfe`). */
export interface ExtensionFacts extends RootFacts {
  readonly type: 'ConfigurationExtension';
  readonly prefix: string;
  readonly purpose: Purpose;
  /** The least platform that can attach it, as a mode. */
  readonly extensionCompatibilityMode: string;
  /** `null` where the writing platform did not have the property yet. */
  readonly keepMappingByIds: boolean | null;
  readonly interceptions: readonly Interception[];
  /** In the order of the file. */
  readonly adopted: readonly AdoptedFacts[];
  readonly changesDataStructure: boolean;
  readonly dataStructureChanges: readonly DataStructureChange[];
  readonly roleRights: readonly RoleRightsFacts[];
  readonly integrity: IntegrityFacts;
  /** Bytes of the opaque record of `configinfo`. */
  readonly supportBlobBytes: number;
}

/** A whole configuration (`.cf`). */
export interface ConfigurationFacts extends RootFacts {
  readonly type: 'Configuration';
}

/** A form of an external data processor or report. */
export interface ExternalFormFacts {
  readonly name: string;
  readonly uuid: string;
  readonly formKind: 'managed' | 'ordinary';
  /** First numbers of a managed form's body, which tell its format. */
  readonly outer: string;
  readonly marker: string;
  readonly moduleCharacters: number;
}

/** An external data processor (`.epf`) or report (`.erf`). It has no version and no vendor of its own. */
export interface ExternalObjectFacts extends FileFacts {
  readonly type: 'ExternalDataProcessor' | 'ExternalReport';
  readonly objectTypeId: string;
  readonly objectValueId: string;
  /** Version of the metadata header, 0 to 3. */
  readonly headerVersion: number;
  readonly forms: readonly ExternalFormFacts[];
  readonly templates: readonly { readonly name: string; readonly uuid: string }[];
  readonly attributes: readonly string[];
  readonly tabularSections: readonly string[];
  /** Name of the default form, empty when there is none. */
  readonly defaultForm: string;
  readonly objectModule: boolean;
}

/** What a file of the 1C platform tells about itself, by its type. The file's extension is never trusted. */
export type V8Facts = ExtensionFacts | ConfigurationFacts | ExternalObjectFacts;
