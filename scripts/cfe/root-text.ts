import { quotedText } from './brace-writer.ts';
import { compatibilityCode } from './compatibility-mode.ts';
import type { ExtensionDescription } from './extension-description.ts';
import { guidFrom } from './deterministic-guid.ts';
import { NIL_GUID } from './guid.ts';
import { headerText, localizedText } from './header-text.ts';

/** Objects of the extension, as the root descriptor lists them. */
export interface RootToWrite {
  readonly description: ExtensionDescription;
  readonly rootUuid: string;
  readonly headerUuid: string;
  readonly languageUuid: string;
  readonly defaultRoleUuids: readonly string[];
  /** Uuids by the GUID of their family. */
  readonly families: ReadonlyMap<string, readonly string[]>;
}

/** Kinds of the first group, by GUID, in the order of the platform. */
const CONFIGURATION_FAMILIES = [
  '09736b02-9cac-4e3f-b4f7-d3e9576ab948',
  '0c89c792-16c3-11d5-b96b-0050bae0a95d',
  '0fe48980-252d-11d6-a3c7-0050bae0a776',
  '0fffc09c-8f4c-47cc-b41c-8d5c5a221d79',
  '11bdaf85-d5ad-4d91-bb24-aa0eee139052',
  '15794563-ccec-41f6-a83c-ec5f7b9a5bc1',
  '24c43748-c938-45d0-8d14-01424a72b11e',
  '30d554db-541e-4f62-8970-a1c6dcfeb2bc',
  '37f2fa9a-b276-11d4-9435-004095e12fc7',
  '39bddf6a-0c3c-452b-921c-d99cfa1c2f1b',
  '3e5404af-6ef8-4c73-ad11-91bd2dfac4c8',
  '3e7bfcc0-067d-11d6-a3c7-0050bae0a776',
  '46b4cd97-fd13-4eaa-aba2-3bddd7699218',
  '4e828da6-0f44-4b5b-b1c0-a2b3cfe7bdcc',
  '58848766-36ea-4076-8800-e91eb49590d7',
  '6e6dc072-b7ac-41e7-8f88-278d25b6da2a',
  '7dcd43d9-aca5-4926-b549-1842e6a4e8cf',
  '857c4a91-e5f4-4fac-86ec-787626f1c108',
  '8657032e-7740-4e1d-a3ba-5dd6e8afb78f',
  '9cd510ce-abfc-11d4-9434-004095e12fc7',
  'af547940-3268-434f-a3e7-e47d6d2638c3',
  'c045099e-13b9-4fb6-9d50-fca00202971e',
  'cc9df798-7c94-4616-97d2-7aa0b7bc515e',
  'd26096fb-7a5d-4df9-af63-47d04771fa9b',
];

/** Kinds of the second group. */
const APPLIED_FAMILIES = [
  '0195e80c-b157-11d4-9435-004095e12fc7',
  '061d872a-5787-460e-95ac-ed74ea3a3e84',
  '07ee8426-87f1-11d5-b99c-0050bae0a95d',
  '13134201-f60b-11d5-a3c7-0050bae0a776',
  '1c57eabe-7349-44b3-b1de-ebfeab67b47d',
  '2f1a5187-fb0e-4b05-9489-dc5dd6412348',
  '36a8e346-9aaa-4af9-bdbd-83be3c177977',
  '4612bd75-71b7-4a5c-8cc5-2b0b65f9fa0d',
  '631b75a0-29e2-11d6-a3c7-0050bae0a776',
  '82a1b659-b220-4d94-a9bd-14d757b95a48',
  'b64d9a40-1642-11d6-a3c7-0050bae0a776',
  'bc587f20-35d9-11d6-a3c7-0050bae0a776',
  'bf845118-327b-4682-b5c6-285d2a0eb296',
  'cf4abea6-37b2-11d4-940f-008048da11f9',
  'f6a80749-5ad7-400b-8519-39dc5dff2542',
];

/** The root descriptor of an extension: properties tuple of version 67 and seven groups of families. */
export function rootText(root: RootToWrite): string {
  const id = (part: string): string => guidFrom(`${root.rootUuid}/${part}`);
  const families = (guids: readonly string[]): string =>
    [guids.length, ...guids.map((guid) => familyText(guid, root.families.get(guid) ?? []))].join(',');
  const groups = [
    `{9cd510cd-abfc-11d4-9434-004095e12fc7,{1,${propertiesText(root)},${families(CONFIGURATION_FAMILIES)}}}`,
    `{9fcd25a0-4822-11d4-9414-008048da11f9,{6,{1,{{1,0,${id('main')}},${NIL_GUID}},${families(APPLIED_FAMILIES)}}}}`,
    `{e3687481-0a87-462c-a166-9f34594f9bba,{1,{0,{1,0,${id('accounting')}}},2,{238e7e88-3c5f-48b2-8a3b-81ebbecb20ed,0},{2deed9b8-0056-4ffe-a473-c20a6c32a0bc,0}}}`,
    `{9de14907-ec23-4a07-96f0-85521cb6b53b,{1,{{1,0,${id('calculation')}}},2,{30b100d6-b29f-47ac-aec7-cb8ca8a54767,0},{f2de87a8-64e5-45eb-a22d-b3aedab050e7,0}}}`,
    `{51f2d5d8-ea4d-4064-8892-82951750031e,{1,{0,{1,0,${id('processes')}}},2,{3e63355c-1378-4953-be9b-1deb5fb6bec5,0},{fcd3404e-1523-48ce-9bc0-ecdb822684a1,0}}}`,
    `{e68182ea-4237-4383-967f-90c1e3370bc7,{1,{{1,0,${id('sources')}}},1,{5274d9fc-9c3a-4a71-8f5e-a0db8ab23de5,0}}}`,
    `{fb282519-d103-4dd3-bc12-cb271d631dfc,{1,{{1,0,${id('integration')}}},1,{bf3420b0-f6f9-41a0-b83a-fe9d4ab0b65d,0}}}`,
  ];
  return `{2,{${root.rootUuid}},${groups.length},${groups.join(',')},{{0,"",""}}}`;
}

