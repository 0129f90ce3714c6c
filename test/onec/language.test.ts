import { describe, expect, test } from 'vitest';
import { BenchGap, loadModules, type JsValue } from './index.ts';

/** Value of an expression, computed by a module of one function. */
function valueOf(expression: string): JsValue {
  const text = `Функция Ф() Экспорт Возврат ${expression}; КонецФункции`;
  return loadModules([{ name: 'М', text }]).call('М', 'Ф').value;
}

/** Result of a body of a function called with arguments. */
function run(body: string, args: readonly JsValue[] = []): JsValue {
  const parameters = args.map((_, index) => `П${index + 1}`).join(', ');
  const text = `Функция Ф(${parameters}) Экспорт\n${body}\nКонецФункции`;
  return loadModules([{ name: 'М', text }]).call('М', 'Ф', args).value;
}

const digits = (text: string) => ({ digits: text });

describe('numbers', () => {
  test.each<readonly [string, JsValue, string]>([
    ['1 / 3', digits('0.333333333333333333333333333'), '27 digits after the point'],
    ['2 / 3', digits('0.666666666666666666666666667'), 'half up at the last digit'],
    ['-2 / 3', digits('-0.666666666666666666666666667'), 'half away from zero'],
    ['10 / 5', 2n, 'an exact quotient is whole'],
    ['0.1 + 0.2', digits('0.3'), 'no binary fractions'],
    ['Pow(10, 30) % 7', 10n ** 30n % 7n, 'remainders of long numbers are exact'],
    ['Pow(2, 255) - 19', 2n ** 255n - 19n, 'powers are exact'],
    [
      '57896044618658097711785492504343953926634992332820282019728792003956564819949 * 2',
      (2n ** 255n - 19n) * 2n,
      'literals of any length',
    ],
    ['1.50 = 1.5', true, 'one representation'],
    ['7.5 % 2', digits('1.5'), 'remainder of a fraction'],
    ['Цел(-2.7)', -2n, 'whole part'],
    ['Окр(2.5)', 3n, 'half up'],
    ['Окр(-2.5)', -3n, 'half away from zero'],
    ['Окр(1234, -2)', 1200n, 'before the point'],
    ['1 + "2"', 3n, 'the left operand decides the type'],
    ['Число("1 234,5")', digits('1234.5'), 'spaces and a comma are read'],
    ['Sqrt(2)', digits('1.4142135623731'), 'through f64, 15 digits'],
  ])('%s — %s %s', (expression, expected) => expect(valueOf(expression)).toEqual(expected));

  test('the sign of % for negative operands is not known, the bench refuses it even inside an attempt', () => {
    expect(() => run('Попытка Возврат -7 % 3; Исключение Возврат 0; КонецПопытки;')).toThrow(BenchGap);
  });
});

describe('strings and presentations', () => {
  test.each<readonly [string, JsValue, string]>([
    ['"" + 1234567.5', '1\u00A0234\u00A0567,5', 'numbers are grouped by no-break spaces'],
    ['"" + Истина', 'Да', 'truth values are words'],
    ['"" + \'20260102030405\'', '02.01.2026 3:04:05', 'the hour has no leading zero'],
    ['"" + Неопределено', '', 'Неопределено is empty'],
    ['"а""б"', 'а"б', 'a doubled quote'],
    ['"а" = "А"', false, 'equality knows the case'],
    ['СтрНайти("абаб", "б", НаправлениеПоиска.СКонца)', 4n, 'from the end'],
    ['СтрРазделить("а,б;;в", ",;", Ложь)', ['а', 'б', 'в'], 'every character divides, empty parts left out'],
    ['СтрШаблон("%1-%2 %%", "а", 1000)', 'а-1\u00A0000 %', 'numbers in templates are grouped too'],
    ['Сред("абвг", 2, 2)', 'бв', 'positions from 1'],
    ['КодСимвола("")', -1n, 'no character'],
    ['НСтр("ru = \'Ошибка\'; en = \'Error\'", "en")', 'Error', 'language by code'],
    ['НСтр("ru = \'Ошибка\'")', 'Ошибка', 'language of the session'],
    ['XMLСтрока(1234.5)', '1234.5', 'no grouping in XML'],
    ['?(Истина, 1, 2)', 1n, 'choice'],
  ])('%s — %s %s', (expression, expected) => expect(valueOf(expression)).toEqual(expected));

  test('a string goes on in the next line after a bar, comments between allowed', () => {
    expect(run('Возврат "один\n// заметка\n\t|два";')).toBe('один\nдва');
  });
});

