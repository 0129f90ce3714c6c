import { COMMAND_CLASS, ITEM_CLASS, type Draft } from './draft.ts';
import { FormError } from './error.ts';
import { attributeOf, childText, listOf, placeOf, unresolved, type XmlElement } from './xml-element.ts';

/** What a form is told by the object that it belongs to. */
export interface FormOwner {
  /** Type identifiers by the names that a form uses: `DataProcessorObject.Загрузка`. */
  readonly types: ReadonlyMap<string, string>;
  /** Identifiers of the owner's attributes by name. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** Sorts of items that have a class of their own. */
export type ItemSort = 'table' | 'decoration' | 'field' | 'button' | 'group';

/**
 * What the XML of a form does not say and its record tells all the same: how the platform was run that saved it. One
 * answer goes for a whole file.
 */
export interface SavingPlatform {
  /** Language of the names that the platform makes for items which the XML leaves out. */
  readonly language: 'ru' | 'en';
  /** Whether the form was drawn in the Designer, which keeps an item `Navigator`, or loaded from files. */
  readonly drawn: boolean;
  /** Sorts of items that carry an empty rule of visibility. */
  readonly ruled: readonly ItemSort[];
}

/** What the names inside of one form mean. */
export class FormScope {
  readonly owner: FormOwner;
  readonly saving: SavingPlatform;
  readonly #attributes = new Map<string, XmlElement>();
  readonly #commands = new Map<string, string>();
  readonly #tables = new Map<string, XmlElement>();

  constructor(form: XmlElement, owner: FormOwner, saving: SavingPlatform) {
    this.owner = owner;
    this.saving = saving;
    for (const one of listOf(form, 'Attributes')) this.#attributes.set(one.attributes.get('name') ?? '', one);
    for (const one of listOf(form, 'Commands'))
      this.#commands.set(attributeOf(one, 'name'), attributeOf(one, 'id'));
    this.#walk(form, new Set());
  }

  /** What a data path points at. */
  dataPath(element: XmlElement): Draft {
    const [first = '', second, ...rest] = element.text.trim().split('.');
    const attribute = this.#attributes.get(first);
    if (attribute !== undefined && rest.length === 0) return this.#attributePath(attribute, second, element);
    const table = this.#tables.get(second ?? '');
    if (first !== 'Items' || table === undefined || rest.length !== 2 || rest[0] !== 'CurrentData')
      throw unresolved(element);
    const source = this.#attributes.get(childText(table, 'DataPath') ?? '');
    const column = source && columnId(source, rest[1]);
    if (column === undefined) throw unresolved(element);
    return ['2', [attributeOf(table, 'id'), ITEM_CLASS], [column]];
  }

  /** Identifier of a command of the form: `Form.Command.Закрыть`. */
  command(element: XmlElement): Draft {
    const name = /^Form\.Command\.(.+)$/.exec(element.text.trim())?.[1];
    const id = this.#commands.get(name ?? '');
    if (id === undefined) throw unresolved(element);
    return [id, COMMAND_CLASS];
  }

  #attributePath(attribute: XmlElement, column: string | undefined, element: XmlElement): Draft {
    const id = [attributeOf(attribute, 'id')];
    if (column === undefined) return ['1', id];
    const found = columnId(attribute, column);
    if (found !== undefined) return ['2', id, [found]];
    const own = childText(attribute, 'MainAttribute') === 'true' && this.owner.attributes.get(column);
    if (!own) throw unresolved(element);
    return ['2', id, ['0', own]];
  }

  /** Tables by name; every identifier of an item once. */
  #walk(element: XmlElement, seen: Set<string>): void {
    for (const child of element.children) {
      if (child.name === 'Attributes' || child.name === 'Commands') continue;
      const id = child.attributes.get('id');
      if (id !== undefined && seen.has(id))
        throw new FormError('identifier-repeated', { ...placeOf(child), id });
      if (id !== undefined) seen.add(id);
      if (child.name === 'Table') this.#tables.set(child.attributes.get('name') ?? '', child);
      this.#walk(child, seen);
    }
  }
}

const columnId = (attribute: XmlElement, name: string | undefined): string | undefined =>
  listOf(attribute, 'Columns')
    .find((column) => column.attributes.get('name') === name)
    ?.attributes.get('id');
