import { FormError } from './error.ts';

/** An element of a `Form.xml`; names are without their prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Text of the element, line feeds only; white space around it is kept. */
  readonly text: string;
  /** Names from the root, of items also what they are called: `Form/ChildItems/Button(Закрыть)`. */
  readonly path: string;
  /** One-based. */
  readonly line: number;
}

/** The child of that name, `undefined` where there is none. */
export const childOf = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((child) => child.name === name);

/** Text of a child without the white space around it. */
export const childText = (element: XmlElement, name: string): string | undefined =>
  childOf(element, name)?.text.trim();

/** Children of a child: what a list holds. */
export const listOf = (element: XmlElement, name: string): readonly XmlElement[] =>
  childOf(element, name)?.children ?? [];

/** Where an element stands, for errors. */
export const placeOf = ({ path, line }: XmlElement): { element: string; line: number } => ({
  element: path,
  line,
});

/** The refusal of an element that no pair shows. */
export const unproven = (element: XmlElement): FormError =>
  new FormError('element-unproven', placeOf(element));

/** The refusal of a value that no pair shows. */
export const unprovenValue = (element: XmlElement, value = element.text.trim()): FormError =>
  new FormError('value-unproven', { ...placeOf(element), value });

/** The refusal of a name that the form does not declare. */
export const unresolved = (element: XmlElement, value = element.text.trim()): FormError =>
  new FormError('reference-unresolved', { ...placeOf(element), value });

/**
 * An attribute that has to be there.
 *
 * @throws {FormError} `element-missing`
 */
export function attributeOf(element: XmlElement, name: string): string {
  const value = element.attributes.get(name);
  if (value === undefined || value === '')
    throw new FormError('element-missing', { ...placeOf(element), name });
  return value;
}

/**
 * A child that has to be there.
 *
 * @throws {FormError} `element-missing`
 */
export function requiredChild(element: XmlElement, name: string): XmlElement {
  const child = childOf(element, name);
  if (child === undefined) throw new FormError('element-missing', { ...placeOf(element), name });
  return child;
}

/**
 * Refuses attributes beyond those that are known.
 *
 * @throws {FormError} `attribute-unproven`
 */
export function onlyAttributes(element: XmlElement, ...known: readonly string[]): void {
  for (const attribute of element.attributes.keys())
    if (!known.includes(attribute))
      throw new FormError('attribute-unproven', { ...placeOf(element), attribute });
}

/**
 * Refuses children beyond those that are known, and any that stands twice.
 *
 * @throws {FormError} `element-unproven`, `element-repeated`
 */
export function onlyChildren(element: XmlElement, ...known: readonly string[]): void {
  const seen = new Set<string>();
  for (const child of element.children) {
    if (!known.includes(child.name)) throw unproven(child);
    if (seen.has(child.name)) throw new FormError('element-repeated', placeOf(child));
    seen.add(child.name);
  }
}
