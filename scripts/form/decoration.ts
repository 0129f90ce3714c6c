import { color, font } from './appearance.ts';
import { contextMenu, extendedTooltip, identify } from './attachments.ts';
import { BORDER, COLOR, FONT, draft, put, type DraftList } from './draft.ts';
import { DECORATION_EVENTS, eventsRecord } from './events.ts';
import type { FormScope } from './form-scope.ts';
import {
  choice,
  fill,
  flag,
  localized,
  localizedText,
  onlyFalse,
  onlyTrue,
  readElsewhere,
  whole,
  type Properties,
} from './properties.ts';
import { attributeOf, childOf, onlyAttributes, unprovenValue, type XmlElement } from './xml-element.ts';

const DECORATION: Properties = {
  Title: putTitle,
  ToolTip: localized(8),
  Width: whole(10),
  Height: whole(11),
  HorizontalStretch: flag(12),
  VerticalStretch: flag(13),
  TextColor: color(14),
  Font: font(15),
  Hyperlink: onlyTrue(18, 1),
  HorizontalAlign: choice([18, 2], { Center: '1', Right: '2' }),
  VerticalAlign: choice([18, 3], { Bottom: '2' }),
  BackColor: color(18, 6),
  Visible: onlyFalse(21),
  AutoMaxWidth: onlyFalse(27),
  MaxWidth: whole(28),
  AutoMaxHeight: onlyFalse(30),
  GroupHorizontalAlign: choice([32], { Center: '1', Right: '2' }),
  GroupVerticalAlign: choice([33], { Center: '1', Bottom: '2' }),
  ContextMenu: readElsewhere,
  ExtendedTooltip: readElsewhere,
  Events: readElsewhere,
};

/** The record of a label that is not a field. */
export function decorationRecord(element: XmlElement, scope: FormScope): DraftList {
  const record = draft(
    `{12,{0},0,0,0,0,"",{1,0},{1,0},1,0,0,2,2,${COLOR},${FONT},{0,0,0},1,` +
      `{5,0,0,3,0,{0,1,0},${COLOR},${COLOR},${BORDER}},1,{0},1,2,{1,{1,0},0},0,1,{0},1,0,0,1,0,3,3,0,0}`,
  );
  identify(record, element, [1, 6]);
  fill(record, element, DECORATION, scope);
  const name = attributeOf(element, 'name');
  put(record, [20], contextMenu(childOf(element, 'ContextMenu'), name, scope));
  put(record, [26], extendedTooltip(childOf(element, 'ExtendedTooltip'), name, scope));
  put(record, [18, 5], eventsRecord(element, DECORATION_EVENTS));
  return record;
}

/** Marks of a formatted title that pairs show; one whose marks are others is refused. */
const MARKS = /<(?:\/|link [^<>]+|fontsize \d{1,3}|color [#\w:]+)>/g;

/** A formatted title stands twice: as it is, and without its marks. */
function putTitle(record: DraftList, element: XmlElement): void {
  onlyAttributes(element, 'formatted');
  const formatted = element.attributes.get('formatted') === 'true';
  const title = localizedText(element);
  put(record, [7], formatted ? localizedText(element, (text) => withoutMarks(text, element)) : title);
  put(record, [23, 1], title);
  if (formatted) put(record, [23, 2], '1');
}

function withoutMarks(text: string, element: XmlElement): string {
  const plain = text.replaceAll(MARKS, '');
  if (/[<>&]/.test(plain)) throw unprovenValue(element, '<…>');
  return plain;
}
