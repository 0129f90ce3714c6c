import { describe, expect, test } from 'vitest';
import {
  InfobaseData,
  Reference,
  tableOf,
  type JsValue,
  type ModuleSource,
  type Table,
} from '../onec/index.ts';
import { TypeDescriptionValue } from '../onec/platform/infobase/data/column-type.ts';
import { document } from './identifiers.ts';
import { idOf, MigrationBase, withMapping } from './migration-base.ts';
import { refusalOf } from './refusal.ts';
import { leaveNothingBehind } from './sandbox.ts';

leaveNothingBehind();

const PARTNERS = 'Справочник.Контрагенты';
const ATTRIBUTES = 'ПланВидовХарактеристик.ДополнительныеРеквизитыИСведения';

/** The module of БСП that keeps additional attributes, on a register of the test. Source: БСП 3.1, УправлениеСвойствами. */
const PROPERTIES: ModuleSource = {
  name: 'УправлениеСвойствами',
  text: `
Функция ЗначениеСвойства(Объект, Свойство, КодЯзыка = "") Экспорт
	Запись = РегистрыСведений.ДополнительныеСведения.СоздатьМенеджерЗаписи();
	Запись.Объект = Объект;
	Запись.Свойство = Свойство;
	Запись.Прочитать();
	Возврат ?(Запись.Выбран(), Запись.Значение, Неопределено);
КонецФункции

Процедура ЗаписатьСвойстваУОбъекта(ВладелецСвойств, ТаблицаСвойствИЗначений) Экспорт
	Для Каждого Строка Из ТаблицаСвойствИЗначений Цикл
		Запись = РегистрыСведений.ДополнительныеСведения.СоздатьМенеджерЗаписи();
		Запись.Объект = ВладелецСвойств;
		Запись.Свойство = Строка.Свойство;
		Запись.Значение = Строка.Значение;
		Запись.Записать();
	КонецЦикла;
КонецПроцедуры`,
};

const FIELDS: JsValue = [
  new Map<JsValue, JsValue>([
    ['name', 'object'],
    ['type', 'reference'],
    ['key', true],
  ]),
  new Map<JsValue, JsValue>([
    ['name', 'crmId'],
    ['type', 'string'],
    ['key', false],
  ]),
];

interface Store {
  readonly kind: string;
  readonly name: string;
  readonly owner?: string;
  readonly columns: readonly [object: string, crmId: string];
}

const storeValue = ({ kind, name, owner, columns: [object, crmId] }: Store): JsValue =>
  new Map<JsValue, JsValue>([
    ...Object.entries({ kind, name, ...(owner !== undefined && { owner }) }),
    ['columns', new Map(Object.entries({ object, crmId }))],
  ]);

const mapping = (source: Store, target: Store): JsValue =>
  withMapping(document, { fields: FIELDS, source: storeValue(source), target: storeValue(target) });

const ATTRIBUTE: Store = {
  ...{ kind: 'additionalAttribute', name: 'ИдентификаторCRM', owner: PARTNERS },
  columns: ['Ссылка', 'Значение'],
};
const PARTNER: Store = { kind: 'catalog', name: 'Контрагенты', columns: ['Ссылка', 'Ид'] };
const LINKS: Store = { kind: 'catalog', name: 'Связи', columns: ['Объект', 'Ид'] };

const partners = (...ids: readonly string[]): Table => {
  const table = tableOf(PARTNERS, { attribute: { Ид: 'Строка(10)' } });
  for (const [number, id] of ids.entries()) table.rows.set(idOf(number), [id]);
  return table;
};

/** Tables in which БСП keeps additional attributes. */
function attributes(): Table[] {
  const kinds = tableOf(ATTRIBUTES, { attribute: { Имя: 'Строка(50)', ТипЗначения: [] } });
  kinds.rows.set(idOf(100), ['ИдентификаторCRM', new TypeDescriptionValue({ types: ['Строка'] })]);
  const values = tableOf('РегистрСведений.ДополнительныеСведения', {
    dimension: { Объект: PARTNERS, Свойство: ATTRIBUTES },
    resource: { Значение: 'Строка' },
  });
  return [kinds, values];
}

