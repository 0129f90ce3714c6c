import { BslException } from '../../../runtime/errors.ts';
import type { Value } from '../../../runtime/value.ts';
import { equalityKey } from '../../../runtime/operators.ts';

/** Part that a column plays in its table. */
export type ColumnRole = 'dimension' | 'resource' | 'attribute';

/** A column: `Строка(10)`, `Число`, `Булево`, `Дата`, or full names of tables whose references it holds. */
export interface Column {
  readonly name: string;
  readonly role: ColumnRole;
  readonly types: readonly string[];
}

/** A row of a table: values in the order of its columns. */
export type Row = Value[];

/**
 * A table of the infobase. Rows of registers are found by their dimensions, those of tables of objects by the UUID.
 * Fact: a register holds one record for one set of dimensions (documentation of the platform, not verified on it).
 */
export interface Table {
  /** `РегистрСведений.СвязиCRM`. */
  readonly fullName: string;
  readonly columns: readonly Column[];
  /** A register with a period: many records for one set of dimensions. The bench stores none, it only says so. */
  readonly periodic?: boolean;
  readonly rows: Map<string, Row>;
}

/** Makes a table; columns of a role are given as `{ Имя: 'Строка(10)' }` or `{ Имя: ['Справочник.А', 'Документ.Б'] }`. */
export function tableOf(
  fullName: string,
  roles: Partial<Readonly<Record<ColumnRole, Readonly<Record<string, string | readonly string[]>>>>> = {},
): Table {
  const part = (role: ColumnRole): Column[] =>
    Object.entries(roles[role] ?? {}).map(([name, types]) => ({
      name,
      role,
      types: typeof types === 'string' ? [types] : types,
    }));
  return {
    fullName,
    columns: [...part('dimension'), ...part('resource'), ...part('attribute')],
    rows: new Map(),
  };
}

/** Where a column stands among the values of a row; names compare without case. */
export const placeOf = ({ columns }: Table, name: string): number =>
  columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase());

/** Key of a record of a register: its dimensions. */
export const recordKey = ({ columns }: Table, row: Row): string =>
  JSON.stringify(
    columns.flatMap(({ role }, place) =>
      role === 'dimension' ? [`${typeof row[place]} ${String(equalityKey(row[place]))}`] : [],
    ),
  );

const REPEATED = 'В данной транзакции уже происходили ошибки!';

/**
 * What the infobase stores, with transactions. Facts (documentation of the platform, not verified on it): writes
 * outside of a transaction stand alone; transactions nest by counting, an inner rollback spoils the outer one; after an
 * error of the data base nothing more can be done in a transaction but roll it back; a session that dies rolls back.
 */
export class InfobaseData {
  readonly tables: ReadonlyMap<string, Table>;
  /** `Изменение РегистрСведений.Связи`: rights that the user lacks. */
  readonly denied: Set<string>;
  /** Called before each read or write; what it throws is an error of the data base. */
  readonly touch: (act: 'read' | 'write' | 'commit', table: string, key: string) => void;
  /** Most writes that one transaction held. */
  largestTransaction = 0;
  /** Writes that were committed. */
  written = 0;
  #depth = 0;
  #spoiled = false;
  #undo: (() => void)[] = [];
  #done: (() => void)[] = [];
  #ended: (() => void)[] = [];

  constructor(
    tables: readonly Table[],
    more: { readonly denied?: readonly string[]; readonly touch?: InfobaseData['touch'] } = {},
  ) {
    this.tables = new Map(tables.map((table) => [table.fullName.toLowerCase(), table]));
    this.denied = new Set((more.denied ?? []).map((right) => right.toLowerCase()));
    this.touch = more.touch ?? (() => undefined);
  }

  table(fullName: string): Table | undefined {
    return this.tables.get(fullName.toLowerCase());
  }

  may(right: string, fullName: string): boolean {
    return !this.denied.has(`${right} ${fullName}`.toLowerCase());
  }

  get isActive(): boolean {
    return this.#depth > 0;
  }

  begin(): void {
    this.#depth += 1;
  }

  commit(): void {
    if (this.#depth === 0) throw new BslException('Транзакция не активна');
    if (this.#spoiled) throw new BslException(REPEATED);
    if (this.#depth === 1) this.#reach('commit', '', '');
    this.#depth -= 1;
    if (this.#depth > 0) return;
    this.written += this.#undo.length;
    this.#undo = [];
    for (const step of this.#done.splice(0)) step();
    this.#end();
  }

  /** Does something when the transaction is committed, at once where there is none. */
  whenCommitted(step: () => void): void {
    if (this.#depth === 0) step();
    else this.#done.push(step);
  }

  /** Does something when the transaction is over, whichever way: a managed lock lives as long. */
  whenEnded(step: () => void): void {
    this.#ended.push(step);
  }

  /** What an error of the data base does to a transaction. */
  spoil(): void {
    this.#spoiled = this.#depth > 0;
  }

  rollback(): void {
    if (this.#depth === 0) throw new BslException('Транзакция не активна');
    this.#depth -= 1;
    this.#spoiled = this.#depth > 0;
    if (this.#depth === 0) this.#undoAll();
  }

  /** What the server does for a session that died. */
  endSession(): void {
    this.#depth = 0;
    this.#spoiled = false;
    this.#undoAll();
  }

  /** A row as it stands; a copy, so that nobody changes it in passing. */
  read(table: Table, key: string): Row | undefined {
    this.#reach('read', table.fullName, key);
    this.#demand('Чтение', table);
    return table.rows.get(key)?.slice();
  }

  /** Adds or replaces a row. */
  write(table: Table, key: string, row: Row): void {
    this.#reach('write', table.fullName, key);
    this.#demand('Изменение', table);
    const before = table.rows.get(key);
    table.rows.set(key, row.slice());
    if (this.#depth === 0) this.written += 1;
    else {
      this.#undo.push(() => (before ? table.rows.set(key, before) : table.rows.delete(key)));
      this.largestTransaction = Math.max(this.largestTransaction, this.#undo.length);
    }
  }

  #demand(right: string, { fullName }: Table): void {
    if (!this.may(right, fullName)) throw new BslException('Нарушение прав доступа!');
  }

  #reach(act: 'read' | 'write' | 'commit', table: string, key: string): void {
    if (this.#spoiled) throw new BslException(REPEATED);
    try {
      this.touch(act, table, key);
    } catch (error) {
      this.#spoiled = this.#depth > 0;
      throw error;
    }
  }

  #undoAll(): void {
    for (const step of this.#undo.reverse()) step();
    this.#undo = [];
    this.#done = [];
    this.#end();
  }

  #end(): void {
    for (const step of this.#ended.splice(0)) step();
  }
}

const NOTHING = new InfobaseData([]);

/** Data of an infobase; one without any has no tables. */
export const dataOf = ({ infobase }: { readonly infobase: { readonly data?: InfobaseData } }): InfobaseData =>
  infobase.data ?? NOTHING;
