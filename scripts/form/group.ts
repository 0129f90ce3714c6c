import { color } from './appearance.ts';
import { extendedTooltip, identify } from './attachments.ts';
import { COLOR, FONT, PICTURE, draft, put, type Draft, type DraftList } from './draft.ts';
import { NO_EVENTS, eventsRecord } from './events.ts';
import type { FormScope } from './form-scope.ts';
import {
  choice,
  choices,
  fill,
  localized,
  onlyFalse,
  onlyTrue,
  readElsewhere,
  sameAsAbsent,
  whole,
  type Properties,
} from './properties.ts';
import { attributeOf, childOf, requiredChild, unproven, type XmlElement } from './xml-element.ts';

/** What is one kind of group. */
interface GroupKind {
  readonly code: string;
  readonly detail: string;
  readonly properties: Properties;
}

/** Place of the detail in the record of a group. */
const D = 20;

/** Place of the count of children, behind which they stand. */
const CHILDREN = 21;

const DIRECTIONS: Readonly<Record<string, readonly string[]>> = {
  Vertical: ['0', '0', '0'],
  Horizontal: ['1', '1', '1'],
  HorizontalIfPossible: ['1', '2', '2'],
  AlwaysHorizontal: ['1', '1', '3'],
};

const KINDS: ReadonlyMap<string, GroupKind> = new Map([
  [
    'UsualGroup',
    {
      code: '5',
      detail: `{29,1,0,2,1,{0},{1,0},{"Pattern"},"",${COLOR},1,0,0,1,{1,0},0,0,3,3,2,0,1,1,${COLOR},0,2,0,3,3}`,
      properties: {
        Group: choices(
          [
            [D, 1],
            [D, 22],
            [D, 27],
          ],
          DIRECTIONS,
        ),
        Representation: choice([D, 3], {
          None: '0',
          StrongSeparation: '1',
          WeakSeparation: '2',
          NormalSeparation: '3',
        }),
        ShowTitle: onlyFalse(D, 4),
        BackColor: color(D, 9),
        Behavior: choices(
          [
            [D, 10],
            [D, 11],
            [D, 28],
          ],
          { Usual: ['0', '0', '0'], Collapsible: ['1', '1', '1'] },
        ),
        Collapsed: onlyTrue(D, 12),
        ControlRepresentation: choice([D, 24], { Picture: '1' }),
      },
    },
  ],
  [
    'ColumnGroup',
    {
      code: '2',
      detail: `{2,2,1,1,3,${PICTURE},${COLOR},{0},{"Pattern"},"",{1,0},0}`,
      // shown by one pair, and only so
      properties: { Group: sameAsAbsent('InCell'), ShowInHeader: sameAsAbsent('true') },
    },
  ],
  [
    'Pages',
    {
      code: '3',
      detail: '{4,1,{0,1,0},2,0,6}',
      properties: { PagesRepresentation: choice([D, 5], { TabsOnTop: '1' }) },
    },
  ],
  [
    'Page',
    {
      code: '4',
      detail: `{18,${PICTURE},0,0,{0},{1,0},1,{"Pattern"},"",${COLOR},0,0,3,3,0,0,0,0,${COLOR},${FONT}}`,
      properties: {
        Group: choices(
          [
            [D, 2],
            [D, 16],
            [D, 17],
          ],
          DIRECTIONS,
        ),
      },
    },
  ],
]);

/** What all groups have. */
const GROUP: Properties = {
  Title: localized(7),
  ToolTip: localized(8),
  Height: whole(13),
  HorizontalStretch: onlyTrue(14),
  Visible: onlyFalse(22),
  ExtendedTooltip: readElsewhere,
  ChildItems: readElsewhere,
  Events: readElsewhere,
};

/** The record of a group; `children` are count and items. */
export function groupRecord(element: XmlElement, scope: FormScope, children: readonly Draft[]): DraftList {
  const kind = KINDS.get(element.name);
  if (kind === undefined) throw unproven(element);
  if (element.name === 'ColumnGroup')
    for (const needed of ['Group', 'ShowInHeader']) requiredChild(element, needed);
  const record = draft(
    `{22,{0},0,0,0,${kind.code},"",{1,0},{1,0},0,1,0,0,0,2,2,${COLOR},${FONT},{0,0,0},1,{0},0,1,0,1,{0},0,3,3,0}`,
  );
  identify(record, element, [1, 6]);
  put(record, [D], draft(kind.detail));
  fill(record, element, { ...GROUP, ...kind.properties }, scope);
  eventsRecord(element, NO_EVENTS);
  put(
    record,
    [25],
    extendedTooltip(childOf(element, 'ExtendedTooltip'), attributeOf(element, 'name'), scope),
  );
  record.splice(CHILDREN, 1, ...children);
  return record;
}
