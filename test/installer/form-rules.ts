import { allOf, childOf, descendants, namesInside, type XmlElement } from './xml.ts';
import type { ModuleMethod } from './module-methods.ts';

/** Order of what stands right inside a form. Source: platform-1c.md 7.2 and the dumps it lists. */
const FORM = [
  ...['Title', 'AutoTitle', 'AutoURL', 'AutoFillCheck', 'Customizable', 'CommandBarLocation'],
  ...['AutoCommandBar', 'Events', 'ChildItems', 'Attributes', 'Commands'],
];

const TAIL = ['ContextMenu', 'ExtendedTooltip', 'Events', 'ChildItems'];
const SIZE = ['Width', 'AutoMaxWidth', 'Height', 'HorizontalStretch', 'MultiLine'];

/** Order of what stands inside each kind of element, as real dumps have it. */
const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  UsualGroup: ['Title', 'Group', 'Representation', 'ShowTitle', ...TAIL],
  Pages: ['Title', 'PagesRepresentation', ...TAIL],
  Page: ['Title', ...TAIL],
  InputField: [
    ...['DataPath', 'ReadOnly', 'Title', 'TitleLocation', 'ToolTip', 'EditMode'],
    ...[...SIZE, 'InputHint', ...TAIL],
  ],
  CheckBoxField: ['DataPath', 'ReadOnly', 'Title', 'TitleLocation', 'CheckBoxType', ...TAIL],
  LabelField: ['DataPath', 'Title', 'TitleLocation', ...SIZE, ...TAIL],
  LabelDecoration: ['AutoMaxWidth', 'HorizontalStretch', 'Title', ...TAIL],
  Button: ['Type', 'DefaultButton', 'CommandName', 'Title', 'ExtendedTooltip'],
  Table: [
    ...['Representation', 'CommandBarLocation', 'ChangeRowSet', 'ChangeRowOrder', 'UseAlternationRowColor'],
    ...[
      'DataPath',
      'Title',
      'SearchStringLocation',
      'ViewStatusLocation',
      'SearchControlLocation',
      'RowFilter',
    ],
    ...['ContextMenu', 'AutoCommandBar', 'ExtendedTooltip'],
    ...['SearchStringAddition', 'ViewStatusAddition', 'SearchControlAddition', 'Events', 'ChildItems'],
  ],
  SearchStringAddition: ['AdditionSource', 'ContextMenu', 'ExtendedTooltip'],
  ViewStatusAddition: ['AdditionSource', 'ContextMenu', 'ExtendedTooltip'],
  SearchControlAddition: ['AdditionSource', 'ContextMenu', 'ExtendedTooltip'],
  ContextMenu: [],
  ExtendedTooltip: [],
  AutoCommandBar: ['Autofill'],
};

/** Types that a form of an external processor may have without a base to resolve them against. */
const TYPES = new Set(['xs:string', 'xs:boolean', 'xs:dateTime', 'xs:decimal', 'v8:ValueTable']);

/** Events by the side that handles them. */
const SERVER_EVENTS = new Set(['OnCreateAtServer']);

/** Regions of a form's module whose procedures only the form calls. */
const HANDLER_REGION = /^(ОбработчикиСобытий|ОбработчикиКоманд)/;

const nameOf = ({ attributes }: XmlElement): string => attributes.get('name') ?? '';

/** Whether names come in the order of a list, each at most once. */
export function isOrdered(names: readonly string[], order: readonly string[]): boolean {
  const places = names.map((name) => order.indexOf(name));
  return places.every((place, at) => place > (places[at - 1] ?? -1));
}

/** What is wrong with the description of a form and its module. */
export function formProblems(form: XmlElement, methods: readonly ModuleMethod[]): string[] {
  const items = descendants(form).filter(({ name }) => name in ELEMENTS);
  const attributes = allOf(form, 'Attribute');
  const commands = allOf(form, 'Command');
  return [
    ...(isOrdered(namesInside(form), FORM) ? [] : ['form-order']),
    ...items
      .filter(
        ({ name, children }) =>
          !isOrdered(
            children.map((child) => child.name),
            ELEMENTS[name] ?? [],
          ),
      )
      .map((item) => `element-order ${nameOf(item)}`),
    ...unknownKinds(form),
    ...[items, attributes, commands].flatMap(repeated),
    ...attributes.flatMap(columnsOf).flatMap(repeated),
    ...wrongTypes(form),
    ...wrongPaths(form, attributes),
    ...wrongCommands(form, commands),
    ...wrongHandlers(form, methods),
    ...wrongAdditions(form),
  ];
}

