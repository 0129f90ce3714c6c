import { plainDigits, type Num } from './decimal.ts';
import { partsOf } from './date.ts';
import { BslDate, isNumber, type Value } from './value.ts';

const NBSP = '\u00A0';

/** A number as a Russian infobase shows it: groups divided by a no-break space, a comma before the fraction. */
export function presentNumber(value: Num): string {
  const [whole = '', fraction] = plainDigits(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NBSP);
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** A date as a Russian infobase shows it, the hour without a leading zero; the empty date is an empty string. */
export function presentDate(date: BslDate): string {
  if (date.seconds === 0) return '';
  const { year, month, day, hour, minute, second } = partsOf(date);
  return `${two(day)}.${two(month)}.${String(year).padStart(4, '0')} ${hour}:${two(minute)}:${two(second)}`;
}

/** `Строка(Значение)`: what joining to a string also does. */
export function present(value: Value): string {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? 'Да' : 'Нет';
  if (isNumber(value)) return presentNumber(value);
  return value instanceof BslDate ? presentDate(value) : value.present();
}
