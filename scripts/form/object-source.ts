import { atomAt, isList, listAt, quotedAt, type BraceNode } from '../cfe/brace-node.ts';
import { parseBraceText } from '../cfe/brace-text.ts';
import type { FormOwner } from './form-scope.ts';
import { readXml } from './read-xml.ts';
import { childOf, childText, type XmlElement } from './xml-element.ts';

/** What the XML beside a form says of it: `Forms/Форма.xml` or `CommonForms/Форма.xml`. */
export interface FormDescriptor {
  readonly uuid: string;
  readonly name: string;
}

/**
 * Identifier and name of a form.
 *
 * @throws {FormError} `xml-unreadable`, `xml-too-large`
 */
export function readFormDescriptor(xml: string): FormDescriptor | undefined {
  const object = readXml(xml).children[0];
  const uuid = object?.attributes.get('uuid');
  if (object === undefined || uuid === undefined || !/^(Common)?Form$/.test(object.name)) return undefined;
  const properties = childOf(object, 'Properties');
  return { uuid, name: (properties && childText(properties, 'Name')) ?? '' };
}

/**
 * What a form may ask its owner for: identifiers of the owner's types and of its attributes.
 *
 * @throws {FormError} `xml-unreadable`, `xml-too-large`
 */
export function readFormOwner(xml: string): FormOwner & { readonly forms: ReadonlySet<string> } {
  const object = readXml(xml).children[0];
  const types = new Map<string, string>();
  const attributes = new Map<string, string>();
  const forms = new Set<string>();
  for (const type of (object && childOf(object, 'InternalInfo'))?.children ?? [])
    types.set(type.attributes.get('name') ?? '', childText(type, 'TypeId') ?? '');
  for (const child of (object && childOf(object, 'ChildObjects'))?.children ?? []) {
    if (child.name === 'Form') forms.add(child.text.trim());
    if (child.name === 'Attribute') attributes.set(nameOf(child), child.attributes.get('uuid') ?? '');
  }
  return { types, attributes, forms };
}

const nameOf = (object: XmlElement): string => {
  const properties = childOf(object, 'Properties');
  return (properties && childText(properties, 'Name')) ?? '';
};

/** The owner of a common form, and of one whose owner is not at hand. */
export const NO_OWNER: FormOwner = { types: new Map(), attributes: new Map() };

/** Class of the attributes of an external data processor. */
const ATTRIBUTES = 'ec6bb5e5-b7a8-4d75-bec9-658107a699cf';

/**
 * The same of an external data processor as its binary tells it: dumps are kept without the XML of their root, too.
 *
 * @throws {CfeError} for what is no brace text
 */
export function readBinaryOwner(descriptor: Uint8Array): FormOwner {
  const body = listAt(parseBraceText(new TextDecoder('utf-8').decode(descriptor)).values[0], 3, 1);
  const name = quotedAt(body, 1, 3, 1, 2) ?? '';
  const types = new Map([[`ExternalDataProcessorObject.${name}`, atomAt(body, 1, 1)]]);
  const family = body.find((node) => isList(node) && node[0] === ATTRIBUTES);
  return { types, attributes: new Map(listAt(family).slice(2).map(attributeHeader)) };
}

/** Name and identifier of an attribute. */
function attributeHeader(attribute: BraceNode): readonly [string, string] {
  const header = listAt(attribute, 0, 1, 1, 1);
  return [quotedAt(header, 2) ?? '', atomAt(header, 1, 2)];
}
