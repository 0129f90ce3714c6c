import { BslException } from '../../../runtime/errors.ts';
import { defineType, method, NativeObject, type BslType } from '../../../runtime/object.ts';
import { equalityKey } from '../../../runtime/operators.ts';
import type { Session } from '../../../runtime/session.ts';
import type { Value } from '../../../runtime/value.ts';
import { SERVER, textArgument, type NameGroup } from '../../define.ts';
import { defineEnumeration, EnumerationValue } from '../../enumeration.ts';
import { dataOf } from './tables.ts';

const LOCK_MODE = defineEnumeration({
  name: 'РежимБлокировкиДанных|DataLockMode',
  contexts: SERVER,
  values: { exclusive: 'Исключительный|Exclusive', shared: 'Разделяемый|Shared' },
});

const CONTROL_MODE = defineEnumeration({
  name: 'РежимУправленияБлокировкойДанных|DataLockControlMode',
  contexts: SERVER,
  values: { automatic: 'Автоматический|Automatic', managed: 'Управляемый|Managed' },
});

/** `ЭлементБлокировкиДанных`: a table and values of its fields. */
class LockItem extends NativeObject {
  readonly table: string;
  readonly values = new Map<string, Value>();
  mode: Value = LOCK_MODE.values.exclusive;

  constructor(table: string) {
    super();
    this.table = table;
  }

  get type(): BslType {
    return LOCK_ITEM;
  }

  get key(): string {
    const values = [...this.values].map(([field, value]) => `${field}=${String(equalityKey(value))}`);
    return [this.table, ...values.sort()].join('\n').toLowerCase();
  }
}

const LOCK_ITEM: BslType = defineType(LockItem, {
  name: 'ЭлементБлокировкиДанных|DataLockItem',
  contexts: SERVER,
  properties: {
    'Режим|Mode': {
      get: ({ mode }) => mode,
      set: (self, value) => {
        if (!(value instanceof EnumerationValue)) throw new BslException('Неверный режим блокировки данных');
        self.mode = value;
      },
    },
  },
  methods: {
    'УстановитьЗначение|SetValue': method([2, 2], ({ values }, args) => {
      values.set(textArgument(args, 0), args[1]);
      return undefined;
    }),
  },
});

/** `БлокировкаДанных`. */
class DataLock extends NativeObject {
  readonly items: LockItem[] = [];

  get type(): BslType {
    return DATA_LOCK;
  }
}

/**
 * Facts (documentation, not verified on the platform): a managed lock is set within a transaction and lives as long; it
 * waits for another session's lock and then fails, which is an error of the data base. On the bench nobody can let go
 * while somebody waits, so it fails at once.
 */
function acquire({ items }: DataLock, { world }: Session): undefined {
  const data = dataOf(world);
  const { locks, ownNumber } = world.infobase;
  if (!data.isActive) throw new BslException('Блокировка данных возможна только в транзакции');
  for (const { key } of items) {
    const holder = locks.get(key);
    if (holder !== undefined && holder !== ownNumber) {
      data.spoil();
      throw new BslException('Конфликт блокировок при выполнении транзакции');
    }
    locks.set(key, ownNumber);
    data.whenEnded(() => void locks.delete(key));
  }
}

const DATA_LOCK: BslType = defineType(DataLock, {
  name: 'БлокировкаДанных|DataLock',
  contexts: SERVER,
  construct: method([0, 0], () => new DataLock()),
  methods: {
    'Добавить|Add': method([1, 1], ({ items }, args, { world }) => {
      const table = textArgument(args, 0);
      if (!dataOf(world).table(table)) throw new BslException(`Неверное пространство блокировки (${table})`);
      const item = new LockItem(table);
      items.push(item);
      return item;
    }),
    'Заблокировать|Lock': method([0, 0], (self, _, session) => acquire(self, session)),
  },
});

/** Managed locks. */
export const LOCKS: NameGroup = {
  types: [DATA_LOCK],
  properties: {
    'РежимБлокировкиДанных|DataLockMode': LOCK_MODE.property,
    'РежимУправленияБлокировкойДанных|DataLockControlMode': CONTROL_MODE.property,
  },
};
