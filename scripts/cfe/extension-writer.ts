import { compareText } from '../model/problem.ts';
import { canonicalBraceText, quotedText } from './brace-writer.ts';
import { compatibilityCode } from './compatibility-mode.ts';
import { CONFIGINFO } from './configinfo.ts';
import { writeContainer, writeNestedContainer, type EntryToWrite } from './container-writer.ts';
import { deflateRaw } from './deflate.ts';
import { guidFrom } from './deterministic-guid.ts';
import { entryTimeUnits } from './entry-time.ts';
import type { ExtensionDescription, ObjectDescription } from './extension-description.ts';
import { NIL_GUID } from './guid.ts';
import { headerText } from './header-text.ts';
import { KINDS } from './kinds.ts';
import { objectDescriptor } from './object-descriptor.ts';
import { rootText } from './root-text.ts';
import { sha1Base64 } from './sha1.ts';

/**
 * Writes a `.cfe` from a description, deterministically: the same description gives the same bytes. The records are
 * shaped like those of the platform (properties tuple of version 67), but no 1C platform has loaded one of these files
 * yet: they are for demonstration and tests.
 */
export async function writeExtension(description: ExtensionDescription): Promise<Uint8Array<ArrayBuffer>> {
  const units = entryTimeUnits(Date.parse(`${description.written}Z`));
  const entries = [...elementsOf(description, units)]
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, bytes]) => ({ name, created: units, modified: units, stored: deflateRaw(bytes) }));
  const configinfo = await configinfoText(description, entries);
  const last = {
    name: CONFIGINFO,
    created: units,
    modified: units,
    stored: deflateRaw(withMark(configinfo)),
  };
  return writeContainer([...entries, last]);
}

/** Uuid of an object; an extension's objects keep theirs from release to release. */
const uuidOf = ({ name }: ExtensionDescription, object: Pick<ObjectDescription, 'kind' | 'name'>): string =>
  guidFrom(seedOf(name, object));

const seedOf = (extension: string, { kind, name }: Pick<ObjectDescription, 'kind' | 'name'>): string =>
  `${extension}/${kind}.${name}`;

const rootUuidOf = ({ name }: ExtensionDescription): string => guidFrom(`${name}/root`);

function elementsOf(description: ExtensionDescription, units: number): Map<string, Uint8Array> {
  const elements = new Map<string, Uint8Array>();
  const languageUuid = guidFrom(`${description.name}/Language.${description.language.name}`);
  elements.set(rootUuidOf(description), withMark(rootOf(description, languageUuid)));
  elements.set(languageUuid, withMark(languageOf(description, languageUuid)));
  for (const object of description.objects) {
    const uuid = uuidOf(description, object);
    elements.set(uuid, withMark(objectDescriptor(object, seedOf(description.name, object))));
    for (const [suffix, text] of modulesOf(object))
      elements.set(`${uuid}.${suffix}`, moduleContainer(text, units));
  }
  return elements;
}

function rootOf(description: ExtensionDescription, languageUuid: string): string {
  const byKind = Map.groupBy(description.objects, ({ kind }) => kind);
  const families = new Map<string, readonly string[]>();
  for (const [guid, { name }] of KINDS) {
    const own = [...byKind].flatMap(([kind, objects]) => (kind === name ? objects : []));
    families.set(
      guid,
      name === 'Language' ? [languageUuid] : own.map((object) => uuidOf(description, object)),
    );
  }
  return rootText({
    description,
    rootUuid: rootUuidOf(description),
    headerUuid: guidFrom(`${description.name}/header`),
    languageUuid,
    defaultRoleUuids: description.defaultRoles.map((name) => uuidOf(description, { kind: 'Role', name })),
    families,
  });
}

function languageOf({ language }: ExtensionDescription, uuid: string): string {
  // A language bound to one configuration would keep the extension from attaching in every other.
  const base = language.extends ?? NIL_GUID;
  const controlled = ['9595ddd6-e72c-47ad-a156-672db811628c,2', '4b2a2bcf-a845-41ba-a03d-05b09a2c6c11,2'];
  return `{1,{0,${headerText({ uuid, name: language.name, extends: base, controlled })},${quotedText(language.code)}},0}`;
}

/** Module texts by the suffix of their element. */
function modulesOf(object: ObjectDescription): readonly (readonly [suffix: string, text: string])[] {
  const suffixes = [...KINDS.values()].find(({ name }) => name === object.kind)?.modules ?? [];
  return suffixes.flatMap(([suffix, module]) => {
    const text = moduleTexts(object).get(module);
    return text === undefined ? [] : [[suffix, text] as const];
  });
}

function moduleTexts(object: ObjectDescription): ReadonlyMap<string, string | undefined> {
  switch (object.kind) {
    case 'Role':
      return new Map();
    case 'CommonModule':
    case 'HTTPService':
      return new Map([['Module', object.text]]);
    case 'InformationRegister':
      return new Map([
        ['RecordSetModule', object.recordSetModule],
        ['ManagerModule', object.managerModule],
      ]);
    case 'Catalog':
    case 'Document':
    case 'DataProcessor':
      return new Map([
        ['ObjectModule', object.objectModule],
        ['ManagerModule', object.managerModule],
      ]);
  }
}

/** Module container: a record that is the same in all files, and the text with CR LF. Padding is zero. */
function moduleContainer(text: string, units: number): Uint8Array {
  const entry = (name: string, content: string): EntryToWrite => ({
    name,
    created: units,
    modified: units,
    stored: new TextEncoder().encode(`\ufeff${content}`),
  });
  return writeNestedContainer([
    entry('info', '{3,1,0,"",0}'),
    entry('text', text.replaceAll(/\r?\n/g, '\r\n')),
  ]);
}

const withMark = (text: string): Uint8Array => new TextEncoder().encode(`\ufeff${canonicalBraceText(text)}`);

/** `configinfo`: storage version, root, and the SHA-1 of every other element as stored. */
async function configinfoText(
  description: ExtensionDescription,
  entries: readonly EntryToWrite[],
): Promise<string> {
  const code = compatibilityCode(description.compatibilityMode) ?? '0';
  const lines = await Promise.all(
    entries.map(async ({ name, stored }) => `${quotedText(name)},${await sha1Base64(stored)}`),
  );
  return `{0,{216,0,{${code},0}}},{2,${rootUuidOf(description)},},{${[entries.length, ...lines].join(',')}}`;
}
