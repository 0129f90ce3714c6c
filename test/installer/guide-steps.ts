import { expect } from 'vitest';
import type { JsValue } from '../onec/index.ts';
import type { Walk } from './form-walk.ts';
import {
  demoMigration,
  fillObjects,
  identifier,
  objectTables,
  put,
  rowsOf,
  SOURCE,
  sourceTable,
  TARGET,
  targetTable,
} from './migration-base.ts';
import { onWire, textOf } from './values.ts';
import { WalkedBase, type WalkedParts } from './walked-base.ts';

const guide = await demoMigration();
const member = (name: string): [string, JsValue] => [name, onWire(guide, name)];
const extension: JsValue = new Map<JsValue, JsValue>([
  ['id', 'crm-connector'],
  ['name', 'РомашкаCRM'],
  ['migrations', [new Map([member('from'), member('title'), member('recognize')])]],
]);
/** Verified documents of the demo publisher, by target. */
export const documents = new Map([
  ['extensions/crm-connector.json', extension],
  ['extensions/crm-connector.migrate.crm-exchange.json', guide],
]);

/** Identifiers of a small infobase. */
export const COUNT = 25;
const OLD = [
  { name: 'ОбменСCRM', version: '1.4' },
  { name: 'ЗвонкиCRM', version: '2.0' },
];
/** What replaces them. */
export const NEW = { name: 'РомашкаCRM', version: '1.2.1.1' };
/** Place of this scenario in the list. */
export const THROUGH_COPY = 0;
/** Place of this scenario in the list. */
export const IN_PLACE = 1;

/** An infobase with the older modules and their identifiers. */
export function oldBase(count = COUNT, parts: Partial<WalkedParts> = {}): WalkedBase {
  const source = sourceTable();
  const objects = objectTables();
  fillObjects(objects, count);
  for (let number = 0; number < count; number += 1) put(source, identifier(number));
  return new WalkedBase({ tables: [...objects, source], extensions: OLD, documents, ...parts });
}

/** Rows that the extension holds when all identifiers have arrived. */
export const expectedRows = (count: number): string[] => {
  const table = targetTable();
  for (let number = 0; number < count; number += 1) put(table, identifier(number));
  return rowsOf(table);
};
/** Rows that the extension holds. */
export const rowsIn = (base: WalkedBase): string[] => {
  const table = base.table(TARGET);
  return table ? rowsOf(table) : [];
};

/** Reads the limits, chooses a scenario and begins. */
export const begin = (walk: Walk, scenario: number): Walk =>
  walk
    .type('ПределыПрочитаны', true, 'ПределыПрочитаныПриИзменении')
    .press('КнопкаКСценариям', 'КСценариям')
    .choose('Сценарии', scenario, 'СценарииПриАктивизацииСтроки')
    .press('КнопкаНачатьПереход', 'НачатьПереход');
/** States of the steps, as they are shown. */
const states = (walk: Walk): Record<string, JsValue> =>
  Object.fromEntries(
    Array.from({ length: walk.rows('ШагиПерехода') }, (_, at) => [
      textOf(walk.cell('ШагиПерехода', at, 'Код')),
      walk.cell('ШагиПерехода', at, 'Состояние'),
    ]),
  );
export const doneIn = (walk: Walk): string[] =>
  Object.entries(states(walk)).flatMap(([step, state]) => (state === 'сделан' ? [step] : []));
/** Puts the cursor on a step by its code. */
export function at(walk: Walk, step: string): Walk {
  const codes = Object.keys(states(walk));
  return walk.choose('ШагиПерехода', codes.indexOf(step), 'ШагиПереходаПриАктивизацииСтроки');
}

const mark = (walk: Walk, step: string): Walk => at(walk, step).press('КнопкаСделано', 'ОтметитьСделанным');
/** Closes the form, as the person does. */
export const close = (walk: Walk): void => void walk.leave();

/** The file that was saved last. */
export function savedIn(walk: Walk): { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> } {
  const file = walk.platform.world.screen.saved.at(-1);
  if (!file) throw new Error('nothing was saved');
  return { name: file.name, bytes: Uint8Array.from(file.bytes) };
}
/** Chooses a file for the button that asks for one. */
export function withFile(
  walk: Walk,
  bytes: Uint8Array<ArrayBuffer>,
  [button, command]: [string, string],
): Walk {
  walk.platform.world.screen.files.push({ name: 'identifiers.zip', bytes });
  return walk.press(button, command);
}
/** Button that loads, and its command. */
export const LOAD: [string, string] = ['КнопкаЗагрузить', 'ЗагрузитьИдентификаторы'];
/** Button that tries the loading. */
export const TRIAL: [string, string] = ['КнопкаПроба', 'ПопробоватьЗагрузку'];
/** Button that takes the place from a file. */
export const GO_ON: [string, string] = ['КнопкаМестоИзФайла', 'ПродолжитьИзФайла'];

/** Marks a step in a session of its own. */
export function marked(base: WalkedBase, step: string): Walk {
  const walk = mark(base.guide(), step);
  close(walk);
  return walk;
}

/** Installs from the guide and returns to it. */
export function install(base: WalkedBase): void {
  const walk = at(base.guide(), 'install')
    .press('КнопкаУстановитьНаШаге', 'УстановитьНаШаге')
    .press('КнопкаВыполнить', 'ВыполнитьУстановку');
  expect([walk.see('Страница'), walk.item('КнопкаКШагамИтога', 'Видимость')]).toEqual(['СтраницаИтог', true]);
  walk.press('КнопкаКШагамИтога', 'КШагам');
  expect([walk.see('Страница'), doneIn(walk).includes('install')]).toEqual(['СтраницаШаги', false]);
  close(walk);
  base.install(NEW, [targetTable()]);
  expect(doneIn(marked(base, 'install'))).toContain('install');
}

/** An infobase that stands before loading by the scenario in place, and the file. */
export function beforeLoading(count = COUNT, parts: Partial<WalkedParts> = {}) {
  const base = oldBase(count, parts);
  close(begin(base.guide(), IN_PLACE));
  marked(base, 'archive');
  const walk = at(base.guide(), 'unload').press('КнопкаВыгрузить', 'ВыгрузитьИдентификаторы');
  const file = savedIn(walk);
  base.remove(['ОбменСCRM', 'ЗвонкиCRM', SOURCE]);
  marked(base, 'remove-old');
  base.install(NEW, [targetTable()]);
  marked(base, 'install');
  return { base, file };
}