const columnsOf = (attribute: XmlElement): XmlElement[][] => [childOf(attribute, 'Columns')?.children ?? []];

/** Children of `ChildItems` that no rule knows. */
const unknownKinds = (form: XmlElement): string[] =>
  allOf(form, 'ChildItems')
    .flatMap(({ children }) => children)
    .filter(({ name }) => !(name in ELEMENTS))
    .map((item) => `element-kind ${item.name}`);

function repeated(elements: readonly XmlElement[]): string[] {
  const twice = (values: readonly string[]): string[] =>
    values.filter((value, at) => value === '' || values.indexOf(value) !== at);
  return [
    ...twice(elements.map(({ attributes }) => attributes.get('id') ?? '')).map((id) => `id-repeated ${id}`),
    ...twice(elements.map(nameOf)).map((name) => `name-repeated ${name}`),
  ];
}

const wrongTypes = (form: XmlElement): string[] =>
  allOf(form, 'v8:Type')
    .filter(({ text }) => !TYPES.has(text) && !text.startsWith('cfg:ExternalDataProcessorObject.'))
    .map(({ text }) => `type ${text}`);

function wrongPaths(form: XmlElement, attributes: readonly XmlElement[]): string[] {
  const paths = new Set(
    attributes.flatMap((attribute) => [
      nameOf(attribute),
      ...(childOf(attribute, 'Columns')?.children ?? []).map(
        (column) => `${nameOf(attribute)}.${nameOf(column)}`,
      ),
    ]),
  );
  return allOf(form, 'DataPath')
    .filter(({ text }) => !paths.has(text))
    .map(({ text }) => `data-path ${text}`);
}

function wrongCommands(form: XmlElement, commands: readonly XmlElement[]): string[] {
  const used = new Set(allOf(form, 'CommandName').map(({ text }) => text));
  const known = new Set(commands.map((command) => `Form.Command.${nameOf(command)}`));
  return [
    ...[...used].filter((name) => !known.has(name)).map((name) => `command-missing ${name}`),
    ...[...known].filter((name) => !used.has(name)).map((name) => `command-unused ${name}`),
    ...commands
      .filter((command) => !isOrdered(namesInside(command), ['Title', 'ToolTip', 'Action']))
      .map((command) => `element-order ${nameOf(command)}`),
  ];
}

interface Handler {
  readonly method: string;
  readonly directive: 'НаКлиенте' | 'НаСервере';
}

const handlersOf = (form: XmlElement): Handler[] => [
  ...allOf(form, 'Event').map((event): Handler => {
    const directive = SERVER_EVENTS.has(nameOf(event)) ? 'НаСервере' : 'НаКлиенте';
    return { method: event.text, directive };
  }),
  ...allOf(form, 'Action').map((action): Handler => ({ method: action.text, directive: 'НаКлиенте' })),
];

function wrongHandlers(form: XmlElement, methods: readonly ModuleMethod[]): string[] {
  const handlers = handlersOf(form);
  const missing = handlers.filter(
    ({ method, directive }) => !methods.some((one) => one.name === method && one.directive === directive),
  );
  const idle = methods.filter(
    ({ name, region }) => HANDLER_REGION.test(region) && !handlers.some(({ method }) => method === name),
  );
  return [
    ...missing.map(({ method }) => `handler-missing ${method}`),
    ...idle.map(({ name }) => `handler-unused ${name}`),
  ];
}

/** The search line of a table belongs to that table. */
const wrongAdditions = (form: XmlElement): string[] =>
  allOf(form, 'Table').flatMap((table) =>
    allOf(table, 'Item')
      .filter(({ text }) => text !== nameOf(table))
      .map(({ text }) => `addition ${text}`),
  );
