import type { Purpose } from '../model/passport.ts';
import type { LocalizedMap } from './facts.ts';

/** What every object of a described extension has. */
interface ObjectHead {
  readonly name: string;
  readonly synonym?: LocalizedMap;
  /** Uuid of the configuration's object that this one extends; an own object has none. */
  readonly extends?: string;
}

/** A role without rights of its own: it grants nothing until somebody sets it up. */
export interface RoleDescription extends ObjectHead {
  readonly kind: 'Role';
}

/** Where a common module runs. */
export type ModuleContext = 'server' | 'client' | 'clientServer' | 'serverCall';

/** A common module with its text. */
export interface CommonModuleDescription extends ObjectHead {
  readonly kind: 'CommonModule';
  readonly context: ModuleContext;
  readonly text: string;
}

/** An attribute, dimension or resource; the type is brace text, for example `{"S",50,1}`. */
export interface FieldDescription {
  readonly name: string;
  readonly synonym?: LocalizedMap;
  readonly type: string;
}

/** A catalog, document or data processor. */
export interface OwnerDescription extends ObjectHead {
  readonly kind: 'Catalog' | 'Document' | 'DataProcessor';
  readonly objectModule?: string;
  readonly managerModule?: string;
}

/** An information register. */
export interface InformationRegisterDescription extends ObjectHead {
  readonly kind: 'InformationRegister';
  readonly dimensions: readonly FieldDescription[];
  readonly resources: readonly FieldDescription[];
  readonly recordSetModule?: string;
  readonly managerModule?: string;
}

/** An HTTP service with its routes and the module that answers. */
export interface HttpServiceDescription extends ObjectHead {
  readonly kind: 'HTTPService';
  readonly rootUrl: string;
  readonly templates: readonly HttpTemplateDescription[];
  readonly text: string;
}

/** A URL template; `handlers` names a function of the module for each method. */
export interface HttpTemplateDescription {
  readonly name: string;
  readonly template: string;
  readonly handlers: Readonly<Partial<Record<'DELETE' | 'GET' | 'PATCH' | 'POST' | 'PUT', string>>>;
}

/** An object of a described extension. */
export type ObjectDescription =
  | RoleDescription
  | CommonModuleDescription
  | OwnerDescription
  | InformationRegisterDescription
  | HttpServiceDescription;

/** An extension to write. */
export interface ExtensionDescription {
  readonly name: string;
  readonly synonym: LocalizedMap;
  readonly comment: string;
  readonly vendor: string;
  readonly version: string;
  readonly prefix: string;
  readonly purpose: Purpose;
  /** Compatibility mode of the configuration, as dumps spell it (`Version8_3_20`). */
  readonly compatibilityMode: string;
  readonly extensionCompatibilityMode: string;
  /** Wall clock of writing, ISO without zone: `2026-01-15T10:00:00`. */
  readonly written: string;
  /** The adopted language: `{name: 'Русский', code: 'ru'}`; bound to no configuration where `extends` is absent. */
  readonly language: { readonly name: string; readonly code: string; readonly extends?: string };
  /** Names of described roles that everybody gets. */
  readonly defaultRoles: readonly string[];
  readonly objects: readonly ObjectDescription[];
}
