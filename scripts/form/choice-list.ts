import { NIL, PICTURE, draft, put, quoted, type Draft } from './draft.ts';
import { localizedText, plainText, type Property } from './properties.ts';
import {
  onlyAttributes,
  onlyChildren,
  requiredChild,
  unproven,
  unprovenValue,
  type XmlElement,
} from './xml-element.ts';

/** What a value of a choice list is to the platform. */
const CHOICE_VALUE = '0e704aa2-07bd-48b9-8223-a0212c4d5fc2';

/** Values to choose from, each with what a person reads. */
export const choiceList =
  (...path: readonly number[]): Property =>
  (record, element) => {
    onlyAttributes(element);
    const values = element.children.map(valueOf);
    put(record, path, [
      '3',
      String(values.length),
      ...values.flatMap((value): Draft[] => [quoted(''), value]),
      ...values.map((): Draft => draft(`{0,${PICTURE}}`)),
    ]);
  };

/** `xr:Item` of a presentation that is empty, a check state of 0 and a `FormChoiceListDesTimeValue`. */
function valueOf(item: XmlElement): Draft {
  if (item.name !== 'Item') throw unproven(item);
  onlyChildren(item, 'Presentation', 'CheckState', 'Value');
  const presentation = requiredChild(item, 'Presentation');
  if (plainText(presentation) !== '') throw unprovenValue(presentation);
  const state = requiredChild(item, 'CheckState');
  if (plainText(state) !== '0') throw unprovenValue(state);
  const value = requiredChild(item, 'Value');
  onlyAttributes(value, 'type');
  onlyChildren(value, 'Presentation', 'Value');
  const texts = localizedText(requiredChild(value, 'Presentation'));
  return [quoted('#'), CHOICE_VALUE, ['0', '1', simpleValue(requiredChild(value, 'Value')), NIL, NIL, texts]];
}

function simpleValue(element: XmlElement): Draft {
  onlyAttributes(element, 'type');
  const text = plainText(element);
  if (element.attributes.get('type') === 'xs:string') return [quoted('S'), quoted(text)];
  if (element.attributes.get('type') !== 'xs:decimal' || !/^\d{1,15}$/.test(text))
    throw unprovenValue(element);
  return [quoted('N'), text];
}
