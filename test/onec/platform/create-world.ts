import type { ContextName } from '../parser/contexts.ts';
import { FileSandbox } from './files/file-sandbox.ts';
import type { Host } from './http/network.ts';
import { understandBenchFile, type Infobase } from './infobase/infobase.ts';
import { numberedId } from './unique-id.ts';
import { InfobaseData, tableOf } from './infobase/data/tables.ts';
import type { Value } from '../runtime/value.ts';
import type { World } from './world.ts';

/** What a test decides about the simulated platform. */
export interface PlatformOptions {
  /** `8.3.24.1467` by default. */
  readonly version?: string;
  /** Which client the forms run in. */
  readonly client?: Exclude<ContextName, 'server'>;
  /** The clock; a fixed moment by default, so that tests repeat. */
  readonly now?: () => Date;
  /** Minutes ahead of universal time; Moscow by default. */
  readonly zoneMinutes?: number;
  /** Language of the session. */
  readonly language?: string;
  /** Directory in which modules may read and write files; without it every file is a gap of the bench. */
  readonly directory?: string;
  /** Host names and the loopback ports behind them. */
  readonly hosts?: Readonly<Record<string, Host>>;
  /** Milliseconds that the bench waits for an answer where no timeout was given. */
  readonly patience?: number;
  /** Elementary operations after which the bench stops a program; half a milliard unless told. */
  readonly operationLimit?: number;
  /** What stood after `/C` on the command line. */
  readonly launchParameter?: string;
  /** Parts of the infobase that differ from a server base of 1C:Бухгалтерия with a full administrator in it alone. */
  readonly infobase?: Partial<Infobase>;
  /** What `ХранилищеОбщихНастроек` keeps; given when several sessions share it. */
  readonly settings?: Map<string, Value>;
}

const ALL_RIGHTS = [
  'Администрирование',
  'АдминистрированиеРасширенийКонфигурации',
  'АктивныеПользователи',
  'МонопольныйРежим',
] as const;

function createInfobase(given: Partial<Infobase>): Infobase {
  return {
    kind: 'server',
    configuration: {
      name: 'БухгалтерияПредприятия',
      synonym: 'Бухгалтерия предприятия, редакция 3.0',
      version: '3.0.171.9',
      vendor: 'Фирма "1С"',
      compatibility: 'Версия8_3_24',
    },
    subsystems: [],
    rights: new Set(ALL_RIGHTS),
    sessions: [],
    extensions: [],
    attached: new Set(),
    understand: understandBenchFile,
    failNextWrite: undefined,
    exclusive: false,
    safeMode: false,
    privileged: false,
    log: [],
    data: new InfobaseData([tableOf('Справочник.Валюты')]),
    locks: new Map(),
    ownNumber: 1,
    ...given,
  };
}

const STANDARD_MOMENT = Date.UTC(2026, 10, 20, 9, 0, 0);

/** The world a set of options describes. */
export function createWorld(options: PlatformOptions): World {
  let ids = 0;
  const infobase = createInfobase(options.infobase ?? {});
  return {
    version: options.version ?? '8.3.24.1467',
    now: options.now ?? (() => new Date(STANDARD_MOMENT)),
    zoneMinutes: options.zoneMinutes ?? 180,
    language: options.language ?? 'ru',
    infobase,
    settings: options.settings ?? new Map<string, Value>(),
    screen: { shown: [], answers: [], pending: [], files: [], saved: [], opened: [], restart: undefined },
    temporary: new Map(),
    launchParameter: options.launchParameter ?? '',
    nextId: () => numberedId((ids += 1)),
    files: new FileSandbox(options.directory, () => infobase.safeMode),
    network: {
      online: true,
      noticesCuts: true,
      hosts: new Map(Object.entries(options.hosts ?? {})),
      patience: options.patience ?? 5_000,
    },
  };
}
