import { BslException, MESSAGES } from '../../runtime/errors.ts';
import { defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import { plainDigits } from '../../runtime/decimal.ts';
import { TypeValue } from '../../runtime/type-value.ts';
import { present } from '../../runtime/presentation.ts';
import type { Value } from '../../runtime/value.ts';
import { carryAcross } from '../../runtime/border.ts';
import { EVERYWHERE, objectArgument, optionalText, SERVER, textArgument, type NameGroup } from '../define.ts';
import { EnumerationValue } from '../enumeration.ts';
import { UNIQUE_ID } from '../unique-id.ts';
import { DataMetadata, METADATA_PROPERTIES } from './data/data-metadata.ts';
import { tableOfType } from './data/reference.ts';
import { dataOf } from './data/tables.ts';
import { BACKGROUND_JOBS, JOB_STATE } from './background-jobs.ts';
import { EXTENSION_SOURCE, LOG_LEVEL, PURPOSE, SCOPE, SEVERITY } from './enumerations.ts';
import { EXTENSION, ISSUE } from './extension.ts';
import { PROTECTION } from './protection.ts';
import { CONFIGURATION_DESCRIPTION, EXTENSIONS_MANAGER } from './extensions-manager.ts';
import { LIBRARY_NAMES } from './library.ts';
import { MetadataObject, SUBSYSTEMS_OF_BASE } from './subsystems.ts';
import type { Session } from '../../runtime/session.ts';
import type { World } from '../world.ts';

/** `Метаданные`, the part that the product reads: server only. Source: platform-1c.md 6. */
class Metadata extends NativeObject {
  get type(): BslType {
    return METADATA;
  }
}

/** `Метаданные.ОбщиеМодули`: those that the test loaded stand for the modules of the configuration. */
class CommonModules extends NativeObject {
  get type(): BslType {
    return COMMON_MODULES;
  }
}

const COMMON_MODULES: BslType = defineType(CommonModules, {
  name: 'КоллекцияОбъектовМетаданных|MetadataObjectCollection',
  contexts: SERVER,
  methods: {
    'Найти|Find': method([1, 1], (_, args, session) => {
      const name = textArgument(args, 0);
      return session.commonModule(name) && new MetadataObject(name);
    }),
  },
});

const COMMON_MODULES_OF_BASE = new CommonModules();

/** `Метаданные.Справочники`, as far as walking through them goes. */
class Catalogs extends NativeObject {
  get type(): BslType {
    return CATALOGS;
  }

  override iterate({ world }: Session): Iterable<Value> {
    const names = [...dataOf(world).tables.values()].map(({ fullName }) => fullName);
    return names.filter((name) => name.startsWith('Справочник.')).map((name) => new DataMetadata(name));
  }
}

const CATALOGS: BslType = defineType(Catalogs, {
  name: 'КоллекцияОбъектовМетаданных|MetadataObjectCollection',
  contexts: SERVER,
});

const CATALOGS_OF_BASE = new Catalogs();

const METADATA: BslType = defineType(Metadata, {
  name: 'ОбъектМетаданныхКонфигурация|ConfigurationMetadataObject',
  contexts: SERVER,
  properties: {
    'Имя|Name': { get: (_, { world }) => world.infobase.configuration.name },
    'Синоним|Synonym': { get: (_, { world }) => world.infobase.configuration.synonym },
    'Версия|Version': { get: (_, { world }) => world.infobase.configuration.version },
    'Поставщик|Vendor': { get: (_, { world }) => world.infobase.configuration.vendor },
    'РежимСовместимости|CompatibilityMode': {
      get: (_, { world }) => world.infobase.configuration.compatibility,
    },
    'Подсистемы|Subsystems': { get: () => SUBSYSTEMS_OF_BASE },
    'Справочники|Catalogs': { get: () => CATALOGS_OF_BASE },
    'ОбщиеМодули|CommonModules': { get: () => COMMON_MODULES_OF_BASE },
    'СвойстваОбъектов|ObjectProperties': { get: () => METADATA_PROPERTIES },
  },
  methods: {
    // Of a name that nothing has the method gives Неопределено (documentation, not verified on the platform).
    'НайтиПоПолномуИмени|FindByFullName': method([1, 1], (_, args, { world }) => {
      const name = textArgument(args, 0);
      const table = dataOf(world).table(name);
      if (table) return new DataMetadata(table.fullName);
      const found = world.infobase.objects?.find((one) => one.toLowerCase() === name.toLowerCase());
      return found === undefined ? undefined : new MetadataObject(found);
    }),
    'НайтиПоТипу|FindByType': method([1, 1], (_, args) => {
      const table = tableOfType(objectArgument(args, 0, TypeValue).of);
      return table === undefined ? undefined : new DataMetadata(table);
    }),
  },
});

const METADATA_OF_BASE = new Metadata();

/** `СистемнаяИнформация`. Source: platform-1c.md 6. */
class SystemInfo extends NativeObject {
  get type(): BslType {
    return SYSTEM_INFO;
  }
}

const SYSTEM_INFO: BslType = defineType(SystemInfo, {
  name: 'СистемнаяИнформация|SystemInfo',
  contexts: EVERYWHERE,
  construct: method([0, 0], () => new SystemInfo()),
  properties: { 'ВерсияПриложения|AppVersion': { get: (_, { world }) => world.version } },
});

/** `ХранилищеОбщихНастроек`: what is loaded is a copy of what was saved. */
class SettingsStorage extends NativeObject {
  get type(): BslType {
    return SETTINGS_STORAGE;
  }
}

/** User in whose name the bench runs; settings without a user's name are his. */
const OWN_USER = 'Администратор';

/**
 * Key of a setting: object, setting, user. Another user's settings need «Администрирование» or the privileged mode;
 * whether less would do is not known, so the bench throws.
 */
function settingsKey(args: readonly Value[], userAt: number, { infobase }: World): string {
  const user = optionalText(args, userAt, OWN_USER) || OWN_USER;
  if (user !== OWN_USER && !infobase.privileged && !infobase.rights.has('Администрирование'))
    throw new BslException('Нарушение прав доступа');
  return [textArgument(args, 0), optionalText(args, 1), user].map((part) => part.toLowerCase()).join('\n');
}

const SETTINGS_STORAGE: BslType = defineType(SettingsStorage, {
  name: 'СтандартноеХранилищеНастроекМенеджер|StandardSettingsStorageManager',
  contexts: SERVER,
  methods: {
    'Сохранить|Save': method([3, 5], (_, args, { world }) => {
      const key = settingsKey(args, 4, world);
      const copy = carryAcross(args[2]);
      world.infobase.moment?.('save');
      if (world.infobase.failNextSave !== undefined) throw new BslException(world.infobase.failNextSave);
      // A row of a table of the data base like any other: seen by others when the transaction is committed.
      dataOf(world).whenCommitted(() => {
        world.settings.set(key, copy);
        world.infobase.moment?.('saved');
      });
      return undefined;
    }),
    'Загрузить|Load': method([1, 4], (_, args, { world }) =>
      carryAcross(world.settings.get(settingsKey(args, 3, world))),
    ),
    'Удалить|Delete': method([2, 3], (_, args, { world }) => {
      world.settings.delete(settingsKey(args, 2, world));
      return undefined;
    }),
  },
});

const SETTINGS = new SettingsStorage();

/** `ЗаписьЖурналаРегистрации(Событие, Уровень, Метаданные, Данные, Комментарий)`. Source: platform-1c.md 9. */
function writeLog(
  args: readonly Value[],
  world: { readonly infobase: { readonly log: LogTarget } },
): undefined {
  const level = args[1];
  if (level !== undefined && !(level instanceof EnumerationValue))
    throw new BslException(MESSAGES.wrongType(2));
  world.infobase.log.push({
    event: textArgument(args, 0),
    level: level?.name ?? 'Информация',
    comment: present(args[4]),
  });
}

type LogTarget = { event: string; level: string; comment: string }[];

/** `Формат`: only the group mark of numbers (`ЧГ=`) is doubled. */
function format(args: readonly Value[]): string {
  const [value] = args;
  const pattern = optionalText(args, 1);
  if (typeof value === 'bigint' && /ЧГ=0?($|;)/i.test(pattern)) return plainDigits(value);
  return present(value);
}

/** The infobase. */
export const INFOBASE: NameGroup = {
  types: [SYSTEM_INFO, UNIQUE_ID, EXTENSION, ISSUE, PROTECTION, CONFIGURATION_DESCRIPTION],
  properties: {
    ...LIBRARY_NAMES.properties,
    'Метаданные|Metadata': { contexts: SERVER, get: () => METADATA_OF_BASE },
    'РасширенияКонфигурации|ConfigurationExtensions': { contexts: SERVER, get: () => EXTENSIONS_MANAGER },
    'ФоновыеЗадания|BackgroundJobs': { contexts: SERVER, get: () => BACKGROUND_JOBS },
    'ХранилищеОбщихНастроек|CommonSettingsStorage': { contexts: SERVER, get: () => SETTINGS },
    'СостояниеФоновогоЗадания|BackgroundJobState': JOB_STATE.property,
    'УровеньЖурналаРегистрации|EventLogLevel': LOG_LEVEL.property,
    'ВажностьПроблемыПримененияРасширенияКонфигурации|ConfigurationExtensionApplicationIssueSeverity':
      SEVERITY.property,
    'ИсточникРасширенийКонфигурации|ConfigurationExtensionsSource': EXTENSION_SOURCE.property,
    'НазначениеРасширенияКонфигурации|ConfigurationExtensionPurpose': PURPOSE.property,
    'ОбластьДействияРасширенияКонфигурации|ConfigurationExtensionScope': SCOPE.property,
  },
  functions: {
    'ЗаписьЖурналаРегистрации|WriteLogEvent': {
      contexts: SERVER,
      isProcedure: true,
      takes: [1, 6],
      run: (args, { world }) => writeLog(args, world),
    },
    'Формат|Format': { contexts: EVERYWHERE, takes: [2, 2], run: format },
  },
};
