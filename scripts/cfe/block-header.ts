import { CfeError } from './error.ts';
import { addressFromHalves, NO_ADDRESS, type Width } from './width.ts';

/** Header of a page (block). Numbers beyond 2^53 are `Infinity`. */
export interface BlockHeader {
  /** Length of the whole document; only the first page of a chain carries it. */
  readonly documentBytes: number;
  readonly pageBytes: number;
  /** Address of the next page, or `NO_ADDRESS`. */
  readonly next: number;
}

const CR = 0x0d;
const LF = 0x0a;
const SPACE = 0x20;

/**
 * Parses the block header at `offset`. Exactly hexadecimal digits in their places count: whoever accepts a sign, `0x`
 * or blanks there reads another file than the platform does.
 *
 * @throws {CfeError} `truncated`, `block-header-malformed`
 */
export function readBlockHeader(bytes: Uint8Array, offset: number, width: Width): BlockHeader {
  if (offset + width.blockHeaderBytes > bytes.length)
    throw new CfeError('truncated', { offset, length: bytes.length });
  if (!isBlockHeader(bytes, offset, width)) throw new CfeError('block-header-malformed', { offset });
  const { hexDigits } = width;
  return {
    documentBytes: hexNumber(bytes, offset + 2, width),
    pageBytes: hexNumber(bytes, offset + 3 + hexDigits, width),
    next: hexAddress(bytes, offset + 4 + 2 * hexDigits, width),
  };
}

/** Whether a well-formed block header stands at `offset`. */
export function isBlockHeader(bytes: Uint8Array, offset: number, width: Width): boolean {
  const { hexDigits, blockHeaderBytes } = width;
  if (offset + blockHeaderBytes > bytes.length) return false;
  if (bytes[offset] !== CR || bytes[offset + 1] !== LF) return false;
  for (let field = 0, at = offset + 2; field < 3; field += 1, at += hexDigits + 1) {
    for (let digit = 0; digit < hexDigits; digit += 1) if (hexDigit(bytes[at + digit]) < 0) return false;
    if (bytes[at + hexDigits] !== SPACE) return false;
  }
  const end = offset + blockHeaderBytes;
  return bytes[end - 2] === CR && bytes[end - 1] === LF;
}

function hexNumber(bytes: Uint8Array, offset: number, width: Width): number {
  const address = hexAddress(bytes, offset, width);
  return address === NO_ADDRESS ? Infinity : address;
}

function hexAddress(bytes: Uint8Array, offset: number, width: Width): number {
  if (width.bits === 64) return addressFromHalves(hex32(bytes, offset), hex32(bytes, offset + 8));
  const value = hex32(bytes, offset);
  return value === 0x7fffffff ? NO_ADDRESS : value;
}

function hex32(bytes: Uint8Array, offset: number): number {
  let value = 0;
  for (let digit = 0; digit < 8; digit += 1) value = value * 16 + hexDigit(bytes[offset + digit]);
  return value;
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}
