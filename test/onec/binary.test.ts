import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { BenchGap, createPlatform, loadModules, SessionKilled, type JsValue } from './index.ts';

function run(body: string, version = '8.3.24.1467'): JsValue {
  const text = `Функция Ф() Экспорт\n${body}\nКонецФункции`;
  return loadModules([{ name: 'М', text }], createPlatform({ version })).call('М', 'Ф').value;
}

const HEX = 'ПолучитьHexСтрокуИзДвоичныхДанных(Х.ХешСумма)';
const sum = (algorithm: string) => createHash(algorithm).update('абв').digest('hex').toUpperCase();

describe('bits are unsigned 32', () => {
  test.each<readonly [string, JsValue, string]>([
    ['ПобитовоеНе(0)', 4_294_967_295n, 'not -1'],
    ['ПобитовыйСдвигВлево(1, 31)', 2_147_483_648n, 'the highest bit is no sign'],
    ['ПобитовыйСдвигВлево(3, 31)', 2_147_483_648n, 'bits fall off'],
    ['ПобитовоеИсключительноеИли(4294967295, 1)', 4_294_967_294n, 'the largest operand'],
    ['ПроверитьБит(4, 2)', true, 'bit by number'],
  ])('%s = %s — %s', (expression, expected) => expect(run(`Возврат ${expression};`)).toEqual(expected));

  test.each([
    ['ПобитовоеИ(-1, 1)', 'a negative operand'],
    ['ПобитовоеИ(4294967296, 1)', 'an operand of 33 bits'],
    ['ПобитовоеИ(1.5, 1)', 'a fraction'],
    ['ПобитовыйСдвигВлево(1, 32)', 'a shift of 32'],
  ])('%s raises — %s', (expression) => {
    expect(run(`Попытка Возврат ${expression}; Исключение Возврат "ошибка"; КонецПопытки;`)).toBe('ошибка');
  });
});

describe('buffers', () => {
  test.each<readonly [string, JsValue, string]>([
    [
      'Б.ЗаписатьЦелое32(0, 4294967295); Возврат Б.ПрочитатьЦелое32(0);',
      4_294_967_295n,
      'integers are unsigned',
    ],
    ['Б[0] = 1; Возврат Б.ПрочитатьЦелое16(0);', 1n, 'little endian unless told'],
    ['Б[0] = 1; Возврат Б.ПрочитатьЦелое16(0, ПорядокБайтов.BigEndian);', 256n, 'big endian when told'],
    ['С = Б.ПолучитьСрез(0, 2); С[0] = 9; Возврат Б[0];', 9n, 'a slice shares memory'],
    ['С = Б.Прочитать(0, 2); С[0] = 9; Возврат Б[0];', 0n, 'reading copies'],
    ['Возврат Б = Б.Скопировать();', false, 'buffers are compared by identity'],
    [
      'А = Base64Значение("AQI="); Возврат А = Base64Значение("AQI=");',
      true,
      'binary data is compared by value',
    ],
    [
      'Возврат ПолучитьСтрокуИзДвоичныхДанных(ПолучитьДвоичныеДанныеИзСтроки("жук"));',
      'жук',
      'UTF-8 there and back',
    ],
    [
      'Ч = Новый ЧтениеДанных(Base64Значение("AQIDBA==")); Ч.Пропустить(1); Возврат Ч.ПрочитатьЦелое16();',
      770n,
      'reader',
    ],
  ])('%s = %s — %s', (body, expected) =>
    expect(run(`Б = Новый БуферДвоичныхДанных(8); ${body}`)).toEqual(expected),
  );

  test.each([
    ['Б[1] = 256;', 'a byte too large'],
    ['Б.Установить(1, -1);', 'a negative byte'],
    ['Б[1] = 1.5;', 'a fraction'],
  ])('%s kills the session, no attempt helps — %s', (body) => {
    const attempt = `Б = Новый БуферДвоичныхДанных(8); Попытка ${body} Исключение Возврат 0; КонецПопытки;`;
    expect(() => run(attempt)).toThrow(SessionKilled);
  });

  test('an integer out of range was never measured: the bench stops', () => {
    expect(() => run('Б = Новый БуферДвоичныхДанных(8); Б.ЗаписатьЦелое16(0, 65536);')).toThrow(BenchGap);
  });
});

