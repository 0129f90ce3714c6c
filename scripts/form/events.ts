import { quoted, type Draft } from './draft.ts';
import {
  attributeOf,
  childOf,
  onlyAttributes,
  unproven,
  unprovenValue,
  type XmlElement,
} from './xml-element.ts';
import { plainText } from './properties.ts';

/** Events of items and forms by the name that XML has for them. */
export type EventIds = ReadonlyMap<string, string>;

/** Events of a form. */
export const FORM_EVENTS: EventIds = new Map([
  ['OnCreateAtServer', '9f2e5ddb-3492-4f5d-8f0d-416b8d1d5c5b'],
  ['OnOpen', '3ccc650e-f631-4cae-8e33-3eaac610b5f9'],
  ['OnClose', 'ca21cd18-35b2-4281-b5c8-016ecc8da8ac'],
  ['BeforeClose', '52dbb775-1631-4fd5-8c55-1615b5881dac'],
  ['ExternalEvent', '5426e344-5740-4f23-99c1-99179a200dc5'],
  ['ChoiceProcessing', '1d632984-de3c-4b4b-ad9f-d69682a10182'],
  // Russian names are what XML of a Russian script variant may have
  ['ПриСозданииНаСервере', '9f2e5ddb-3492-4f5d-8f0d-416b8d1d5c5b'],
  ['ПриОткрытии', '3ccc650e-f631-4cae-8e33-3eaac610b5f9'],
  ['ПриЗакрытии', 'ca21cd18-35b2-4281-b5c8-016ecc8da8ac'],
  ['ПередЗакрытием', '52dbb775-1631-4fd5-8c55-1615b5881dac'],
  ['ВнешнееСобытие', '5426e344-5740-4f23-99c1-99179a200dc5'],
]);

/** Events of items. */
export const ITEM_EVENTS: EventIds = new Map([
  ['OnChange', 'fe115cc8-9e33-4684-a166-bd5136fe7a9f'],
  ['ПриИзменении', 'fe115cc8-9e33-4684-a166-bd5136fe7a9f'],
]);

/** Events of an input field beyond those that all fields have. */
export const VALUE_EVENTS: EventIds = new Map([
  ['StartChoice', '1960479b-4d89-4eba-8b39-0aa802020558'],
  ['Opening', 'ac5a9c5a-5f1d-4fc5-b88c-a187038c16d1'],
  ['TextEditEnd', 'c331eb1b-d32b-4533-844c-1276600b64e3'],
]);

/** Events of tables. */
export const TABLE_EVENTS: EventIds = new Map([
  ['OnActivateRow', '60edb81d-887b-478e-94ee-7fef2b13393d'],
  ['Selection', '1282f000-23b6-4887-87f4-9e8e79db3d32'],
  ['OnEditEnd', '01d80ddd-dce5-4db3-beb5-f63c97cb05b9'],
]);

/** Events of decorations. */
export const DECORATION_EVENTS: EventIds = new Map([['Click', '11707a99-4eb9-4373-bc8c-84891483a034']]);

/** Events of fields that show their value as a label. */
export const LABEL_EVENTS: EventIds = new Map([['Click', 'eba5f295-c611-4dd9-84b5-22911ad60c53']]);

/** Where no event is known. */
export const NO_EVENTS: EventIds = new Map();

/**
 * The record of an owner's handlers, sorted by the identifiers of their events as the platform does. Events of
 * `elsewhere` have a record of their own and are left out.
 *
 * @throws {FormError} `value-unproven` for an event whose identifier no pair shows
 */
export function eventsRecord(owner: XmlElement, known: EventIds, elsewhere = NO_EVENTS): Draft {
  const handlers = (childOf(owner, 'Events')?.children ?? [])
    .filter((event) => !elsewhere.has(event.attributes.get('name') ?? ''))
    .map((event) => handlerOf(event, known));
  const sorted = handlers.toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (sorted.length === 0) return ['0', '1', '0'];
  return [
    String(sorted.length),
    ...sorted.flatMap(([id, handler]): Draft[] => [id, quoted(handler)]),
    '1',
    '0',
    ...sorted.flatMap(([id]): Draft[] => [id, '0', '1']),
  ];
}

function handlerOf(event: XmlElement, known: EventIds): readonly [id: string, handler: string] {
  if (event.name !== 'Event') throw unproven(event);
  onlyAttributes(event, 'name');
  const name = attributeOf(event, 'name');
  const id = known.get(name);
  if (id === undefined) throw unprovenValue(event, name);
  return [id, plainText(event)];
}
