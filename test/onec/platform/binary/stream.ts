import { BslException, MESSAGES } from '../../runtime/errors.ts';
import { defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import type { Value } from '../../runtime/value.ts';
import { EVERYWHERE, NOT_WEB, objectArgument, sizeArgument, textArgument } from '../define.ts';
import { defineEnumeration } from '../enumeration.ts';
import { BinaryData } from './binary-data.ts';
import { BinaryBuffer } from './buffer.ts';

/** `ПозицияВПотоке`. */
export const STREAM_POSITION = defineEnumeration({
  name: 'ПозицияВПотоке|PositionInStream',
  contexts: EVERYWHERE,
  values: { begin: 'Начало|Begin', current: 'Текущая|Current', end: 'Конец|End' },
});

/** A stream over bytes in memory: `ПотокВПамяти`, and what `ОткрытьПотокДляЧтения` gives. */
export class MemoryStream extends NativeObject {
  #bytes: Uint8Array;
  readonly access: 'read' | 'write';
  readonly #onClose: (bytes: Uint8Array) => void;
  position = 0;
  closed = false;

  constructor(
    bytes: Uint8Array,
    access: 'read' | 'write',
    onClose: (bytes: Uint8Array) => void = () => undefined,
  ) {
    super();
    this.#bytes = bytes;
    this.access = access;
    this.#onClose = onClose;
  }

  get type(): BslType {
    return MEMORY_STREAM;
  }

  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /** Next bytes, fewer at the end. */
  take(count: number): Uint8Array {
    this.#checkOpen();
    const taken = this.#bytes.slice(this.position, this.position + count);
    this.position += taken.length;
    return taken;
  }

  /** Writes at the position, growing the stream. */
  put(bytes: Uint8Array): void {
    this.#checkOpen();
    if (this.access === 'read') throw new BslException('Поток недоступен для записи');
    const end = this.position + bytes.length;
    if (end > this.#bytes.length) {
      const grown = new Uint8Array(end);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes.set(bytes, this.position);
    this.position = end;
  }

  close(): void {
    if (!this.closed) this.#onClose(this.#bytes);
    this.closed = true;
  }

  #checkOpen(): void {
    if (this.closed) throw new BslException('Поток закрыт');
  }
}

function read(self: MemoryStream, args: readonly Value[]): bigint {
  const buffer = objectArgument(args, 0, BinaryBuffer);
  const at = sizeArgument(args, 1);
  const count = sizeArgument(args, 2);
  if (at < 0 || at + count > buffer.bytes.length) throw new BslException(MESSAGES.indexOutside);
  const taken = self.take(count);
  buffer.bytes.set(taken, at);
  return BigInt(taken.length);
}

function write(self: MemoryStream, args: readonly Value[]): undefined {
  const buffer = objectArgument(args, 0, BinaryBuffer);
  const at = sizeArgument(args, 1);
  const count = sizeArgument(args, 2);
  if (at < 0 || at + count > buffer.bytes.length) throw new BslException(MESSAGES.indexOutside);
  self.put(buffer.bytes.slice(at, at + count));
}

function seek(self: MemoryStream, args: readonly Value[]): bigint {
  const { values } = STREAM_POSITION;
  const base = args[1] === values.end ? self.bytes.length : args[1] === values.current ? self.position : 0;
  const target = base + sizeArgument(args, 0);
  if (target < 0) throw new BslException(MESSAGES.wrongValue(1));
  self.position = target;
  return BigInt(target);
}

function construct(args: readonly Value[]): MemoryStream {
  const [source] = args;
  if (source instanceof BinaryBuffer) return new MemoryStream(source.bytes, 'write');
  return new MemoryStream(new Uint8Array(0), 'write');
}

const close = method<MemoryStream>([0, 0], (self) => {
  self.close();
  return undefined;
});

/** Type of {@link MemoryStream}. */
export const MEMORY_STREAM: BslType = defineType(MemoryStream, {
  name: 'ПотокВПамяти|MemoryStream',
  contexts: EVERYWHERE,
  since: '8.3.10',
  construct: method([0, 1], (_, args) => construct(args)),
  properties: {
    'ДоступнаЗапись|CanWrite': { get: ({ access }) => access === 'write' },
    'ДоступноЧтение|CanRead': { get: () => true },
    'ДоступноИзменениеПозиции|CanSeek': { get: () => true },
  },
  methods: {
    'Прочитать|Read': method([3, 3], read),
    'Записать|Write': method([3, 3], write),
    'Перейти|Seek': method([1, 2], seek),
    'Размер|Size': method([0, 0], ({ bytes }) => BigInt(bytes.length)),
    'ТекущаяПозиция|CurrentPosition': method([0, 0], ({ position }) => BigInt(position)),
    'КопироватьВ|CopyTo': method([1, 2], (self, args) => {
      objectArgument(args, 0, MemoryStream).put(self.take(self.bytes.length));
      return undefined;
    }),
    'СброситьБуферы|Flush': method([0, 0], () => undefined),
    'Закрыть|Close': close,
    'ЗакрытьИПолучитьДвоичныеДанные|CloseAndGetBinaryData': method([0, 0], (self) => {
      self.close();
      return new BinaryData(self.bytes.slice());
    }),
  },
});

/** `ФайловыеПотоки`. */
class FileStreams extends NativeObject {
  get type(): BslType {
    return FILE_STREAMS;
  }
}

const FILE_STREAMS: BslType = defineType(FileStreams, {
  name: 'МенеджерФайловыхПотоков|FileStreamsManager',
  contexts: NOT_WEB,
  methods: {
    'ОткрытьДляЧтения|OpenForRead': method([1, 2], (_, args, { world }) => {
      return new MemoryStream(world.files.read(textArgument(args, 0)), 'read');
    }),
    'ОткрытьДляЗаписи|OpenForWrite': method([1, 2], (_, args, { world }) => {
      const name = textArgument(args, 0);
      return new MemoryStream(new Uint8Array(0), 'write', (bytes) => world.files.write(name, bytes));
    }),
    'ОткрытьДляДописывания|OpenForAppend': method([1, 2], (_, args, { world }) => {
      const name = textArgument(args, 0);
      const before = world.files.exists(name) ? world.files.read(name) : new Uint8Array(0);
      const stream = new MemoryStream(before, 'write', (bytes) => world.files.write(name, bytes));
      stream.position = before.length;
      return stream;
    }),
  },
});

/** The one object of {@link FileStreams}. */
export const FILE_STREAMS_MANAGER: NativeObject = new FileStreams();
