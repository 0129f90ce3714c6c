import { SaxesParser } from 'saxes';

/** An element of a description: its name with the prefix, attributes, elements inside, and its own text. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/** Reads a description strictly: what is not well-formed, has a document type or an undeclared prefix is an error. */
export function readXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('a description has no document type');
  });
  parser.on('opentag', (tag) => {
    const attributes = new Map(Object.values(tag.attributes).map(({ name, value }) => [name, value]));
    const element: XmlElement = { name: tag.name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('text', (part) => {
    const element = open.at(-1);
    if (element) element.text += part;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(text).close();
  if (!root) throw new Error('a description has no root');
  return root;
}

/** The element itself and everything inside it, in the order of the file. */
export const descendants = (element: XmlElement): XmlElement[] => [
  element,
  ...element.children.flatMap(descendants),
];

/** The only element of a name right inside another, if it is there. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((candidate) => candidate.name === name);

/** Elements of a name anywhere inside. */
export const allOf = (element: XmlElement, name: string): XmlElement[] =>
  descendants(element).filter((candidate) => candidate.name === name);

/** Names of the elements right inside, in order. */
export const namesInside = (element: XmlElement | undefined): string[] =>
  (element?.children ?? []).map(({ name }) => name);
