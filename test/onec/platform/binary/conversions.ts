import type { Value } from '../../runtime/value.ts';
import { BslException, MESSAGES } from '../../runtime/errors.ts';
import { BslArray } from '../collections/array.ts';
import {
  EVERYWHERE,
  objectArgument,
  sizeArgument,
  textArgument,
  type FunctionDescription,
  type NameGroup,
} from '../define.ts';
import { BinaryData, BINARY_DATA } from './binary-data.ts';
import { BINARY_BUFFER, BinaryBuffer, BYTE_ORDER } from './buffer.ts';
import { DATA_READER, DATA_READING_RESULT, DATA_WRITER } from './data-reader.ts';
import { checkEncoding, decodeText, encodeText, TEXT_ENCODING } from './encoding.ts';
import { FILE_STREAMS_MANAGER, MEMORY_STREAM, STREAM_POSITION } from './stream.ts';

const conversion = (
  takes: readonly [number, number],
  run: (args: Value[]) => Value,
): FunctionDescription => ({
  contexts: EVERYWHERE,
  since: '8.3.10',
  takes,
  run,
});

const dataBytes = (args: readonly Value[]): Uint8Array => objectArgument(args, 0, BinaryData).bytes;
const bufferBytes = (args: readonly Value[]): Uint8Array => objectArgument(args, 0, BinaryBuffer).bytes;

/** Base64 reading skips what is no base64: it never refuses. */
const fromBase64 = (args: readonly Value[]): Uint8Array =>
  Uint8Array.from(Buffer.from(textArgument(args, 0).replace(/[^A-Za-z0-9+/=]/g, ''), 'base64'));

const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase();

function fromHex(args: readonly Value[]): Uint8Array {
  const digits = textArgument(args, 0).replace(/\s/g, '');
  if (!/^([0-9a-fA-F]{2})*$/.test(digits)) throw new BslException(MESSAGES.wrongValue(1));
  return Uint8Array.from(Buffer.from(digits, 'hex'));
}

function fromText(args: readonly Value[]): Uint8Array {
  checkEncoding(args[1]);
  return encodeText(textArgument(args, 0));
}

function toText(bytes: Uint8Array, encoding: Value): string {
  checkEncoding(encoding);
  return decodeText(bytes);
}

function joined(args: readonly Value[]): BinaryData {
  const parts = objectArgument(args, 0, BslArray).items.map((_item, index, items) =>
    objectArgument(items, index, BinaryData),
  );
  return new BinaryData(Uint8Array.from(Buffer.concat(parts.map(({ bytes }) => bytes))));
}

function divided(args: readonly Value[]): BslArray {
  const bytes = dataBytes(args);
  const size = sizeArgument(args, 1);
  if (size <= 0) throw new BslException(MESSAGES.wrongValue(2));
  const count = Math.ceil(bytes.length / size);
  return new BslArray(
    Array.from(
      { length: count },
      (_, index) => new BinaryData(bytes.slice(index * size, (index + 1) * size)),
    ),
  );
}

/** `Base64Строка` breaks its lines (platform-1c.md 5.2, confidence L): modules must strip the breaks. */
const brokenLines = (text: string): string => text.replace(/.{76}(?=.)/g, '$&\r\n');

/** Conversions between binary data, buffers, texts, Base64 and hex: in all contexts. Source: platform-1c.md 5.2. */
export const BINARY: NameGroup = {
  types: [BINARY_DATA, BINARY_BUFFER, MEMORY_STREAM, DATA_READER, DATA_WRITER, DATA_READING_RESULT],
  properties: {
    'ПорядокБайтов|ByteOrder': BYTE_ORDER.property,
    'КодировкаТекста|TextEncoding': TEXT_ENCODING.property,
    'ПозицияВПотоке|PositionInStream': STREAM_POSITION.property,
    'ФайловыеПотоки|FileStreams': { contexts: ['server', 'thinClient'], get: () => FILE_STREAMS_MANAGER },
  },
  functions: {
    'Base64Значение|Base64Value': conversion([1, 1], (args) => new BinaryData(fromBase64(args))),
    'Base64Строка|Base64String': conversion([1, 1], (args) => brokenLines(toBase64(dataBytes(args)))),
    'ПолучитьДвоичныеДанныеИзBase64Строки|GetBinaryDataFromBase64String': conversion(
      [1, 1],
      (args) => new BinaryData(fromBase64(args)),
    ),
    'ПолучитьBase64СтрокуИзДвоичныхДанных|GetBase64StringFromBinaryData': conversion([1, 1], (args) =>
      toBase64(dataBytes(args)),
    ),
    'ПолучитьБуферДвоичныхДанныхИзBase64Строки|GetBinaryDataBufferFromBase64String': conversion(
      [1, 1],
      (args) => new BinaryBuffer(fromBase64(args)),
    ),
    'ПолучитьBase64СтрокуИзБуфераДвоичныхДанных|GetBase64StringFromBinaryDataBuffer': conversion(
      [1, 1],
      (args) => toBase64(bufferBytes(args)),
    ),
    'ПолучитьДвоичныеДанныеИзHexСтроки|GetBinaryDataFromHexString': conversion(
      [1, 1],
      (args) => new BinaryData(fromHex(args)),
    ),
    'ПолучитьHexСтрокуИзДвоичныхДанных|GetHexStringFromBinaryData': conversion([1, 1], (args) =>
      toHex(dataBytes(args)),
    ),
    'ПолучитьБуферДвоичныхДанныхИзHexСтроки|GetBinaryDataBufferFromHexString': conversion(
      [1, 1],
      (args) => new BinaryBuffer(fromHex(args)),
    ),
    'ПолучитьHexСтрокуИзБуфераДвоичныхДанных|GetHexStringFromBinaryDataBuffer': conversion([1, 1], (args) =>
      toHex(bufferBytes(args)),
    ),
    'ПолучитьДвоичныеДанныеИзБуфераДвоичныхДанных|GetBinaryDataFromBinaryDataBuffer': conversion(
      [1, 1],
      (args) => new BinaryData(bufferBytes(args).slice()),
    ),
    'ПолучитьБуферДвоичныхДанныхИзДвоичныхДанных|GetBinaryDataBufferFromBinaryData': conversion(
      [1, 1],
      (args) => new BinaryBuffer(dataBytes(args).slice()),
    ),
    'ПолучитьДвоичныеДанныеИзСтроки|GetBinaryDataFromString': conversion(
      [1, 3],
      (args) => new BinaryData(fromText(args)),
    ),
    'ПолучитьСтрокуИзДвоичныхДанных|GetStringFromBinaryData': conversion([1, 2], (args) =>
      toText(dataBytes(args), args[1]),
    ),
    'ПолучитьБуферДвоичныхДанныхИзСтроки|GetBinaryDataBufferFromString': conversion(
      [1, 3],
      (args) => new BinaryBuffer(fromText(args)),
    ),
    'ПолучитьСтрокуИзБуфераДвоичныхДанных|GetStringFromBinaryDataBuffer': conversion([1, 2], (args) =>
      toText(bufferBytes(args), args[1]),
    ),
    'СоединитьДвоичныеДанные|ConcatBinaryData': conversion([1, 1], joined),
    'РазделитьДвоичныеДанные|SplitBinaryData': conversion([2, 2], divided),
  },
};
