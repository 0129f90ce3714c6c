import { color, font } from './appearance.ts';
import { BORDER, COLOR, FONT, NIL, PICTURE } from './draft.ts';
import { choiceList } from './choice-list.ts';
import { choice, flag, localized, onlyFalse, onlyTrue, whole, type Properties } from './properties.ts';

/** What a kind of field has beyond what all of them have; paths begin with the place of the detail in the field. */
export interface Detail {
  readonly template: string;
  readonly properties: Properties;
}

/** Place of the detail in the record of a field. */
const D = 39;

/** Width, height and stretching at the places where most kinds keep them. */
const size = (width: number): Properties => ({
  Width: whole(D, width),
  Height: whole(D, width + 1),
  HorizontalStretch: flag(D, width + 2),
  VerticalStretch: flag(D, width + 3),
});

export const INPUT: Detail = {
  template:
    `{36,{3,0},0,0,2,2,1,2,2,2,2,2,2,2,2,2,{"U"},{"U"},"",0,${PICTURE},0,0,2,3,${NIL},{5006,0},{0,0},2,{1,0},{1,0},` +
    `2,1,0,{"Pattern"},1,{0,1,0},${COLOR},${COLOR},${COLOR},${FONT},1,{3,0,0},0,{1,0},2,0,2,0,1,0,0,1,` +
    `0,0,0,0,0,0,0,0,0,{0},0,{5007,0},0}`,
  properties: {
    ...size(2),
    Wrap: onlyFalse(D, 6),
    PasswordMode: flag(D, 7),
    MultiLine: flag(D, 8),
    ExtendedEdit: onlyTrue(D, 9),
    // the two buttons stand together in the only pair that has either
    DropListButton: onlyTrue(D, 11),
    ChoiceListButton: onlyTrue(D, 47),
    ChoiceButton: flag(D, 12),
    ClearButton: onlyTrue(D, 13),
    OpenButton: onlyTrue(D, 15),
    ChoiceList: choiceList(D, 1),
    ListChoiceMode: onlyTrue(D, 19),
    EditFormat: localized(D, 30),
    AutoMarkIncomplete: onlyTrue(D, 31),
    TextEdit: onlyFalse(D, 41),
    EditTextUpdate: choice([D, 43], { OnValueChange: '2' }),
    InputHint: localized(D, 44),
    AutoMaxWidth: onlyFalse(D, 49),
    MaxWidth: whole(D, 50),
    ExtendedEditMultipleValues: onlyTrue(D, 65),
  },
};

export const LABEL: Detail = {
  template: `{11,0,0,2,2,2,{1,0},0,${COLOR},${COLOR},${FONT},2,{0,1,0},${COLOR},${BORDER},1,0,0,1,0}`,
  properties: {
    ...size(1),
    Format: localized(D, 6),
    TextColor: color(D, 8),
    Font: font(D, 10),
    AutoMaxWidth: onlyFalse(D, 15),
  },
};

export const CHECK_BOX: Detail = {
  template: `{11,0,${COLOR},${COLOR},0,{1,0},${COLOR},${FONT},0,0,0,2,0}`,
  properties: {
    ThreeState: onlyTrue(D, 1),
    CheckBoxType: choice([D, 12], { Auto: '0', Switcher: '3' }),
  },
};

export const RADIO_BUTTON: Detail = {
  template: `{8,{3,0},0,${COLOR},${FONT},${COLOR},0,0,${COLOR},0,0,2}`,
  properties: {
    RadioButtonType: choice([D, 7], { RadioButtons: '1', Tumbler: '2' }),
    ChoiceList: choiceList(D, 1),
  },
};

/** A text document; pairs show it without properties of its own. */
export const DOCUMENT: Detail = {
  template: `{5,50,10,1,1,0,${COLOR},${COLOR},${COLOR},${FONT},0,0,0,1,0,{0,1,0}}`,
  properties: {},
};

/** An HTML document at the two sizes that pairs show. */
export const HTML_DOCUMENT: Detail = {
  template: `{3,50,8,${COLOR},0,{0,1,0},1,0,0,1,0,1,1}`,
  properties: {
    Height: whole(D, 2),
    HorizontalStretch: onlyTrue(D, 6),
  },
};

/** A field that shows a picture; pairs show it without properties of its own. */
export const PICTURE_FIELD: Detail = {
  template:
    `{10,0,0,1,1,${PICTURE},0,0,0,{1,0},${COLOR},${COLOR},${FONT},` +
    `{3,0,{0},1,1,0,48312c09-257f-4b29-b280-284dd89efc1e},0,0,{0,1,0},1,0,0,1,0,1,100}`,
  properties: {},
};
