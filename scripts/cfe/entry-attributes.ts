import { CfeError } from './error.ts';
import { MAX_NAME_BYTES } from './limits.ts';

/** Attribute document of an entry: its name and times. */
export interface EntryAttributes {
  readonly name: string;
  /** Units of 100 microseconds since 0001-01-01T00:00:00, wall clock of the writer. */
  readonly created: number;
  readonly modified: number;
  /** The name held half of a surrogate pair, which was replaced. */
  readonly surrogate: boolean;
  /** Something stood behind the zero that ends the name; older tools leave such remains. */
  readonly tail: boolean;
}

/** Times, a zero word; then the name. */
const NAME_OFFSET = 20;

/**
 * Parses an attribute document. The name is UTF-16 up to the first zero: a name with a zero inside must not be one
 * thing here and another one there.
 *
 * @throws {CfeError} `attributes-malformed`, `entry-name-too-long`, `entry-name-empty`
 */
export function parseEntryAttributes(bytes: Uint8Array): EntryAttributes {
  if (bytes.length < NAME_OFFSET) throw new CfeError('attributes-malformed', { length: bytes.length });
  const nameBytes = bytes.length - NAME_OFFSET;
  if (nameBytes > MAX_NAME_BYTES) throw new CfeError('entry-name-too-long', { length: nameBytes });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let name = '';
  let at = NAME_OFFSET;
  for (; at + 1 < bytes.length; at += 2) {
    const unit = view.getUint16(at, true);
    if (unit === 0) break;
    name += String.fromCharCode(unit);
  }
  if (name === '') throw new CfeError('entry-name-empty');
  return {
    name: name.toWellFormed(),
    created: timeAt(view, 0),
    modified: timeAt(view, 8),
    surrogate: !name.isWellFormed(),
    tail: bytes.subarray(at).some((byte) => byte !== 0),
  };
}

const timeAt = (view: DataView, offset: number): number =>
  view.getUint32(offset + 4, true) * 2 ** 32 + view.getUint32(offset, true);
