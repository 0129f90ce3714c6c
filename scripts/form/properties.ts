import { put, quoted, type Draft, type DraftList } from './draft.ts';
import { FormError } from './error.ts';
import type { FormScope } from './form-scope.ts';
import {
  childText,
  onlyAttributes,
  onlyChildren,
  placeOf,
  unproven,
  unprovenValue,
  type XmlElement,
} from './xml-element.ts';

/** Puts what one element says into the record of its owner. */
export type Property = (record: DraftList, element: XmlElement, scope: FormScope) => void;

/** What the elements below an item mean. An element that is not named here is refused. */
export type Properties = Readonly<Record<string, Property>>;

type Path = readonly number[];

/** An element that the writer of its owner reads by itself. */
export const readElsewhere: Property = () => undefined;

/**
 * Fills a record from the elements below its owner.
 *
 * @throws {FormError} for whatever no pair shows
 */
export function fill(record: DraftList, owner: XmlElement, properties: Properties, scope: FormScope): void {
  const seen = new Set<string>();
  for (const child of owner.children) {
    const property = Object.hasOwn(properties, child.name) ? properties[child.name] : undefined;
    if (property === undefined) throw unproven(child);
    if (seen.has(child.name)) throw new FormError('element-repeated', placeOf(child));
    seen.add(child.name);
    property(record, child, scope);
  }
}

/** One of the values that pairs show. */
export const choice =
  (path: Path, values: Readonly<Record<string, string>>): Property =>
  (record, element) => {
    put(record, path, oneOf(element, values));
  };

/** One of several whose records differ at more than one place. */
export const choices =
  (paths: readonly Path[], values: Readonly<Record<string, readonly string[]>>): Property =>
  (record, element) => {
    const known = Object.fromEntries(Object.keys(values).map((key) => [key, key]));
    const chosen = values[oneOf(element, known)] ?? [];
    for (const [index, path] of paths.entries()) put(record, path, chosen[index] ?? '');
  };

/** `true` → 1, `false` → 0. */
export const flag = (...path: Path): Property => choice(path, { true: '1', false: '0' });

/** Only `true` is shown by pairs; what `false` would be is not known. */
export const onlyTrue = (...path: Path): Property => choice(path, { true: '1' });

/** Only `false` is shown by pairs. */
export const onlyFalse = (...path: Path): Property => choice(path, { false: '0' });

/** A value for which the record is the one without the element. */
export const sameAsAbsent =
  (value: string): Property =>
  (_record, element) => {
    oneOf(element, { [value]: '' });
  };

/** A whole number from 0 to 9999. */
export const whole =
  (...path: Path): Property =>
  (record, element) => {
    onlyAttributes(element);
    const text = plainText(element);
    if (!/^\d{1,4}$/.test(text)) throw unprovenValue(element);
    put(record, path, text);
  };

/** Text in one or several languages. */
export const localized =
  (...path: Path): Property =>
  (record, element) => {
    onlyAttributes(element);
    put(record, path, localizedText(element));
  };

/** A data path. */
export const dataPath =
  (...path: Path): Property =>
  (record, element, scope) => {
    onlyAttributes(element);
    put(record, path, scope.dataPath(element));
  };

/** The record of a text in several languages; none where there is no element. */
export function localizedText(
  element: XmlElement | undefined,
  change = (text: string): string => text,
): Draft {
  const items = (element?.children ?? []).map((item): Draft => {
    if (item.name !== 'item') throw unproven(item);
    onlyChildren(item, 'lang', 'content');
    const content = item.children.find(({ name }) => name === 'content')?.text ?? '';
    return [quoted(childText(item, 'lang') ?? ''), quoted(change(content).replaceAll('\n', '\r\n'))];
  });
  return ['1', String(items.length), ...items];
}

function oneOf(element: XmlElement, values: Readonly<Record<string, string>>): string {
  onlyAttributes(element);
  const text = plainText(element);
  const value = Object.hasOwn(values, text) ? values[text] : undefined;
  if (value === undefined) throw unprovenValue(element);
  return value;
}

/** Text of an element that has nothing else in it. */
export function plainText(element: XmlElement): string {
  const [child] = element.children;
  if (child) throw unproven(child);
  return element.text.trim();
}
