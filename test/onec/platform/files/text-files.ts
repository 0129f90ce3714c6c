import { defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import { present } from '../../runtime/presentation.ts';
import { BslException } from '../../runtime/errors.ts';
import { checkEncoding, decodeText, encodeText } from '../binary/encoding.ts';
import { flagArgument, NOT_WEB, optionalText, textArgument } from '../define.ts';

const BOM = '\uFEFF';

/** `ЧтениеТекста`: a byte order mark is skipped. */
class TextReader extends NativeObject {
  lines: string[] = [];

  get type(): BslType {
    return TEXT_READER;
  }
}

/** Type of {@link TextReader}. */
export const TEXT_READER: BslType = defineType(TextReader, {
  name: 'ЧтениеТекста|TextReader',
  contexts: NOT_WEB,
  construct: method([0, 5], (_, args, { world }) => {
    const reader = new TextReader();
    checkEncoding(args[1]);
    const text = args[0] === undefined ? '' : decodeText(world.files.read(textArgument(args, 0)));
    reader.lines = text === '' ? [] : text.replace(BOM, '').split(/\r?\n/);
    return reader;
  }),
  methods: {
    'Прочитать|Read': method([0, 1], (self) => {
      const text = self.lines.length > 0 ? self.lines.join('\n') : undefined;
      self.lines = [];
      return text;
    }),
    'ПрочитатьСтроку|ReadLine': method([0, 1], (self) => self.lines.shift()),
    'Закрыть|Close': method([0, 0], () => undefined),
  },
});

/** `ЗаписьТекста`: UTF-8 with a byte order mark unless a text without one is asked for; lines end with CR LF. */
class TextWriter extends NativeObject {
  readonly #close: (text: string) => void;
  text = '';

  constructor(close: (text: string) => void) {
    super();
    this.#close = close;
  }

  get type(): BslType {
    return TEXT_WRITER;
  }

  close(): void {
    this.#close(this.text);
  }
}

/** Type of {@link TextWriter}. */
export const TEXT_WRITER: BslType = defineType(TextWriter, {
  name: 'ЗаписьТекста|TextWriter',
  contexts: NOT_WEB,
  construct: method([1, 6], (_, args, { world }) => {
    checkEncoding(args[1]);
    const name = textArgument(args, 0);
    const appends = flagArgument(args, 3);
    return new TextWriter((text) => {
      const before = appends && world.files.exists(name) ? decodeText(world.files.read(name)) : BOM;
      world.files.write(name, encodeText(before + text));
    });
  }),
  methods: {
    'Записать|Write': method([1, 1], (self, [value]) => {
      self.text += present(value);
      return undefined;
    }),
    'ЗаписатьСтроку|WriteLine': method([0, 2], (self, args) => {
      self.text += present(args[0]) + optionalText(args, 1, '\r\n');
      return undefined;
    }),
    'Закрыть|Close': method([0, 0], (self) => {
      self.close();
      return undefined;
    }),
  },
});

/** `ТекстовыйДокумент`. */
class TextDocument extends NativeObject {
  text = '';

  get type(): BslType {
    return TEXT_DOCUMENT;
  }
}

/** Type of {@link TextDocument}. */
export const TEXT_DOCUMENT: BslType = defineType(TextDocument, {
  name: 'ТекстовыйДокумент|TextDocument',
  contexts: NOT_WEB,
  canCrossBorder: true,
  construct: method([0, 0], () => new TextDocument()),
  methods: {
    'ПолучитьТекст|GetText': method([0, 0], ({ text }) => text),
    'УстановитьТекст|SetText': method([1, 1], (self, args) => {
      self.text = textArgument(args, 0);
      return undefined;
    }),
    'КоличествоСтрок|LineCount': method([0, 0], ({ text }) =>
      BigInt(text === '' ? 0 : text.split('\n').length),
    ),
    'ПолучитьСтроку|GetLine': method([1, 1], ({ text }, [index]) => {
      const line = text.split('\n')[Number(index) - 1];
      if (line === undefined) throw new BslException('Номер строки за границами текста');
      return line;
    }),
    'Прочитать|Read': method([1, 3], (self, args, { world }) => {
      self.text = decodeText(world.files.read(textArgument(args, 0)))
        .replace(BOM, '')
        .replaceAll('\r\n', '\n');
      return undefined;
    }),
  },
});
