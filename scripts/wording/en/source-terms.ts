import type { ValueType } from '../../source/manifest/value-type.ts';
import type { TextFormat } from '../../source/schema/text-format.ts';
import type { YamlFault } from '../../source/yaml/read-yaml.ts';

const FORMATS: Readonly<Record<TextFormat, string>> = {
  base64: '32 bytes in base64, 44 characters',
  channel: 'a channel in small Latin letters, for example stable',
  date: 'a date like 2026-11-20',
  email: 'a mail address, for example help@vendor.example',
  'picture-name': 'the name of a .png, .jpg or .webp file without a path',
  'file-name': 'the name of a .cfe or .cfe.zip file without a path',
  'file-version': 'the version as it stands in the file: one line of at most 200 characters',
  'profile-name': 'true, false or the name of a security profile (words like no, off, yes, 0 cannot be one)',
  'folder-url': 'an address that starts with https:// and ends with /',
  id: 'small Latin letters, digits and dashes, 2 to 64 characters',
  identifier: 'a name as in the Designer: letters, digits and underscores, not a digit first',
  subsystem: 'names of subsystems with dots between them, as in the configuration',
  'metadata-name': 'kind and name of an object with a dot between them, such as РегистрСведений.ОбменСCRM',
  'field-name': 'Latin letters and digits, beginning with a small letter',
  'license-prefix': '2 to 8 capital Latin letters and digits',
  line: 'a line that is not empty, without control characters',
  month: 'a month like 2026-11',
  paragraph: 'text that is not empty, without control characters',
  range: 'a range of versions, for example ">=3.0.140 <3.1"',
  'public-key': '64 hexadecimal digits, as vypusk keys new prints them',
  sha256: '64 hexadecimal digits (0-9, a-f)',
  url: 'an address that starts with https://',
  version: 'a version of numbers and dots, for example 1.2.0.3, or 2.0.0-beta.1',
};

const TYPES: Readonly<Record<ValueType, string>> = {
  text: 'text',
  integer: 'a whole number',
  boolean: 'true or false',
  list: 'a list',
  mapping: 'a group of fields',
  null: 'nothing',
};

/** Faults of YAML that a person meets; the others have one sentence for all. */
const FAULTS: Partial<Readonly<Record<YamlFault, string>>> = {
  BAD_INDENT: 'wrong indentation',
  BAD_DQ_ESCAPE: 'a wrong backslash sequence in quotes',
  BAD_SCALAR_START: 'a value starts with a reserved sign and must be quoted',
  BLOCK_AS_IMPLICIT_KEY: 'two colons in one line, or wrong indentation',
  MISSING_CHAR: 'a sign is missing (a bracket, a quote, a colon or a space)',
  MULTILINE_IMPLICIT_KEY: 'the name of a field takes several lines, or a colon is missing',
  TAB_AS_INDENT: 'indentation with tabs',
  UNEXPECTED_TOKEN: 'a sign too many',
};

/** The name of a code, or the code itself where it has none. */
const named = (names: Readonly<Record<string, string | undefined>>, code: unknown): string =>
  new Map(Object.entries(names)).get(String(code)) ?? (typeof code === 'string' ? code : '');

/** What a format asks for. */
export const expectedFormat = (format: unknown): string => named(FORMATS, format);

/** Names of one or several types of values. */
export const typeNames = (types: unknown): string =>
  (Array.isArray(types) ? types : [types]).map((type) => named(TYPES, type)).join(' or ');

/** What is wrong with text that is no YAML. */
export const yamlFault = (fault: unknown): string => named(FAULTS, fault);
