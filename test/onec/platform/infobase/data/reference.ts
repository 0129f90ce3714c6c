import { BslException, MESSAGES } from '../../../runtime/errors.ts';
import { defineType, method, NativeObject, type BslType } from '../../../runtime/object.ts';
import type { Session } from '../../../runtime/session.ts';
import type { Value } from '../../../runtime/value.ts';
import { SERVER } from '../../define.ts';
import { UniqueId } from '../../unique-id.ts';
import { DataMetadata } from './data-metadata.ts';
import { DataObject } from './data-object.ts';
import { dataOf, placeOf } from './tables.ts';

const EMPTY = '00000000-0000-0000-0000-000000000000';

/**
 * A reference: a table and a UUID, whether the object is there or not. Fact: `ПолучитьСсылку` makes one for any UUID,
 * `ПолучитьОбъект` of a missing object gives Неопределено, reading an attribute through a broken reference gives
 * Неопределено (documentation of the platform, not verified on it).
 */
export class Reference extends NativeObject {
  readonly table: string;
  readonly id: string;

  constructor(table: string, id: string) {
    super();
    this.table = table;
    this.id = id;
  }

  get type(): BslType {
    return typeOfReferences(this.table);
  }

  override present(): string {
    return this.isFilled() ? `Объект не найден (${this.table}:${this.id})` : '';
  }

  override equalityKey(): string {
    return `${this.table}:${this.id}`;
  }

  override isFilled(): boolean {
    return this.id !== EMPTY;
  }

  override getField(name: string, { world }: Session): Value {
    if (/^(ссылка|ref)$/i.test(name)) return this;
    const table = dataOf(world).table(this.table);
    const place = table ? placeOf(table, name) : -1;
    if (!table || place < 0) throw new BslException(MESSAGES.noField(name));
    return dataOf(world).read(table, this.id)?.[place];
  }
}

const kinds = new Map<string, BslType>();

/** Type of references to a table, `СправочникСсылка.Контрагенты`: one object for one name. */
export function typeOfReferences(table: string): BslType {
  const known = kinds.get(table);
  if (known) return known;
  const [kind = '', name = ''] = table.split('.');
  const made = defineType(Reference, {
    name: `${kind}Ссылка.${name}`,
    contexts: SERVER,
    canCrossBorder: true,
    methods: {
      'УникальныйИдентификатор|UUID': method([0, 0], ({ id }) => new UniqueId(id)),
      'Пустая|IsEmpty': method([0, 0], (self) => !self.isFilled()),
      'Метаданные|Metadata': method([0, 0], ({ table: fullName }) => new DataMetadata(fullName)),
      'ПолучитьОбъект|GetObject': method([0, 0], (self, _, { world }) => {
        const stored = dataOf(world).table(self.table);
        const row = stored && dataOf(world).read(stored, self.id);
        return row && new DataObject(stored, self, row);
      }),
    },
  });
  kinds.set(table, made);
  return made;
}

/** Full name of the table that a type refers to, `Справочник.Контрагенты`; undefined for other types. */
export const tableOfType = (type: BslType): string | undefined =>
  [...kinds].find(([, known]) => known === type)?.[0];

/** The empty reference of a table. */
export const emptyReference = (table: string): Reference => new Reference(table, EMPTY);
