import { contextMenu, extendedTooltip, identify } from './attachments.ts';
import { font } from './appearance.ts';
import { COLOR, FONT, PICTURE, draft, put, type DraftList } from './draft.ts';
import { ITEM_EVENTS, LABEL_EVENTS, VALUE_EVENTS, eventsRecord } from './events.ts';
import {
  CHECK_BOX,
  DOCUMENT,
  HTML_DOCUMENT,
  INPUT,
  LABEL,
  PICTURE_FIELD,
  RADIO_BUTTON,
  type Detail,
} from './field-details.ts';
import type { FormScope } from './form-scope.ts';
import {
  choice,
  dataPath,
  fill,
  localized,
  onlyFalse,
  onlyTrue,
  readElsewhere,
  type Properties,
} from './properties.ts';
import { attributeOf, childOf, requiredChild, unproven, type XmlElement } from './xml-element.ts';

/** What is one kind of field. */
interface FieldKind {
  /** Its number in the record of a field. */
  readonly code: string;
  readonly detail: Detail;
}

const KINDS: ReadonlyMap<string, FieldKind> = new Map([
  ['LabelField', { code: '1', detail: LABEL }],
  ['InputField', { code: '2', detail: INPUT }],
  ['CheckBoxField', { code: '3', detail: CHECK_BOX }],
  ['PictureField', { code: '4', detail: PICTURE_FIELD }],
  ['RadioButtonField', { code: '5', detail: RADIO_BUTTON }],
  ['TextDocumentField', { code: '7', detail: DOCUMENT }],
  ['HTMLDocumentField', { code: '15', detail: HTML_DOCUMENT }],
]);

/** Where the record of a field keeps its parts. */
const AT = { detail: 39, events: 40, menu: 42, tooltip: 52 } as const;

/** What all fields have. */
const FIELD: Properties = {
  DataPath: dataPath(11),
  Title: localized(9),
  ToolTip: localized(10),
  TitleLocation: choice([7], { None: '0', Left: '2', Top: '3', Right: '4' }),
  TitleFont: font(32),
  ReadOnly: onlyTrue(14),
  Visible: onlyFalse(43),
  ShowInHeader: onlyFalse(20),
  EditMode: choice([26], { EnterOnInput: '2' }),
  HorizontalAlign: choice([23], { Left: '0' }),
  ContextMenu: readElsewhere,
  ExtendedTooltip: readElsewhere,
  Events: readElsewhere,
};

/** The record of a field. */
export function fieldRecord(element: XmlElement, scope: FormScope): DraftList {
  const kind = KINDS.get(element.name);
  if (kind === undefined) throw unproven(element);
  requiredChild(element, 'DataPath');
  const record = draft(
    `{37,{0},0,0,0,2,"",1,0,{1,0},{1,0},{0},{0},1,0,2,0,2,{1,0},{1,0},1,1,0,3,0,3,1,3,0,${PICTURE},${PICTURE},` +
      `${COLOR},${FONT},${COLOR},${COLOR},${COLOR},${FONT},{0,0,0},1,{0},{0,1,0},1,{0},1,` +
      `{"Pattern"},{"Pattern"},"","",{0},0,0,1,{0},3,3,0,0,0,0}`,
  );
  identify(record, element, [1, 6]);
  put(record, [5], kind.code);
  put(record, [AT.detail], draft(kind.detail.template));
  fill(record, element, { ...FIELD, ...kind.detail.properties }, scope);
  putEvents(record, element);
  const name = attributeOf(element, 'name');
  put(record, [AT.menu], contextMenu(childOf(element, 'ContextMenu'), name, scope));
  put(record, [AT.tooltip], extendedTooltip(childOf(element, 'ExtendedTooltip'), name, scope));
  return record;
}

/** That the value changed is an event of every field; what else happens belongs to its kind. */
function putEvents(record: DraftList, element: XmlElement): void {
  const { name } = element;
  if (name === 'LabelField') put(record, [AT.detail, 12], eventsRecord(element, LABEL_EVENTS));
  else if (name === 'InputField') {
    put(record, [AT.events], eventsRecord(element, ITEM_EVENTS, VALUE_EVENTS));
    put(record, [AT.detail, 36], eventsRecord(element, VALUE_EVENTS, ITEM_EVENTS));
  } else put(record, [AT.events], eventsRecord(element, ITEM_EVENTS));
}
