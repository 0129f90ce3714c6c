import { BslException, MESSAGES } from '../../runtime/errors.ts';
import { defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import type { Session } from '../../runtime/session.ts';
import type { Value } from '../../runtime/value.ts';
import { EVERYWHERE, objectArgument, sizeArgument, textArgument } from '../define.ts';
import { BinaryData } from './binary-data.ts';
import { BinaryBuffer, byteOf, BYTE_ORDER, integerBytes } from './buffer.ts';
import { checkEncoding, decodeText, encodeText } from './encoding.ts';
import { MemoryStream } from './stream.ts';

/** `ЧтениеДанных` over a stream, binary data or a file. */
export class DataReader extends NativeObject {
  readonly stream: MemoryStream;

  constructor(stream: MemoryStream) {
    super();
    this.stream = stream;
  }

  get type(): BslType {
    return DATA_READER;
  }
}

/** `РезультатЧтенияДанных`. */
class DataReadingResult extends NativeObject {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    super();
    this.bytes = bytes;
  }

  get type(): BslType {
    return DATA_READING_RESULT;
  }
}

/** Type of what `ЧтениеДанных.Прочитать` gives. */
export const DATA_READING_RESULT: BslType = defineType(DataReadingResult, {
  name: 'РезультатЧтенияДанных|DataReadingResult',
  contexts: EVERYWHERE,
  properties: { 'Размер|Size': { get: ({ bytes }) => BigInt(bytes.length) } },
  methods: {
    'ПолучитьДвоичныеДанные|GetBinaryData': method([0, 0], ({ bytes }) => new BinaryData(bytes)),
    'ПолучитьБуферДвоичныхДанных|GetBinaryDataBuffer': method(
      [0, 0],
      ({ bytes }) => new BinaryBuffer(bytes.slice()),
    ),
    'ОткрытьПотокДляЧтения|OpenStreamForRead': method(
      [0, 0],
      ({ bytes }) => new MemoryStream(bytes.slice(), 'read'),
    ),
  },
});

function sourceOf(args: readonly Value[], session: Session): MemoryStream {
  const [source] = args;
  if (source instanceof MemoryStream) return source;
  if (source instanceof BinaryData) return new MemoryStream(source.bytes.slice(), 'read');
  return new MemoryStream(session.world.files.read(textArgument(args, 0)), 'read');
}

const rest = (self: DataReader, args: readonly Value[]): Uint8Array =>
  self.stream.take(sizeArgument(args, 0, self.stream.bytes.length - self.stream.position));

function line(self: DataReader): Value {
  const { stream } = self;
  if (stream.position >= stream.bytes.length) return undefined;
  const end = stream.bytes.indexOf(10, stream.position);
  const bytes = stream.take((end < 0 ? stream.bytes.length : end + 1) - stream.position);
  return decodeText(bytes).replace(/\r?\n$/, '');
}

const integer = (size: number) =>
  method<DataReader>([0, 1], ({ stream }, [order]) => {
    const bytes = stream.take(size);
    if (bytes.length < size) throw new BslException('Достигнут конец потока');
    if (order !== BYTE_ORDER.values.big) bytes.reverse();
    return bytes.reduce((value, byte) => value * 256n + BigInt(byte), 0n);
  });

const NOTHING = { min: 0, max: 0, run: () => undefined } as const;

/** Type of {@link DataReader}. */
export const DATA_READER: BslType = defineType(DataReader, {
  name: 'ЧтениеДанных|DataReader',
  contexts: EVERYWHERE,
  since: '8.3.10',
  construct: method([1, 6], (_, args, session) => new DataReader(sourceOf(args, session))),
  properties: {
    'ЧтениеЗавершено|ReadCompleted': { get: ({ stream }) => stream.position >= stream.bytes.length },
  },
  methods: {
    'Прочитать|Read': method([0, 1], (self, args) => new DataReadingResult(rest(self, args))),
    'ПрочитатьВБуферДвоичныхДанных|ReadIntoBinaryDataBuffer': method(
      [0, 1],
      (self, args) => new BinaryBuffer(rest(self, args)),
    ),
    'ПрочитатьБайт|ReadByte': method([0, 0], ({ stream }) => {
      const [byte] = stream.take(1);
      return byte === undefined ? undefined : BigInt(byte);
    }),
    'ПрочитатьЦелое16|ReadInt16': integer(2),
    'ПрочитатьЦелое32|ReadInt32': integer(4),
    'ПрочитатьЦелое64|ReadInt64': integer(8),
    'ПрочитатьСтроку|ReadLine': method([0, 2], line),
    'ПрочитатьСимволы|ReadChars': method([0, 2], (self, args) => {
      checkEncoding(args[1]);
      if (args[0] !== undefined) throw new BslException(MESSAGES.wrongValue(1));
      return decodeText(rest(self, []));
    }),
    'Пропустить|Skip': method([1, 1], ({ stream }, args) =>
      BigInt(stream.take(sizeArgument(args, 0)).length),
    ),
    'ИсходныйПоток|SourceStream': method([0, 0], ({ stream }) => stream),
    'Закрыть|Close': NOTHING,
  },
});

/** `ЗаписьДанных` over a stream. */
export class DataWriter extends NativeObject {
  readonly stream: MemoryStream;

  constructor(stream: MemoryStream) {
    super();
    this.stream = stream;
  }

  get type(): BslType {
    return DATA_WRITER;
  }
}

function bytesOf(args: readonly Value[]): Uint8Array {
  const [source] = args;
  if (source instanceof BinaryData || source instanceof BinaryBuffer || source instanceof DataReadingResult)
    return source.bytes;
  throw new BslException(MESSAGES.wrongType(1));
}

const putting = (bytes: (args: readonly Value[]) => Uint8Array) =>
  method<DataWriter>([1, 3], ({ stream }, args) => {
    stream.put(bytes(args));
    return undefined;
  });

const putInteger = (size: number) =>
  putting((args) => integerBytes(args[0], size, args[1] === BYTE_ORDER.values.big ? 'big' : 'little'));

/** Type of {@link DataWriter}. */
export const DATA_WRITER: BslType = defineType(DataWriter, {
  name: 'ЗаписьДанных|DataWriter',
  contexts: EVERYWHERE,
  since: '8.3.10',
  construct: method([1, 6], (_, args) => new DataWriter(objectArgument(args, 0, MemoryStream))),
  methods: {
    'Записать|Write': putting(bytesOf),
    'ЗаписатьБуферДвоичныхДанных|WriteBinaryDataBuffer': putting(bytesOf),
    'ЗаписатьБайт|WriteByte': putting((args) => Uint8Array.of(byteOf(args[0]))),
    'ЗаписатьСимволы|WriteChars': putting((args) => encodeText(textArgument(args, 0))),
    'ЗаписатьСтроку|WriteLine': putting((args) => encodeText(`${textArgument(args, 0)}\r\n`)),
    'ЗаписатьЦелое16|WriteInt16': putInteger(2),
    'ЗаписатьЦелое32|WriteInt32': putInteger(4),
    'ЗаписатьЦелое64|WriteInt64': putInteger(8),
    'СброситьБуферы|Flush': NOTHING,
    'Закрыть|Close': NOTHING,
  },
});
