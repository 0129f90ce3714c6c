/** "No address": the end of a chain, an empty slot. Stored as `0x7fffffff` (32 bits) or all ones (64 bits). */
export const NO_ADDRESS = -1;

/** The two widths of a container; they differ in nothing but these sizes. */
export interface Width {
  readonly bits: 32 | 64;
  /** Bytes of the container header; the table of contents starts behind it. */
  readonly headerBytes: number;
  /** Hexadecimal digits of a number in a block header. */
  readonly hexDigits: 8 | 16;
  /** Bytes of a block header: CR LF, three numbers with a space behind each, CR LF. */
  readonly blockHeaderBytes: number;
  /** Bytes of an address in binary. */
  readonly addressBytes: 4 | 8;
  /** Bytes that the writer reserves for a page of the table of contents. */
  readonly tocPageBytes: number;
}

/** Width of every `.cfe`, `.epf`, `.erf`, of older `.cf` and of all nested containers. */
export const WIDTH_32: Width = {
  bits: 32,
  headerBytes: 16,
  hexDigits: 8,
  blockHeaderBytes: 31,
  addressBytes: 4,
  tocPageBytes: 0x200,
};

/** Width of the second container in a `.cf` for compatibility 8.3.16 and newer. */
export const WIDTH_64: Width = {
  bits: 64,
  headerBytes: 20,
  hexDigits: 16,
  blockHeaderBytes: 55,
  addressBytes: 8,
  tocPageBytes: 0x10000,
};

const UINT32 = 2 ** 32;

/**
 * Address stored at `offset`, which the caller has checked to lie inside `view`. Beyond what a number holds exactly it
 * is `Infinity`, which no range check lets pass.
 */
export function addressAt(view: DataView, offset: number, width: Width): number {
  const low = view.getUint32(offset, true);
  if (width.bits === 32) return low === 0x7fffffff ? NO_ADDRESS : low;
  return addressFromHalves(view.getUint32(offset + 4, true), low);
}

/** Address of 64 bits from its halves; see {@link addressAt}. */
export function addressFromHalves(high: number, low: number): number {
  if (high === 0xffffffff && low === 0xffffffff) return NO_ADDRESS;
  const address = high * UINT32 + low;
  return Number.isSafeInteger(address) ? address : Infinity;
}
