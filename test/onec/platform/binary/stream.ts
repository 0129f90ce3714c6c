import { BslException, MESSAGES } from '../../runtime/errors.ts';
import { defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import type { Value } from '../../runtime/value.ts';
import { EVERYWHERE, NOT_WEB, objectArgument, sizeArgument, textArgument } from '../define.ts';
import { defineEnumeration } from '../enumeration.ts';
import type { FileSandbox } from '../files/file-sandbox.ts';
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

  /** How many bytes there are. */
  get size(): number {
    return this.#bytes.length;
  }

  /** Next bytes, fewer at the end. */
  take(count: number): Uint8Array {
    this.checkOpen();
    const taken = this.part(this.position, count);
    this.position += taken.length;
    return taken;
  }

  /** A copy of some bytes. */
  protected part(from: number, count: number): Uint8Array {
    return this.#bytes.slice(from, from + count);
  }

  /** Writes at the position, growing the stream. */
  put(bytes: Uint8Array): void {
    this.checkOpen();
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

  protected checkOpen(): void {
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
  const base = args[1] === values.end ? self.size : args[1] === values.current ? self.position : 0;
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
    'Размер|Size': method([0, 0], ({ size }) => BigInt(size)),
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

/** A stream over a file, of which no more is held than was asked for. */
class FileStream extends MemoryStream {
  readonly #file: { readonly files: FileSandbox; readonly name: string };

  constructor(file: { readonly files: FileSandbox; readonly name: string }, access: 'read' | 'write') {
    super(new Uint8Array(0), access);
    this.#file = file;
  }

  override get bytes(): Uint8Array {
    return this.#file.files.read(this.#file.name);
  }

  override get size(): number {
    return this.#file.files.facts(this.#file.name)?.size ?? 0;
  }

  override put(bytes: Uint8Array): void {
    this.checkOpen();
    if (this.access === 'read') throw new BslException('Поток недоступен для записи');
    this.#file.files.writePart(this.#file.name, this.position, bytes);
    this.position += bytes.length;
  }

  protected override part(from: number, count: number): Uint8Array {
    return this.#file.files.readPart(this.#file.name, from, count);
  }
}

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
      const name = textArgument(args, 0);
      world.files.readPart(name, 0, 0);
      return new FileStream({ files: world.files, name }, 'read');
    }),
    'ОткрытьДляЗаписи|OpenForWrite': method([1, 2], (_, args, { world }) => {
      const name = textArgument(args, 0);
      world.files.write(name, new Uint8Array(0));
      return new FileStream({ files: world.files, name }, 'write');
    }),
    'ОткрытьДляДописывания|OpenForAppend': method([1, 2], (_, args, { world }) => {
      const name = textArgument(args, 0);
      if (!world.files.exists(name)) world.files.write(name, new Uint8Array(0));
      const stream = new FileStream({ files: world.files, name }, 'write');
      stream.position = stream.size;
      return stream;
    }),
  },
});

/** The one object of {@link FileStreams}. */
export const FILE_STREAMS_MANAGER: NativeObject = new FileStreams();
