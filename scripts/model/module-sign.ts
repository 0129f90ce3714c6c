import type { VersionRange } from './version-range.ts';

/**
 * What shows that a module stands in an infobase: another extension by its inner name, or a subsystem or an object of
 * the configuration or of any extension. Names are spelled as 1C spells them.
 */
export type ModuleSign =
  | { readonly extension: string; readonly versions?: VersionRange }
  /** `Метаданные.Подсистемы`, nested ones through dots: `СтандартныеПодсистемы.ОбменДанными`. */
  | { readonly subsystem: string }
  /** Full name, `РегистрСведений.СтарыйОбмен_Соответствия`: a kind of `METADATA_KINDS`, a dot, a name. */
  | { readonly object: string };

/** Kinds of metadata objects that a sign may name, as `ПолноеИмя()` spells them. */
export const METADATA_KINDS = [
  'БизнесПроцесс',
  'ВнешнийИсточникДанных',
  'Документ',
  'ЖурналДокументов',
  'Задача',
  'Константа',
  'Обработка',
  'ОбщаяКоманда',
  'ОбщаяФорма',
  'ОбщийМодуль',
  'Отчет',
  'Перечисление',
  'ПланВидовРасчета',
  'ПланВидовХарактеристик',
  'ПланОбмена',
  'ПланСчетов',
  'РегистрБухгалтерии',
  'РегистрНакопления',
  'РегистрРасчета',
  'РегистрСведений',
  'РегламентноеЗадание',
  'Роль',
  'Справочник',
  'HTTPСервис',
  'WebСервис',
] as const;
