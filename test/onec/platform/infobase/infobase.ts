import { createHash } from 'node:crypto';
import type { InfobaseData } from './data/tables.ts';

/** A file of an extension as the simulated platform understands it; tests make them with {@link describeFile}. */
export interface ExtensionFile {
  readonly name: string;
  readonly synonym?: string;
  readonly version: string;
  readonly purpose?: 'patch' | 'customization' | 'addOn';
  /** Adds objects with stored data: needs everybody out. */
  readonly changesData?: boolean;
  /** Problems that `ПроверитьВозможностьПрименения` finds. */
  readonly problems?: readonly ApplicationProblem[];
  /** Written, but a new session does not attach it. */
  readonly failsToAttach?: boolean;
}

/** A problem of applying an extension; only critical ones keep it from attaching. Source: platform-1c.md 1.2. */
export interface ApplicationProblem {
  readonly severity: 'critical' | 'ordinary' | 'low';
  readonly text: string;
}

/** An extension stored in the infobase. */
export interface StoredExtension {
  readonly id: string;
  file: ExtensionFile;
  bytes: Uint8Array;
  active: boolean;
  /** `Булево` or the name of a security profile. Source: platform-1c.md 1.2. */
  safeMode: boolean | string;
  warnsOfDangerousActions: boolean;
  mainRolesForAll: boolean;
  usedInDistributed: boolean;
  /** Received from the main node: read-only here. */
  fromMainNode: boolean;
}

/** Another session of the infobase. Source: platform-1c.md 2. */
export interface ForeignSession {
  readonly number: number;
  readonly user: string;
  readonly computer: string;
  /** `1CV8`, `1CV8C`, `WebClient`, `Designer`, `BackgroundJob`, `SrvrConsole`, … */
  readonly application: string;
  readonly started: Date;
}

/** What the user of the session may do. */
export type Right =
  | 'Администрирование'
  | 'АдминистрированиеРасширенийКонфигурации'
  | 'АктивныеПользователи'
  | 'МонопольныйРежим';

/** The simulated infobase. Tests read and change it between calls. */
export interface Infobase {
  readonly kind: 'file' | 'server';
  /** `Метаданные.Имя`; with «Базовая» in it extensions never attach. Source: platform-1c.md 1.9. */
  configuration: { name: string; synonym: string; version: string; vendor: string; compatibility: string };
  /** Nested ones with dots: `СтандартныеПодсистемы.ОбменДанными`. */
  readonly subsystems: readonly string[];
  /** Full names of the objects that somebody may look for: `ОбщийМодуль.Скидки`, `Подсистема.А.Подсистема.Б`. */
  readonly objects?: readonly string[];
  readonly rights: Set<Right>;
  readonly sessions: ForeignSession[];
  readonly extensions: StoredExtension[];
  /** Extensions attached to the running session: fixed at its start. Source: platform-1c.md 1.6. */
  attached: ReadonlySet<string>;
  /** Reads the bytes of a file of an extension; anything unknown is no extension. */
  readonly understand: (bytes: Uint8Array) => ExtensionFile | undefined;
  /** Set to make the next write of an extension fail with this text. */
  failNextWrite: string | undefined;
  exclusive: boolean;
  safeMode: boolean;
  privileged: boolean;
  readonly log: LogRecord[];
  /** Registers and tables of objects; one empty catalogue unless a test gives some. */
  readonly data?: InfobaseData;
  /** Managed locks that sessions hold, with the numbers of the sessions; common to all sessions of the infobase. */
  readonly locks: Map<string, number>;
  /** Number of the session in which modules run. */
  readonly ownNumber: number;
  /**
   * Called before and after each change that outlives the session: a write or removal of an extension, of settings, and
   * around background jobs. A test throws `SessionKilled` from here, so that a session dies between any two changes.
   */
  readonly moment?: (name: string) => void;
  /** A subordinate node of a distributed infobase. Source: platform-1c.md 10. */
  readonly isSubordinate?: boolean;
  /** Text with which БСП fails to refill its caches. Source: platform-1c.md 10 («Переполнение стека»). */
  refillFails?: string | undefined;
  /** `refused`: no background job starts. `endless`: none ends while anybody waits. What file bases do is not known. */
  readonly jobs?: 'refused' | 'endless';
  /** Set to make writing of settings fail with this text. */
  failNextSave?: string | undefined;
  /** Set to make the next removal of an extension, or writing back of old data, fail with this text. */
  failRollback?: string | undefined;
}

/** A record of the event log. */
export interface LogRecord {
  readonly event: string;
  readonly level: string;
  readonly comment: string;
}

/** Whether a session keeps others from exclusive access; the console of the cluster does not. Source: platform-1c.md 2. */
export const blocks = ({ application }: ForeignSession): boolean => application !== 'SrvrConsole';

const MARK = 'bench extension ';

/** Bytes that the simulated platform takes for an extension file. */
export const describeFile = (file: ExtensionFile): Uint8Array =>
  new TextEncoder().encode(MARK + JSON.stringify(file));

const isFile = (value: unknown): value is ExtensionFile =>
  typeof value === 'object' && value !== null && 'name' in value && 'version' in value;

/** Reads what {@link describeFile} wrote. */
export function understandBenchFile(bytes: Uint8Array): ExtensionFile | undefined {
  const text = new TextDecoder().decode(bytes);
  if (!text.startsWith(MARK)) return undefined;
  const value: unknown = JSON.parse(text.slice(MARK.length));
  return isFile(value) ? value : undefined;
}

/** 20 bytes that tell stored builds apart and equal no hash of the file. Source: platform-1c.md 1.3. */
export const storedHash = (bytes: Uint8Array): Uint8Array =>
  bytes.length === 0
    ? new Uint8Array(20)
    : Uint8Array.from(createHash('sha1').update('ConfigCAS').update(bytes).digest());
