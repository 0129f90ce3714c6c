import { isBlockHeader } from './block-header.ts';
import { headerAt, readDocument, type ContainerBytes, type Document } from './document.ts';
import { parseEntryAttributes, type EntryAttributes } from './entry-attributes.ts';
import { CfeError } from './error.ts';
import { MAX_ENTRIES } from './limits.ts';
import { PageClaims } from './page-claims.ts';
import type { WarningLog } from './warning.ts';
import { addressAt, NO_ADDRESS, WIDTH_32, WIDTH_64, type Width } from './width.ts';
import { WorkBudget } from './work-budget.ts';

/** An entry of a container: attributes and stored bytes (still deflated in an outer container). */
export interface ContainerEntry extends EntryAttributes {
  readonly stored: Uint8Array;
  /** Where its attributes stand: entries in this order are in the order of writing. */
  readonly address: number;
}

/** A container with everything that it lists. Names come from the file: they are keys, never paths. */
export interface Container {
  readonly width: Width;
  readonly pageSize: number;
  readonly word3: number;
  readonly freeListHead: number | null;
  readonly entries: ReadonlyMap<string, ContainerEntry>;
  readonly freePages: number;
  /** Parts of its pages behind the end of their documents. */
  readonly slack: readonly Uint8Array[];
  /** Bytes up to the end of its last page. */
  readonly length: number;
}

/**
 * Width of the container that starts at the first byte; `undefined` when there is none. The first four bytes say
 * nothing: after deletions they hold the address of a free page.
 */
export function containerWidth(bytes: Uint8Array): Width | undefined {
  return [WIDTH_32, WIDTH_64].find((width) => isBlockHeader(bytes, width.headerBytes, width));
}

/**
 * Reads the container that starts at the first byte of `bytes`. It may end before them.
 *
 * @throws {CfeError} for everything that breaks the format; see `document.ts` and `entry-attributes.ts` as well
 */
export function readContainer(
  bytes: Uint8Array,
  width: Width,
  log: WarningLog,
  work = WorkBudget.ofFile(bytes.length),
): Container {
  const container: ContainerBytes = { bytes, width, claims: new PageClaims(work) };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const toc = readDocument(container, width.headerBytes);
  const slack = [...toc.slack];
  const entries = readEntries(container, toc.bytes, { slack, log });
  const head = addressAt(view, 0, width);
  const freePages = countFreePages(container, head, log);
  return {
    width,
    pageSize: view.getUint32(width.addressBytes, true),
    word3: view.getUint32(width.addressBytes + 4, true),
    freeListHead: head === NO_ADDRESS ? null : head,
    entries,
    freePages,
    slack,
    length: container.claims.end(),
  };
}

interface Findings {
  readonly slack: Uint8Array[];
  readonly log: WarningLog;
}

function readEntries(
  container: ContainerBytes,
  toc: Uint8Array,
  findings: Findings,
): Map<string, ContainerEntry> {
  const { addressBytes } = container.width;
  const recordBytes = 3 * addressBytes;
  const count = Math.floor(toc.length / recordBytes);
  if (count > MAX_ENTRIES) throw new CfeError('too-many-entries', { count, limit: MAX_ENTRIES });
  if (count * recordBytes < toc.length)
    findings.log.add('toc-tail-ignored', { bytes: toc.length - count * recordBytes });
  const view = new DataView(toc.buffer, toc.byteOffset, toc.byteLength);
  const entries = new Map<string, ContainerEntry>();
  for (let record = 0; record < count; record += 1) {
    const [attributes = 0, data = 0, end = 0] = [0, 1, 2].map((word) =>
      addressAt(view, record * recordBytes + word * addressBytes, container.width),
    );
    if (end !== NO_ADDRESS) throw new CfeError('toc-record-malformed', { record });
    if (attributes === NO_ADDRESS) continue;
    const entry = readEntry(container, { attributes, data }, findings);
    if (entries.has(entry.name)) throw new CfeError('entry-name-repeated', { name: entry.name });
    entries.set(entry.name, entry);
  }
  return entries;
}

function readEntry(
  container: ContainerBytes,
  addresses: { readonly attributes: number; readonly data: number },
  { slack, log }: Findings,
): ContainerEntry {
  const attributes = parseEntryAttributes(readDocument(container, addresses.attributes).bytes);
  warnAboutName(attributes, log);
  const data = readData(container, addresses.data);
  if (data === undefined) log.add('entry-without-content', { name: attributes.name });
  slack.push(...(data?.slack ?? []));
  return { ...attributes, stored: data?.bytes ?? new Uint8Array(), address: addresses.attributes };
}

const readData = (container: ContainerBytes, address: number): Document | undefined =>
  address === NO_ADDRESS ? undefined : readDocument(container, address);

/** Names that would be dangerous as a path or on a terminal. They are read all the same: here names are only keys. */
const SUSPICIOUS_NAME = /[\p{Cc}\p{Cf}\\/:]|^\.\.?$/u;

function warnAboutName({ name, surrogate, tail }: EntryAttributes, log: WarningLog): void {
  if (surrogate) log.add('entry-name-surrogate', { name });
  if (tail) log.add('entry-name-tail', { name });
  if (SUSPICIOUS_NAME.test(name)) log.add('entry-name-suspicious', { name });
}

/** Free pages hang in a chain of their own. A head that leads nowhere is odd but harmless; a cycle is refused. */
function countFreePages(container: ContainerBytes, head: number, log: WarningLog): number {
  const chain = new Set<number>();
  for (let at = head; at !== NO_ADDRESS;) {
    const { width, bytes } = container;
    if (at < width.headerBytes || !isBlockHeader(bytes, at, width)) {
      log.add('free-list-broken', { offset: at });
      break;
    }
    const header = headerAt(container, at);
    const end = Math.min(at + width.blockHeaderBytes + header.pageBytes, bytes.length);
    container.claims.claim(at, end, chain);
    chain.add(at);
    at = header.next;
  }
  return chain.size;
}
