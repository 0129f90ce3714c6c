import type { ValueType } from '../../source/manifest/value-type.ts';
import type { TextFormat } from '../../source/schema/text-format.ts';
import type { YamlFault } from '../../source/yaml/read-yaml.ts';

const FORMATS: Readonly<Record<TextFormat, string>> = {
  base64: '32 байта в base64, 44 знака',
  channel: 'название канала латинскими буквами, например stable',
  date: 'дата вида 2026-11-20',
  email: 'адрес почты, например help@vendor.example',
  'picture-name': 'имя файла .png, .jpg или .webp без пути',
  'file-name': 'имя файла .cfe или .cfe.zip без пути',
  'file-version': 'версия, как она записана в файле: одна строка, не длиннее 200 знаков',
  'profile-name': 'true, false или имя профиля безопасности (слова вроде no, off, да, 0 им быть не могут)',
  'folder-url': 'адрес, который начинается с https:// и кончается на /',
  id: 'латинские строчные буквы, цифры и дефис, от 2 до 64 знаков',
  identifier: 'имя, как в конфигураторе: буквы, цифры и подчеркивание, не с цифры',
  subsystem: 'имена подсистем через точку, как в конфигурации',
  'metadata-name': 'вид и имя объекта через точку, например РегистрСведений.ОбменСCRM',
  'field-name': 'латинские буквы и цифры, первая буква строчная',
  'license-prefix': 'от 2 до 8 заглавных латинских букв и цифр',
  line: 'непустая строка без управляющих символов',
  month: 'месяц вида 2026-11',
  paragraph: 'непустой текст без управляющих символов',
  range: 'диапазон версий, например ">=3.0.140 <3.1"',
  'public-key': '64 шестнадцатеричные цифры, как их печатает vypusk keys new',
  sha256: '64 шестнадцатеричные цифры (0-9, a-f)',
  url: 'адрес, который начинается с https://',
  version: 'версия из чисел через точку, например 1.2.0.3, или 2.0.0-beta.1',
};

const TYPES: Readonly<Record<ValueType, string>> = {
  text: 'текст',
  integer: 'целое число',
  boolean: 'true или false',
  list: 'список',
  mapping: 'набор полей',
  null: 'пусто',
};

/** Faults of YAML that a person meets; the others have one sentence for all. */
const FAULTS: Partial<Readonly<Record<YamlFault, string>>> = {
  BAD_INDENT: 'неверный отступ',
  BAD_DQ_ESCAPE: 'неверная последовательность с обратной чертой в кавычках',
  BAD_SCALAR_START: 'значение начинается со служебного знака, его нужно взять в кавычки',
  BLOCK_AS_IMPLICIT_KEY: 'два двоеточия в одной строке или неверный отступ',
  MISSING_CHAR: 'не хватает знака (скобки, кавычки, двоеточия или пробела)',
  MULTILINE_IMPLICIT_KEY: 'имя поля занимает несколько строк или пропущено двоеточие',
  TAB_AS_INDENT: 'отступ сделан табуляцией',
  UNEXPECTED_TOKEN: 'лишний знак',
};

/** The name of a code, or the code itself where it has none. */
const named = (names: Readonly<Record<string, string | undefined>>, code: unknown): string =>
  new Map(Object.entries(names)).get(String(code)) ?? (typeof code === 'string' ? code : '');

/** What a format asks for. */
export const expectedFormat = (format: unknown): string => named(FORMATS, format);

/** Names of one or several types of values. */
export const typeNames = (types: unknown): string =>
  (Array.isArray(types) ? types : [types]).map((type) => named(TYPES, type)).join(' или ');

/** What is wrong with text that is no YAML. */
export const yamlFault = (fault: unknown): string => named(FAULTS, fault);
