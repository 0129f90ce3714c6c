import { BslException, MESSAGES } from '../../runtime/errors.ts';
import { equals } from '../../runtime/operators.ts';
import { present } from '../../runtime/presentation.ts';
import type { Value } from '../../runtime/value.ts';
import { BslArray } from '../collections/array.ts';
import {
  EVERYWHERE,
  flagArgument,
  optionalText,
  sizeArgument,
  textArgument,
  type FunctionDescription,
  type NameGroup,
} from '../define.ts';
import { defineEnumeration } from '../enumeration.ts';

const DIRECTION = defineEnumeration({
  name: 'НаправлениеПоиска|SearchDirection',
  contexts: EVERYWHERE,
  values: { begin: 'СНачала|FromBegin', end: 'СКонца|FromEnd' },
});

const text = (takes: readonly [number, number], run: (args: Value[]) => Value): FunctionDescription => ({
  contexts: EVERYWHERE,
  takes,
  run,
});

/** First argument of the old string functions: other types are converted, as the platform does. */
const loose = (args: readonly Value[], index: number): string => present(args[index]);

/** `Сред(Строка, Начало, Число)`: a start below 1 counts as 1, the rest of the string without a length. */
function middle(args: readonly Value[]): string {
  const from = Math.max(sizeArgument(args, 1), 1) - 1;
  const length = args[2] === undefined ? undefined : Math.max(sizeArgument(args, 2), 0);
  const source = loose(args, 0);
  return length === undefined ? source.slice(from) : source.slice(from, from + length);
}

/** `СтрНайти(Строка, Подстрока, Направление, Начало, Вхождение)`: position from 1, 0 when absent. */
function find(args: readonly Value[]): bigint {
  const source = textArgument(args, 0);
  const sought = textArgument(args, 1);
  const backwards = equals(args[2], DIRECTION.values.end);
  const start = sizeArgument(args, 3, backwards ? source.length : 1);
  if (start < 1 || start > Math.max(source.length, 1)) throw new BslException(MESSAGES.wrongValue(4));
  let position = start - 1;
  let left = sizeArgument(args, 4, 1);
  for (;;) {
    const found = backwards ? source.lastIndexOf(sought, position) : source.indexOf(sought, position);
    left -= 1;
    if (found < 0 || left === 0) return BigInt(found + 1);
    if (backwards && found === 0) return 0n;
    position = backwards ? found - 1 : found + 1;
  }
}

