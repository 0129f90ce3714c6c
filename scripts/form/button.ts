import { color, font } from './appearance.ts';
import { extendedTooltip, identify } from './attachments.ts';
import { COLOR, COMMAND_CLASS, FONT, PICTURE, draft, put, type DraftList } from './draft.ts';
import type { FormScope } from './form-scope.ts';
import {
  choice,
  choices,
  fill,
  localized,
  onlyFalse,
  onlyTrue,
  readElsewhere,
  type Properties,
} from './properties.ts';
import { attributeOf, childOf, onlyAttributes, requiredChild, type XmlElement } from './xml-element.ts';

const BUTTON: Properties = {
  Type: choices([[4], [46]], {
    CommandBarButton: ['0', '0'],
    UsualButton: ['1', '1'],
    Hyperlink: ['2', '2'],
  }),
  Title: localized(6),
  CommandName: (record, element, scope) => {
    onlyAttributes(element);
    put(record, [8], scope.command(element));
  },
  DefaultButton: onlyTrue(11),
  BackColor: color(19),
  TextColor: color(20),
  BorderColor: color(21),
  Font: font(22),
  Visible: onlyFalse(26),
  GroupHorizontalAlign: choice([41], { Left: '0', Right: '2' }),
  ExtendedTooltip: readElsewhere,
};

/** The record of a button; one of a command bar has to say so itself. */
export function buttonRecord(element: XmlElement, scope: FormScope, inBar: boolean): DraftList {
  requiredChild(element, 'CommandName');
  if (inBar) requiredChild(element, 'Type');
  const record = draft(
    `{31,{0},0,0,1,"",{1,0},1,{0,${COMMAND_CLASS}},{0},3,0,0,0,2,2,0,0,0,${COLOR},${COLOR},${COLOR},${FONT},{0,0,0},0,` +
      `${PICTURE},1,{"Pattern"},"",2,0,1,{0},{"U"},1,0,0,1,0,0,0,3,3,3,0,0,1,0,0,0,1,0}`,
  );
  identify(record, element, [1, 5]);
  fill(record, element, BUTTON, scope);
  put(
    record,
    [32],
    extendedTooltip(childOf(element, 'ExtendedTooltip'), attributeOf(element, 'name'), scope),
  );
  return record;
}
