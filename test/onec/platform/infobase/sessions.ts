import { BslException } from '../../runtime/errors.ts';
import { dateOfMoment } from '../../runtime/date.ts';
import { defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import type { Session } from '../../runtime/session.ts';
import { BslDate, type Value } from '../../runtime/value.ts';
import { BslArray } from '../collections/array.ts';
import {
  EVERYWHERE,
  flagArgument,
  SERVER,
  textArgument,
  type FunctionDescription,
  type NameGroup,
} from '../define.ts';
import { DataMetadata } from './data/data-metadata.ts';
import { dataOf } from './data/tables.ts';
import { blocks, type ForeignSession } from './infobase.ts';

/** When the session in which modules run began: the same whenever it is asked. */
export const OWN_START = new Date(Date.UTC(2026, 10, 20, 5, 0, 0));

/** `СеансИнформационнойБазы`. Source: platform-1c.md 2. */
class InfobaseSession extends NativeObject {
  readonly session: ForeignSession;

  constructor(session: ForeignSession) {
    super();
    this.session = session;
  }

  get type(): BslType {
    return INFOBASE_SESSION;
  }

  override present(): string {
    const { number, user, computer, application } = this.session;
    return `${number}: ${user}, ${computer}, ${application}`;
  }
}

const INFOBASE_SESSION: BslType = defineType(InfobaseSession, {
  name: 'СеансИнформационнойБазы|InfoBaseSession',
  contexts: SERVER,
  properties: {
    'НомерСеанса|SessionNumber': { get: ({ session }) => BigInt(session.number) },
    'НомерСоединения|ConnectionNumber': { get: ({ session }) => BigInt(session.number) },
    'ИмяПриложения|ApplicationName': { get: ({ session }) => session.application },
    'ИмяКомпьютера|ComputerName': { get: ({ session }) => session.computer },
    'НачалоСеанса|SessionStarted': {
      get: ({ session }, { world }) =>
        new BslDate(dateOfMoment(session.started).seconds + world.zoneMinutes * 60),
    },
    // The user of a background job or of a session that is just starting may be missing.
    'Пользователь|User': {
      get: ({ session }) => (session.user === '' ? undefined : new InfobaseUser(session.user)),
    },
  },
  methods: {
    'ПолучитьФоновоеЗадание|GetBackgroundJob': method([0, 0], ({ session }) =>
      session.application === 'BackgroundJob' ? new BslArray() : undefined,
    ),
  },
});

/** `ПользовательИнформационнойБазы`. */
class InfobaseUser extends NativeObject {
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }

  get type(): BslType {
    return INFOBASE_USER;
  }

  override present(): string {
    return this.name;
  }
}

const INFOBASE_USER: BslType = defineType(InfobaseUser, {
  name: 'ПользовательИнформационнойБазы|InfoBaseUser',
  contexts: SERVER,
  properties: { 'Имя|Name': { get: ({ name }) => name }, 'ПолноеИмя|FullName': { get: ({ name }) => name } },
});

const server = (
  takes: readonly [number, number],
  run: (args: Value[], session: Session) => Value,
): FunctionDescription => ({ contexts: SERVER, takes, run });

/** Needs the right `АктивныеПользователи`, else an exception. Source: platform-1c.md 2. */
function sessions({ world }: Session): BslArray {
  if (!world.infobase.rights.has('АктивныеПользователи')) throw new BslException('Нарушение прав доступа');
  const own = {
    number: world.infobase.ownNumber,
    user: 'Администратор',
    computer: 'server',
    application: '1CV8C',
    started: OWN_START,
  };
  return new BslArray([own, ...world.infobase.sessions].map((session) => new InfobaseSession(session)));
}

function setExclusive(args: readonly Value[], { world }: Session): undefined {
  const wanted = flagArgument(args, 0);
  if (wanted && world.infobase.sessions.some(blocks)) {
    throw new BslException('Ошибка исключительной блокировки информационной базы');
  }
  world.infobase.exclusive = wanted;
}

/** Sessions, exclusive mode, rights, safe and privileged mode. Source: platform-1c.md 1.7, 2. */
export const SESSIONS: NameGroup = {
  types: [INFOBASE_SESSION, INFOBASE_USER],
  functions: {
    'ПолучитьСеансыИнформационнойБазы|GetInfoBaseSessions': server([0, 0], (_, session) => sessions(session)),
    'НомерСеансаИнформационнойБазы|InfoBaseSessionNumber': server([0, 0], (_, { world }) =>
      BigInt(world.infobase.ownNumber),
    ),
    'МонопольныйРежим|ExclusiveMode': server([0, 0], (_, { world }) => world.infobase.exclusive),
    'УстановитьМонопольныйРежим|SetExclusiveMode': { ...server([1, 1], setExclusive), isProcedure: true },
    'ПравоДоступа|AccessRight': server([2, 4], (args, { world }) => {
      const right = textArgument(args, 0);
      if (args[1] instanceof DataMetadata) return dataOf(world).may(right, args[1].fullName);
      return [...world.infobase.rights].some((own) => own.toLowerCase() === right.toLowerCase());
    }),
    'БезопасныйРежим|SafeMode': server([0, 0], (_, { world }) => world.infobase.safeMode),
    'УстановитьПривилегированныйРежим|SetPrivilegedMode': {
      ...server([1, 1], (args, { world }) => {
        // In safe mode the privileged one is ignored. Source: platform-1c.md 1.7.
        world.infobase.privileged = flagArgument(args, 0) && !world.infobase.safeMode;
        return undefined;
      }),
      isProcedure: true,
    },
    'ПривилегированныйРежим|PrivilegedMode': server([0, 0], (_, { world }) => world.infobase.privileged),
    'СтрокаСоединенияИнформационнойБазы|InfoBaseConnectionString': {
      contexts: EVERYWHERE,
      takes: [0, 0],
      run: (_, { world }) =>
        world.infobase.kind === 'file' ? 'File="C:\\base";' : 'Srvr="server";Ref="base";',
    },
    'ПредставлениеПриложения|ApplicationPresentation': server([1, 1], (args) => textArgument(args, 0)),
    'ИмяПользователя|UserName': { contexts: EVERYWHERE, takes: [0, 0], run: () => 'Администратор' },
    'ИмяКомпьютера|ComputerName': { contexts: EVERYWHERE, takes: [0, 0], run: () => 'server' },
  },
};
