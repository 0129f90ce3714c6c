import type { Purpose } from '../model/passport.ts';
import { atomAt, listAt, nodeAt, numberAt, quotedAt, type BraceList, type BraceNode } from './brace-node.ts';
import { compatibilityMode } from './compatibility-mode.ts';
import type { ExtensionFacts, RootFacts } from './facts.ts';
import { localizedMap } from './localized-map.ts';
import type { WarningLog } from './warning.ts';
import { writerOf } from './writer.ts';

/** Places of members in the properties tuple. New platforms only append members. */
const MEMBER = {
  header: 1,
  scriptVariant: 3,
  detailedDescription: 4,
  briefDescription: 5,
  copyright: 6,
  vendorAddress: 7,
  configurationAddress: 8,
  vendor: 14,
  version: 15,
  updateCatalog: 16,
  defaultRunMode: 21,
  compatibilityMode: 26,
  interfaceCompatibilityMode: 38,
  defaultRoles: 39,
  prefix: 42,
  extensionCompatibilityMode: 43,
  purpose: 44,
  keepMappingByIds: 49,
} as const;

const RUN_MODES = ['OrdinaryApplication', 'ManagedApplication', 'Auto'];
const INTERFACE_MODES = ['Version8_2', 'Version8_2EnableTaxi', 'TaxiEnableVersion8_2', 'Taxi'];

/** The properties that extensions and configurations have alike. */
export type RootProperties = Pick<
  RootFacts,
  | 'version'
  | 'vendor'
  | 'compatibilityMode'
  | 'writer'
  | 'scriptVariant'
  | 'detailedDescription'
  | 'briefDescription'
  | 'copyright'
  | 'vendorAddress'
  | 'configurationAddress'
  | 'updateCatalog'
  | 'defaultRunMode'
  | 'interfaceCompatibilityMode'
>;

/** Reads the members that extensions and configurations have alike; an absent text is empty. */
export function rootProperties(properties: BraceList, log: WarningLog): RootProperties {
  const text = (member: number): string => quotedAt(properties, member) ?? '';
  const localized = (member: number): ReturnType<typeof localizedMap> =>
    localizedMap(properties[member], log);
  return {
    version: text(MEMBER.version),
    vendor: text(MEMBER.vendor),
    compatibilityMode: modeAt(properties, MEMBER.compatibilityMode, log),
    writer: writerOf(properties),
    scriptVariant: atomAt(properties, MEMBER.scriptVariant) === '0' ? 'English' : 'Russian',
    detailedDescription: localized(MEMBER.detailedDescription),
    briefDescription: localized(MEMBER.briefDescription),
    copyright: localized(MEMBER.copyright),
    vendorAddress: localized(MEMBER.vendorAddress),
    configurationAddress: localized(MEMBER.configurationAddress),
    updateCatalog: text(MEMBER.updateCatalog),
    defaultRunMode: namedAt(properties, MEMBER.defaultRunMode, RUN_MODES),
    interfaceCompatibilityMode: namedAt(properties, MEMBER.interfaceCompatibilityMode, INTERFACE_MODES),
  };
}

/** The header of the extension or configuration as an object: name, synonym, comment. */
export const rootHeader = (properties: BraceList): BraceNode | undefined => nodeAt(properties, MEMBER.header);

/** Uuids of the default roles: a list, or one role in files of 8.2. */
export function defaultRoleUuids(properties: BraceList): readonly string[] {
  return listAt(properties, MEMBER.defaultRoles)
    .slice(2)
    .map((role) => atomAt(role, 2, 1))
    .filter((uuid) => uuid !== '');
}

/** What only extensions have. */
export type ExtensionProperties = Pick<
  ExtensionFacts,
  'prefix' | 'purpose' | 'extensionCompatibilityMode' | 'keepMappingByIds'
>;

const PURPOSES: readonly Purpose[] = ['Patch', 'Customization', 'AddOn'];

/** Reads the members that only extensions have. */
export function extensionProperties(properties: BraceList, log: WarningLog): ExtensionProperties {
  const purpose = PURPOSES[numberAt(properties, MEMBER.purpose) ?? -1];
  if (purpose === undefined) log.add('purpose-unknown', { code: atomAt(properties, MEMBER.purpose) });
  const keep = atomAt(properties, MEMBER.keepMappingByIds);
  return {
    prefix: quotedAt(properties, MEMBER.prefix) ?? '',
    purpose: purpose ?? 'Customization',
    extensionCompatibilityMode: modeAt(properties, MEMBER.extensionCompatibilityMode, log),
    keepMappingByIds: keep === '0' || keep === '1' ? keep === '1' : null,
  };
}

function modeAt(properties: BraceList, member: number, log: WarningLog): string {
  const code = atomAt(properties, member);
  if (code === '') return '';
  const mode = compatibilityMode(code);
  if (mode.startsWith('raw:')) log.add('compatibility-mode-unknown', { code });
  return mode;
}

function namedAt(properties: BraceList, member: number, names: readonly string[]): string {
  const code = atomAt(properties, member);
  return code === '' ? '' : (names[Number(code)] ?? `code:${code}`);
}
