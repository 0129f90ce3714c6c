import type { ExtensionDescription } from '../cfe/index.ts';

/** Versions of the demonstration extension, oldest first. */
export type PriceTagsVersion = '0.9.0.1' | '1.0.0.2' | '1.0.1.5';

const WRITTEN: Readonly<Record<PriceTagsVersion, string>> = {
  '0.9.0.1': '2026-03-20T10:00:00',
  '1.0.0.2': '2026-06-18T15:30:00',
  '1.0.1.5': '2026-10-07T13:45:00',
};

const LAYOUT_MODULE = `#Область ПрограммныйИнтерфейс

// Текст ценника: наименование, цена и единица, каждая строка не длиннее указанной.
//
// Параметры:
//  Товар - Структура:
//   * Наименование - Строка
//   * Цена - Число
//   * Единица - Строка
//  ДлинаСтроки - Число
//
// Возвращаемое значение:
//  Строка
//
Функция ТекстЦенника(Товар, ДлинаСтроки = 32) Экспорт

	Строки = Новый Массив;
	Строки.Добавить(Лев(Товар.Наименование, ДлинаСтроки));
	Строки.Добавить(Формат(Товар.Цена, "ЧДЦ=2; ЧН=0") + " / " + Товар.Единица);
	Возврат СтрСоединить(Строки, Символы.ПС);

КонецФункции

#КонецОбласти
`;

/** Codes for scanners, from 1.0 on. */
const CODE_MODULE = `// Контрольная цифра EAN-13 по двенадцати первым цифрам.
Функция КонтрольнаяЦифраEAN13(Код) Экспорт

	Сумма = 0;
	Для Позиция = 1 По 12 Цикл
		Сумма = Сумма + Число(Сред(Код, Позиция, 1)) * ?(Позиция % 2 = 0, 3, 1);
	КонецЦикла;
	Возврат Строка((10 - Сумма % 10) % 10);

КонецФункции
`;

const PROCESSOR_MODULE = `#Если Сервер Или ТолстыйКлиентОбычноеПриложение Или ВнешнееСоединение Тогда

Функция Ценники(Товары) Экспорт

	Тексты = Новый Массив;
	Для Каждого Товар Из Товары Цикл
		Тексты.Добавить(рмЦен_Макеты.ТекстЦенника(Товар));
	КонецЦикла;
	Возврат Тексты;

КонецФункции

#КонецЕсли
`;

/** The extension «Ромашка: ценники» of one version: nothing adopted, so one file serves every configuration. */
export function priceTags(version: PriceTagsVersion): ExtensionDescription {
  const codes = version === '0.9.0.1' ? [] : [codeModule()];
  const layout =
    version === '1.0.1.5' ? LAYOUT_MODULE.replace('ЧДЦ=2; ЧН=0', 'ЧДЦ=2; ЧН=0,00') : LAYOUT_MODULE;
  return {
    name: 'РомашкаЦенники',
    synonym: { ru: 'Ромашка: ценники', en: 'Romashka price tags' },
    comment: '',
    vendor: 'Ромашка Софт',
    version,
    prefix: 'рмЦен_',
    purpose: 'AddOn',
    compatibilityMode: 'Version8_3_18',
    extensionCompatibilityMode: 'Version8_3_18',
    written: WRITTEN[version],
    language: { name: 'Русский', code: 'ru' },
    defaultRoles: ['рмЦен_ПечатьЦенников'],
    objects: [
      { kind: 'Role', name: 'рмЦен_ПечатьЦенников', synonym: { ru: 'Печать ценников' } },
      {
        kind: 'CommonModule',
        name: 'рмЦен_Макеты',
        synonym: { ru: 'Макеты ценников' },
        context: 'server',
        text: layout,
      },
      ...codes,
      {
        kind: 'DataProcessor',
        name: 'рмЦен_ПечатьЦенников',
        synonym: { ru: 'Печать ценников' },
        objectModule: PROCESSOR_MODULE,
      },
    ],
  };
}

const codeModule = (): ExtensionDescription['objects'][number] => ({
  kind: 'CommonModule',
  name: 'рмЦен_ШтрихкодыКлиентСервер',
  synonym: { ru: 'Штрихкоды' },
  context: 'clientServer',
  text: CODE_MODULE,
});
