import { expect, test } from 'vitest';
import { createPlatform, loadModules } from './index.ts';

const SHAPE = { attributes: ['Список', 'Итог'], items: ['Страница'] };

function open(text: string) {
  const platform = createPlatform();
  const server = { name: 'Сервер1', text: 'Функция Имя() Экспорт Возврат Метаданные.Имя; КонецФункции' };
  const opened = loadModules([server], platform).openForm({ name: 'Форма', text, shape: SHAPE });
  return { opened, screen: platform.world.screen };
}

test('a handler of the client calls the server, which writes an attribute', () => {
  const { opened } = open(
    '&НаКлиенте\nПроцедура Ок(Команда)\n П = 1; Записать1(П); Элементы.Страница.Видимость = Ложь; Список = П;\nКонецПроцедуры\n' +
      '&НаСервере\nПроцедура Записать1(П)\n П = П + 1; Итог = Сервер1.Имя();\nКонецПроцедуры',
  );
  opened.call('Ок', [undefined]);
  expect(opened.form.attributes.get('список')).toBe(2n);
  expect(opened.form.attributes.get('итог')).toBe('БухгалтерияПредприятия');
});

test('an answer arrives after the handler has ended', () => {
  const { opened, screen } = open(
    '&НаКлиенте\nПроцедура Ок(Команда)\n Итог = "спросил"; ПоказатьВопрос(Новый ОписаниеОповещения("После", ЭтотОбъект, 5), "Продолжить?", РежимДиалогаВопрос.ДаНет);' +
      ' Итог = Итог + " и вышел";\nКонецПроцедуры\n' +
      '&НаКлиенте\nПроцедура После(Ответ, Д) Экспорт\n Если Ответ = КодВозвратаДиалога.Да Тогда Итог = Итог + Д; КонецЕсли;\nКонецПроцедуры',
  );
  screen.answers.push('Да');
  opened.call('Ок', [undefined]);
  expect(opened.form.attributes.get('итог')).toBe('спросил и вышел5');
  expect(screen.shown).toEqual(['Продолжить?']);
});

test.each([
  [
    '&НаКлиенте\nПроцедура А() Б = Сервер1.Имя(); КонецПроцедуры',
    'Сервер1',
    'a module of the server on the client',
  ],
  ['&НаСервереБезКонтекста\nПроцедура А() Б = Итог; КонецПроцедуры', 'Итог', 'an attribute without context'],
  [
    '&НаСервере\nПроцедура А() Б(); КонецПроцедуры\n&НаКлиенте\nПроцедура Б() КонецПроцедуры',
    '(Б)',
    'the client from the server',
  ],
  ['&НаКлиенте\nПроцедура А() НетТакого = Нету; КонецПроцедуры', 'Нету', 'an attribute that is not there'],
])('%s does not compile: %s — %s', (text, name) => expect(() => open(text)).toThrow(name));

test('a table of the server cannot become an attribute or cross the border', () => {
  const { opened } = open(
    '&НаКлиенте\nПроцедура Ок() Т = Взять(); КонецПроцедуры\n&НаСервере\nФункция Взять() Возврат Новый ТаблицаЗначений; КонецФункции',
  );
  expect(() => opened.call('Ок')).toThrow('не передаётся');
});

test('a form reaches the object of its processor on the server, a new one each time', () => {
  const processor = {
    name: 'МодульОбъекта',
    shape: { attributes: ['Счет'] },
    text: 'Перем Внутри;\nФункция Взять() Экспорт Счет = 3; Внутри = Внутри + 1; Возврат ЭтотОбъект.Счет + Внутри; КонецФункции\nВнутри = 1;',
  };
  const program = loadModules([]);
  const text =
    '&НаКлиенте\nПроцедура Ок() Итог = Сумма() + Сумма(); КонецПроцедуры\n' +
    '&НаСервере\nФункция Сумма() О = РеквизитФормыВЗначение("Объект"); Возврат О.Взять(); КонецФункции';
  const opened = program.openForm({ name: 'Форма', text, shape: SHAPE, processor });
  opened.call('Ок');
  expect(opened.form.attributes.get('итог')).toBe(10n);
  expect(program.createObject(processor).call('Взять').value).toBe(5n);
});

test('a table of a form is filled on the server and read on the client', () => {
  const text =
    '&НаКлиенте\nПроцедура Ок() Заполнить(); Итог = Строки.НайтиСтроки(Новый Структура("Имя", "Б"))[0].ПолучитьИдентификатор(); КонецПроцедуры\n' +
    '&НаСервере\nПроцедура Заполнить() С = Строки.Добавить(); С.Имя = "А"; С = Строки.Добавить(); С.Имя = "Б"; КонецПроцедуры';
  const shape = { ...SHAPE, tables: { Строки: ['Имя'] } };
  const opened = loadModules([]).openForm({ name: 'Форма', text, shape });
  opened.call('Ок');
  expect(opened.form.attributes.get('итог')).toBe(1n);
});
