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
