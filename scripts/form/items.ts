import { buttonRecord } from './button.ts';
import { decorationRecord } from './decoration.ts';
import { ALWAYS, draft, type Draft, type DraftList } from './draft.ts';
import { fieldRecord } from './field.ts';
import type { FormScope, ItemSort } from './form-scope.ts';
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
  const sort = sortOf(item);
  const record = WRITERS[sort](item, scope, inBar);
  const at = sort === 'button' ? 3 : 4;
  if (scope.saving.ruled.includes(sort)) record.splice(at, 1, '1', draft(ALWAYS));
  return [CLASSES[sort], record];
}

/** Whoever writes a sort of items. */
const WRITERS: Readonly<Record<ItemSort, (item: XmlElement, scope: FormScope, inBar: boolean) => DraftList>> =
  {
    button: buttonRecord,
    decoration: decorationRecord,
    field: fieldRecord,
    group: (item, scope) => groupRecord(item, scope, itemRecords(item, scope)),
    table: (item, scope) => tableRecord(item, scope, tableChildren(item, scope)),
  };

function sortOf({ name }: XmlElement): ItemSort {
  if (name === 'Button') return 'button';
  if (name === 'LabelDecoration') return 'decoration';
  if (name === 'Table') return 'table';
  return name.endsWith('Field') ? 'field' : 'group';
}

const tableChildren = (
  table: XmlElement,
  scope: FormScope,
): { columns: readonly Draft[]; bar: readonly Draft[] } => ({
  columns: itemRecords(table, scope),
  bar: itemRecords(childOf(table, 'AutoCommandBar'), scope),
});