describe('hashes', () => {
  test.each(['SHA1', 'SHA256', 'SHA512', 'MD5'])('%s of a string is that of its UTF-8', (algorithm) => {
    const body = `Х = Новый ХешированиеДанных(ХешФункция.${algorithm}); Х.Добавить("а"); Х.Добавить("бв"); Возврат ${HEX};`;
    expect(run(body)).toBe(sum(algorithm.toLowerCase()));
  });

  test('CRC32 is a number', () => {
    expect(
      run('Х = Новый ХешированиеДанных(ХешФункция.CRC32); Х.Добавить("123456789"); Возврат Х.ХешСумма;'),
    ).toBe(0xcbf43926n);
  });

  test('before 8.3.18 there is no SHA512', () => {
    expect(() => run('Возврат ХешФункция.SHA512;', '8.3.17.1549')).toThrow(
      'Поле объекта не обнаружено (SHA512)',
    );
  });

  test('a client has no hashes', () => {
    const text = 'Функция Ф() Экспорт Возврат ХешФункция.SHA1; КонецФункции';
    expect(() => loadModules([{ name: 'М', client: true, text }])).toThrow(
      'Переменная не определена (ХешФункция)',
    );
  });
});

describe('JSON is read leniently', () => {
  const read = (json: string, result = 'Возврат Д;') =>
    run(
      `Ч = Новый ЧтениеJSON; Ч.УстановитьСтроку("${json.replaceAll('"', '""')}"); Д = ПрочитатьJSON(Ч, Истина); ${result}`,
    );

  test.each<readonly [string, JsValue, string]>([
    [
      '{"а":1,"б":[true,null]}',
      new Map<JsValue, JsValue>([
        ['а', 1n],
        ['б', [true, undefined]],
      ]),
      'null is Неопределено',
    ],
    ['{"а":}', new Map([['а', undefined]]), 'a missing value'],
    ['{"а":1,}', new Map([['а', 1n]]), 'a trailing comma'],
    ['{"а" 1}', new Map([['а', 1n]]), 'a missing colon'],
    ['{"а":{"б":[1,2', new Map([['а', new Map([['б', [1n, 2n]]])]]), 'an object never closed'],
    ['{"а":"обрыв', new Map([['а', 'обрыв']]), 'a string never closed'],
    [
      '[12345678901234567890123, 1e3, 0.10]',
      [12345678901234567890123n, 1000n, { digits: '0.1' }],
      'exact numbers',
    ],
    ['["\\u0416\\n"]', ['Ж\n'], 'escapes'],
  ])('%s — %s %s', (json, expected) => expect(read(json)).toEqual(expected));

  test('garbage in the place of a value raises', () => {
    expect(() => read('{"а": груша}')).toThrow('Ошибка при вызове метода контекста (ПрочитатьJSON)');
  });

  test('into a structure, a key that is no identifier raises', () => {
    expect(() =>
      run('Ч = Новый ЧтениеJSON; Ч.УстановитьСтроку("{""a-b"":1}"); Возврат ПрочитатьJSON(Ч);'),
    ).toThrow('ПрочитатьJSON');
  });

  test('written numbers have a point, non-ASCII stays, a tab is escaped', () => {
    const body =
      'З = Новый ЗаписьJSON; З.УстановитьСтроку(Новый ПараметрыЗаписиJSON(ПереносСтрокJSON.Нет));' +
      'ЗаписатьJSON(З, Новый Структура("а,б", 1.5, "ж" + Символы.Таб)); Возврат З.Закрыть();';
    expect(run(body)).toBe('{"а":1.5,"б":"ж\\u0009"}');
  });

  test('Null cannot be written', () => {
    expect(() => run('З = Новый ЗаписьJSON; З.УстановитьСтроку(); ЗаписатьJSON(З, Null);')).toThrow(
      'ЗаписатьJSON',
    );
  });
});
