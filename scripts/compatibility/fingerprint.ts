import type { HashedMethod } from '../bsl/hashed-method.ts';

/** An object of a configuration: what it is called, who it is, what it consists of. */
export interface ObjectFingerprint {
  readonly uuid: string;
  /** Uuids by path: `Attribute.Код`, `TabularSection.Товары.Attribute.Цена`, `Form.ФормаЭлемента`. */
  readonly parts: Readonly<Record<string, string>>;
}

/**
 * The shape of one version of a configuration: names, uuids and digests, nothing of its code. The same configuration
 * has the same fingerprint whatever it was dumped to.
 */
export interface Fingerprint {
  readonly formatVersion: 1;
  /** The rules of splitting and hashing; fingerprints of different rules are not compared. */
  readonly rules: 1;
  /** Name of the configuration, as releases declare it. */
  readonly name: string;
  readonly version: string;
  /** Modes as dumps spell them; empty where the dump does not say. */
  readonly compatibilityMode: string;
  readonly extensionCompatibilityMode: string;
  /** By kind and name: `Catalog.Пользователи`. */
  readonly objects: Readonly<Record<string, ObjectFingerprint>>;
  /** Methods in lower case by module: `CommonModule.ОбщегоНазначения.Module`; `null` for one that cannot be read. */
  readonly modules: Readonly<Record<string, Readonly<Record<string, HashedMethod>> | null>>;
}

/** What an extension touches, looked up in a fingerprint: small, whatever the configuration's size. */
export interface TouchedShape {
  readonly version: string;
  readonly compatibilityMode: string;
  readonly extensionCompatibilityMode: string;
  /** By the object's path in lower case. Absent objects are absent. */
  readonly objects: ReadonlyMap<string, ObjectFingerprint>;
  /** By the module's path in lower case. */
  readonly modules: ReadonlyMap<string, Readonly<Record<string, HashedMethod>> | null>;
}

/** The part of a fingerprint that has these objects and modules (paths in lower case). */
export function touchedShape(
  fingerprint: Fingerprint,
  touched: { readonly objects: ReadonlySet<string>; readonly modules: ReadonlySet<string> },
): TouchedShape {
  const { version, compatibilityMode, extensionCompatibilityMode } = fingerprint;
  return {
    version,
    compatibilityMode,
    extensionCompatibilityMode,
    objects: picked(fingerprint.objects, touched.objects),
    modules: picked(fingerprint.modules, touched.modules),
  };
}

const picked = <T>(all: Readonly<Record<string, T>>, wanted: ReadonlySet<string>): ReadonlyMap<string, T> =>
  new Map(
    Object.entries(all)
      .map(([path, value]): [string, T] => [path.toLowerCase(), value])
      .filter(([path]) => wanted.has(path)),
  );
