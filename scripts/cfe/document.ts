import { readBlockHeader, type BlockHeader } from './block-header.ts';
import { CfeError } from './error.ts';
import type { PageClaims } from './page-claims.ts';
import { NO_ADDRESS, type Width } from './width.ts';

/** Bytes of a container, from its first one; addresses count from there. */
export interface ContainerBytes {
  readonly bytes: Uint8Array;
  readonly width: Width;
  readonly claims: PageClaims;
}

/** A document: the bytes of a chain of pages, and what is left over in its pages. */
export interface Document {
  readonly bytes: Uint8Array;
  /** Parts of its pages behind the end of the document. */
  readonly slack: readonly Uint8Array[];
}

/**
 * Reads the document whose first page is at `address`, and follows the chain to its end even when the document is
 * complete, so that no page is used twice. Nothing is allocated for a size that the file only claims.
 *
 * @throws {CfeError} `block-outside-file`, `truncated`, `block-header-malformed`, `size-exceeds-file`,
 * `zero-progress-page`, `block-cycle`, `block-claimed-twice`
 */
export function readDocument(container: ContainerBytes, address: number): Document {
  const first = headerAt(container, address);
  if (first.documentBytes > container.bytes.length) {
    throw new CfeError('size-exceeds-file', { offset: address, declared: first.documentBytes });
  }
  const parts: Uint8Array[] = [];
  const slack: Uint8Array[] = [];
  const chain = new Set<number>();
  let left = first.documentBytes;
  for (let at = address, header = first; ; header = headerAt(container, at)) {
    const body = claimPage(container, { at, header, left, chain });
    const taken = Math.min(left, header.pageBytes);
    parts.push(body.subarray(0, taken));
    if (body.length > taken) slack.push(body.subarray(taken));
    left -= taken;
    if (header.next === NO_ADDRESS) break;
    at = header.next;
  }
  if (left > 0) throw new CfeError('size-exceeds-file', { offset: address, declared: first.documentBytes });
  return { bytes: joined(parts), slack };
}

interface PageToClaim {
  readonly at: number;
  readonly header: BlockHeader;
  readonly left: number;
  readonly chain: Set<number>;
}

/** Claims the page and gives its body, which the last page of a file may cut short behind the end of its document. */
function claimPage(
  { bytes, width, claims }: ContainerBytes,
  { at, header, left, chain }: PageToClaim,
): Uint8Array {
  const start = at + width.blockHeaderBytes;
  const end = Math.min(start + header.pageBytes, bytes.length);
  claims.claim(at, end, chain);
  chain.add(at);
  if (left > 0 && header.pageBytes === 0) throw new CfeError('zero-progress-page', { offset: at });
  if (end - start < Math.min(left, header.pageBytes))
    throw new CfeError('truncated', { offset: at, length: bytes.length });
  return bytes.subarray(start, end);
}

/** The block header at an address of the container. Nothing stands inside the container's own header. */
export function headerAt({ bytes, width }: ContainerBytes, address: number): BlockHeader {
  if (address < width.headerBytes || !Number.isSafeInteger(address)) {
    throw new CfeError('block-outside-file', { offset: address });
  }
  return readBlockHeader(bytes, address, width);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
