import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import {
  writeContainer,
  writeNestedContainer,
  type ContainerLayout,
  type EntryToWrite,
} from '../../scripts/cfe/container-writer.ts';
import { quotedText } from '../../scripts/cfe/brace-writer.ts';
import { NIL_GUID } from '../../scripts/cfe/guid.ts';

/** Time of all entries that tests write: 2026-01-15T10:20:30. */
const UNITS = 639_040_548_300_000;

/** Text with a byte order mark, as the platform stores it. */
export const marked = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`);

/** An entry of a container with bytes as they are to stand in it. */
export const stored = (name: string, bytes: Uint8Array): EntryToWrite => ({
  name,
  created: UNITS,
  modified: UNITS,
  stored: bytes,
});

/** An element of an outer container: text gets a byte order mark, everything is deflated. */
export const element = (name: string, content: string | Uint8Array): EntryToWrite =>
  stored(name, deflateRawSync(typeof content === 'string' ? marked(content) : content));

/** A module container. */
export const moduleOf = (text: string): Uint8Array =>
  writeNestedContainer([stored('info', marked('{3,1,0,"",0}')), stored('text', marked(text))]);

/** A GUID for tests: the number in its last digits. */
export const guid = (number: number): string =>
  `00000000-0000-8000-8000-${number.toString(16).padStart(12, '0')}`;

/** A metadata header of version 3: own, or adopted with the uuid that it extends. */
export function header(
  uuid: string,
  name: string,
  adopted?: { extends?: string; controlled?: readonly string[] },
): string {
  const controlled = adopted?.controlled ?? [];
  const adoption = [
    adopted === undefined ? 0 : 1,
    controlled.length,
    ...controlled,
    adopted?.extends ?? NIL_GUID,
    0,
  ];
  return `{3,{1,0,${uuid}},${quotedText(name)},{0},"",${adoption.join(',')}}`;
}

/** What an extension of the tests holds. */
export interface BuiltExtension {
  /** Uuids of objects by the GUID of their family. */
  readonly families?: Readonly<Record<string, readonly string[]>>;
  /** Elements besides root and `configinfo`. */
  readonly elements?: Readonly<Record<string, string | Uint8Array>>;
  /** Members of the properties tuple that differ, as brace text by their place. */
  readonly members?: Readonly<Record<number, string>>;
  readonly layout?: ContainerLayout;
  /** The whole text of `configinfo` or of the root descriptor instead of the right one. */
  readonly configinfo?: string;
  readonly root?: string;
}

/** Uuids of the root and of the extension's own header in all built extensions. */
export const ROOT = guid(1);
export const HEADER = guid(2);

/** A small extension, right in all that a test does not change. */
export function builtExtension(built: BuiltExtension = {}): Uint8Array {
  const contents = { [ROOT]: built.root ?? rootOf(built), ...built.elements };
  const entries = Object.entries(contents).map(([name, content]) => element(name, content));
  return builtFromEntries(entries, built);
}

/** The same from entries that are deflated already (or are meant not to be). */
export function builtFromEntries(entries: readonly EntryToWrite[], built: BuiltExtension = {}): Uint8Array {
  const configinfo = built.configinfo ?? configinfoOf(entries);
  return writeContainer([...entries, element('configinfo', configinfo)], built.layout);
}

/** `configinfo` that agrees with the entries. */
export function configinfoOf(entries: readonly EntryToWrite[]): string {
  const lines = entries.map(
    ({ name, stored: bytes }) => `${quotedText(name)},${createHash('sha1').update(bytes).digest('base64')}`,
  );
  return `{0,{216,0,{80321,0}}},{2,${ROOT},},{${[entries.length, ...lines].join(',')}}`;
}

/** Root descriptor with the families of a built extension in one group. */
export function rootOf({ families = {}, members = {} }: BuiltExtension): string {
  const lists = Object.entries(families).map(
    ([kind, uuids]) => `{${[kind, uuids.length, ...uuids].join(',')}}`,
  );
  const body = [1, propertiesOf(members), lists.length, ...lists].join(',');
  return `{2,{${ROOT}},1,{9cd510cd-abfc-11d4-9434-004095e12fc7,{${body}}},{{0,"",""}}}`;
}

/** Properties tuple of version 67: 60 members, those that matter filled in. */
export function propertiesOf(members: Readonly<Record<number, string>>): string {
  const usual: Readonly<Record<number, string>> = {
    0: '67',
    1: `{0,${header(HEADER, 'Пример', { controlled: [] })}}`,
    3: '1',
    14: '"Ромашка Софт"',
    15: '"1.2.3.4"',
    16: '""',
    21: '1',
    26: '80321',
    38: '2',
    39: '{0,0}',
    42: '"пр_"',
    43: '80318',
    44: '1',
    49: '1',
  };
  const tuple = Array.from({ length: 60 }, (_, place) => members[place] ?? usual[place] ?? '0');
  return `{${tuple.join(',')}}`;
}
