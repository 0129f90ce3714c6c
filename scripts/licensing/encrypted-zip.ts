import { encryptForWinZip, OVERHEAD_BYTES } from './win-zip-aes.ts';

/** The one entry of an archive. */
export interface ZipContent {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What encrypts it. */
export interface ZipLock {
  /** ASCII only: programs disagree on the encoding of other passwords. */
  readonly password: string;
  /** `SALT_BYTES` fresh random bytes. */
  readonly salt: Uint8Array;
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
/** Version of the specification that knows AES (APPNOTE 4.4.3.2). */
const VERSION = 51;
const ENCRYPTED = 0x0001;
const UTF_8_NAME = 0x0800;
const METHOD_AES = 99;
/** 1 January 1980, the first day that ZIP can say: the same input gives the same bytes. */
const DATE = 0x0021;
/** Extra field 0x9901: seven bytes, AE-2, vendor `AE`, AES-256, stored. */
const AES_FIELD = [0x01, 0x99, 7, 0, 2, 0, 0x41, 0x45, 3, 0, 0];

/**
 * A ZIP archive (APPNOTE 6.3) with one stored entry under AES-256 (WinZip AE-2), as 7-Zip, 1C and browsers open it. No
 * ZIP library lets the caller give the salt, and without it no test could compare bytes. Stored, because what is sealed
 * here is small or compressed already.
 */
export async function encryptedZip(content: ZipContent, lock: ZipLock): Promise<Uint8Array<ArrayBuffer>> {
  const name = new TextEncoder().encode(content.name);
  const sealed = await encryptForWinZip(content.bytes, lock.password, lock.salt);
  const fields = commonFields(name, content.bytes.length);
  const local = [...u32(LOCAL_HEADER), ...fields, ...name, ...AES_FIELD];
  const central = [
    ...u32(CENTRAL_HEADER),
    ...u16(VERSION),
    ...fields,
    // Comment, disk, attributes inside and outside, and the place of the local header: all zero.
    ...Array<number>(14).fill(0),
    ...name,
    ...AES_FIELD,
  ];
  const directoryAt = local.length + sealed.length;
  return concatenated([local, sealed, central, endOfDirectory(central.length, directoryAt)]);
}

/** What the local and the central header both say (APPNOTE 4.3.7). AE-2 leaves the checksum out. */
const commonFields = (name: Uint8Array, length: number): readonly number[] => [
  ...u16(VERSION),
  ...u16(name.every((byte) => byte < 128) ? ENCRYPTED : ENCRYPTED | UTF_8_NAME),
  ...u16(METHOD_AES),
  ...u16(0),
  ...u16(DATE),
  ...u32(0),
  ...u32(length + OVERHEAD_BYTES),
  ...u32(length),
  ...u16(name.length),
  ...u16(AES_FIELD.length),
];

const endOfDirectory = (length: number, at: number): readonly number[] => [
  ...u32(END_OF_DIRECTORY),
  ...u32(0),
  ...u16(1),
  ...u16(1),
  ...u32(length),
  ...u32(at),
  ...u16(0),
];

const u16 = (value: number): readonly number[] => [value & 0xff, value >>> 8];

const u32 = (value: number): readonly number[] => [...u16(value & 0xffff), ...u16(value >>> 16)];

function concatenated(parts: readonly ArrayLike<number>[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