const links = (): Table => tableOf('Справочник.Связи', { attribute: { Объект: PARTNERS, Ид: 'Строка(10)' } });

const base = (tables: readonly Table[], document: JsValue): MigrationBase =>
  new MigrationBase(document, new InfobaseData(tables), [PROPERTIES]);

describe('from attributes of a catalogue', () => {
  const from = (target: Store): Uint8Array =>
    base([partners('a', 'b', '')], mapping(PARTNER, target)).unload().archive;

  test('into the same of another infobase: empty ones are filled, others kept', () => {
    const table = partners('', 'mine', '');
    const there = base([table], mapping(PARTNER, PARTNER));
    expect(there.load(from(PARTNER))).toMatchObject({ Загружено: 1n, УжеБыло: 1n, Оставлено: 1n });
    expect([...table.rows.values()]).toEqual([['a'], ['mine'], ['']]);
  });

  test('into elements of a catalogue, made once', () => {
    const table = links();
    const there = base([partners('', '', ''), table], mapping(PARTNER, LINKS));
    const archive = from(LINKS);
    expect(there.load(archive)).toMatchObject({ Загружено: 3n });
    expect(there.load(archive)).toMatchObject({ Загружено: 0n, УжеБыло: 3n });
    expect([...table.rows.values()].map((row) => [row[0] instanceof Reference && row[0].id, row[1]])).toEqual(
      [
        [idOf(0), 'a'],
        [idOf(1), 'b'],
        [idOf(2), ''],
      ],
    );
  });

  test('an object of another table than the store’s is left out', () => {
    const there = base(
      [partners(''), tableOf('Справочник.Лиды', { attribute: { Ид: 'Строка(10)' } })],
      mapping(PARTNER, { ...PARTNER, name: 'Лиды' }),
    );
    expect(there.load(from(PARTNER))).toMatchObject({
      Пропущено: 3n,
      ПоПричинам: new Map([['value-unfit', 3n]]),
    });
  });
});

describe('additional attributes', () => {
  test('from one infobase to the other, only those that have a value', () => {
    const [kinds, values] = attributes();
    if (!kinds || !values) throw new Error('no tables');
    const old = base([partners('', '', ''), kinds, values], mapping(ATTRIBUTE, ATTRIBUTE));
    old.load(base([partners('a', 'b')], mapping(PARTNER, ATTRIBUTE)).unload().archive);
    const { archive, told } = old.unload();
    expect(told).toMatchObject({ Строк: 2n });

    const there = attributes();
    const fresh = base([partners('', '', ''), ...there], mapping(ATTRIBUTE, ATTRIBUTE));
    expect(fresh.load(archive)).toMatchObject({ Загружено: 2n });
    expect(fresh.load(archive)).toMatchObject({ УжеБыло: 2n, Загружено: 0n });
    expect([...(there[1]?.rows.values() ?? [])].map((row) => row[2])).toEqual(['a', 'b']);
  });

  test.each([
    ['без БСП', [] as ModuleSource[], attributes, 'ОбщийМодуль.УправлениеСвойствами'],
    [
      'без такого реквизита',
      [PROPERTIES],
      () => [tableOf(ATTRIBUTES, { attribute: { Имя: 'Строка' } })],
      'ИдентификаторCRM',
    ],
  ])('%s', (_, modules, tables, name) => {
    const there = new MigrationBase(
      mapping(PARTNER, ATTRIBUTE),
      new InfobaseData([partners(''), ...tables()]),
      modules,
    );
    const archive = base([partners('a')], mapping(PARTNER, ATTRIBUTE)).unload().archive;
    expect(refusalOf(() => there.begin(archive))).toEqual({
      code: 'identifiers-store-missing',
      args: { name },
    });
  });
});

test('a mapping that the document does not have', () => {
  const there = base([partners('a')], mapping(PARTNER, PARTNER));
  expect(refusalOf(() => there.unload(undefined, 'other')).code).toBe('identifiers-mapping-unknown');
});
