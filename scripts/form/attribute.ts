import { ALWAYS, draft, put, quoted, type Draft } from './draft.ts';
import type { FormScope } from './form-scope.ts';
import { choice, fill, localized, onlyTrue, readElsewhere, type Properties } from './properties.ts';
import { typeRecord } from './type-record.ts';
import { attributeOf, listOf, onlyAttributes, unproven, type XmlElement } from './xml-element.ts';

const ATTRIBUTE: Properties = {
  Title: localized(4),
  Type: (record, element, scope) => put(record, [5], typeRecord(element, scope)),
  MainAttribute: onlyTrue(10),
  FillCheck: choice([12], { ShowError: '1' }),
  Columns: readElsewhere,
};

/** The record of an attribute with its columns. */
export function attributeRecord(element: XmlElement, scope: FormScope): Draft {
  if (element.name !== 'Attribute') throw unproven(element);
  onlyAttributes(element, 'id', 'name');
  const record = draft(`{9,{0},0,"",{1,0},{"Pattern"},${ALWAYS},${ALWAYS},{0,0},{0,0},0,0,0,0,{0,0},{0,0}}`);
  put(record, [1], [attributeOf(element, 'id')]);
  put(record, [3], quoted(attributeOf(element, 'name')));
  fill(record, element, ATTRIBUTE, scope);
  const columns = listOf(element, 'Columns').map((column) => columnRecord(column, scope));
  record.splice(13, 1, String(columns.length), ...columns);
  return record;
}

const COLUMN: Properties = {
  Title: localized(4),
  Type: (record, element, scope) => put(record, [5], typeRecord(element, scope)),
};

function columnRecord(element: XmlElement, scope: FormScope): Draft {
  if (element.name !== 'Column') throw unproven(element);
  onlyAttributes(element, 'id', 'name');
  const record = draft(`{5,0,0,"",{1,0},{"Pattern"},${ALWAYS},${ALWAYS},{0,0},0}`);
  put(record, [1], attributeOf(element, 'id'));
  put(record, [3], quoted(attributeOf(element, 'name')));
  fill(record, element, COLUMN, scope);
  return record;
}
