import type { ModuleSign } from './module-sign.ts';
import type { LocalizedText } from './text.ts';

/** How to move from an older module to an extension (`extensions/<id>/migrate/<from>/migration.yaml`). */
export interface Migration {
  /** Folder name: `[a-z0-9-]{2,64}`. */
  readonly from: string;
  /** Name of the old module, as its users know it. */
  readonly title: LocalizedText;
  /** The old module is there when any of these is. */
  readonly recognize: readonly ModuleSign[];
  /** Ways to move, the recommended one first. */
  readonly scenarios: readonly Scenario[];
  /** What is not carried over, told before anything begins. */
  readonly limits: readonly MigrationLimit[];
  /** Identifiers that are carried over. */
  readonly mappings: readonly IdentifierMapping[];
}

/** One way to move: steps in the order in which they are done. */
export interface Scenario {
  readonly id: string;
  readonly title: LocalizedText;
  /** For whom it is, in a sentence or two. */
  readonly summary: LocalizedText;
  readonly steps: readonly MigrationStep[];
}

/** What kinds of step there are; the installer does `install`, `unload` and `load`, a person the others. */
export const STEP_KINDS = [
  /** Make a copy of the infobase; later steps may happen there. */
  'copy-infobase',
  /** Back the infobase up. */
  'archive',
  'remove-module',
  'install',
  /** Unload identifiers to a file. */
  'unload',
  /** Load identifiers from a file. */
  'load',
  'configure',
  'check',
] as const;

/** One of `STEP_KINDS`. */
export type StepKind = (typeof STEP_KINDS)[number];

/** Infobase in which a step happens. */
export type StepPlace = 'working' | 'copy';

/** Who may do a step: somebody with full rights, any user, or the vendor's specialist. */
export type StepPerformer = 'administrator' | 'user' | 'vendor';

/** One step of a scenario. */
export interface MigrationStep {
  readonly id: string;
  readonly kind: StepKind;
  readonly title: LocalizedText;
  readonly where: StepPlace;
  readonly who: StepPerformer;
  /** Steps that must be done before; all of the same scenario and earlier in it. */
  readonly needs: readonly string[];
  /** What the installer can verify by itself once the step is said to be done. Absent: it believes the person. */
  readonly verify?: StepVerification;
  /** What to do when it fails. */
  readonly onFailure: LocalizedText;
  /** Mapping of `unload` and `load`. */
  readonly mapping?: string;
}

/** What can be seen in the infobase itself. */
export type StepVerification =
  'module-absent' | 'module-present' | 'extension-installed' | 'identifiers-loaded';

/** Something that is not carried over. */
export interface MigrationLimit {
  readonly id: string;
  /** What is lost. */
  readonly what: LocalizedText;
  /** What that means for old documents and daily work. */
  readonly consequence: LocalizedText;
}

/** Types of the values that travel. A reference travels as the full name of its table and its UUID. */
export const FIELD_TYPES = ['reference', 'string', 'number', 'boolean', 'date'] as const;

/** One of `FIELD_TYPES`. */
export type FieldType = (typeof FIELD_TYPES)[number];

/** One field of a row that travels. */
export interface IdentifierField {
  /** Name in the file: `[a-z][A-Za-z0-9]*`. */
  readonly name: string;
  readonly type: FieldType;
  /** Part of the key: two rows with equal keys are the same identifier. */
  readonly key: boolean;
}

/** Where identifiers are stored. */
export const STORE_KINDS = ['informationRegister', 'catalog', 'additionalAttribute'] as const;

/** One of `STORE_KINDS`. */
export type StoreKind = (typeof STORE_KINDS)[number];

/** A table of an infobase, and which of its columns holds which field. */
export interface IdentifierStore {
  readonly kind: StoreKind;
  /** Name of the register or catalogue; of the additional attribute (БСП) otherwise. */
  readonly name: string;
  /** Table whose objects carry the additional attribute, `Справочник.Контрагенты`. */
  readonly owner?: string;
  /** Column by name of the field. */
  readonly columns: Readonly<Record<string, string>>;
}

/** What happens to an identifier that the target has already with another value. */
export type ExistingRule = 'keep' | 'replace' | 'report';

/** Which stored identifiers go where. */
export interface IdentifierMapping {
  readonly id: string;
  /** Raised when fields change their meaning: files of another revision are refused. */
  readonly revision: number;
  readonly title: LocalizedText;
  readonly fields: readonly IdentifierField[];
  readonly source: IdentifierStore;
  readonly target: IdentifierStore;
  readonly existing: ExistingRule;
}
