import { ALWAYS, COMMAND_CLASS, PICTURE, draft, put, quoted, type Draft } from './draft.ts';
import { picture } from './picture.ts';
import type { FormScope } from './form-scope.ts';
import { choice, fill, localized, plainText, type Properties } from './properties.ts';
import { attributeOf, onlyAttributes, requiredChild, unproven, type XmlElement } from './xml-element.ts';

const COMMAND: Properties = {
  Title: localized(3),
  ToolTip: localized(4),
  Picture: picture(7),
  Representation: choice([9], { Picture: '1' }),
  CurrentRowUse: choice([17], { DontUse: '1' }),
  Action: (record, element) => {
    onlyAttributes(element);
    put(record, [8], quoted(plainText(element)));
  },
};

/** The record of a command of a form. */
export function commandRecord(element: XmlElement, scope: FormScope): Draft {
  if (element.name !== 'Command') throw unproven(element);
  onlyAttributes(element, 'id', 'name');
  requiredChild(element, 'Action');
  const record = draft(
    `{9,{0,${COMMAND_CLASS}},"",{1,0},{1,0},${ALWAYS},{0,0,0},${PICTURE},"",3,0,0,{0,0},1,0,1,0,0,2}`,
  );
  put(record, [1, 0], attributeOf(element, 'id'));
  put(record, [2], quoted(attributeOf(element, 'name')));
  fill(record, element, COMMAND, scope);
  return record;
}
