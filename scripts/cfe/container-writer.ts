import { compareText } from '../model/problem.ts';
import { WIDTH_32, type Width } from './width.ts';

/** An entry to write. */
export interface EntryToWrite {
  readonly name: string;
  /** Units of 100 microseconds since 0001-01-01, wall clock of the writer. */
  readonly created: number;
  readonly modified: number;
  /** Bytes as they are to stand in the file: deflated in an outer container, plain in a nested one. */
  readonly stored: Uint8Array;
}

/** How a container is laid out; the defaults are those of an outer container of 32 bits. */
export interface ContainerLayout {
  readonly width?: Width;
  /** Third word of the header: number of entries outside, 1 in nested containers. */
  readonly word3?: number;
  /** Bytes of a page of the table of contents; nested containers have one that fits exactly. */
  readonly tocPageBytes?: number;
}

/** Least size of a page with the data of an entry. */
const MIN_DATA_PAGE_BYTES = 512;

/** Writes an outer or nested container byte for byte as the platform does, entries in the given order. */
export function writeContainer(
  entries: readonly EntryToWrite[],
  layout: ContainerLayout = {},
): Uint8Array<ArrayBuffer> {
  const writer = new ContainerWriter(layout);
  entries.forEach((entry, index) => writer.add(entry, index));
  return writer.finish(layout.word3 ?? entries.length);
}

/** Writes a nested container: documents that are not deflated, one page of contents that fits exactly. */
export function writeNestedContainer(entries: readonly EntryToWrite[]): Uint8Array {
  return writeContainer(entries, { word3: 1, tocPageBytes: entries.length * 3 * WIDTH_32.addressBytes });
}

interface TocPage {
  /** Where its block header stands. */
  readonly offset: number;
}

interface TocRecord {
  readonly name: string;
  readonly attributes: number;
  readonly data: number;
}

class ContainerWriter {
  readonly #width: Width;
  readonly #tocPageBytes: number;
  readonly #chunks: Uint8Array[] = [];
  readonly #pages: TocPage[] = [];
  readonly #records: TocRecord[] = [];
  #length: number;

  constructor({ width = WIDTH_32, tocPageBytes = width.tocPageBytes }: ContainerLayout) {
    this.#width = width;
    this.#tocPageBytes = tocPageBytes;
    this.#length = width.headerBytes;
    this.#addTocPage();
  }

  /**
   * Attribute block, then data block. Where the table of contents is full, its next page stands between the two: the
   * platform allocates it when it enters the element, and has written the attributes by then.
   */
  add(entry: EntryToWrite, index: number): void {
    const attributes = this.#addBlock(attributeDocument(entry), 0);
    if ((index + 1) * this.#recordBytes > this.#pages.length * this.#tocPageBytes) this.#addTocPage();
    const data = this.#addBlock(entry.stored, MIN_DATA_PAGE_BYTES);
    this.#records.push({ name: entry.name, attributes, data });
  }

  finish(word3: number): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(this.#length);
    let at = this.#width.headerBytes;
    for (const chunk of this.#chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    this.#writeHeader(new DataView(bytes.buffer), word3);
    this.#writeToc(bytes);
    return bytes;
  }

  get #recordBytes(): number {
    return 3 * this.#width.addressBytes;
  }

  #addTocPage(): void {
    this.#pages.push({ offset: this.#length });
    this.#append(new Uint8Array(this.#width.blockHeaderBytes + this.#tocPageBytes));
  }

  /** Appends a document in a page of its own and gives its address. */
  #addBlock(document: Uint8Array, minPageBytes: number): number {
    const address = this.#length;
    const page = new Uint8Array(Math.max(minPageBytes, document.length));
    page.set(document);
    this.#append(blockHeader([document.length, page.length, undefined], this.#width));
    this.#append(page);
    return address;
  }

  #append(chunk: Uint8Array): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
  }

  #writeHeader(view: DataView, word3: number): void {
    const { addressBytes } = this.#width;
    setAddress(view, 0, { address: undefined, width: this.#width });
    view.setUint32(addressBytes, 512, true);
    view.setUint32(addressBytes + 4, word3, true);
  }

  /** Records sorted by name, and the headers of the pages that they fill. */
  #writeToc(bytes: Uint8Array): void {
    const toc = new Uint8Array(this.#records.length * this.#recordBytes);
    const view = new DataView(toc.buffer);
    const sorted = this.#records.toSorted((a, b) => compareText(a.name, b.name));
    sorted.forEach(({ attributes, data }, index) => {
      [attributes, data, undefined].forEach((address, word) => {
        const offset = index * this.#recordBytes + word * this.#width.addressBytes;
        setAddress(view, offset, { address, width: this.#width });
      });
    });
    this.#pages.forEach(({ offset }, index) => {
      const next = this.#pages[index + 1]?.offset;
      bytes.set(blockHeader([index === 0 ? toc.length : 0, this.#tocPageBytes, next], this.#width), offset);
      const start = index * this.#tocPageBytes;
      bytes.set(toc.subarray(start, start + this.#tocPageBytes), offset + this.#width.blockHeaderBytes);
    });
  }
}

/** Times, a zero word, the name in UTF-16, four zeros. */
function attributeDocument({ name, created, modified }: EntryToWrite): Uint8Array {
  const bytes = new Uint8Array(20 + 2 * name.length + 4);
  const view = new DataView(bytes.buffer);
  [created, modified].forEach((units, index) => {
    view.setUint32(index * 8, units % 2 ** 32, true);
    view.setUint32(index * 8 + 4, Math.floor(units / 2 ** 32), true);
  });
  for (let unit = 0; unit < name.length; unit += 1)
    view.setUint16(20 + 2 * unit, name.charCodeAt(unit), true);
  return bytes;
}

/** Block header: lower-case digits in 32 bits, upper-case ones in 64. `undefined` is "no address". */
function blockHeader(numbers: readonly (number | undefined)[], width: Width): Uint8Array {
  const text = numbers.map((number) => `${hexText(number, width)} `).join('');
  return new TextEncoder().encode(`\r\n${text}\r\n`);
}

function hexText(number: number | undefined, { bits, hexDigits }: Width): string {
  if (number === undefined) return bits === 32 ? '7fffffff' : 'F'.repeat(hexDigits);
  const text = number.toString(16).padStart(hexDigits, '0');
  return bits === 32 ? text : text.toUpperCase();
}

function setAddress(
  view: DataView,
  offset: number,
  { address, width }: { readonly address: number | undefined; readonly width: Width },
): void {
  if (width.bits === 32) {
    view.setUint32(offset, address ?? 0x7fffffff, true);
    return;
  }
  view.setUint32(offset, address === undefined ? 0xffffffff : address % 2 ** 32, true);
  view.setUint32(offset + 4, address === undefined ? 0xffffffff : Math.floor(address / 2 ** 32), true);
}
