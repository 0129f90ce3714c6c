import { BslException } from '../../runtime/errors.ts';
import { defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import type { Session } from '../../runtime/session.ts';
import type { Value } from '../../runtime/value.ts';
import { BslArray } from '../collections/array.ts';
import { Structure } from '../collections/structure.ts';
import { BinaryData } from '../binary/binary-data.ts';
import { objectArgument, SERVER, textArgument } from '../define.ts';
import { UniqueId } from '../unique-id.ts';
import { backgroundJob } from './background-jobs.ts';
import { EXTENSION_SOURCE } from './enumerations.ts';
import { checkAll, checkRight, ConfigurationExtension } from './extension.ts';
import type { Infobase, StoredExtension } from './infobase.ts';

/** `РасширенияКонфигурации`: server only. Source: platform-1c.md 1.1. */
class ExtensionsManager extends NativeObject {
  get type(): BslType {
    return MANAGER;
  }
}

const isBasic = ({ configuration }: Infobase): boolean =>
  configuration.name.toUpperCase().includes('БАЗОВАЯ');

/** Whether a session that starts now attaches an extension. Basic versions attach none. Source: platform-1c.md 1.2, 1.9. */
export const attaches = (extension: StoredExtension, infobase: Infobase): boolean =>
  extension.active &&
  !isBasic(infobase) &&
  extension.file.failsToAttach !== true &&
  !(extension.file.problems ?? []).some(({ severity }) => severity === 'critical');

/** Basic versions neither attach nor refuse in the session. Source: platform-1c.md 1.9. */
function listed(source: Value, { world }: Session): StoredExtension[] {
  const { extensions, attached } = world.infobase;
  const { values } = EXTENSION_SOURCE;
  if (source === values.attached) return extensions.filter(({ id }) => attached.has(id));
  if (source !== values.disabled) return extensions;
  return isBasic(world.infobase) ? [] : extensions.filter(({ id }) => !attached.has(id));
}

/** Keys of the filter: a name, or an identifier that must not be a string. Source: platform-1c.md 1.1. */
function admits(filter: Value, extension: StoredExtension): boolean {
  if (!(filter instanceof Structure)) return true;
  return [...filter.fields.values()].every(({ key, value }) => {
    if (key.toLowerCase() === 'имя' || key.toLowerCase() === 'name') return value === extension.file.name;
    if (!(value instanceof UniqueId)) throw new BslException('Недопустимое значение отбора расширений');
    return value.text === extension.id;
  });
}

function get(args: readonly Value[], session: Session): BslArray {
  checkRight(session);
  const source: Value = args[1] instanceof NativeObject ? args[1] : undefined;
  const found = listed(source, session).filter((extension) => admits(args[0], extension));
  return new BslArray(found.map((extension) => new ConfigurationExtension(extension)));
}

/** The job sees what a new session attaches: so БСП proves an installation without a restart. Source: platform-1c.md 1.4. */
const withExtensions = method<ExtensionsManager>([1, 4], (_, args, session) => {
  const { infobase } = session.world;
  const fresh = new Set(infobase.extensions.filter((one) => attaches(one, infobase)).map(({ id }) => id));
  return backgroundJob(args, session, { ...infobase, attached: fresh });
});

const MANAGER: BslType = defineType(ExtensionsManager, {
  name: 'МенеджерРасширенийКонфигурации|ConfigurationExtensionsManager',
  contexts: SERVER,
  methods: {
    'Получить|Get': method([0, 2], (_, args, session) => get(args, session)),
    'Создать|Create': method([0, 0], () => new ConfigurationExtension()),
    'ПроверитьВозможностьПримененияВсех|CheckCanApplyAll': method([0, 0], (_, _args, session) =>
      checkAll(session),
    ),
    'ВыполнитьФоновоеЗаданиеСРасширениямиБазыДанных|ExecuteBackgroundJobWithDatabaseExtensions':
      withExtensions,
    'ВыполнитьФоновоеЗаданиеБезРасширений|ExecuteBackgroundJobWithoutExtensions': method(
      [1, 4],
      (_, args, session) => backgroundJob(args, session, { ...session.world.infobase, attached: new Set() }),
    ),
  },
});

/** The one object of {@link ExtensionsManager}. */
export const EXTENSIONS_MANAGER: NativeObject = new ExtensionsManager();

/** `ОписаниеКонфигурации`: name and version of a file before it is installed. Source: platform-1c.md 0.4, 1.4, 11.7. */
class ConfigurationDescription extends NativeObject {
  readonly name: string;
  readonly version: string;

  constructor(name: string, version: string) {
    super();
    this.name = name;
    this.version = version;
  }

  get type(): BslType {
    return CONFIGURATION_DESCRIPTION;
  }
}

/** Type of {@link ConfigurationDescription}. */
export const CONFIGURATION_DESCRIPTION: BslType = defineType(ConfigurationDescription, {
  name: 'ОписаниеКонфигурации|ConfigurationDescription',
  contexts: SERVER,
  construct: method([1, 1], (_, args, { world }) => {
    const bytes =
      typeof args[0] === 'string'
        ? world.files.read(textArgument(args, 0))
        : objectArgument(args, 0, BinaryData).bytes;
    const file = world.infobase.understand(bytes);
    if (!file) throw new BslException('Файл не содержит конфигурации');
    return new ConfigurationDescription(file.name, file.version);
  }),
  properties: {
    'Имя|Name': { get: ({ name }) => name },
    'Версия|Version': { get: ({ version }) => version },
  },
});
