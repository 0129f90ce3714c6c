import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashedMethods, type TextHash } from '../../scripts/bsl/hashed-method.ts';
import { methodsOf } from '../../scripts/bsl/methods.ts';
import { tokensOf } from '../../scripts/bsl/tokens.ts';

const hash: TextHash = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);

const hashed = (text: string) => [...hashedMethods(text, hash).values()][0];

describe('methods are split', () => {
  test.each([
    ['Процедура А() КонецПроцедуры Функция Б(В) КонецФункции', 'А/0 Б/1', 'Russian words'],
    ['Procedure A() EndProcedure Function B(C) EndFunction', 'A/0 B/1', 'English words'],
    ['ПРОЦЕДУРА А() конецпроцедуры', 'А/0', 'case means nothing'],
    ['Асинх Функция А(Б) Экспорт Возврат 1; КонецФункции', 'А/1', 'a word in front'],
    ['&НаСервере\n#Если Сервер Тогда\nПроцедура А()\nКонецПроцедуры\n#КонецЕсли', 'А/0', 'preprocessor'],
    ['Процедура А(Б, // В,\n Г = "),(", Знач Д = -1) КонецПроцедуры', 'А/3', 'comments and strings inside'],
    ['// Процедура А() \nПроцедура Б() КонецПроцедуры', 'Б/0', 'a method in a comment'],
    ['Процедура А() Б = "\n|Процедура В()\n|"; КонецПроцедуры', 'А/0', 'a method in a string'],
    ['Процедура А() Б.КонецПроцедуры = 1; В = 2; КонецПроцедуры', 'А/0', 'a member that looks like an end'],
    ['Процедура А(', 'А/0', 'a text that ends'],
    ['Процедура', '', 'a word alone'],
    ['', '', 'nothing'],
  ])('%j → %s', (text, names) => {
    expect(
      methodsOf(text)
        .map(({ name, parameters }) => `${name}/${parameters.length}`)
        .join(' '),
    ).toBe(names);
  });

  test('any text has tokens that do not overlap and leave out white space alone', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('"', "'", '\n', '|', '/', '#', '&', 'А', '1', '.', ';', '(', ')', ' '),
        }),
        (text) => {
          let at = 0;
          for (const { start, end } of tokensOf(text)) {
            expect(text.slice(at, start).trim()).toBe('');
            expect(end).toBeGreaterThan(start);
            at = end;
          }
          expect(text.slice(at).trim()).toBe('');
        },
      ),
    );
  });
});

describe('two bodies are the same', () => {
  const base = 'Процедура А(Б)\n\tВ = "г\n\t|д";\nКонецПроцедуры';
  test.each([
    ['процедура а(б)\r\n  в  =  "г\r\n  |д" ;\r\nконецпроцедуры', true, 'case, indents, line ends'],
    ['Процедура А(Б)\n// е\nВ = "г\n|д"; // ё\nКонецПроцедуры', true, 'comments'],
    ['Процедура А(Б)\n#Область Е\nВ = "г\n|д";\n#КонецОбласти\nКонецПроцедуры', true, 'regions'],
    ['Процедура А(Б);\nВ = "г\n|д";\nКонецПроцедуры', true, 'a sign behind the signature'],
    ['Процедура А(Б)\n#Вставка\nЕ = 1;\n#КонецВставки\nВ = "г\n|д";\nКонецПроцедуры', true, 'inserted text'],
    ['Процедура А(Б)\n#Удаление\nВ = "г\n|д";\n#КонецУдаления\nКонецПроцедуры', true, 'removed text stays'],
    ['Процедура А(Б)\nВ = "Г\n|д";\nКонецПроцедуры', false, 'case inside a string'],
    ['Процедура А(Б)\nВ = "г д";\nКонецПроцедуры', false, 'another string'],
    ['Процедура А(Б)\nВ = "г\n|д" + 1;\nКонецПроцедуры', false, 'more code'],
    ['Процедура А(Б)\n#Если Сервер Тогда\nВ = "г\n|д";\n#КонецЕсли\nКонецПроцедуры', false, 'a condition'],
  ])('%j: %s (%s)', (text, same) => {
    expect(hashed(text)?.code === hashed(base)?.code).toBe(same);
  });

  test.each([
    ['Процедура А( Б ) КонецПроцедуры', true, 'white space'],
    ['Процедура А(Б /* */) КонецПроцедуры', false, 'there are no such comments'],
    ['Процедура А(Е) КонецПроцедуры', false, 'another name'],
    ['Процедура А(Знач Б) КонецПроцедуры', false, 'by value'],
    ['Процедура А(Б = 1) КонецПроцедуры', false, 'a default'],
  ])('signature of %j: %s (%s)', (text, same) => {
    expect(hashed(text)?.signature === hashed(base)?.signature).toBe(same);
  });
});
