import type { Configuration } from '../../scripts/model/extension.ts';

/**
 * How people call the common configurations besides their titles, by inner names: abbreviations of users, former names,
 * English ones. Search finds pages by them, and text from the window «About» is understood by them.
 */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  БухгалтерияПредприятия: ['БП', 'БП 3.0', '1С:Бухгалтерия', 'бухгалтерия', 'Accounting'],
  БухгалтерияПредприятияКОРП: ['БП КОРП', 'Бухгалтерия КОРП', 'Accounting CORP'],
  БухгалтерияГосударственногоУчреждения: ['БГУ', 'Public Accounting'],
  ЗарплатаИУправлениеПерсоналом: ['ЗУП', 'зарплата', 'кадры', 'Payroll', 'HRM'],
  ЗарплатаИУправлениеПерсоналомКОРП: ['ЗУП КОРП', 'Payroll CORP'],
  УправлениеТорговлей: ['УТ', 'УТ 11', 'торговля', 'Trade'],
  КомплекснаяАвтоматизация: ['КА', 'КА 2', 'комплексная', 'Comprehensive Automation'],
  УправлениеПредприятием: ['ERP', 'УП', 'ЕРП', '1С:ERP'],
  УправлениеНебольшойФирмой: ['УНФ', 'Управление небольшой фирмой', 'Small Business'],
  Розница: ['Retail', 'РТ', 'магазин'],
};

/** Further names of a configuration, its inner one among them; of one that nobody described, the inner name alone. */
export const synonymsOf = (name: string): readonly string[] => [name, ...(CALLED[name] ?? [])];

/** Everything that a configuration is called by: titles in both languages, then its further names. */
export const namesOf = ({ name, title }: Configuration): readonly string[] => [
  title.ru,
  ...(title.en === undefined ? [] : [title.en]),
  ...synonymsOf(name),
];
