import { bothNames, type BslType } from '../runtime/object.ts';
import type { GlobalFunction, GlobalProperty, PlatformNames } from '../runtime/platform-names.ts';
import { BINARY } from './binary/conversions.ts';
import { HASHING } from './binary/hashing.ts';
import { ARRAY } from './collections/array.ts';
import { KEY_AND_VALUE } from './collections/key-and-value.ts';
import { FIXED_MAP, MAP } from './collections/map.ts';
import { FIXED_STRUCTURE, STRUCTURE } from './collections/structure.ts';
import { VALUE_LIST } from './collections/value-list.ts';
import { VALUE_TABLE } from './collections/value-table.ts';
import { globalFunction, globalProperty, type NameGroup } from './define.ts';
import { FILES } from './files/file-functions.ts';
import { ARCHIVES } from './files/zip-reader.ts';
import { ZIP_WRITING } from './files/zip-writer.ts';
import { DIALOGS } from './form/dialogs.ts';
import { TRANSFER } from './form/transfer.ts';
import { BITS } from './global/bits.ts';
import { DATES } from './global/dates.ts';
import { ERRORS } from './global/errors.ts';
import { NUMBERS } from './global/numbers.ts';
import { STRINGS } from './global/strings.ts';
import { VALUES } from './global/values.ts';
import { HTTP } from './http/secure-connection.ts';
import { TABLE_NAMES } from './infobase/data/managers.ts';
import { LOCKS } from './infobase/data/locks.ts';
import { QUERIES } from './infobase/data/query.ts';
import { TRANSACTIONS } from './infobase/data/transactions.ts';
import { INFOBASE } from './infobase/metadata.ts';
import { SESSIONS } from './infobase/sessions.ts';
import { JSON_NAMES } from './json/json-writer.ts';

const COLLECTIONS: NameGroup = {
  types: [ARRAY, STRUCTURE, FIXED_STRUCTURE, MAP, FIXED_MAP, KEY_AND_VALUE, VALUE_TABLE, VALUE_LIST],
};

/** Every name the bench doubles. What is not listed here is undefined for modules, as an unknown name is there. */
const GROUPS: readonly NameGroup[] = [
  STRINGS,
  NUMBERS,
  BITS,
  DATES,
  ERRORS,
  VALUES,
  COLLECTIONS,
  BINARY,
  HASHING,
  JSON_NAMES,
  FILES,
  ARCHIVES,
  ZIP_WRITING,
  HTTP,
  INFOBASE,
  TABLE_NAMES,
  QUERIES,
  TRANSACTIONS,
  LOCKS,
  SESSIONS,
  DIALOGS,
  TRANSFER,
];

const typeNames = (type: BslType): [string, BslType][] => [
  [type.name.toLowerCase(), type],
  [type.englishName.toLowerCase(), type],
];

/** The list of allowed names for a platform of a version. */
export function platformNames(version: string): PlatformNames {
  const functions = new Map<string, GlobalFunction>();
  const properties = new Map<string, GlobalProperty>();
  const types = new Map<string, BslType>();
  for (const group of GROUPS) {
    for (const [names, description] of Object.entries(group.functions ?? {})) {
      const made = globalFunction(names, description);
      for (const [name] of bothNames({ [names]: made })) functions.set(name, made);
    }
    for (const [names, description] of Object.entries(group.properties ?? {})) {
      const made = globalProperty(names, description);
      for (const [name] of bothNames({ [names]: made })) properties.set(name, made);
    }
    for (const [name, type] of (group.types ?? []).flatMap(typeNames)) types.set(name, type);
  }
  return { version, functions, properties, types };
}
