import type { Value } from '../onec/runtime/value.ts';
import type { FormSource, ProcessorSource } from '../onec/index.ts';
import type { DumpFile } from '../../scripts/installer/xml-slot.ts';
import { allOf, childOf, descendants, readXml, type XmlElement } from './xml.ts';

/** Names of the elements of a form, tooltips and menus left out. */
export function itemNames(form: XmlElement): string[] {
  const items = childOf(form, 'ChildItems');
  if (!items) return [];
  return descendants(items)
    .filter(({ name }) => !/^(ContextMenu|ExtendedTooltip|AutoCommandBar|\w+Addition)$/.test(name))
    .flatMap(({ attributes }) => (attributes.has('id') ? [attributes.get('name') ?? ''] : []));
}

const nameOf = ({ attributes }: XmlElement): string => attributes.get('name') ?? '';

/** The value that an attribute of a simple type begins with. */
function emptyValue(attribute: XmlElement): Value {
  const type = childOf(childOf(attribute, 'Type'), 'v8:Type')?.text;
  if (type === 'xs:string') return '';
  return type === 'xs:boolean' ? false : undefined;
}

/** A form of a dump as the bench opens it: its module, and the names that its description gives it. */
export function formSource(
  dump: readonly DumpFile[],
  folder: string,
  processor?: ProcessorSource,
): FormSource {
  const textOf = (path: string): string => {
    const file = dump.find((candidate) => candidate.path === `${folder}/Ext/${path}`);
    if (!file) throw new Error(`the dump has no ${folder}/Ext/${path}`);
    return file.text;
  };
  const form = readXml(textOf('Form.xml'));
  const attributes = allOf(form, 'Attribute').filter((attribute) => nameOf(attribute) !== 'Объект');
  const isTable = (attribute: XmlElement): boolean => childOf(attribute, 'Columns') !== undefined;
  return {
    name: folder,
    text: textOf('Form/Module.bsl'),
    shape: {
      attributes: attributes.filter((attribute) => !isTable(attribute)).map(nameOf),
      initial: Object.fromEntries(attributes.map((attribute) => [nameOf(attribute), emptyValue(attribute)])),
      items: itemNames(form),
      tables: Object.fromEntries(
        attributes
          .filter(isTable)
          .map((attribute) => [nameOf(attribute), allOf(attribute, 'Column').map(nameOf)]),
      ),
    },
    ...(processor && { processor }),
  };
}
