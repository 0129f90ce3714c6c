import { describe, expect, test } from 'vitest';
import type { JsValue, ModuleSource } from '../onec/index.ts';
import { onTheWire } from './on-the-wire.ts';
import { loadCore } from './program.ts';
import { listOf, membersOf, textOf, type Members } from './values.ts';

/** Repository and base of the test; what is decided and said is the real core. */
const STUBS: readonly ModuleSource[] = [
  {
    name: 'ВыпускДоверие',
    text: `
Функция БыстраяПроверка(Мир) Экспорт
	Возврат Мир.Ответ;
КонецФункции

Функция ОбновитьИлиОстаться(Мир) Экспорт
	Возврат Мир.Доверенное;
КонецФункции

Функция Документ(Доверенное, ИмяЦели, Мир) Экспорт
	Возврат Мир.Документ;
КонецФункции

Процедура ДовериеКорню(Хранилище, Корень) Экспорт
КонецПроцедуры

Функция НовыйМир(Источник, Хранилище, Сейчас, Просрочка) Экспорт
	Возврат Неопределено;
КонецФункции`,
  },
  {
    name: 'Тест',
    text: `
Функция Проверить(Документ, Версия, Память) Экспорт
	Среда = Новый Структура("Конфигурация, ВерсияКонфигурации", "БухгалтерияПредприятия", Версия);
	Среда.Вставить("Платформа", "8.3.24.1467");
	Среда.Вставить("ВерсияБСП", "3.1.10.100");
	Установленное = Новый Структура("Имя, Версия", "РомашкаCRM", "1.2.1.1");
	Среда.Вставить("Установленные", Новый Массив);
	Среда.Установленные.Добавить(Установленное);
	Среда.Вставить("Канал", "stable");
	Среда.Вставить("ПоказыватьНепроверенные", Ложь);
	Среда.Вставить("ИдентификаторУстановки", "id");
	Среда.Вставить("ПоПросьбе", Ложь);
	Среда.Вставить("Базовая", Ложь);
	Среда.Вставить("Облако", Ложь);
	Среда.Вставить("Права", Новый Структура("Расширения, Администрирование", Истина, Истина));
	Среда.Вставить("БезопасныйРежим", Ложь);

	Снимок = Новый Структура("Снимок", Новый Структура("Версия", 2));
	Доверенное = Новый Структура("МеткаВремени", Новый Структура("Подписано", Снимок));
	Ответ = Новый Структура("Вид, Подсказки, ВерсияСнимка", "refresh-needed", Неопределено, 2);
	Мир = Новый Структура("Ответ, Доверенное, Документ", Ответ, Доверенное, Документ);
	Мир.Вставить("Сейчас", '20261121100000');
	Издатель = Новый Структура("Идентификатор", "crm-connector");

	Работа = Новый Структура("Издатель, Память, Среда, Мир, Доверенное", Издатель, Память, Среда, Мир, Доверенное);
	Работа.Вставить("Лицензия", Неопределено);
	Работа.Вставить("ЛицензияПрочитана", Истина);
	Возврат ВыпускАвтообновление.ПроверитьОбновление(Работа);
КонецФункции

Функция Память() Экспорт
	Возврат ВыпускПамять.Вспомнить("Ромашка");
КонецФункции`,
  },
];

const program = loadCore(['ВыпускАвтообновление', 'ВыпускПамять'], { stubs: STUBS });

const release = (version: string, tested: string): unknown => ({
  version,
  date: '2026-11-01',
  channel: 'stable',
  builds: [
    {
      file: 'crm.cfe',
      length: 1,
      sha256: '00',
      configurations: [{ name: 'БухгалтерияПредприятия', version: '>=3.0.100 <3.1', tested }],
    },
  ],
});
const documentOf = (releases: readonly unknown[]): JsValue =>
  onTheWire({
    ...{ type: 'extension', formatVersion: 1, id: 'crm-connector', name: 'РомашкаCRM', price: 'free' },
    title: { ru: 'Ромашка' },
    vendor: { name: { ru: 'Ромашка Софт' }, email: 'help@romashka.example' },
    channels: ['stable'],
    releases,
  });

/** An infobase that remembers: each check begins with what the last one left. */
class Remembering {
  #memory: JsValue = program.call('Тест', 'Память').value;

  check(version: string, releases: readonly unknown[]): Members {
    const { value, args } = program.call('Тест', 'Проверить', [documentOf(releases), version, this.#memory]);
    this.#memory = args[2];
    return membersOf(value);
  }

  said(version: string, releases: readonly unknown[]): string {
    return listOf(this.check(version, releases)['Тексты']).map(textOf).join('\n');
  }
}

const OWN = [release('1.2.1.1', '3.0.171.9')];

describe('after an update of the configuration', () => {
  test('nothing is said within the tested range', () => {
    expect(new Remembering().said('3.0.171.9', OWN)).toBe('');
  });

  test('past it: the range, the version of the infobase, and whom to ask', () => {
    const said = new Remembering().said('3.0.180.1', OWN);
    expect(said).toMatch(/проверена на \S+ 3\.0\.171\.9, а у вас 3\.0\.180\.1/u);
    expect(said).toContain('Ромашка Софт, help@romashka.example');
  });

  test('once for each release of the configuration', () => {
    const base = new Remembering();
    const versions = ['3.0.180.1', '3.0.180.1', '3.0.181.2', '3.0.181.2', '3.2.1.1'];
    expect(versions.map((version) => base.said(version, OWN) !== '')).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
  });

  test('a newer extension that was tested with it is offered instead', () => {
    const newer = [release('1.3', '3.0.180.1'), ...OWN];
    const answer = new Remembering().check('3.0.180.1', newer);
    expect([answer['Состояние'], answer['Версия'], answer['Тексты']]).toEqual(['update', '1.3', []]);
  });
});
