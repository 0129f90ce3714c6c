import { BORDER, COLOR, FONT, ITEM_CLASS, draft, put, quoted, type Draft, type DraftList } from './draft.ts';
import type { FormScope } from './form-scope.ts';
import { fill, flag, localizedText, onlyFalse, readElsewhere, whole, type Properties } from './properties.ts';
import { attributeOf, onlyAttributes, type XmlElement } from './xml-element.ts';

/** Identifier of an item. One that the XML leaves out has none; the platform only makes a name for it. */
export const identity = (element: XmlElement | undefined): Draft =>
  element === undefined ? ['0'] : [attributeOf(element, 'id'), ITEM_CLASS];

/** Puts identifier and name of an item, and refuses attributes beyond them. */
export function identify(
  record: DraftList,
  element: XmlElement,
  [id, name]: readonly [number, number],
): void {
  onlyAttributes(element, 'id', 'name');
  put(record, [id], identity(element));
  put(record, [name], quoted(attributeOf(element, 'name')));
}

/** Ends of the names that the platform makes for items which XML leaves out. */
const SUFFIXES = {
  ContextMenu: { ru: 'КонтекстноеМеню', en: 'ContextMenu' },
  CommandBar: { ru: 'КоманднаяПанель', en: 'CommandBar' },
  ExtendedTooltip: { ru: 'РасширеннаяПодсказка', en: 'ExtendedTooltip' },
  SearchString: { ru: 'СтрокаПоиска', en: 'SearchString' },
  ViewStatus: { ru: 'СостояниеПросмотра', en: 'ViewStatus' },
  SearchControl: { ru: 'УправлениеПоиском', en: 'SearchControl' },
} as const;

/** What is attached to an item. */
export type Attachment = keyof typeof SUFFIXES;

/** The name that the platform makes for an attached item. */
export const attachedName = (ownerName: string, kind: Attachment, { saving }: FormScope): string =>
  `${ownerName}${SUFFIXES[kind][saving.language]}`;

function attach(record: DraftList, element: XmlElement | undefined, madeName: string): void {
  if (element === undefined) put(record, [6], quoted(madeName));
  else identify(record, element, [1, 6]);
}

/** The bar that forms had before they had commands; the Designer keeps it under a name of its own in any language. */
export const NAVIGATOR =
  `{22,{0},0,0,0,7,"Navigator",{1,0},{1,0},0,1,0,0,0,2,2,${COLOR},${FONT},{0,0,0},0,0,1,0,1,` +
  `{12,{0},0,0,0,0,"NavigatorExtendedTooltip",{1,0},{1,0},1,0,0,2,2,${COLOR},${FONT},{0,0,0},1,` +
  `{5,0,0,3,0,{0,1,0},${COLOR},${COLOR},${BORDER}},0,1,2,{1,{1,0},0},0,0,1,0,0,1,0,3,3,0,0},0,3,3,0}`;

/** A context menu. */
export function contextMenu(element: XmlElement | undefined, ownerName: string, scope: FormScope): Draft {
  const record = draft(
    `{22,{0},0,0,0,8,"",{1,0},{1,0},0,1,0,0,0,2,2,${COLOR},${FONT},{0,0,0},1,{1,1},0,1,0,0,0,3,3,0}`,
  );
  attach(record, element, attachedName(ownerName, 'ContextMenu', scope));
  if (element) fill(record, element, {}, scope);
  return record;
}

const BAR: Properties = {
  Autofill: flag(20, 2),
  ChildItems: readElsewhere,
};

/** A command bar that belongs to a form or a table; `children` are count and items. */
export function autoCommandBar(
  element: XmlElement | undefined,
  ownerName: string,
  scope: FormScope,
  children: readonly Draft[],
): Draft {
  const record = draft(
    `{22,{0},0,0,0,9,"",{1,0},{1,0},0,1,0,0,0,2,2,${COLOR},${FONT},{0,0,0},1,{0,0,1},0,1,0,0,0,3,3,0}`,
  );
  attach(record, element, attachedName(ownerName, 'CommandBar', scope));
  if (element) fill(record, element, BAR, scope);
  record.splice(21, 1, ...children);
  return record;
}

const TOOLTIP: Properties = {
  Title: (record, element) => {
    onlyAttributes(element, 'formatted');
    put(record, [7], localizedText(element));
    put(record, [22, 1], localizedText(element));
    if (element.attributes.get('formatted') === 'true') put(record, [22, 2], '1');
  },
  Width: whole(10),
  Height: whole(11),
  HorizontalStretch: flag(12),
  VerticalStretch: flag(13),
  AutoMaxWidth: onlyFalse(24),
};

/** An extended tooltip. */
export function extendedTooltip(element: XmlElement | undefined, ownerName: string, scope: FormScope): Draft {
  const record = draft(
    `{12,{0},0,0,0,0,"",{1,0},{1,0},1,0,0,2,2,${COLOR},${FONT},{0,0,0},1,` +
      `{5,0,0,3,0,{0,1,0},${COLOR},${COLOR},${BORDER}},0,1,2,{1,{1,0},0},0,0,1,0,0,1,0,3,3,0,0}`,
  );
  attach(record, element, attachedName(ownerName, 'ExtendedTooltip', scope));
  if (element) fill(record, element, TOOLTIP, scope);
  return record;
}
