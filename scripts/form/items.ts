import { buttonRecord } from './button.ts';
import { decorationRecord } from './decoration.ts';
import type { Draft } from './draft.ts';
import { fieldRecord } from './field.ts';
import type { FormScope } from './form-scope.ts';
import { groupRecord } from './group.ts';
import { tableRecord } from './table.ts';
import { childOf, listOf, type XmlElement } from './xml-element.ts';

/** Classes that stand in front of the record of an item. */
const CLASSES = {
  table: '143c00f7-a42d-4cd7-9189-88e4467dc768',
  decoration: '3d3cb80c-508b-41fa-8a18-680cdf5f1712',
  field: '77ffcc29-7f2d-4223-b22f-19666e7250ba',
  button: 'a9f3b1ac-f51b-431e-b102-55a69acdecad',
  group: 'cd5394d0-7dda-4b56-8927-93ccbe967a01',
} as const;

/** Records of the items below an element, their count in front. */
export function itemRecords(owner: XmlElement | undefined, scope: FormScope): readonly Draft[] {
  const items = owner === undefined ? [] : listOf(owner, 'ChildItems');
  const inBar = owner?.name === 'AutoCommandBar';
  return [String(items.length), ...items.flatMap((item) => itemRecord(item, scope, inBar))];
}

/** Class and record of an item. Elements are as deep as the XML, whose depth is bounded. */
function itemRecord(item: XmlElement, scope: FormScope, inBar: boolean): readonly Draft[] {
  switch (item.name) {
    case 'Button':
      return [CLASSES.button, buttonRecord(item, scope, inBar)];
    case 'LabelDecoration':
      return [CLASSES.decoration, decorationRecord(item, scope)];
    case 'Table':
      return [CLASSES.table, tableRecord(item, scope, tableChildren(item, scope))];
    default:
      return item.name.endsWith('Field')
        ? [CLASSES.field, fieldRecord(item, scope)]
        : [CLASSES.group, groupRecord(item, scope, itemRecords(item, scope))];
  }
}

const tableChildren = (
  table: XmlElement,
  scope: FormScope,
): { columns: readonly Draft[]; bar: readonly Draft[] } => ({
  columns: itemRecords(table, scope),
  bar: itemRecords(childOf(table, 'AutoCommandBar'), scope),
});
