import { quoted, type Draft } from './draft.ts';
import type { FormScope } from './form-scope.ts';
import { plainText } from './properties.ts';
import {
  childOf,
  childText,
  onlyAttributes,
  onlyChildren,
  unproven,
  unprovenValue,
  unresolved,
  type XmlElement,
} from './xml-element.ts';

/** Types of the platform that have an identifier in a record. */
const PLATFORM_TYPES: ReadonlyMap<string, string> = new Map([
  ['v8:ValueTable', 'acf6192e-81ca-46ef-93a6-5a6968b78663'],
  ['v8:ValueTree', 'e603c0f2-92fb-4d47-8f38-a44a381cf235'],
  ['v8ui:Picture', 'e6f51714-91cb-4dce-94fe-90ae3e3e1ad1'],
  ['v8:UUID', 'fc01b5df-97fe-449b-83d4-218a090e681e'],
]);

/** The record of an element `Type`: none, one type or several. */
export function typeRecord(element: XmlElement, scope: FormScope): Draft {
  onlyAttributes(element);
  const types = element.children.filter(({ name }) => name === 'Type');
  const qualifiers = element.children.filter(({ name }) => name !== 'Type');
  for (const one of qualifiers) if (!/^(String|Number|Date)Qualifiers$/.test(one.name)) throw unproven(one);
  return [quoted('Pattern'), ...types.map((type) => oneType(type, element, scope))];
}

function oneType(type: XmlElement, owner: XmlElement, scope: FormScope): Draft {
  onlyAttributes(type);
  const name = plainText(type);
  if (name === 'xs:string') return stringType(childOf(owner, 'StringQualifiers'));
  if (name === 'xs:boolean') return [quoted('B')];
  if (name === 'xs:dateTime') return dateType(childOf(owner, 'DateQualifiers'));
  if (name === 'xs:decimal') return numberType(childOf(owner, 'NumberQualifiers'));
  const id = PLATFORM_TYPES.get(name) ?? scope.owner.types.get(name.replace(/^cfg:/, ''));
  if (id === undefined) throw unresolved(type);
  return [quoted('#'), id];
}

function stringType(qualifiers: XmlElement | undefined): Draft {
  if (qualifiers === undefined) return [quoted('S')];
  onlyChildren(qualifiers, 'Length', 'AllowedLength');
  const length = digitsOf(qualifiers, 'Length');
  const allowed = childText(qualifiers, 'AllowedLength') ?? 'Variable';
  if (allowed !== 'Variable' && allowed !== 'Fixed') throw unprovenValue(qualifiers, allowed);
  if (length === '0') return [quoted('S')];
  return [quoted('S'), length, allowed === 'Variable' ? '1' : '0'];
}

function dateType(qualifiers: XmlElement | undefined): Draft {
  if (qualifiers === undefined) return [quoted('D')];
  onlyChildren(qualifiers, 'DateFractions');
  const fractions = childText(qualifiers, 'DateFractions') ?? '';
  if (fractions === 'DateTime') return [quoted('D')];
  if (fractions === 'Date') return [quoted('D'), quoted('D')];
  throw unprovenValue(qualifiers, fractions);
}

function numberType(qualifiers: XmlElement | undefined): Draft {
  if (qualifiers === undefined) return [quoted('N')];
  onlyChildren(qualifiers, 'Digits', 'FractionDigits', 'AllowedSign');
  const sign = childText(qualifiers, 'AllowedSign') ?? 'Any';
  if (sign !== 'Any' && sign !== 'Nonnegative') throw unprovenValue(qualifiers, sign);
  const nonnegative = sign === 'Nonnegative' ? '1' : '0';
  return [quoted('N'), digitsOf(qualifiers, 'Digits'), digitsOf(qualifiers, 'FractionDigits'), nonnegative];
}

function digitsOf(owner: XmlElement, name: string): string {
  const text = childText(owner, name) ?? '0';
  if (!/^\d{1,4}$/.test(text)) throw unprovenValue(owner, text);
  return text;
}