describe('dates', () => {
  test.each<readonly [string, JsValue, string]>([
    ["'20260301' - '20260228'", 86_400n, 'difference in seconds'],
    ["'20260101' + 86400", new Date(Date.UTC(2026, 0, 2)), 'seconds are added'],
    ["'00010101' = Дата(1, 1, 1)", true, 'the empty date'],
    ["ЗначениеЗаполнено('00010101')", false, 'the empty date is not filled'],
    ["ДобавитьМесяц('20260131', 1)", new Date(Date.UTC(2026, 1, 28)), 'last day of a shorter month'],
    ['ТекущаяДатаСеанса() - ТекущаяУниверсальнаяДата()', 10_800n, 'the clock and the zone of the world'],
  ])('%s — %s %s', (expression, expected) => expect(valueOf(expression)).toEqual(expected));
});

describe('statements', () => {
  test.each<readonly [string, JsValue, string]>([
    [
      'А = 0; Для И1 = 1 По 4 Цикл Если И1 = 2 Тогда Продолжить; КонецЕсли; А = А + И1; КонецЦикла; Возврат А;',
      8n,
      'continue',
    ],
    [
      'А = 0; Пока Истина Цикл А = А + 1; Если А > 4 Тогда Прервать; КонецЕсли; КонецЦикла; Возврат А;',
      5n,
      'break',
    ],
    ['А = 0; ~Снова: А = А + 1; Если А < 3 Тогда Перейти ~Снова; КонецЕсли; Возврат А;', 3n, 'goto'],
    ['А = ""; Для Каждого Э Из Новый Массив(2) Цикл А = А + "x"; КонецЦикла; Возврат А;', 'xx', 'for each'],
    [
      'Попытка А = 1 / 0; Исключение Возврат ОписаниеОшибки(); КонецПопытки;',
      'Деление на 0',
      'an error text',
    ],
    [
      'Попытка ВызватьИсключение "беда"; Исключение Возврат ИнформацияОбОшибке().Описание; КонецПопытки;',
      'беда',
      'raise',
    ],
    ['Возврат Ложь И 1 / 0 = 1;', false, 'and is short'],
    ['Возврат Истина Или 1 / 0 = 1;', true, 'or is short'],
    ['Возврат Вычислить("1 + 1");', 2n, 'evaluate'],
    ['if 1 <> 2 then return 5; endif; return undefined;', 5n, 'English keywords'],
  ])('%s — %s %s', (body, expected) => expect(run(body)).toEqual(expected));

  test.each([
    ['Возврат Неопределено.Поле;', 'Значение не является значением объектного типа (Поле)'],
    ['Возврат (Новый Структура("А")).Б;', 'Поле объекта не обнаружено (Б)'],
    ['Возврат (Новый Массив).Нету();', 'Метод объекта не обнаружен (Нету)'],
    ['Возврат (Новый Массив)[0];', 'Индекс находится за границами массива'],
    [
      'Возврат 1 < "2";',
      'Операции сравнения на больше-меньше допустимы только для значений совпадающих примитивных',
    ],
    ['Если "да" Тогда КонецЕсли;', 'Преобразование значения к типу Булево не может быть выполнено'],
    ['Возврат 1 + "а";', 'Преобразование значения к типу Число не может быть выполнено'],
    ['(Новый Структура).Вставить("а б", 1);', 'Ошибка при вызове метода контекста (Вставить)'],
  ])('%s raises «%s»', (body, message) => {
    const text = body.startsWith('(')
      ? `С = Новый Структура; С${body.slice('(Новый Структура)'.length)}`
      : body;
    expect(() => run(text)).toThrow(message);
  });
});
