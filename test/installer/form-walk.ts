import { assembleExtension, assembleProcessor, PROCESSOR_NAME } from '../../scripts/installer/assemble.ts';
import type { DumpFile } from '../../scripts/installer/xml-slot.ts';
import { createPlatform, loadModules, type JsValue, type OpenForm, type Platform } from '../onec/index.ts';
import type { PlatformOptions } from '../onec/platform/create-world.ts';
import { toBsl, toJs } from '../onec/platform/conversion.ts';
import { FormItem } from '../onec/platform/form/form.ts';
import { FormTable } from '../onec/platform/form/form-table.ts';
import { formSource } from './form-source.ts';
import { ROMASHKA, withStubs } from './installer-sources.ts';

/** Answers of the facade by method; the last one repeats. */
export type Answers = Readonly<Record<string, readonly JsValue[]>>;

const keyOf = (name: string): string => ['Ответы', name, 'Администратор'].join('\n').toLowerCase();

function worldOf(answers: Answers, options: PlatformOptions): Platform {
  const platform = createPlatform(options);
  const { settings } = platform.world;
  settings.set(keyOf('Журнал'), toBsl([]));
  for (const [method, list] of Object.entries(answers)) settings.set(keyOf(method), toBsl(list));
  return platform;
}

/** A form that a test walks through as a person would. */
export class Walk {
  readonly #opened: OpenForm;
  readonly platform: Platform;

  constructor(opened: OpenForm, platform: Platform) {
    this.#opened = opened;
    this.platform = platform;
  }

  /** Opens the form, and runs what waits. */
  start(): this {
    this.#opened.callServer('ПриСозданииНаСервере', [false, true]);
    this.#opened.call('ПриОткрытии', [false]);
    return this.#wait();
  }

  /** Closes the form while the program goes on. */
  leave(): this {
    this.#opened.call('ПриЗакрытии', [false]);
    return this;
  }

  /** Presses a button: only one that is there to be pressed. */
  press(button: string, command: string): this {
    if (this.item(button, 'Доступность') === false) throw new Error(`${button} cannot be pressed`);
    this.#opened.call(command, [undefined]);
    return this.#wait();
  }

  /** Writes into a field, and tells the form. */
  type(attribute: string, value: string | boolean, handler?: string): this {
    this.#opened.form.attributes.set(attribute.toLowerCase(), value);
    if (handler !== undefined) this.#opened.call(handler, [undefined]);
    return this.#wait();
  }

  /** Puts the cursor on a row of a table; no row takes it away. */
  choose(table: string, at: number | undefined, handler?: string): this {
    const row = at === undefined ? undefined : this.#table(table).rows[at];
    this.#item(table).properties.set('текущиеданные', row);
    if (handler !== undefined) this.#opened.call(handler, [undefined]);
    return this.#wait();
  }

  /** What a person sees of an attribute. */
  see(attribute: string): JsValue {
    return toJs(this.#opened.form.attributes.get(attribute.toLowerCase()));
  }

  /** A property of an element. */
  item(name: string, property: string): JsValue {
    return toJs(this.#item(name).properties.get(property.toLowerCase()));
  }

  /** Number of rows of a table. */
  rows(table: string): number {
    return this.#table(table).rows.length;
  }

  /** A cell of a table. */
  cell(table: string, at: number, column: string): JsValue {
    const row = this.#table(table).rows[at];
    return row && toJs(row.getField(column));
  }

  /** Methods of the facade that were called, and with what. */
  calls(): readonly { readonly Метод: string; readonly Аргумент: JsValue }[] {
    const log = toJs(this.platform.world.settings.get(keyOf('Журнал')));
    return log as readonly { readonly Метод: string; readonly Аргумент: JsValue }[];
  }

  #wait(): this {
    const { waiting } = this.#opened.form;
    for (let next = [...waiting.keys()][0]; next !== undefined; next = [...waiting.keys()][0]) {
      waiting.delete(next);
      this.#opened.call(next);
    }
    return this;
  }

  #item(name: string): FormItem {
    const item = this.#opened.form.items.getField(name);
    if (!(item instanceof FormItem)) throw new Error(`${name} is no element`);
    return item;
  }

  #table(name: string): FormTable {
    const table = this.#opened.form.attributes.get(name.toLowerCase());
    if (!(table instanceof FormTable)) throw new Error(`${name} is no table`);
    return table;
  }
}

/** The form of the assembled data processor, with a facade that answers what the test says. */
export function walkInstaller(answers: Answers, options: PlatformOptions = {}): Walk {
  const { files } = assembleProcessor(withStubs, ROMASHKA);
  const platform = worldOf(answers, options);
  const text = textOf(files, `${PROCESSOR_NAME}/Ext/ObjectModule.bsl`);
  const processor = { name: PROCESSOR_NAME, text };
  const source = formSource(files, `${PROCESSOR_NAME}/Forms/Форма`, processor);
  return new Walk(loadModules([], platform).openForm(source), platform);
}

/** The assembled extension: its common modules loaded, its form open. */
export function walkUpdate(answers: Answers, options: PlatformOptions = {}) {
  const { files } = assembleExtension(withStubs, ROMASHKA, 'Ромашка');
  const platform = worldOf(answers, options);
  const moduleText = (name: string): string => textOf(files, `CommonModules/${name}/Ext/Module.bsl`);
  const program = loadModules(
    [
      { name: 'РомашкаОбновление', text: moduleText('РомашкаОбновление'), server: true },
      {
        name: 'РомашкаОбновлениеВызовСервера',
        text: moduleText('РомашкаОбновлениеВызовСервера'),
        server: true,
        serverCall: true,
      },
      { name: 'РомашкаОбновлениеКлиент', text: moduleText('РомашкаОбновлениеКлиент'), client: true },
    ],
    platform,
  );
  const opened = program.openForm(formSource(files, 'CommonForms/РомашкаОбновление'));
  return { walk: new Walk(opened, platform), program };
}

function textOf(files: readonly DumpFile[], path: string): string {
  const file = files.find((candidate) => candidate.path === path);
  if (!file) throw new Error(`the product has no ${path}`);
  return file.text;
}
