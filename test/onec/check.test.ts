import { expect, test } from 'vitest';
import { checkModules, createPlatform } from './index.ts';

const check = (text: string, flags: { server?: boolean; client?: boolean } = {}) => {
  const { names, clientContext } = createPlatform();
  const sources = [
    { name: 'Модуль', text, ...flags },
    { name: 'Другой', text: 'Процедура Есть() Экспорт КонецПроцедуры' },
  ];
  const problems = checkModules({ sources, names, clientContext, entryPoints: ['Модуль.Ф', 'Другой.Есть'] });
  return problems.map(({ code, name }) => `${code}: ${name}`);
};

const wrapped = (body: string, parameters = '') =>
  `Процедура Ф(${parameters}) Экспорт ${body} КонецПроцедуры`;

test.each([
  [wrapped(''), [], 'nothing to say'],
  [wrapped('А = 1;'), ['unused-variable: А'], 'a variable never read'],
  [wrapped('П = 1;', 'П'), [], 'an output parameter is used'],
  [wrapped('', 'П'), ['unused-parameter: П'], 'a parameter never read'],
  [`${wrapped('')}\nПроцедура Б() КонецПроцедуры`, ['unused-method: Б'], 'a method nobody calls'],
  [wrapped('Другой.Есть();'), [], 'an exported method'],
  [wrapped('Другой.Нет();'), ['export-missing: другой.нет'], 'a method that is not there'],
  [
    wrapped('ВызватьИсключение "Что-то пошло не так";'),
    ['text-without-nstr: Что-то пошло не так'],
    'a text for people',
  ],
  [wrapped('ВызватьИсключение НСтр("ru = \'Что пошло не так\'");'), [], 'a text through НСтр'],
  [
    wrapped('Сообщить("а");'),
    [
      'not-compiled: Процедура или функция с указанным именем не определена (Сообщить)',
      'message-call: Сообщить',
    ],
    'the old way to show messages',
  ],
  [
    'Процедура',
    ['not-compiled: {(1, 10)}: Синтаксическая ошибка: ожидается имя, обнаружено конец модуля'],
    'no text',
  ],
])('%s: %j — %s', (text, expected) => expect(check(text).sort()).toEqual([...expected].sort()));

test('a name of the server in a module of the client is found', () => {
  const text = wrapped('А = РасширенияКонфигурации.Получить(); А = А;');
  expect(check(text, { client: true })).toEqual([
    'not-compiled: Переменная не определена (РасширенияКонфигурации)',
  ]);
  expect(check(text, { server: true })).toEqual([]);
});
