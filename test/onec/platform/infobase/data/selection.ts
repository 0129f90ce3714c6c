import { BslException, MESSAGES } from '../../../runtime/errors.ts';
import { defineType, method, NativeObject, type BslType } from '../../../runtime/object.ts';
import type { Value } from '../../../runtime/value.ts';
import { SERVER } from '../../define.ts';
import { Reference } from './reference.ts';
import { placeOf, type Row, type Table } from './tables.ts';

/**
 * `Выборка`: rows one after another, in no order to count on, each gone when the next comes; it cannot cross the border
 * between client and server (documentation of the platform, not verified on it).
 */
export class Selection extends NativeObject {
  readonly table: Table;
  readonly #rows: Iterator<readonly [string, Row]>;
  current: readonly [string, Row] | undefined;

  constructor(table: Table, rows: Iterable<readonly [string, Row]>) {
    super();
    this.table = table;
    this.#rows = rows[Symbol.iterator]();
  }

  get type(): BslType {
    return SELECTION;
  }

  next(): boolean {
    const step = this.#rows.next();
    this.current = step.done === true ? undefined : step.value;
    return this.current !== undefined;
  }

  override fieldNames(): string[] {
    const own = this.table.columns.map(({ name }) => name);
    return this.#isRegister ? own : ['Ссылка', ...own];
  }

  override getField(name: string): Value {
    if (!this.current) throw new BslException('Запись выборки не получена');
    if (!this.#isRegister && /^(ссылка|ref)$/i.test(name))
      return new Reference(this.table.fullName, this.current[0]);
    const place = placeOf(this.table, name);
    if (place < 0) throw new BslException(MESSAGES.noField(name));
    return this.current[1][place];
  }

  get #isRegister(): boolean {
    return this.table.fullName.startsWith('Регистр');
  }
}

const SELECTION: BslType = defineType(Selection, {
  name: 'Выборка|Selection',
  contexts: SERVER,
  methods: { 'Следующий|Next': method([0, 0], (self) => self.next()) },
});
