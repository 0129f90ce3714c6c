import {
  attachedName,
  autoCommandBar,
  contextMenu,
  extendedTooltip,
  identify,
  identity,
} from './attachments.ts';
import { BORDER, COLOR, FONT, PICTURE, draft, put, quoted, type Draft, type DraftList } from './draft.ts';
import { TABLE_EVENTS, eventsRecord } from './events.ts';
import type { FormScope } from './form-scope.ts';
import {
  choice,
  dataPath,
  fill,
  flag,
  localized,
  onlyTrue,
  readElsewhere,
  whole,
  type Properties,
} from './properties.ts';
import { attributeOf, childOf, onlyAttributes, requiredChild, type XmlElement } from './xml-element.ts';

/** What stands at a table without being a column: each has a number, a name that the platform makes, and a detail. */
const ADDITIONS = [
  {
    element: 'SearchStringAddition',
    attachment: 'SearchString',
    detail: `{1,0,2,${COLOR},${COLOR},${COLOR},${FONT},{0,1,0},1,0,0}`,
  },
  {
    element: 'ViewStatusAddition',
    attachment: 'ViewStatus',
    detail: `{1,0,2,${COLOR},${COLOR},${COLOR},${COLOR},${COLOR},${FONT},${FONT},${BORDER},3,{0,1,0},1,0,0}`,
  },
  {
    element: 'SearchControlAddition',
    attachment: 'SearchControl',
    detail: `{1,0,${COLOR},${COLOR},${COLOR},${FONT},{0,1,0},1,0,0,2}`,
  },
] as const;

const TABLE: Properties = {
  Representation: choice([3], { List: '0', Tree: '2' }),
  TitleLocation: choice([6], { None: '0' }),
  Title: localized(9),
  ToolTip: localized(10),
  DataPath: dataPath(11),
  ReadOnly: onlyTrue(14),
  ChangeRowSet: flag(17),
  ChangeRowOrder: flag(18),
  Width: whole(19),
  Height: whole(20),
  RowSelectionMode: choice([25], { Row: '1' }),
  AutoInsertNewRow: onlyTrue(37),
  EnableStartDrag: onlyTrue(52),
  EnableDrag: onlyTrue(53),
  RowFilter: (_, element) => onlyAttributes(element, 'nil'),
  ContextMenu: readElsewhere,
  AutoCommandBar: readElsewhere,
  ExtendedTooltip: readElsewhere,
  SearchStringAddition: readElsewhere,
  ViewStatusAddition: readElsewhere,
  SearchControlAddition: readElsewhere,
  Events: readElsewhere,
  ChildItems: readElsewhere,
};

/** Records of the items of a command bar and of the columns, each with their count in front. */
export interface TableChildren {
  readonly columns: readonly Draft[];
  readonly bar: readonly Draft[];
}

/** The record of a table. */
export function tableRecord(element: XmlElement, scope: FormScope, children: TableChildren): DraftList {
  requiredChild(element, 'DataPath');
  const name = attributeOf(element, 'name');
  const record = draft(
    `{55,{0},0,1,0,"",0,0,1,{1,0},{1,0},{0},0,1,0,0,0,1,1,0,0,0,0,0,1,0,1,1,0,1,2,2,1,1,0,0,0,0,2,0,0,1,1,{0},` +
      `${PICTURE},${COLOR},${COLOR},${COLOR},${FONT},${COLOR},${FONT},{0,0,0},0,0,0,{0,1,0},{0},1,{0},1,{0}}`,
  );
  identify(record, element, [1, 5]);
  fill(record, element, TABLE, scope);
  put(record, [55], eventsRecord(element, TABLE_EVENTS));
  put(record, [58], contextMenu(childOf(element, 'ContextMenu'), name, scope));
  put(record, [60], autoCommandBar(childOf(element, 'AutoCommandBar'), name, scope, children.bar));
  record.push(...children.columns, ...draft('{2,2,1,0,{"Pattern"},"","",2,2,0,1}'));
  record.push(extendedTooltip(childOf(element, 'ExtendedTooltip'), name, scope), '0', '0', '0');
  for (const code of ADDITIONS.keys()) record.push('1', additionRecord(element, code, scope));
  record.push(...draft('{0,1,0,0,1,0,3,3,0,1,0,0,0,0,1,0}'));
  if (childOf(element, 'RowFilter')) record.splice(54, 1, '1', '13', [quoted('U')]);
  return record;
}

const ADDITION: Properties = {
  AdditionSource: readElsewhere,
  ContextMenu: readElsewhere,
  ExtendedTooltip: readElsewhere,
};

function additionRecord(table: XmlElement, code: number, scope: FormScope): Draft {
  const { element: tag, attachment, detail } = ADDITIONS[code] ?? ADDITIONS[0];
  const element = childOf(table, tag);
  const name = element
    ? attributeOf(element, 'name')
    : attachedName(attributeOf(table, 'name'), attachment, scope);
  const record: DraftList = draft(
    `{5,{0},0,0,0,${code},"",{1,0},{1,0},1,1,0,1,${detail},1,{0},1,{0},2,{0,${code}},0,3,3,0}`,
  );
  put(record, [1], identity(element));
  put(record, [6], quoted(name));
  if (element) fill(record, element, ADDITION, scope);
  put(record, [15], contextMenu(element && childOf(element, 'ContextMenu'), name, scope));
  put(record, [17], extendedTooltip(element && childOf(element, 'ExtendedTooltip'), name, scope));
  put(record, [19, 0], attributeOf(table, 'id'));
  return record;
}