/** `СтрРазделить(Строка, Разделитель, ВключатьПустые)`: every character of the delimiter divides. */
function split(args: readonly Value[]): BslArray {
  const delimiters = new Set(textArgument(args, 1));
  const parts: string[] = [''];
  for (const letter of textArgument(args, 0)) {
    if (delimiters.has(letter)) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${letter}`);
  }
  return new BslArray(flagArgument(args, 2, true) ? parts : parts.filter((part) => part !== ''));
}

function join(args: readonly Value[]): string {
  const [list] = args;
  if (!(list instanceof BslArray)) throw new BslException(MESSAGES.wrongType(1));
  return list.items.map((_item, index) => textArgument(list.items, index)).join(optionalText(args, 1));
}

/** `СтрШаблон`: `%1` … `%10`, `%%` is a percent sign; a number without an argument is empty. */
function template(args: readonly Value[]): string {
  return textArgument(args, 0).replace(/%(%|\(\d+\)|10|[1-9])/g, (whole, mark: string) => {
    if (mark === '%') return '%';
    const index = Number(mark.replace(/[()]/g, ''));
    if (index < 1 || index > 10) throw new BslException(`Неверный шаблон ${whole}`);
    return present(args[index]);
  });
}

function occurrences(args: readonly Value[]): bigint {
  const sought = textArgument(args, 1);
  return sought === '' ? 0n : BigInt(textArgument(args, 0).split(sought).length - 1);
}

/** `КодСимвола(Строка, Номер)`: 16-bit unit, -1 past the end. */
function codeOf(args: readonly Value[]): bigint {
  const code = textArgument(args, 0).charCodeAt(sizeArgument(args, 1, 1) - 1);
  return Number.isNaN(code) ? -1n : BigInt(code);
}

function line(args: readonly Value[]): string {
  return textArgument(args, 0).split('\n')[sizeArgument(args, 1) - 1] ?? '';
}

const BLANK = /^[\s\u00A0]+/;
const BLANK_END = /[\s\u00A0]+$/;

/** `СтрСравнить`: without case, by the rules of the language. */
const COLLATOR = new Intl.Collator('ru', { sensitivity: 'accent' });

const titled = (source: string): string =>
  source.toLowerCase().replace(/(^|[^\p{L}\p{N}_])(\p{L})/gu, (_whole, before: string, letter: string) => {
    return before + letter.toUpperCase();
  });

/** Functions of strings. Source: platform-1c.md 0 and the syntax assistant's table behind it (BSLG). */
export const STRINGS: NameGroup = {
  functions: {
    'СтрДлина|StrLen': text([1, 1], (args) => BigInt(loose(args, 0).length)),
    'СокрЛ|TrimL': text([1, 1], (args) => loose(args, 0).replace(BLANK, '')),
    'СокрП|TrimR': text([1, 1], (args) => loose(args, 0).replace(BLANK_END, '')),
    'СокрЛП|TrimAll': text([1, 1], (args) => loose(args, 0).replace(BLANK, '').replace(BLANK_END, '')),
    'Лев|Left': text([2, 2], (args) => loose(args, 0).slice(0, Math.max(sizeArgument(args, 1), 0))),
    'Прав|Right': text([2, 2], (args) => {
      const length = Math.max(sizeArgument(args, 1), 0);
      return length === 0 ? '' : loose(args, 0).slice(-length);
    }),
    'Сред|Mid': text([2, 3], middle),
    'СтрНайти|StrFind': text([2, 5], find),
    'Найти|Find': text([2, 2], (args) => BigInt(loose(args, 0).indexOf(loose(args, 1)) + 1)),
    'ВРег|Upper': text([1, 1], (args) => loose(args, 0).toUpperCase()),
    'НРег|Lower': text([1, 1], (args) => loose(args, 0).toLowerCase()),
    'ТРег|Title': text([1, 1], (args) => titled(loose(args, 0))),
    'Символ|Char': text([1, 1], (args) => String.fromCharCode(sizeArgument(args, 0))),
    'КодСимвола|CharCode': text([1, 2], codeOf),
    'ПустаяСтрока|IsBlankString': text([1, 1], (args) => textArgument(args, 0).trim() === ''),
    'СтрЗаменить|StrReplace': text([3, 3], (args) => {
      const sought = textArgument(args, 1);
      return sought === ''
        ? textArgument(args, 0)
        : textArgument(args, 0).replaceAll(sought, () => loose(args, 2));
    }),
    'СтрЧислоСтрок|StrLineCount': text([1, 1], (args) => BigInt(textArgument(args, 0).split('\n').length)),
    'СтрПолучитьСтроку|StrGetLine': text([2, 2], line),
    'СтрЧислоВхождений|StrOccurrenceCount': text([2, 2], occurrences),
    'СтрРазделить|StrSplit': text([2, 3], split),
    'СтрСоединить|StrConcat': text([1, 2], join),
    'СтрШаблон|StrTemplate': text([1, 11], template),
    'СтрНачинаетсяС|StrStartsWith': text([2, 2], (args) =>
      textArgument(args, 0).startsWith(textArgument(args, 1)),
    ),
    'СтрЗаканчиваетсяНа|StrEndsWith': text([2, 2], (args) =>
      textArgument(args, 0).endsWith(textArgument(args, 1)),
    ),
    'СтрСравнить|StrCompare': text([2, 2], (args) =>
      BigInt(COLLATOR.compare(textArgument(args, 0), textArgument(args, 1))),
    ),
    'Строка|String': text([0, 1], (args) => loose(args, 0)),
  },
  properties: { 'НаправлениеПоиска|SearchDirection': DIRECTION.property },
};
