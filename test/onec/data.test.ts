import { describe, expect, test } from 'vitest';
import {
  BenchGap,
  createPlatform,
  InfobaseData,
  loadModules,
  Reference,
  tableOf,
  type JsValue,
  type Table,
} from './index.ts';
import { toBsl } from './platform/conversion.ts';

const PARTNERS = 'Справочник.Контрагенты';
const ID = '00000000-0000-4000-9000-000000000001';

const links = (): Table =>
  tableOf('РегистрСведений.Связи', {
    dimension: { Объект: PARTNERS, Портал: 'Строка(5)' },
    resource: { Ид: 'Строка(3)', Число: ['Число', 'Строка'] },
  });
const partners = (): Table => {
  const table = tableOf(PARTNERS, { attribute: { Ид: 'Строка(3)' } });
  table.rows.set(ID, ['а']);
  return table;
};

/** Runs a body on an infobase with data; what it returns, or the words of its exception. */
function run(body: string, data = new InfobaseData([links(), partners()])): JsValue {
  const text = `Функция Ф(Ссылка) Экспорт
    Попытка
      ${body}
    Исключение
      Возврат КраткоеПредставлениеОшибки(ИнформацияОбОшибке());
    КонецПопытки;
  КонецФункции`;
  const program = loadModules([{ name: 'Модуль', text }], createPlatform({ infobase: { data } }));
  return program.call('Модуль', 'Ф', [new Reference(PARTNERS, ID)]).value;
}

const RECORD = 'З = РегистрыСведений.Связи.СоздатьМенеджерЗаписи(); З.Объект = Ссылка; З.Портал = "п";';
const WRITE = `${RECORD} З.Ид = "1"; З.Записать();`;
const FOUND = `${RECORD} З.Прочитать(); Возврат З.Выбран();`;

describe('records and objects', () => {
  test.each<readonly [string, JsValue, string]>([
    [`${WRITE} ${FOUND}`, true, 'a record is found by its dimensions'],
    [FOUND, false, 'and is not there before'],
    [
      `${RECORD} З.Прочитать(); Возврат З.Портал;`,
      '',
      'reading what is not there empties the dimensions too',
    ],
    [`${RECORD} З.Ид = "12345"; Возврат З.Ид;`, '123', 'a text too long is cut, and nothing says so'],
    [`${RECORD} З.Ид = 5; Возврат З.Ид;`, '', 'a value of another type gives way, and nothing says so'],
    [
      `${RECORD} З.Число = Истина; Возврат З.Число;`,
      undefined,
      'in a column of several types to Неопределено',
    ],
    [`${RECORD} З.Нет = 1;`, 'Поле объекта не обнаружено (Нет)', 'a field that is not there'],
    [
      'О = Ссылка.ПолучитьОбъект(); О.Ид = "б"; О.Записать();',
      'Отказ в обработчике',
      'handlers of a configuration may refuse',
    ],
    [
      'О = Ссылка.ПолучитьОбъект(); О.Ид = "б"; О.ОбменДанными.Загрузка = Истина; О.Записать(); Возврат Ссылка.Ид;',
      'б',
      'but not while data are loaded',
    ],
    [
      'Возврат Справочники.Контрагенты.НайтиПоРеквизиту("Ид", "а") = Ссылка;',
      true,
      'references compare by value',
    ],
    [
      'Возврат Справочники.Контрагенты.НайтиПоРеквизиту("Ид", "я").Пустая();',
      true,
      'nothing found is the empty one',
    ],
    [
      `Р = Справочники.Контрагенты.ПолучитьСсылку(Новый УникальныйИдентификатор("${ID.replace(/1$/, '2')}")); Возврат Р.ПолучитьОбъект();`,
      undefined,
      'a reference to nothing gives no object',
    ],
    ['Возврат Ссылка.Метаданные().ПолноеИмя();', PARTNERS, 'a reference knows its table'],
    ['Возврат Метаданные.НайтиПоТипу(ТипЗнч(Ссылка)).Имя;', 'Контрагенты', 'a type does, too'],
    ['Возврат Метаданные.НайтиПоТипу(Тип("Строка"));', undefined, 'a type of no table'],
    [
      'В = РегистрыСведений.Связи.Выбрать(); Возврат В.Ид;',
      'Запись выборки не получена',
      'a selection begins before its first row',
    ],
  ])('%s → %j — %s', (body, expected) => {
    const value = run(body);
    if (typeof expected === 'string' && expected !== '') expect(value).toContain(expected);
    else expect(value).toBe(expected);
  });

  test('a query that is not about existence stops the test', () => {
    expect(() => run('З = Новый Запрос("ВЫБРАТЬ 1"); З.Выполнить();')).toThrow(BenchGap);
  });
});

describe('transactions', () => {
  test.each<readonly [string, JsValue, string]>([
    [`НачатьТранзакцию(); ${WRITE} ОтменитьТранзакцию(); ${FOUND}`, false, 'rolled back'],
    [`НачатьТранзакцию(); ${WRITE} ЗафиксироватьТранзакцию(); ${FOUND}`, true, 'committed'],
    ['ОтменитьТранзакцию();', 'Транзакция не активна', 'none to roll back'],
    [
      `НачатьТранзакцию(); НачатьТранзакцию(); ОтменитьТранзакцию(); ${WRITE}`,
      'уже происходили ошибки',
      'an inner rollback spoils the outer one',
    ],
    [
      'НачатьТранзакцию(); НачатьТранзакцию(); ОтменитьТранзакцию(); ЗафиксироватьТранзакцию();',
      'уже происходили ошибки',
      'which cannot be committed',
    ],
  ])('%s → %j — %s', (body, expected) => {
    const value = run(body);
    if (typeof expected === 'string') expect(value).toContain(expected);
    else expect(value).toBe(expected);
  });

  test('after an error of the data base nothing goes but a rollback', () => {
    let reads = 0;
    const data = new InfobaseData([links(), partners()], {
      touch: (act) => {
        if (act === 'read' && (reads += 1) === 1) throw new Error('gone');
      },
    });
    expect(() => run(`НачатьТранзакцию(); ${FOUND}`, data)).toThrow('gone');
    expect(run(FOUND, data)).toContain('уже происходили ошибки');
    data.endSession();
    expect(run(FOUND, data)).toBe(false);
  });

  test('a session that dies leaves nothing of its transaction', () => {
    const data = new InfobaseData([links(), partners()]);
    run(`НачатьТранзакцию(); ${WRITE}`, data);
    expect(data.table('РегистрСведений.Связи')?.rows.size).toBe(1);
    data.endSession();
    expect(data.table('РегистрСведений.Связи')?.rows.size).toBe(0);
  });

  test('without the right to read there is nothing to read', () => {
    const data = new InfobaseData([links(), partners()], { denied: [`Чтение ${PARTNERS}`] });
    expect(run('Возврат Ссылка.Ид;', data)).toContain('Нарушение прав');
    expect(
      run('Возврат ПравоДоступа("Чтение", Метаданные.НайтиПоПолномуИмени("Справочник.Контрагенты"));', data),
    ).toBe(false);
  });
});

test('a selection does not cross the border; a reference does', () => {
  expect(toBsl(new Reference(PARTNERS, ID))).toMatchObject({ canCrossBorder: true });
  const data = new InfobaseData([links(), partners()]);
  const selection = run('Возврат Справочники.Контрагенты.Выбрать();', data);
  expect(selection).toMatchObject({ canCrossBorder: false });
});
