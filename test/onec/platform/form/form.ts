import { BslException, MESSAGES } from '../../runtime/errors.ts';
import { BslObject, defineType, method, NativeObject, type BslType } from '../../runtime/object.ts';
import type { HostNames } from '../../runtime/scope.ts';
import type { Session } from '../../runtime/session.ts';
import type { Value } from '../../runtime/value.ts';
import { FormTable } from './form-table.ts';
import { numberedId, UniqueId } from '../unique-id.ts';
import { Structure } from '../collections/structure.ts';
import { EVERYWHERE, sizeArgument, textArgument, flagArgument } from '../define.ts';

/** A form as its description names it. */
export interface FormShape {
  /** Attributes: reading any other name is an error. */
  readonly attributes: readonly string[];
  /** Elements of `Элементы`. */
  readonly items: readonly string[];
  readonly parameters?: readonly string[];
  /** What typed attributes hold from the beginning: the empty value of their type. */
  readonly initial?: Readonly<Record<string, Value>>;
  /** Attributes that are tables, with their columns. */
  readonly tables?: Readonly<Record<string, readonly string[]>>;
}

/** An element: keeps whatever visual properties a module sets, and only those of the list. */
const ITEM_PROPERTIES = new Set(
  [
    ...['Видимость', 'Visible', 'Доступность', 'Enabled', 'Заголовок', 'Title', 'ТолькоПросмотр', 'ReadOnly'],
    ...['ТекущаяСтраница', 'CurrentPage', 'ТекущаяСтрока', 'CurrentRow', 'ТекущиеДанные', 'CurrentData'],
    ...[
      'Подсказка',
      'ToolTip',
      'КнопкаПоУмолчанию',
      'DefaultButton',
      'ТекущийЭлемент',
      'ОтборСтрок',
      'RowFilter',
      'Имя',
      'Name',
    ],
  ].map((name) => name.toLowerCase()),
);

/** `Элементы.Имя`. */
export class FormItem extends NativeObject {
  readonly properties = new Map<string, Value>();

  get type(): BslType {
    return FORM_ITEM;
  }

  override getField(name: string): Value {
    if (!ITEM_PROPERTIES.has(name.toLowerCase())) throw new BslException(MESSAGES.noField(name));
    return this.properties.get(name.toLowerCase());
  }

  override setField(name: string, value: Value): void {
    if (!ITEM_PROPERTIES.has(name.toLowerCase())) throw new BslException(MESSAGES.noField(name));
    this.properties.set(name.toLowerCase(), value);
  }
}

const FORM_ITEM: BslType = defineType(FormItem, { name: 'ЭлементФормы|FormItem', contexts: EVERYWHERE });

/** `ФормаКлиентскогоПриложения`: attributes are shared by both sides, elements are found by name. */
export class Form extends NativeObject {
  readonly attributes = new Map<string, Value>();
  readonly items = new Structure();
  readonly parameters = new Structure();
  readonly waiting = new Map<string, { readonly seconds: number; readonly once: boolean }>();
  readonly id = new UniqueId(numberedId(0xf0));
  closed = false;
  result: Value = undefined;
  /** A new object of the processor that the form belongs to, for `РеквизитФормыВЗначение`. */
  makeObject: (() => BslObject) | undefined = undefined;
  /** Calls a method of the client half: notifications and handlers arrive here. */
  callClient: (name: string, args: Value[]) => Value = () => undefined;

  constructor({ attributes, items, initial = {}, parameters = [], tables = {} }: FormShape) {
    super();
    for (const name of attributes) this.attributes.set(name.toLowerCase(), initial[name]);
    for (const [name, columns] of Object.entries(tables))
      this.attributes.set(name.toLowerCase(), new FormTable(columns));
    for (const name of items) this.items.insert(name, new FormItem());
    for (const name of parameters) this.parameters.insert(name, undefined);
  }

  get type(): BslType {
    return FORM;
  }

  override getField(name: string, session: Session): Value {
    const key = name.toLowerCase();
    if (key === 'этаформа' || key === 'thisform' || key === 'этотобъект' || key === 'thisobject') return this;
    return this.attributes.has(key) ? this.attributes.get(key) : super.getField(name, session);
  }

  override setField(name: string, value: Value, session: Session): void {
    const key = name.toLowerCase();
    if (!this.attributes.has(key)) {
      super.setField(name, value, session);
      return;
    }
    const isStorable = !(value instanceof BslObject) || value.canCrossBorder;
    if (!isStorable)
      throw new BslException(`Значение типа «${value.type.name}» не может быть реквизитом формы`);
    this.attributes.set(key, value);
  }

  override callMethod(name: string, args: Value[], session: Session): Value {
    return this.type.methods.has(name.toLowerCase())
      ? super.callMethod(name, args, session)
      : this.callClient(name, args);
  }
}

const FORM: BslType = defineType(Form, {
  name: 'ФормаКлиентскогоПриложения|ClientApplicationForm',
  contexts: EVERYWHERE,
  properties: {
    'Элементы|Items': { get: ({ items }) => items },
    'УникальныйИдентификатор|UUID': { get: ({ id }) => id },
    'Параметры|Parameters': { get: ({ parameters }) => parameters },
    'Заголовок|Title': {
      get: ({ attributes }) => attributes.get('\u0000title'),
      set: ({ attributes }, value) => {
        attributes.set('\u0000title', value);
      },
    },
  },
  methods: {
    'Закрыть|Close': method([0, 1], (self, [result]) => {
      self.closed = true;
      self.result = result;
      return true;
    }),
    // Server only, and a new object each time: what it keeps in variables is gone after the call.
    'РеквизитФормыВЗначение|FormAttributeToValue': method([1, 2], (self, args, { context }) => {
      const isMain = /^(объект|object)$/i.test(textArgument(args, 0));
      if (context !== 'server' || !isMain || !self.makeObject)
        throw new BslException(MESSAGES.noMethod('РеквизитФормыВЗначение'));
      return self.makeObject();
    }),
    'Открыта|IsOpen': method([0, 0], ({ closed }) => !closed),
    'ПодключитьОбработчикОжидания|AttachIdleHandler': method([2, 3], (self, args) => {
      self.waiting.set(textArgument(args, 0), {
        seconds: sizeArgument(args, 1),
        once: flagArgument(args, 2),
      });
      return undefined;
    }),
    'ОтключитьОбработчикОжидания|DetachIdleHandler': method([1, 1], (self, args) => {
      self.waiting.delete(textArgument(args, 0));
      return undefined;
    }),
  },
});

/** Names that the module of a form sees as its own. */
export function formNames({ attributes, tables = {} }: FormShape): HostNames {
  const own = ['ЭтаФорма', 'ThisForm', 'ЭтотОбъект', 'ThisObject', ...attributes, ...Object.keys(tables)].map(
    (name) => name.toLowerCase(),
  );
  return { fields: new Set([...FORM.properties.keys(), ...own]), methods: new Set(FORM.methods.keys()) };
}
