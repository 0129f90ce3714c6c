import { BslException, MESSAGES } from '../../runtime/errors.ts';
import { defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import type { Session } from '../../runtime/session.ts';
import type { Value } from '../../runtime/value.ts';
import { BslArray } from '../collections/array.ts';
import { BinaryData } from '../binary/binary-data.ts';
import { flagArgument, objectArgument, SERVER } from '../define.ts';
import { UniqueId } from '../unique-id.ts';
import { ProtectionDescription } from './protection.ts';
import { PURPOSE, SCOPE, SEVERITY } from './enumerations.ts';
import {
  blocks,
  storedHash,
  type ApplicationProblem,
  type Infobase,
  type ExtensionFile,
  type StoredExtension,
} from './infobase.ts';

/** `ПроблемаПримененияРасширенияКонфигурации`; its extension may have no name yet. Source: platform-1c.md 1.2. */
class ApplicationIssue extends NativeObject {
  readonly problem: ApplicationProblem;
  readonly extension: ConfigurationExtension;

  constructor(problem: ApplicationProblem, extension: ConfigurationExtension) {
    super();
    this.problem = problem;
    this.extension = extension;
  }

  get type(): BslType {
    return ISSUE;
  }
}

/** Type of {@link ApplicationIssue}. */
export const ISSUE: BslType = defineType(ApplicationIssue, {
  name: 'ПроблемаПримененияРасширенияКонфигурации|ConfigurationExtensionApplicationIssue',
  contexts: SERVER,
  properties: {
    'Важность|Severity': { get: ({ problem }) => SEVERITY.values[problem.severity] },
    'Описание|Description': { get: ({ problem }) => problem.text },
    'Расширение|Extension': { get: ({ extension }) => extension },
  },
});

/**
 * `РасширениеКонфигурации`: a copy of the state at the moment it was fetched; `Записать` makes older copies stale.
 * A new one has safe mode and protection on and nothing stored. Source: platform-1c.md 1.1–1.4, 11.6.
 */
export class ConfigurationExtension extends NativeObject {
  id: string | undefined;
  file: ExtensionFile | undefined;
  bytes = new Uint8Array(0);
  active = true;
  safeMode: Value = true;
  protection = new ProtectionDescription(true);
  mainRolesForAll = true;
  usedInDistributed = false;

  constructor(stored?: StoredExtension) {
    super();
    if (!stored) return;
    this.id = stored.id;
    this.file = stored.file;
    this.bytes = Uint8Array.from(stored.bytes);
    this.active = stored.active;
    this.safeMode = stored.safeMode;
    this.protection = new ProtectionDescription(stored.warnsOfDangerousActions);
    this.mainRolesForAll = stored.mainRolesForAll;
    this.usedInDistributed = stored.usedInDistributed;
  }

  get type(): BslType {
    return EXTENSION;
  }

  override present(): string {
    return this.file?.name ?? '';
  }
}

/** Needs the right; without it the platform throws. Source: platform-1c.md 1.1. */
export function checkRight({ world }: Session): void {
  if (world.infobase.rights.has('АдминистрированиеРасширенийКонфигурации') || world.infobase.privileged)
    return;
  throw new BslException('Нарушение прав доступа');
}

function stored(self: ConfigurationExtension, { world }: Session): StoredExtension | undefined {
  const found = world.infobase.extensions.find(({ id }) => id === self.id);
  if (self.id !== undefined && !found) throw new BslException('Расширение конфигурации не найдено');
  return found;
}

/** Exclusive access is taken by the platform itself when stored data change. Source: platform-1c.md 1.8, 2. */
function checkExclusive(session: Session, changes: boolean): void {
  const { infobase } = session.world;
  if (changes && infobase.sessions.some(blocks)) {
    throw new BslException('Ошибка исключительной блокировки информационной базы');
  }
}

function understood(data: BinaryData, { world }: Session): ExtensionFile {
  const file = world.infobase.understand(data.bytes);
  if (!file) throw new BslException('Файл не содержит расширения конфигурации');
  return file;
}

function write(self: ConfigurationExtension, args: readonly Value[], session: Session): undefined {
  checkRight(session);
  const { infobase } = session.world;
  const before = stored(self, session);
  const data = args[0] === undefined ? undefined : objectArgument(args, 0, BinaryData);
  const file = data ? understood(data, session) : before?.file;
  if (!file) throw new BslException(MESSAGES.tooFewArguments);
  checkAllowed(self, { file, before }, session);
  checkAdministration(self, before, session);
  checkExclusive(session, data !== undefined && [file, before?.file].some((one) => one?.changesData));
  infobase.moment?.('write');
  failIfTold(infobase);
  store(self, { file, bytes: data?.bytes ?? before?.bytes ?? new Uint8Array(0) }, session);
  if (infobase.failRollback !== undefined) infobase.failNextWrite = infobase.failRollback;
  infobase.moment?.('written');
}

/** Changing the safe mode needs «Администрирование» besides. Source: platform-1c.md 1.1. */
function checkAdministration(
  { safeMode }: ConfigurationExtension,
  before: StoredExtension | undefined,
  { world: { infobase } }: Session,
): void {
  if (safeMode === (before?.safeMode ?? true) || infobase.rights.has('Администрирование')) return;
  throw new BslException('Нарушение прав доступа');
}

function failIfTold(infobase: Infobase): void {
  const failure = infobase.failNextWrite;
  infobase.failNextWrite = undefined;
  if (failure !== undefined) throw new BslException(failure);
}

interface Change {
  readonly file: ExtensionFile;
  readonly before: StoredExtension | undefined;
}

/** Extensions from the main node are read-only (platform-1c.md 1.2); a name is taken once. */
function checkAllowed(self: ConfigurationExtension, { file, before }: Change, { world }: Session): void {
  if (before?.fromMainNode)
    throw new BslException('Изменение расширения, полученного из главного узла, запрещено');
  const twin = world.infobase.extensions.find(
    (other) => other.file.name === file.name && other.id !== self.id,
  );
  if (twin) throw new BslException(`Расширение с именем «${file.name}» уже существует`);
}

function store(
  self: ConfigurationExtension,
  content: { file: ExtensionFile; bytes: Uint8Array },
  session: Session,
): void {
  const { infobase } = session.world;
  const { safeMode } = self;
  const record: StoredExtension = {
    id: self.id ?? session.world.nextId(),
    ...content,
    active: self.active,
    safeMode: typeof safeMode === 'string' ? safeMode : safeMode === true,
    warnsOfDangerousActions: self.protection.warns,
    mainRolesForAll: self.mainRolesForAll,
    usedInDistributed: self.usedInDistributed,
    fromMainNode: false,
  };
  const at = infobase.extensions.findIndex(({ id }) => id === record.id);
  if (at < 0) infobase.extensions.push(record);
  else infobase.extensions[at] = record;
  self.id = record.id;
}

function remove(self: ConfigurationExtension, _: readonly Value[], session: Session): undefined {
  checkRight(session);
  const { infobase } = session.world;
  const before = stored(self, session);
  if (!before) throw new BslException('Расширение конфигурации не записано');
  if (before.fromMainNode)
    throw new BslException('Изменение расширения, полученного из главного узла, запрещено');
  checkExclusive(session, before.file.changesData ?? false);
  infobase.moment?.('remove');
  if (infobase.failRollback !== undefined) throw new BslException(infobase.failRollback);
  infobase.extensions.splice(infobase.extensions.indexOf(before), 1);
  infobase.moment?.('removed');
}

/** Without the second parameter `Ложь` all problems come, with it only the first. Source: platform-1c.md 1.2. */
function check(self: ConfigurationExtension, args: readonly Value[], session: Session): BslArray {
  const file = args[0] === undefined ? self.file : understood(objectArgument(args, 0, BinaryData), session);
  const problems = (file?.problems ?? []).map((problem) => new ApplicationIssue(problem, self));
  return new BslArray(flagArgument(args, 1) ? problems : problems.slice(0, 1));
}

/** Problems of every extension of the database. Source: platform-1c.md 1.2. */
export const checkAll = ({ world }: Session): BslArray =>
  new BslArray(
    world.infobase.extensions.flatMap((one) => {
      const self = new ConfigurationExtension(one);
      return (one.file.problems ?? []).map((problem) => new ApplicationIssue(problem, self));
    }),
  );

const field = (read: (self: ConfigurationExtension) => Value) => ({ get: read });

/** Type of {@link ConfigurationExtension}; only the manager makes them. */
export const EXTENSION: BslType = defineType(ConfigurationExtension, {
  name: 'РасширениеКонфигурации|ConfigurationExtension',
  contexts: SERVER,
  properties: {
    'Имя|Name': field(({ file }) => file?.name ?? ''),
    'Синоним|Synonym': field(({ file }) => file?.synonym ?? ''),
    'Версия|Version': field(({ file }) => file?.version ?? ''),
    'УникальныйИдентификатор|UUID': field(
      ({ id }) => new UniqueId(id ?? '00000000-0000-0000-0000-000000000000'),
    ),
    'ХешСумма|HashSum': field(({ bytes }) => new BinaryData(storedHash(bytes))),
    'Назначение|Purpose': field(({ file }) => PURPOSE.values[file?.purpose ?? 'addOn']),
    'ОбластьДействия|Scope': field(() => SCOPE.values.infobase),
    'БезопасныйРежим|SafeMode': {
      get: ({ safeMode }) => safeMode,
      set: (self, value) => {
        if (typeof value !== 'boolean' && typeof value !== 'string')
          throw new BslException(MESSAGES.wrongType(1));
        self.safeMode = value;
      },
    },
    'ЗащитаОтОпасныхДействий|UnsafeActionProtection': {
      get: ({ protection }) => new ProtectionDescription(protection.warns),
      set: (self, value) => {
        self.protection = objectArgument([value], 0, ProtectionDescription);
      },
    },
    'Активно|Active': {
      get: ({ active }) => active,
      set: (self, value) => {
        self.active = flagArgument([value], 0);
      },
    },
    'ИспользоватьОсновныеРолиДляВсехПользователей|UseDefaultRolesForAllUsers': {
      get: ({ mainRolesForAll }) => mainRolesForAll,
      set: (self, value) => {
        self.mainRolesForAll = flagArgument([value], 0);
      },
    },
    'ИспользуетсяВРаспределеннойИнформационнойБазе|UsedInDistributedInfoBase': {
      get: ({ usedInDistributed }) => usedInDistributed,
      set: (self, value) => {
        self.usedInDistributed = flagArgument([value], 0);
      },
    },
    'ГлавныйУзел|MasterNode': {
      get: (self, session) => (stored(self, session)?.fromMainNode ? 'ГлавныйУзел' : undefined),
    },
  },
  methods: {
    'Записать|Write': method([0, 1], write),
    'Удалить|Delete': method([0, 0], remove),
    'ПолучитьДанные|GetData': method([0, 0], ({ bytes }) => new BinaryData(bytes)),
    'ИзменяетСтруктуруДанных|ModifiesDataStructure': method([0, 0], ({ file }) => file?.changesData ?? false),
    'ПроверитьВозможностьПрименения|CheckCanApply': method([0, 2], check),
  },
});
