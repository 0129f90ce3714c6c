import {
  defineType,
  method,
  NativeObject,
  type BslType,
  type NativeProperty,
} from '../../../runtime/object.ts';
import { SERVER, textArgument } from '../../define.ts';
import { defineEnumeration } from '../../enumeration.ts';
import { TypeDescriptionValue } from './column-type.ts';
import { dataOf, type Column, type ColumnRole } from './tables.ts';

const PERIODICITY = defineEnumeration({
  name: 'ПериодичностьРегистраСведений|InformationRegisterPeriodicity',
  contexts: SERVER,
  values: { none: 'Непериодический|Nonperiodical', day: 'День|Day' },
});

/** `Метаданные.СвойстваОбъектов`: enumerations of metadata. */
class ObjectProperties extends NativeObject {
  get type(): BslType {
    return OBJECT_PROPERTIES;
  }
}

const OBJECT_PROPERTIES: BslType = defineType(ObjectProperties, {
  name: 'СвойстваОбъектовМетаданных|MetadataObjectProperties',
  contexts: SERVER,
  properties: {
    'ПериодичностьРегистраСведений|InformationRegisterPeriodicity': {
      get: (_, session) => PERIODICITY.property.get(session),
    },
  },
});

/** The one object of {@link ObjectProperties}. */
export const METADATA_PROPERTIES: NativeObject = new ObjectProperties();

/** A metadata object with stored data: `Метаданные.РегистрыСведений.Связи`. Source: platform-1c.md 6. */
export class DataMetadata extends NativeObject {
  readonly fullName: string;

  constructor(fullName: string) {
    super();
    this.fullName = fullName;
  }

  get type(): BslType {
    return DATA_METADATA;
  }

  override equalityKey(): string {
    return this.fullName;
  }
}

/** `Измерения`, `Ресурсы` or `Реквизиты` of a metadata object. */
class MetadataColumns extends NativeObject {
  readonly columns: readonly Column[];

  constructor(columns: readonly Column[]) {
    super();
    this.columns = columns;
  }

  get type(): BslType {
    return METADATA_COLUMNS;
  }

  override *iterate(): Generator<MetadataColumn> {
    for (const column of this.columns) yield new MetadataColumn(column);
  }
}

/** One of {@link MetadataColumns}. */
class MetadataColumn extends NativeObject {
  readonly column: Column;

  constructor(column: Column) {
    super();
    this.column = column;
  }

  get type(): BslType {
    return METADATA_COLUMN;
  }
}

const METADATA_COLUMN: BslType = defineType(MetadataColumn, {
  name: 'ОбъектМетаданных|MetadataObject',
  contexts: SERVER,
  properties: {
    'Имя|Name': { get: ({ column }) => column.name },
    'Тип|Type': { get: ({ column }) => new TypeDescriptionValue(column) },
  },
});

const METADATA_COLUMNS: BslType = defineType(MetadataColumns, {
  name: 'КоллекцияОбъектовМетаданных|MetadataObjectCollection',
  contexts: SERVER,
  methods: {
    'Количество|Count': method([0, 0], ({ columns }) => BigInt(columns.length)),
    'Найти|Find': method([1, 1], ({ columns }, args) => {
      const name = textArgument(args, 0).toLowerCase();
      const found = columns.find((column) => column.name.toLowerCase() === name);
      return found && new MetadataColumn(found);
    }),
  },
});

const columnsOf = (role: ColumnRole): NativeProperty<DataMetadata> => ({
  get: ({ fullName }, { world }) => {
    const columns = dataOf(world).table(fullName)?.columns ?? [];
    return new MetadataColumns(columns.filter((column) => column.role === role));
  },
});

const DATA_METADATA: BslType = defineType(DataMetadata, {
  name: 'ОбъектМетаданных|MetadataObject',
  contexts: SERVER,
  properties: {
    'Имя|Name': { get: ({ fullName }) => fullName.slice(fullName.indexOf('.') + 1) },
    'ПериодичностьРегистраСведений|InformationRegisterPeriodicity': {
      get: ({ fullName }, { world }) =>
        PERIODICITY.values[dataOf(world).table(fullName)?.periodic === true ? 'day' : 'none'],
    },
    'Измерения|Dimensions': columnsOf('dimension'),
    'Ресурсы|Resources': columnsOf('resource'),
    'Реквизиты|Attributes': columnsOf('attribute'),
  },
  methods: {
    'ПолноеИмя|FullName': method([0, 0], ({ fullName }) => fullName),
  },
});
