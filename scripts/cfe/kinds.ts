/** A kind of metadata objects at the top level. */
export interface Kind {
  /** As dumps spell it. */
  readonly name: string;
  /** Modules of an object by the suffix of their element `<uuid>.<suffix>`. */
  readonly modules: readonly (readonly [suffix: string, module: string])[];
}

type KindRow = readonly [guid: string, name: string, ...modules: `${string} ${string}`[]];

/**
 * Kinds by the GUID of their family, and the suffixes of their modules. Families: all seen in real files. Suffixes:
 * those of common modules, services, catalogs, documents, data processors, reports and three kinds of registers stand
 * in platform-written dumps; the rest is what v8unpack (saby) and ibcmd-rs use.
 */
const ROWS: readonly KindRow[] = [
  ['9cd510ce-abfc-11d4-9434-004095e12fc7', 'Language'],
  ['0fe48980-252d-11d6-a3c7-0050bae0a776', 'CommonModule', '0 Module'],
  ['0fffc09c-8f4c-47cc-b41c-8d5c5a221d79', 'HTTPService', '0 Module'],
  ['09736b02-9cac-4e3f-b4f7-d3e9576ab948', 'Role'],
  ['37f2fa9a-b276-11d4-9435-004095e12fc7', 'Subsystem'],
  ['8657032e-7740-4e1d-a3ba-5dd6e8afb78f', 'WebService', '0 Module'],
  ['d26096fb-7a5d-4df9-af63-47d04771fa9b', 'WSReference'],
  ['bf3420b0-f6f9-41a0-b83a-fe9d4ab0b65d', 'IntegrationService', '0 Module'],
  ['11bdaf85-d5ad-4d91-bb24-aa0eee139052', 'ScheduledJob'],
  ['4e828da6-0f44-4b5b-b1c0-a2b3cfe7bdcc', 'EventSubscription'],
  ['24c43748-c938-45d0-8d14-01424a72b11e', 'SessionParameter'],
  ['c045099e-13b9-4fb6-9d50-fca00202971e', 'DefinedType'],
  ['15794563-ccec-41f6-a83c-ec5f7b9a5bc1', 'CommonAttribute'],
  ['857c4a91-e5f4-4fac-86ec-787626f1c108', 'ExchangePlan', '2 ObjectModule', '3 ManagerModule'],
  ['3e7bfcc0-067d-11d6-a3c7-0050bae0a776', 'FilterCriterion'],
  ['af547940-3268-434f-a3e7-e47d6d2638c3', 'FunctionalOption'],
  ['30d554db-541e-4f62-8970-a1c6dcfeb2bc', 'FunctionalOptionsParameter'],
  ['46b4cd97-fd13-4eaa-aba2-3bddd7699218', 'SettingsStorage', '8 ManagerModule'],
  ['7dcd43d9-aca5-4926-b549-1842e6a4e8cf', 'CommonPicture'],
  ['0c89c792-16c3-11d5-b96b-0050bae0a95d', 'CommonTemplate'],
  ['cc9df798-7c94-4616-97d2-7aa0b7bc515e', 'XDTOPackage'],
  ['58848766-36ea-4076-8800-e91eb49590d7', 'StyleItem'],
  ['3e5404af-6ef8-4c73-ad11-91bd2dfac4c8', 'Style'],
  ['39bddf6a-0c3c-452b-921c-d99cfa1c2f1b', 'Interface'],
  ['6e6dc072-b7ac-41e7-8f88-278d25b6da2a', 'Bot', '1 Module'],
  ['a7641777-7813-45c6-96ef-9d51587a6ac6', 'WebSocketClient'],
  ['102f6202-43fa-40b0-8898-acd3876daacb', 'PaletteColor'],
  ['cf4abea6-37b2-11d4-940f-008048da11f9', 'Catalog', '0 ObjectModule', '3 ManagerModule'],
  ['061d872a-5787-460e-95ac-ed74ea3a3e84', 'Document', '0 ObjectModule', '2 ManagerModule'],
  ['bf845118-327b-4682-b5c6-285d2a0eb296', 'DataProcessor', '0 ObjectModule', '2 ManagerModule'],
  ['631b75a0-29e2-11d6-a3c7-0050bae0a776', 'Report', '0 ObjectModule', '2 ManagerModule'],
  ['f6a80749-5ad7-400b-8519-39dc5dff2542', 'Enum', '0 ManagerModule'],
  ['0195e80c-b157-11d4-9435-004095e12fc7', 'Constant', '0 ValueManagerModule', '1 ManagerModule'],
  ['13134201-f60b-11d5-a3c7-0050bae0a776', 'InformationRegister', '1 RecordSetModule', '2 ManagerModule'],
  ['b64d9a40-1642-11d6-a3c7-0050bae0a776', 'AccumulationRegister', '1 RecordSetModule', '2 ManagerModule'],
  ['07ee8426-87f1-11d5-b99c-0050bae0a95d', 'CommonForm'],
  ['2f1a5187-fb0e-4b05-9489-dc5dd6412348', 'CommonCommand', '2 CommandModule'],
  ['1c57eabe-7349-44b3-b1de-ebfeab67b47d', 'CommandGroup'],
  ['4612bd75-71b7-4a5c-8cc5-2b0b65f9fa0d', 'DocumentJournal', '1 ManagerModule'],
  ['36a8e346-9aaa-4af9-bdbd-83be3c177977', 'DocumentNumerator'],
  ['bc587f20-35d9-11d6-a3c7-0050bae0a776', 'Sequence', '0 RecordSetModule'],
  [
    '82a1b659-b220-4d94-a9bd-14d757b95a48',
    'ChartOfCharacteristicTypes',
    '15 ObjectModule',
    '16 ManagerModule',
  ],
  ['238e7e88-3c5f-48b2-8a3b-81ebbecb20ed', 'ChartOfAccounts', '14 ObjectModule', '15 ManagerModule'],
  ['2deed9b8-0056-4ffe-a473-c20a6c32a0bc', 'AccountingRegister', '6 RecordSetModule', '7 ManagerModule'],
  ['30b100d6-b29f-47ac-aec7-cb8ca8a54767', 'ChartOfCalculationTypes', '0 ObjectModule', '3 ManagerModule'],
  ['f2de87a8-64e5-45eb-a22d-b3aedab050e7', 'CalculationRegister', '1 RecordSetModule', '2 ManagerModule'],
  ['3e63355c-1378-4953-be9b-1deb5fb6bec5', 'Task', '6 ObjectModule', '7 ManagerModule'],
  ['fcd3404e-1523-48ce-9bc0-ecdb822684a1', 'BusinessProcess', '6 ObjectModule', '8 ManagerModule'],
  ['5274d9fc-9c3a-4a71-8f5e-a0db8ab23de5', 'ExternalDataSource'],
];

/** All known kinds by the GUID of their family. */
export const KINDS: ReadonlyMap<string, Kind> = new Map(
  ROWS.map(([guid, name, ...modules]) => [guid, { name, modules: modules.map(suffixAndModule) }]),
);

function suffixAndModule(text: string): readonly [suffix: string, module: string] {
  const [suffix = '', module = ''] = text.split(' ');
  return [suffix, module];
}

/**
 * Modules of an extension or configuration as a whole, by the suffix of their element. The uuid in front is the one
 * of the metadata header, not the root's.
 */
export const CONFIGURATION_MODULES: Kind['modules'] = [
  ['0', 'OrdinaryApplicationModule'],
  ['5', 'ExternalConnectionModule'],
  ['6', 'ManagedApplicationModule'],
  ['7', 'SessionModule'],
];
