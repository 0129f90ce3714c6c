import { SaxesParser } from 'saxes';
import { SourceError } from '../source/index.ts';

/** What an object's XML says, of a Designer dump or of an EDT project. */
export interface MetadataRecord {
  readonly uuid: string;
  /** Uuids by path (`TabularSection.Товары.Attribute.Цена`); empty for forms, whose uuid a dump keeps elsewhere. */
  readonly parts: Readonly<Record<string, string>>;
  /** Texts of the record's own simple properties, by their names with a capital letter. */
  readonly properties: ReadonlyMap<string, string>;
}

/** An element that is open, and what is known of it. */
interface OpenElement {
  readonly tag: string;
  readonly uuid: string | undefined;
  readonly depth: number;
  name: string;
}

/** Elements of EDT are plural and begin with a small letter. */
const sortOf = (tag: string): string => {
  const local = tag.slice(tag.indexOf(':') + 1);
  const capital = local.slice(0, 1).toUpperCase() + local.slice(1);
  return capital === local ? local : capital.replace(/s$/, '');
};

/**
 * Reads a record. Only names, uuids and simple properties are kept.
 *
 * @throws {SourceError} `file-unreadable` for what is no XML
 */
export function readMetadataRecord(file: string, text: string): MetadataRecord {
  const reader = new RecordReader();
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw new SourceError('file-unreadable', { file, reason: 'xml' }, error);
  });
  parser.on('opentag', ({ name, attributes }) => reader.open(name, attributes['uuid']));
  parser.on('text', (piece) => reader.text(piece));
  parser.on('closetag', () => reader.close());
  parser.write(text.replace(/^\uFEFF/, '')).close();
  return reader.record();
}

class RecordReader {
  readonly #open: OpenElement[] = [];
  readonly #named: OpenElement[] = [];
  readonly #parts = new Map<string, string>();
  readonly #properties = new Map<string, string>();
  #uuid = '';
  #text = '';

  record(): MetadataRecord {
    const parts = [...this.#parts].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return { uuid: this.#uuid, parts: Object.fromEntries(parts), properties: this.#properties };
  }

  open(tag: string, uuid: string | undefined): void {
    const element = { tag, uuid, depth: this.#open.length, name: '' };
    this.#open.push(element);
    this.#text = '';
    if (uuid === undefined) return;
    if (this.#named.length === 0) this.#uuid = uuid;
    this.#named.push(element);
  }

  text(piece: string): void {
    this.#text += piece;
  }

  close(): void {
    const element = this.#open.pop();
    const owner = this.#named.at(-1);
    if (element === undefined || owner === undefined) return;
    if (element === owner) this.#closeNamed(owner);
    else if (this.#isOwnProperty(element, owner)) this.#property(element, owner);
    else if (element.tag === 'Form' && this.#open.at(-1)?.tag === 'ChildObjects')
      this.#parts.set(this.#pathOf(`Form.${this.#text.trim()}`), '');
    this.#text = '';
  }

  /** In a Designer dump properties stand in an element of their own, in EDT beside the parts. */
  #isOwnProperty({ depth }: OpenElement, owner: OpenElement): boolean {
    return (
      depth === owner.depth + 1 || (depth === owner.depth + 2 && this.#open.at(-1)?.tag === 'Properties')
    );
  }

  #property({ tag }: OpenElement, owner: OpenElement): void {
    const value = this.#text.trim();
    if (tag.toLowerCase() === 'name' && owner.name === '') owner.name = value;
    const name = tag.slice(0, 1).toUpperCase() + tag.slice(1);
    if (this.#named.length === 1 && !this.#properties.has(name)) this.#properties.set(name, value);
  }

  #closeNamed(element: OpenElement): void {
    this.#named.pop();
    if (this.#named.length === 0) return;
    const sort = sortOf(element.tag);
    this.#parts.set(this.#pathOf(`${sort}.${element.name}`), sort === 'Form' ? '' : (element.uuid ?? ''));
  }

  /** Path below the record; the name of an owner is known before its parts, as both formats write it first. */
  #pathOf(own: string): string {
    const owners = this.#named.slice(1).map(({ tag, name }) => `${sortOf(tag)}.${name}`);
    return [...owners, own].join('.');
  }
}
