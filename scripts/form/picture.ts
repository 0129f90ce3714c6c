import { put, quoted, type Draft } from './draft.ts';
import { plainText, type Property } from './properties.ts';
import { onlyAttributes, onlyChildren, requiredChild, unprovenValue } from './xml-element.ts';

/** Pictures of the platform that pairs show. */
const STANDARD: ReadonlyMap<string, Draft> = new Map<string, Draft>([
  ['StdPicture.CheckAll', ['-10']],
  ['StdPicture.UncheckAll', ['-11']],
  ['StdPicture.ExpandAll', ['0', 'fb7e9fb5-110b-41cb-adc6-753969ae1c81']],
  ['StdPicture.CollapseAll', ['0', '27ee3053-952c-49e5-8261-9215098e0e9c']],
]);

/** A picture of the platform. */
export const picture =
  (...path: readonly number[]): Property =>
  (record, element) => {
    onlyAttributes(element);
    onlyChildren(element, 'Ref', 'LoadTransparent');
    const ref = requiredChild(element, 'Ref');
    const found = STANDARD.get(plainText(ref));
    if (found === undefined) throw unprovenValue(ref);
    const transparent = requiredChild(element, 'LoadTransparent');
    if (plainText(transparent) !== 'true') throw unprovenValue(transparent);
    put(record, path, ['4', '1', found, quoted(''), '-1', '-1', '1', '0', quoted('')]);
  };
