import { containerWidth, readContainer, type Container } from './container.ts';
import { entryTimeText } from './entry-time.ts';
import { CfeError } from './error.ts';
import type { ContainerFacts, FileFacts } from './facts.ts';
import { MAX_FILE_BYTES } from './limits.ts';
import type { WarningLog } from './warning.ts';
import { WIDTH_32, WIDTH_64 } from './width.ts';
import type { WorkBudget } from './work-budget.ts';

/** A file as a container, before anybody asks what it holds. */
export interface V8File {
  /** The container that counts: the last one. */
  readonly container: Container;
  readonly facts: Pick<
    FileFacts,
    'containers' | 'storedEntries' | 'freePages' | 'trailingBytes' | 'entryTimes'
  >;
}

/**
 * Opens a file. A configuration for 8.3.16 and newer is two containers: a stub for old platforms, then one of 64 bits
 * that counts.
 *
 * @throws {CfeError} `file-too-large`, `not-a-container`, and whatever a container is refused for
 */
export function openV8File(bytes: Uint8Array, log: WarningLog, work: WorkBudget): V8File {
  if (bytes.length > MAX_FILE_BYTES)
    throw new CfeError('file-too-large', { length: bytes.length, limit: MAX_FILE_BYTES });
  const first = containerAt(bytes, log, work);
  const rest = bytes.subarray(first.length);
  const second =
    startsWithOnes(rest) && containerWidth(rest) === WIDTH_64 ? containerAt(rest, log, work) : undefined;
  const container = second ?? first;
  const trailingBytes = rest.length - (second?.length ?? 0);
  if (trailingBytes > 0) log.add('trailing-bytes', { bytes: trailingBytes });
  return {
    container,
    facts: {
      containers: [
        containerFacts(first, 0),
        ...(second === undefined ? [] : [containerFacts(second, first.length)]),
      ],
      storedEntries: container.entries.size,
      freePages: container.freePages,
      trailingBytes,
      entryTimes: entryTimes(container, log),
    },
  };
}

function containerAt(bytes: Uint8Array, log: WarningLog, work: WorkBudget): Container {
  const width = containerWidth(bytes);
  if (width !== undefined) return readContainer(bytes, width, log, work);
  if (!looksLikeHeader(bytes)) throw new CfeError('not-a-container', { length: bytes.length });
  throw new CfeError('block-header-malformed', { offset: WIDTH_32.headerBytes });
}

/** Default page size and last word of a 32-bit header: whoever has these meant to be a container. */
function looksLikeHeader(bytes: Uint8Array): boolean {
  if (bytes.length <= WIDTH_32.headerBytes) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.getUint32(4, true) === 512 && view.getUint32(12, true) === 0;
}

const startsWithOnes = (bytes: Uint8Array): boolean =>
  bytes.length >= WIDTH_64.headerBytes && bytes.subarray(0, 8).every((byte) => byte === 0xff);

const containerFacts = (container: Container, base: number): ContainerFacts => ({
  base,
  bits: container.width.bits,
  pageSize: container.pageSize,
  word3: container.word3,
  freeListHead: container.freeListHead,
  entries: container.entries.size,
});

function entryTimes({ entries }: Container, log: WarningLog): readonly [string, string] | null {
  const times = [...entries.values()].map(({ modified }) => modified).filter((units) => units > 0);
  const known = times.map(entryTimeText).filter((text) => text !== undefined);
  if (known.length < entries.size) log.add('entry-times-odd', { count: entries.size - known.length });
  const sorted = known.toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  return first === undefined || last === undefined ? null : [first, last];
}
