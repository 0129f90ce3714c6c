import { parseDate } from '../../runtime/date.ts';
import { BslException, MESSAGES } from '../../runtime/errors.ts';
import { defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import type { Value } from '../../runtime/value.ts';
import { BslArray } from '../collections/array.ts';
import { BslMap } from '../collections/map.ts';
import { Structure } from '../collections/structure.ts';
import { decodeText } from '../binary/encoding.ts';
import { MemoryStream } from '../binary/stream.ts';
import { flagArgument, NOT_WEB, objectArgument, sizeArgument, textArgument } from '../define.ts';
import { defineEnumeration, type EnumerationValue } from '../enumeration.ts';
import { jsonEvents, type JsonEvent } from './json-events.ts';

/** `ТипЗначенияJSON`. */
export const JSON_VALUE_TYPE = defineEnumeration({
  name: 'ТипЗначенияJSON|JSONValueType',
  contexts: NOT_WEB,
  values: {
    none: 'Ничего|None',
    objectStart: 'НачалоОбъекта|ObjectStart',
    objectEnd: 'КонецОбъекта|ObjectEnd',
    arrayStart: 'НачалоМассива|ArrayStart',
    arrayEnd: 'КонецМассива|ArrayEnd',
    name: 'ИмяСвойства|PropertyName',
    string: 'Строка|String',
    number: 'Число|Number',
    boolean: 'Булево|Boolean',
    null: 'Null|Null',
  },
});

/** `ЧтениеJSON`. Source: platform-1c.md 4. */
export class JsonReader extends NativeObject {
  #events: Iterator<JsonEvent> | undefined;
  current: JsonEvent | undefined;

  get type(): BslType {
    return JSON_READER;
  }

  open(text: string): void {
    this.#events = jsonEvents(text);
    this.current = undefined;
  }

  next(): JsonEvent | undefined {
    if (!this.#events) throw new BslException('Источник данных JSON не задан');
    const step = this.#events.next();
    this.current = step.done ? undefined : step.value;
    return this.current;
  }

  close(): void {
    this.#events = undefined;
  }

  get valueType(): EnumerationValue {
    return JSON_VALUE_TYPE.values[this.current?.kind ?? 'none'];
  }
}

function valueOf(event: JsonEvent | undefined): Value {
  if (!event) return undefined;
  if (event.kind === 'name' || event.kind === 'string') return event.text;
  return event.kind === 'number' || event.kind === 'boolean' ? event.value : undefined;
}

/** Type of {@link JsonReader}. Not in the web client. */
export const JSON_READER: BslType = defineType(JsonReader, {
  name: 'ЧтениеJSON|JSONReader',
  contexts: NOT_WEB,
  construct: method([0, 0], () => new JsonReader()),
  properties: {
    'ТипТекущегоЗначения|CurrentValueType': { get: (self) => self.valueType },
    'ТекущееЗначение|CurrentValue': { get: ({ current }) => valueOf(current) },
  },
  methods: {
    'УстановитьСтроку|SetString': method([1, 1], (self, args) => {
      self.open(textArgument(args, 0));
      return undefined;
    }),
    'ОткрытьПоток|OpenStream': method([1, 2], (self, args) => {
      const stream = objectArgument(args, 0, MemoryStream);
      self.open(decodeText(stream.take(stream.bytes.length)));
      return undefined;
    }),
    'ОткрытьФайл|OpenFile': method([1, 2], (self, args, { world }) => {
      self.open(decodeText(world.files.read(textArgument(args, 0))));
      return undefined;
    }),
    'Прочитать|Read': method([0, 0], (self) => self.next() !== undefined),
    'Закрыть|Close': method([0, 0], (self) => {
      self.close();
      return undefined;
    }),
  },
});

interface Options {
  readonly intoMap: boolean;
  readonly dates: ReadonlySet<string>;
  readonly depth: number;
}

/** `ПрочитатьJSON(Чтение, ВСоответствие, ИменаДат, …, МаксимальнаяВложенность)`. Source: platform-1c.md 4. */
export function readJson(args: readonly Value[]): Value {
  const reader = objectArgument(args, 0, JsonReader);
  const options = {
    intoMap: flagArgument(args, 1),
    dates: new Set(dateNames(args[2])),
    depth: sizeArgument(args, 8, 500),
  };
  return read(reader, reader.next(), options);
}

function dateNames(names: Value): string[] {
  if (names instanceof BslArray) return names.items.map((_item, index, items) => textArgument(items, index));
  return typeof names === 'string' && names !== '' ? names.split(',').map((name) => name.trim()) : [];
}

function read(reader: JsonReader, event: JsonEvent | undefined, options: Options): Value {
  if (options.depth < 0) throw new BslException('Превышена максимальная вложенность JSON');
  const deeper = { ...options, depth: options.depth - 1 };
  if (event?.kind === 'objectStart') return readObject(reader, deeper);
  return event?.kind === 'arrayStart' ? readArray(reader, deeper) : valueOf(event);
}

function readArray(reader: JsonReader, options: Options): BslArray {
  const array = new BslArray();
  for (let event = reader.next(); event && event.kind !== 'arrayEnd'; event = reader.next()) {
    array.items.push(read(reader, event, options));
  }
  return array;
}

function readObject(reader: JsonReader, options: Options): Value {
  const target = options.intoMap ? new BslMap() : new Structure();
  let name: string | undefined;
  for (let event = reader.next(); event && event.kind !== 'objectEnd'; event = reader.next()) {
    if (event.kind === 'name') {
      if (name !== undefined) target.insert(name, undefined);
      name = event.text;
    } else if (name !== undefined) {
      target.insert(name, dated(read(reader, event, options), options.dates.has(name)));
      name = undefined;
    }
  }
  if (name !== undefined) target.insert(name, undefined);
  return target;
}

/** A date named in the parameters is taken as it is written, the zone is not looked at. */
function dated(value: Value, isDate: boolean): Value {
  if (!isDate || typeof value !== 'string') return value;
  const date = parseDate(value.slice(0, 19));
  if (!date) throw new BslException(MESSAGES.cannotConvert('Дата'));
  return date;
}
