import { BenchGap, BslException, MESSAGES, SessionKilled } from '../../runtime/errors.ts';
import { defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import type { Session } from '../../runtime/session.ts';
import type { Value } from '../../runtime/value.ts';
import { EVERYWHERE, objectArgument, sizeArgument } from '../define.ts';
import { defineEnumeration, EnumerationValue } from '../enumeration.ts';

/** `ПорядокБайтов`. */
export const BYTE_ORDER = defineEnumeration({
  name: 'ПорядокБайтов|ByteOrder',
  contexts: EVERYWHERE,
  values: { little: 'LittleEndian|LittleEndian', big: 'BigEndian|BigEndian' },
});

/**
 * `БуферДвоичныхДанных`: little endian unless told, unsigned integers, slices share memory. A byte outside 0…255 or
 * with a fraction kills the session. Source: platform-1c.md 5.2.
 */
export class BinaryBuffer extends NativeObject {
  readonly bytes: Uint8Array;
  order: EnumerationValue;

  constructor(bytes: Uint8Array, order: EnumerationValue = BYTE_ORDER.values.little) {
    super();
    this.bytes = bytes;
    this.order = order;
  }

  get type(): BslType {
    return BINARY_BUFFER;
  }

  override getIndex(index: Value): Value {
    return BigInt(this.bytes[this.position(index)] ?? 0);
  }

  override setIndex(index: Value, value: Value): void {
    this.bytes[this.position(index)] = byteOf(value);
  }

  override *iterate(_session: Session): Generator<Value> {
    for (const byte of this.bytes) yield BigInt(byte);
  }

  override isFilled(): boolean {
    return this.bytes.length > 0;
  }

  override copyAcross(): Value {
    return new BinaryBuffer(this.bytes.slice(), this.order);
  }

  /** A place of `length` bytes that lies inside, or the error of the platform. */
  position(index: Value, length = 1): number {
    const at = sizeArgument([index], 0);
    if (at < 0 || at + length > this.bytes.length) throw new BslException(MESSAGES.indexOutside);
    return at;
  }
}

/** A byte to be written. Source: platform-1c.md 5.2: out of range ends the session silently, no attempt catches it. */
export function byteOf(value: Value): number {
  if (typeof value === 'bigint' && value >= 0n && value <= 255n) return Number(value);
  throw new SessionKilled('a byte outside 0…255 was written: the session is gone');
}

const isBig = (self: BinaryBuffer, order: Value): boolean => (order ?? self.order) === BYTE_ORDER.values.big;

const reading = (size: number) =>
  method<BinaryBuffer>([1, 2], (self, args) => {
    const at = self.position(args[0], size);
    const bytes = self.bytes.slice(at, at + size);
    if (!isBig(self, args[1])) bytes.reverse();
    return bytes.reduce((value, byte) => value * 256n + BigInt(byte), 0n);
  });

const writing = (size: number) =>
  method<BinaryBuffer>([2, 3], (self, args) => {
    const at = self.position(args[0], size);
    self.bytes.set(integerBytes(args[1], size, isBig(self, args[2]) ? 'big' : 'little'), at);
    return undefined;
  });

/** Bytes of an unsigned integer; what the platform does with one out of range was never seen, so the bench stops. */
export function integerBytes(value: Value, size: number, order: 'big' | 'little'): Uint8Array {
  if (typeof value !== 'bigint' || value < 0n || value >= 1n << BigInt(size * 8)) {
    throw new BenchGap(`an integer that does not fit ${size} unsigned bytes`);
  }
  const bytes = Uint8Array.from({ length: size }, (_, index) => Number((value >> BigInt(index * 8)) & 255n));
  return order === 'big' ? bytes.reverse() : bytes;
}

/** Part of a buffer: without a length, to the end. */
function part(self: BinaryBuffer, args: readonly Value[]): Uint8Array {
  const at = sizeArgument(args, 0);
  const length = sizeArgument(args, 1, self.bytes.length - at);
  if (at < 0 || length < 0 || at + length > self.bytes.length) throw new BslException(MESSAGES.indexOutside);
  return self.bytes.subarray(at, at + length);
}

function combine(
  self: BinaryBuffer,
  args: readonly Value[],
  apply: (own: number, other: number) => number,
): undefined {
  const other = objectArgument(args, 1, BinaryBuffer).bytes;
  const length = sizeArgument(args, 2, other.length);
  const at = self.position(args[0], length);
  if (length > other.length) throw new BslException(MESSAGES.wrongValue(3));
  for (let index = 0; index < length; index += 1) {
    self.bytes[at + index] = apply(self.bytes[at + index] ?? 0, other[index] ?? 0);
  }
}

const combining = (apply: (own: number, other: number) => number) =>
  method<BinaryBuffer>([2, 3], (self, args) => combine(self, args, apply));

function joined(self: BinaryBuffer, args: readonly Value[]): BinaryBuffer {
  const other = objectArgument(args, 0, BinaryBuffer);
  const bytes = new Uint8Array(self.bytes.length + other.bytes.length);
  bytes.set(self.bytes);
  bytes.set(other.bytes, self.bytes.length);
  return new BinaryBuffer(bytes, self.order);
}

function order(value: Value): EnumerationValue {
  return value instanceof EnumerationValue ? value : BYTE_ORDER.values.little;
}

/** Type of {@link BinaryBuffer}. All clients, the web client included. */
export const BINARY_BUFFER: BslType = defineType(BinaryBuffer, {
  name: 'БуферДвоичныхДанных|BinaryDataBuffer',
  contexts: EVERYWHERE,
  since: '8.3.10',
  canCrossBorder: true,
  construct: method(
    [1, 2],
    (_, args) => new BinaryBuffer(new Uint8Array(sizeArgument(args, 0)), order(args[1])),
  ),
  properties: {
    'Размер|Size': { get: ({ bytes }) => BigInt(bytes.length) },
    'ПорядокБайтов|ByteOrder': {
      get: (self) => self.order,
      set: (self, value) => {
        self.order = order(value);
      },
    },
  },
  methods: {
    'Получить|Get': method([1, 1], (self, [index]) => self.getIndex(index)),
    'Установить|Set': method([2, 2], (self, [index, value]) => {
      self.setIndex(index, value);
      return undefined;
    }),
    'Прочитать|Read': method([1, 2], (self, args) => new BinaryBuffer(part(self, args).slice(), self.order)),
    'ПолучитьСрез|GetSlice': method([1, 2], (self, args) => new BinaryBuffer(part(self, args), self.order)),
    'Скопировать|Copy': method([0, 0], (self) => new BinaryBuffer(self.bytes.slice(), self.order)),
    'Соединить|Concat': method([1, 1], joined),
    'Записать|Write': combining((_own, other) => other),
    'ЗаписатьПобитовоеИсключительноеИли|WriteBitwiseXor': combining((own, other) => own ^ other),
    'ЗаписатьПобитовоеИ|WriteBitwiseAnd': combining((own, other) => own & other),
    'ЗаписатьПобитовоеИли|WriteBitwiseOr': combining((own, other) => own | other),
    'ПрочитатьЦелое16|ReadInt16': reading(2),
    'ПрочитатьЦелое32|ReadInt32': reading(4),
    'ПрочитатьЦелое64|ReadInt64': reading(8),
    'ЗаписатьЦелое16|WriteInt16': writing(2),
    'ЗаписатьЦелое32|WriteInt32': writing(4),
    'ЗаписатьЦелое64|WriteInt64': writing(8),
  },
});
