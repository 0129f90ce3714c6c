import { momentOf, parseDate } from '../../runtime/date.ts';
import { plainDigits } from '../../runtime/decimal.ts';
import { BslException, MESSAGES } from '../../runtime/errors.ts';
import { defineType, NativeObject, type BslType } from '../../runtime/object.ts';
import { toNumber } from '../../runtime/operators.ts';
import type { Session } from '../../runtime/session.ts';
import { PRIMITIVES, typeOf, TypeValue } from '../../runtime/type-value.ts';
import { BslDate, isNumber, type Value } from '../../runtime/value.ts';
import { fillProperties } from '../collections/structure.ts';
import { EVERYWHERE, objectArgument, optionalText, textArgument, type NameGroup } from '../define.ts';

/** `Символы`. */
class Symbols extends NativeObject {
  get type(): BslType {
    return SYMBOLS;
  }
}

const constant = (value: string) => ({ get: () => value });

const SYMBOLS: BslType = defineType(Symbols, {
  name: 'Символы|Chars',
  contexts: EVERYWHERE,
  properties: {
    'ПС|LF': constant('\n'),
    'ВК|CR': constant('\r'),
    'Таб|Tab': constant('\t'),
    'НПП|NBSp': constant('\u00A0'),
    'ПФ|FF': constant('\f'),
    'ВТаб|VTab': constant('\v'),
  },
});

const CHARS = new Symbols();

function typeByName(args: readonly Value[], session: Session): TypeValue {
  const name = textArgument(args, 0).toLowerCase();
  const simple = Object.values(PRIMITIVES).find(
    (type) => type.name.toLowerCase() === name || type.englishName.toLowerCase() === name,
  );
  const found = simple ?? session.names.types.get(name);
  if (!found) throw new BslException(MESSAGES.noType(textArgument(args, 0)));
  return new TypeValue(found);
}

/** `ЗначениеЗаполнено`: not for every object; types without the notion raise an error. */
function isFilled(value: Value): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'string') return value.trim() !== '';
  if (typeof value === 'boolean') return true;
  if (isNumber(value)) return value !== 0n;
  if (value instanceof BslDate) return value.seconds !== 0;
  return value.isFilled();
}

const LANGUAGE_PART = /(\w+)\s*=\s*(?:'((?:[^']|'')*)'|"((?:[^"]|"")*)")/g;

/** `НСтр`: the text of the current language, of the first one when it is missing, quotes doubled inside. */
function localised(args: readonly Value[], session: Session): string {
  const wanted = optionalText(args, 1, session.world.language) || session.world.language;
  const parts = [...textArgument(args, 0).matchAll(LANGUAGE_PART)].map(
    ([, code = '', single, double]) =>
      [code.toLowerCase(), single?.replaceAll("''", "'") ?? double?.replaceAll('""', '"') ?? ''] as const,
  );
  return (parts.find(([code]) => code === wanted) ?? parts[0])?.[1] ?? '';
}

/** `XMLСтрока`: the spelling of XML schema types, the same in every language. */
function xmlText(value: Value): string {
  if (isNumber(value)) return plainDigits(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return value;
  if (value instanceof BslDate) return momentOf(value).toISOString().slice(0, 19);
  const text = value?.xmlText();
  if (text === undefined) throw new BslException(MESSAGES.wrongType(1));
  return text;
}

/** `XMLЗначение(Тип, Строка)` for the primitive types. */
function xmlValue(args: readonly Value[]): Value {
  const source = textArgument(args, 1).trim();
  switch (objectArgument(args, 0, TypeValue).of) {
    case PRIMITIVES.string:
      return textArgument(args, 1);
    case PRIMITIVES.number:
      return toNumber(source);
    case PRIMITIVES.boolean:
      if (/^(true|1|false|0)$/.test(source)) return source === 'true' || source === '1';
      break;
    case PRIMITIVES.date: {
      const date = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d)?/.exec(source);
      const value = date && parseDate(date[0]);
      if (value) return value;
    }
  }
  throw new BslException(MESSAGES.wrongValue(2));
}

/** Values and their types. */
export const VALUES: NameGroup = {
  functions: {
    'ТипЗнч|TypeOf': { contexts: EVERYWHERE, takes: [1, 1], run: ([value]) => new TypeValue(typeOf(value)) },
    'Тип|Type': { contexts: EVERYWHERE, takes: [1, 1], run: typeByName },
    'ЗначениеЗаполнено|ValueIsFilled': {
      contexts: EVERYWHERE,
      takes: [1, 1],
      run: ([value]) => isFilled(value),
    },
    'ЗаполнитьЗначенияСвойств|FillPropertyValues': {
      contexts: EVERYWHERE,
      isProcedure: true,
      takes: [2, 4],
      run: fillProperties,
    },
    'НСтр|NStr': { contexts: EVERYWHERE, takes: [1, 2], run: localised },
    'XMLСтрока|XMLString': { contexts: EVERYWHERE, takes: [1, 1], run: ([value]) => xmlText(value) },
    'XMLЗначение|XMLValue': { contexts: EVERYWHERE, takes: [2, 2], run: xmlValue },
  },
  properties: { 'Символы|Chars': { contexts: EVERYWHERE, get: () => CHARS } },
};
