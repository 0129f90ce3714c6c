import { SaxesParser } from 'saxes';
import { FormError } from './error.ts';
import type { XmlElement } from './xml-element.ts';

/** Elements of one form; the largest honest one has 14 thousand. */
const MAX_ELEMENTS = 200_000;

/** Nesting of elements; honest forms have 40. */
const MAX_DEPTH = 120;

interface OpenElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: XmlElement[];
  text: string;
  path: string;
  line: number;
}

/**
 * The root element of an XML text.
 *
 * @throws {FormError} `xml-unreadable`, `xml-too-large`
 */
export function readXml(text: string): XmlElement {
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  const parser = new SaxesParser({ xmlns: false, position: true });
  parser.on('error', (cause) => {
    throw new FormError('xml-unreadable', { line: parser.line }, { cause });
  });
  parser.on('doctype', () => {
    throw new FormError('xml-unreadable', { line: parser.line });
  });
  parser.on('opentag', (tag) => {
    count += 1;
    if (count > MAX_ELEMENTS || open.length >= MAX_DEPTH)
      throw new FormError('xml-too-large', { limit: MAX_ELEMENTS });
    open.push(openElement(tag.name, new Map(Object.entries(tag.attributes)), open.at(-1), parser.line));
  });
  const addText = (piece: string): void => {
    const element = open.at(-1);
    if (element) element.text += piece;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    const parent = open.at(-1);
    if (parent === undefined) root = element;
    else if (element) parent.children.push(element);
  });
  parser.write(text.replace(/^\uFEFF/, '')).close();
  if (root === undefined) throw new FormError('xml-unreadable', { line: 1 });
  return root;
}

function openElement(
  tag: string,
  attributes: ReadonlyMap<string, string>,
  parent: OpenElement | undefined,
  line: number,
): OpenElement {
  const name = localName(tag);
  const own = new Map(
    [...attributes].filter(([key]) => !/^xmlns\b/.test(key)).map(([key, value]) => [localName(key), value]),
  );
  const called = own.get('name');
  const step = called === undefined ? name : `${name}(${called})`;
  return {
    name,
    attributes: own,
    children: [],
    text: '',
    path: parent === undefined ? step : `${parent.path}/${step}`,
    line,
  };
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
