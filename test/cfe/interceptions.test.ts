import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { methodAnnotations } from '../../scripts/cfe/bsl-annotations.ts';
import { InterceptionLog } from '../../scripts/cfe/interceptions.ts';
import { WarningLog } from '../../scripts/cfe/warning.ts';

/** Interceptions of a text in short: kind, method, handler. */
function interceptionsIn(text: string): readonly string[] {
  const log = new InterceptionLog(new WarningLog());
  log.add('М', text);
  return log.list().map(({ kind, method, handler }) => `${kind} ${method} ${handler}`);
}

test.each([
  ['// &Вместо("А")\nПроцедура Б()', 'in a comment'],
  ['Т = "&Вместо(""А"")"; Процедура Б()', 'in a string'],
  [
    'Т = "ВЫБРАТЬ\n\t|ГДЕ Х = &Вместо(\n\t|""А"")";\nПроцедура Б()',
    'a parameter of a query in a string of several lines',
  ],
  [
    'Т = "ВЫБРАТЬ\n\t// "" комментарий &Вместо("А")\n\t|ГДЕ Х = &Х";\nПроцедура Б()',
    'in a comment between the lines of a string',
  ],
  ['&Вместо\nПроцедура Б()', 'without the method'],
  ['&Вместо(А)\nПроцедура Б()', 'with a name instead of a string'],
  ['&НаСервере("А")\nПроцедура Б()', 'another annotation'],
  ['#Если Сервер Тогда &Вместо("А")\n#КонецЕсли\nПроцедура Б()', 'in a line of the preprocessor'],
  ['Процедура Вместо(А)\nКонецПроцедуры', 'a method of that name'],
  ['&Вместоимение("А")\nПроцедура Б()', 'a longer word'],
])('%j intercepts nothing — %s', (text) => expect(interceptionsIn(text)).toEqual([]));

test.each([
  ['&Перед("А")\nПроцедура Б()', ['Before А Б'], 'before'],
  ['&После("А")\nПроцедура Б()', ['After А Б'], 'after'],
  ['&Вместо("А")\nФункция Б()', ['Around А Б'], 'instead, in a function'],
  ['&ИзменениеИКонтроль("А")\nПроцедура Б()', ['ChangeAndValidate А Б'], 'change and control'],
  ['&Before("A")\nProcedure B()', ['Before A B'], 'English'],
  ['&After("A")\nFunction B()', ['After A B'], 'English'],
  ['&Around("A")\nProcedure B()', ['Around A B'], 'English'],
  ['&ChangeAndValidate("A")\nProcedure B()', ['ChangeAndValidate A B'], 'English'],
  ['&вМЕСТО ( "А" )\nпРОЦЕДУРА   Б ()', ['Around А Б'], 'case and spaces do not count'],
  [
    '&НаСервере\n&Вместо("А")\n// пояснение\n&НаКлиенте\nПроцедура Б()',
    ['Around А Б'],
    'among other annotations and comments',
  ],
  ['&Вместо("А")\nАсинх Функция Б()', ['Around А Б'], 'an asynchronous method'],
  [
    '#Область О\n&Вместо("А")\n#Если Сервер Тогда\nПроцедура Б()',
    ['Around А Б'],
    'lines of the preprocessor between',
  ],
  ['&Перед("А")\n&После("В")\nПроцедура Б()', ['Before А Б', 'After В Б'], 'two for one method'],
  ['Д = \'20240101\';\n&Вместо("А")\nПроцедура Б()', ['Around А Б'], 'behind a date'],
  ['Т = "не закрыта\n&Вместо("А")\nПроцедура Б()', ['Around А Б'], 'behind a string that its line cuts off'],
  [
    '&Вместо("А")\r\nПроцедура Б()\r\nКонецПроцедуры\r\n&После("В")\r\nФункция Г()',
    ['Around А Б', 'After В Г'],
    'line ends of Windows',
  ],
])('%j intercepts — %#', (...[text, found]) => expect(interceptionsIn(text)).toEqual(found));

describe('an annotation that no method follows', () => {
  test.each(['&Вместо("А")', '&Вместо("А")\nПерем Х;\nПроцедура Б()', '&Вместо("А")\nПроцедура'])(
    '%j is reported',
    (text) => {
      const warnings = new WarningLog();
      const log = new InterceptionLog(warnings);
      log.add('М', text);
      expect(log.list()).toEqual([]);
      expect(warnings.list()).toEqual([
        { code: 'interception-without-handler', args: { module: 'М', method: 'А' } },
      ]);
    },
  );
});

test('any text is scanned in one pass', () => {
  const pieces = fc.constantFrom(
    '&',
    'Вместо',
    '("А")',
    '"',
    "'",
    '//',
    '\n',
    '|',
    '#',
    'Процедура',
    ' Б',
    '(',
    ')',
    ';',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      expect(Array.isArray(methodAnnotations(parts.join('')))).toBe(true);
    }),
    { numRuns: 2000 },
  );
  const long = '"\n//\n'.repeat(100_000);
  expect(methodAnnotations(`${long}&Вместо("А")\nПроцедура Б()`).length).toBeLessThan(2);
});