const familyText = (guid: string, uuids: readonly string[]): string =>
  `{${[guid, uuids.length, ...uuids].join(',')}}`;

/** Properties that the extension itself, as an adopted configuration, has recorded (2) or changed (3). */
const CONTROLLED = [
  'da648ef9-2f12-418f-8e2f-8956bc10a66f,2',
  '7f676314-716a-4d54-8335-a71a3857b21c,3',
  '9dfcabbf-6a7a-48aa-8721-df5e78b367c6,3',
  '15e3462b-bc9b-40cd-9d9f-dc0922f84560,2',
  'c6c6cdec-9de1-431f-b17a-e442eebf86c1,2',
  'cbd1f1ed-72d3-4da3-bd02-c643d9595b7d,2',
  '6a447e3f-d9d7-4c97-a239-87e3fe6d8055,3',
];

const PURPOSE_CODES = { Patch: 0, Customization: 1, AddOn: 2 } as const;

/** Mobile features that are on in an extension made by the Designer. */
const MOBILE_FEATURES = 'e4c53f94-e5f7-4a34-8c10-218bd811cae1';
const PERMISSIONS = [
  28, 25, 30, 24, 22, 21, 19, 18, 17, 12, 27, 10, 31, 26, 9, 8, 7, 20, 29, 16, 6, 5, 3, 2, 11, 23, 1,
];
const PERMISSIONS_ON = new Set([28, 29]);

function propertiesText({ description, headerUuid, languageUuid, defaultRoleUuids }: RootToWrite): string {
  const { name, synonym, comment, vendor, version, prefix, purpose } = description;
  const header = headerText({
    uuid: headerUuid,
    name,
    synonym,
    comment,
    extends: NIL_GUID,
    controlled: CONTROLLED,
  });
  const mode = compatibilityCode(description.compatibilityMode) ?? '0';
  const extensionMode = compatibilityCode(description.extensionCompatibilityMode) ?? mode;
  const none = localizedText({});
  const nils = (count: number): string => Array<string>(count).fill(NIL_GUID).join(',');
  return (
    `{67,{0,${header}},"",1,${[none, none, none, none, none].join(',')},${NIL_GUID},${languageUuid},` +
    `${defaultRoleUuids[0] ?? NIL_GUID},${NIL_GUID},0,${quotedText(vendor)},${quotedText(version)},"",1,{0,0},1,{0,0},1,` +
    `${nils(4)},${mode},{0,0},0,0,${nils(3)},{1,{"#",1708fdaa-cbce-4289-b373-07a5a74bee91,1}},${nils(2)},2,${NIL_GUID},2,` +
    `${rolesText(defaultRoleUuids)},${permissionsText()},2,${quotedText(prefix)},${extensionMode},` +
    `${PURPOSE_CODES[purpose]},0,${nils(3)},1,${NIL_GUID},${featuresText()},{0,0},${functionsText()},{0},${NIL_GUID},"",0,1,{0}}`
  );
}

const rolesText = (uuids: readonly string[]): string =>
  `{${[0, uuids.length, ...uuids.map((uuid) => `{"#",157fa490-4ce9-11d4-9415-008048da11f9,{1,${uuid}}}`)].join(',')}}`;

function permissionsText(): string {
  const permissions = PERMISSIONS.map(
    (code) => `{{"#",${MOBILE_FEATURES},${code}},{"B",${PERMISSIONS_ON.has(code) ? 1 : 0}}}`,
  );
  return `{${[permissions.length, ...permissions].join(',')}}`;
}

/** Codes 1 to 38 but for the gaps of the platform. */
function featuresText(): string {
  const gaps = new Set([4, 13, 14, 15]);
  const codes = Array.from({ length: 38 }, (_, index) => index + 1).filter((code) => !gaps.has(code));
  return `{${[2, codes.length, ...codes.map((code) => `{${code},${code === 28 || code === 29 ? 1 : 0},0}`)].join(',')}}`;
}

/** Codes 0 to 41 but for the gap of the platform. */
function functionsText(): string {
  const codes = Array.from({ length: 42 }, (_, code) => code).filter((code) => code < 28 || code > 31);
  return `{${[2, codes.length, ...codes.map((code) => `{${code},${code === 0 || code === 25 ? 1 : 0}}`), 0].join(',')}}`;
}
