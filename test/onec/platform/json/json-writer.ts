import { momentOf, parseDate } from '../../runtime/date.ts';
import { plainDigits } from '../../runtime/decimal.ts';
import { BslException, MESSAGES } from '../../runtime/errors.ts';
import { defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import { BslDate, isNumber, type Value } from '../../runtime/value.ts';
import { BslArray } from '../collections/array.ts';
import { BslMap } from '../collections/map.ts';
import { Structure } from '../collections/structure.ts';
import { encodeText } from '../binary/encoding.ts';
import { NOT_WEB, objectArgument, textArgument, type NameGroup } from '../define.ts';
import { defineEnumeration, EnumerationValue } from '../enumeration.ts';
import { JSON_READER, JSON_VALUE_TYPE, readJson } from './json-reader.ts';

const LINE_BREAK = defineEnumeration({
  name: 'ПереносСтрокJSON|JSONLineBreak',
  contexts: NOT_WEB,
  values: { auto: 'Авто|Auto', none: 'Нет|None', unix: 'Unix|Unix', windows: 'Windows|Windows' },
});

/** `ПараметрыЗаписиJSON(ПереносСтрок, СимволыОтступа, …)`. */
class JsonWriterSettings extends NativeObject {
  readonly breaks: boolean;
  readonly indent: string;

  constructor(breaks: boolean, indent: string) {
    super();
    this.breaks = breaks;
    this.indent = indent;
  }

  get type(): BslType {
    return JSON_WRITER_SETTINGS;
  }
}

const JSON_WRITER_SETTINGS: BslType = defineType(JsonWriterSettings, {
  name: 'ПараметрыЗаписиJSON|JSONWriterSettings',
  contexts: NOT_WEB,
  construct: method([0, 9], (_, [lineBreak, indent]) => {
    const breaks = !(lineBreak instanceof EnumerationValue) || lineBreak !== LINE_BREAK.values.none;
    return new JsonWriterSettings(breaks, typeof indent === 'string' ? indent : '');
  }),
});

/** `ЗаписьJSON`: line breaks are on unless told. Source: platform-1c.md 4. */
class JsonWriter extends NativeObject {
  settings = new JsonWriterSettings(true, '');
  #text = '';
  #onClose: (text: string) => void = () => undefined;

  get type(): BslType {
    return JSON_WRITER;
  }

  open(settings: Value, onClose: (text: string) => void): void {
    if (settings instanceof JsonWriterSettings) this.settings = settings;
    this.#text = '';
    this.#onClose = onClose;
  }

  write(value: Value): void {
    this.#text += written(value, this.settings, '');
  }

  close(): string {
    this.#onClose(this.#text);
    return this.#text;
  }
}

const ESCAPES: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r' };

/** Non-ASCII stays as it is, a tab becomes `\u0009`. Source: platform-1c.md 4. */
function quoted(text: string): string {
  const inner = text.replace(
    /["\\\p{Cc}]/gu,
    (letter) => ESCAPES[letter] ?? `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `"${inner}"`;
}

function written(value: Value, settings: JsonWriterSettings, margin: string): string {
  if (value === undefined) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quoted(value);
  if (isNumber(value)) return plainDigits(value);
  if (value instanceof BslDate) return quoted(momentOf(value).toISOString().slice(0, 19));
  const inner = margin + settings.indent;
  if (value instanceof BslArray) {
    return wrapped(
      ['[', ']'],
      value.items.map((item) => written(item, settings, inner)),
      { settings, margin },
    );
  }
  if (!(value instanceof Structure) && !(value instanceof BslMap))
    throw new BslException(MESSAGES.wrongType(2));
  const fields = value instanceof Structure ? value.fields.values() : value.entries.values();
  const lines = [...fields].map(({ key, value: item }) => {
    return `${quoted(textArgument([key], 0))}:${settings.breaks ? ' ' : ''}${written(item, settings, inner)}`;
  });
  return wrapped(['{', '}'], lines, { settings, margin });
}

interface Layout {
  readonly settings: JsonWriterSettings;
  readonly margin: string;
}

function wrapped(
  [open, close]: readonly [string, string],
  lines: readonly string[],
  { settings, margin }: Layout,
): string {
  if (lines.length === 0) return open + close;
  if (!settings.breaks) return `${open}${lines.join(',')}${close}`;
  const inner = `\n${margin}${settings.indent}`;
  return `${open}${inner}${lines.join(`,${inner}`)}\n${margin}${close}`;
}

const JSON_WRITER: BslType = defineType(JsonWriter, {
  name: 'ЗаписьJSON|JSONWriter',
  contexts: NOT_WEB,
  construct: method([0, 0], () => new JsonWriter()),
  methods: {
    'УстановитьСтроку|SetString': method([0, 1], (self, [settings]) => {
      self.open(settings, () => undefined);
      return undefined;
    }),
    'ОткрытьФайл|OpenFile': method([1, 4], (self, args, { world }) => {
      const name = textArgument(args, 0);
      self.open(args[3], (text) => world.files.write(name, encodeText(text)));
      return undefined;
    }),
    'Закрыть|Close': method([0, 0], (self) => self.close()),
  },
});

/** JSON. Source: platform-1c.md 4. */
export const JSON_NAMES: NameGroup = {
  types: [JSON_READER, JSON_WRITER, JSON_WRITER_SETTINGS],
  properties: {
    'ТипЗначенияJSON|JSONValueType': JSON_VALUE_TYPE.property,
    'ПереносСтрокJSON|JSONLineBreak': LINE_BREAK.property,
  },
  functions: {
    'ПрочитатьJSON|ReadJSON': { contexts: NOT_WEB, takes: [1, 9], run: readJson },
    'ЗаписатьJSON|WriteJSON': {
      contexts: NOT_WEB,
      isProcedure: true,
      takes: [2, 6],
      run: (args) => {
        objectArgument(args, 0, JsonWriter).write(args[1]);
        return undefined;
      },
    },
    'ПрочитатьДатуJSON|ReadJSONDate': {
      contexts: NOT_WEB,
      takes: [2, 3],
      run: (args) => dateOf(textArgument(args, 0)),
    },
  },
};

function dateOf(text: string): BslDate {
  const date = parseDate(text.slice(0, 19));
  if (!date) throw new BslException(MESSAGES.wrongValue(1));
  return date;
}
