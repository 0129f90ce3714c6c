import { describe, expect, test } from 'vitest';
import { BslException, detailedText, loadModules, ModuleProblems, type JsValue } from './index.ts';

const call = (text: string, method = 'Ф', args: readonly JsValue[] = []) =>
  loadModules([{ name: 'М', text }]).call('М', method, args);

describe('parameters', () => {
  test.each<readonly [string, string, JsValue, string]>([
    ['П', 'А = 1; Изменить(А); Возврат А;', 2n, 'a variable goes by reference'],
    ['Знач П', 'А = 1; Изменить(А); Возврат А;', 1n, 'Знач takes a copy'],
    ['П', 'С = Новый Структура("А", 1); Изменить(С.А); Возврат С.А;', 2n, 'a field goes by reference'],
    ['П', 'А = Новый Массив(1); Изменить(А[0]); Возврат А[0];', 2n, 'an element goes by reference'],
    ['П', 'А = 1; Изменить((А)); Возврат А;', 2n, 'brackets do not make a copy'],
    ['П', 'А = 1; Изменить(А + 0); Возврат А;', 1n, 'an expression is a value'],
    ['П = 5', 'Изменить(); Возврат 1;', 1n, 'a parameter with a value can be left out'],
  ])('Изменить(%s): %s — %s %s', (parameter, body, expected) => {
    const text = `Процедура Изменить(${parameter}) П = 2; КонецПроцедуры\nФункция Ф() Экспорт ${body} КонецФункции`;
    expect(call(text).value).toEqual(expected);
  });

  test('an exported method called from another module works on the variable too', () => {
    const program = loadModules([
      { name: 'А', text: 'Процедура Изменить(П) Экспорт П = 7; КонецПроцедуры' },
      { name: 'Б', text: 'Функция Ф() Экспорт Х = 1; А.Изменить(Х); Возврат Х; КонецФункции' },
    ]);
    expect(program.call('Б', 'Ф').value).toBe(7n);
  });

  test('an output parameter of a platform method comes back', () => {
    const text =
      'Функция Ф() Экспорт С = Новый Структура("А", 3); Х = 0; С.Свойство("а", Х); Возврат Х; КонецФункции';
    expect(call(text).value).toBe(3n);
  });

  test('the caller sees by-reference arguments changed', () => {
    expect(call('Процедура Ф(П) Экспорт П = П + 1; КонецПроцедуры', 'Ф', [1]).args).toEqual([2n]);
  });
});

describe('names that are not there', () => {
  test.each([
    ['Возврат НетТакого;', 'Переменная не определена (НетТакого)', 'a variable'],
    [
      'Возврат НетТакой();',
      'Процедура или функция с указанным именем не определена (НетТакой)',
      'a function',
    ],
    ['Возврат Новый НетТипа;', 'Тип не определен (НетТипа)', 'a type'],
    [
      'Х = У; У = 1; Возврат Х;',
      'Переменная не определена (У)',
      'a variable used before its first assignment',
    ],
    ['Возврат СтрДлина();', 'Недостаточно фактических параметров', 'too few arguments'],
    ['Возврат СтрДлина("а", 1);', 'Слишком много фактических параметров', 'too many arguments'],
    ['Возврат ПобитовоеИсключающееИли(1, 2);', 'ПобитовоеИсключающееИли', 'a name that people guess'],
    ['Символы = 1; Возврат 1;', 'Поле объекта недоступно для записи (Символы)', 'a property of the platform'],
  ])('%s — %s (%s)', (body, message) => {
    expect(() => call(`Функция Ф() Экспорт ${body} КонецФункции`)).toThrow(message);
  });

  test('every mistake of every module is reported at once', () => {
    const load = () =>
      loadModules([
        { name: 'А', text: 'Процедура П() А1 = Б1; КонецПроцедуры' },
        { name: 'Б', text: 'Процедура П() В1(); КонецПроцедуры' },
      ]);
    expect(load).toThrow(ModuleProblems);
    expect(load).toThrow(/А\(1,20\).*\n.*Б\(1,15\)/);
  });

  test('a method that is not exported does not exist outside', () => {
    expect(() => call('Процедура П() КонецПроцедуры', 'П')).toThrow('Метод объекта не обнаружен (П)');
  });
});

describe('contexts', () => {
  const sources = [
    {
      name: 'Общий',
      server: true,
      client: true,
      text: 'Функция Где() Экспорт\n#Если Сервер Тогда\nВозврат "сервер";\n#Иначе\nВозврат "клиент";\n#КонецЕсли\nКонецФункции',
    },
    {
      name: 'Вызов',
      server: true,
      serverCall: true,
      text: 'Функция Сумма(М, П) Экспорт П = 2; М.Добавить(5); Возврат М.Количество(); КонецФункции\nФункция Тип1() Экспорт Возврат Тип("Число"); КонецФункции',
    },
    {
      name: 'Свой',
      client: true,
      text: 'Функция Ф() Экспорт М = Новый Массив; П = 1; К = Вызов.Сумма(М, П); Возврат "" + К + П + М.Количество(); КонецФункции',
    },
  ];

  test.each([
    ['server', 'сервер'],
    ['client', 'клиент'],
  ] as const)('the preprocessor chooses on the %s', (side, expected) => {
    expect(loadModules(sources).callOn(side, { module: 'Общий', method: 'Где' }).value).toBe(expected);
  });

  test('a call of the server carries copies there and back', () => {
    expect(loadModules(sources).callOn('client', { module: 'Свой', method: 'Ф' }).value).toBe('121');
  });

  test('a module of the server is not visible on the client', () => {
    const hidden = [
      { name: 'С', text: '' },
      { name: 'К', client: true, text: 'Процедура П() С.П(); КонецПроцедуры' },
    ];
    expect(() => loadModules(hidden)).toThrow('Переменная не определена (С)');
  });
});

describe('errors', () => {
  test('an error carries the place where it arose', () => {
    const text =
      'Процедура Ф() Экспорт\n  Внутри();\nКонецПроцедуры\nПроцедура Внутри()\n  А = 1 / 0;\nКонецПроцедуры';
    try {
      call(text);
      expect.unreachable();
    } catch (error) {
      expect(error instanceof BslException && detailedText(error)).toBe('{М(5)}: Деление на 0\nА = 1 / 0;');
    }
  });

  test('what a platform method throws is the reason of the error of the call', () => {
    const text =
      'Функция Ф() Экспорт Список = Новый Массив; Попытка Список.Вставить(7, 1); Исключение И1 = ИнформацияОбОшибке();' +
      ' Возврат И1.Описание + "|" + И1.Причина.Описание; КонецПопытки; КонецФункции';
    expect(call(text).value).toBe(
      'Ошибка при вызове метода контекста (Вставить)|Индекс находится за границами массива',
    );
  });

  test('endless recursion is the error of the platform', () => {
    expect(() => call('Функция Ф() Экспорт Возврат Ф(); КонецФункции')).toThrow('Переполнение стека');
  });

  test('a bare raise passes the handled error on', () => {
    const text =
      'Процедура Ф() Экспорт Попытка ВызватьИсключение "первая"; Исключение ВызватьИсключение; КонецПопытки; КонецПроцедуры';
    expect(() => call(text)).toThrow('первая');
  });
});

test('elementary operations are counted', () => {
  const text = 'Функция Ф() Экспорт А = 1 + 2; Возврат А; КонецФункции';
  expect(call(text).operations).toEqual({ statements: 2, operators: 1, calls: 1, total: 4 });
});
