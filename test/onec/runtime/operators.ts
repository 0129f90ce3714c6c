import {
  addNumbers,
  compareNumbers,
  Decimal,
  divideNumbers,
  multiplyNumbers,
  negated,
  parseNumber,
  remainderOf,
  subtractNumbers,
  truncated,
  type Num,
} from './decimal.ts';
import { BenchGap, BslException, MESSAGES } from './errors.ts';
import { BslObject } from './object.ts';
import { present } from './presentation.ts';
import { BslDate, isNumber, type Value } from './value.ts';

/** A number out of a value, or the error of the platform. Texts may hold spaces of grouping and either separator. */
export function toNumber(value: Value): Num {
  if (isNumber(value)) return value;
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (typeof value === 'string') {
    const number = parseNumber(value.replace(/[\s\u00A0]/g, ''));
    if (number !== undefined) return number;
  }
  throw new BslException(MESSAGES.cannotConvert('Число'));
}

/** A condition out of a value: numbers count, strings do not. */
export function toBoolean(value: Value): boolean {
  if (typeof value === 'boolean') return value;
  if (isNumber(value)) return value !== 0n;
  throw new BslException(MESSAGES.cannotConvert('Булево'));
}

/** `+`: the type of the left operand decides. */
export function add(left: Value, right: Value): Value {
  if (typeof left === 'bigint' && typeof right === 'bigint') return left + right;
  if (typeof left === 'string') return left + present(right);
  if (left instanceof BslDate) return new BslDate(left.seconds + Number(truncated(toNumber(right))));
  return addNumbers(toNumber(left), toNumber(right));
}

/** `-`: two dates give seconds. */
export function subtract(left: Value, right: Value): Value {
  if (typeof left === 'bigint' && typeof right === 'bigint') return left - right;
  if (left instanceof BslDate && right instanceof BslDate) return BigInt(left.seconds - right.seconds);
  if (left instanceof BslDate) return new BslDate(left.seconds - Number(truncated(toNumber(right))));
  return subtractNumbers(toNumber(left), toNumber(right));
}

/** `*`, exact. */
export function multiply(left: Value, right: Value): Value {
  if (typeof left === 'bigint' && typeof right === 'bigint') return left * right;
  return multiplyNumbers(toNumber(left), toNumber(right));
}

/** `/`: 27 digits after the point (platform-1c.md 5.3). */
export function divide(left: Value, right: Value): Value {
  const divisor = toNumber(right);
  if (divisor === 0n) throw new BslException(MESSAGES.divisionByZero);
  return divideNumbers(toNumber(left), divisor);
}

const isNegative = (value: Num): boolean => (value instanceof Decimal ? value.mantissa : value) < 0n;

/** `%`, exact. The sign for negative operands is not established (platform-1c.md 5.3, 11.2), so the bench refuses them. */
export function remainder(left: Value, right: Value): Value {
  if (typeof left === 'bigint' && typeof right === 'bigint' && left >= 0n && right > 0n) return left % right;
  const dividend = toNumber(left);
  const divisor = toNumber(right);
  if (divisor === 0n) throw new BslException(MESSAGES.divisionByZero);
  if (isNegative(dividend) || isNegative(divisor)) {
    throw new BenchGap('the sign of % for negative operands is not known: add the modulus first');
  }
  return remainderOf(dividend, divisor);
}

/** Unary minus. */
export const negate = (value: Value): Value => negated(toNumber(value));

/** `=`: no conversion between types; objects by identity, except those that compare by value. */
export function equals(left: Value, right: Value): boolean {
  if (left === right) return true;
  if (left instanceof Decimal) {
    return right instanceof Decimal && left.mantissa === right.mantissa && left.scale === right.scale;
  }
  if (left instanceof BslDate) return right instanceof BslDate && left.seconds === right.seconds;
  if (!(left instanceof BslObject) || !(right instanceof BslObject) || left.type !== right.type) return false;
  const key = left.equalityKey();
  return key !== undefined && key === right.equalityKey();
}

const COLLATOR = new Intl.Collator('ru');

/**
 * Order of two values of one primitive type. Strings go by the rules of the language, not by character codes: on the
 * platform that order depends on the infobase, so no module may build on it.
 */
export function compare(left: Value, right: Value): number {
  if (typeof left === 'bigint' && typeof right === 'bigint') return left < right ? -1 : Number(left > right);
  if (isNumber(left) && isNumber(right)) return compareNumbers(left, right);
  if (typeof left === 'string' && typeof right === 'string') return COLLATOR.compare(left, right);
  if (left instanceof BslDate && right instanceof BslDate) return left.seconds - right.seconds;
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  throw new BslException(MESSAGES.cannotCompare);
}

/** Key under which Соответствие and searches find a value: equal values have equal keys. */
export function equalityKey(value: Value): unknown {
  if (value instanceof Decimal) return `n${value.mantissa}e${value.scale}`;
  if (value instanceof BslDate) return `d${value.seconds}`;
  if (typeof value === 'string') return `s${value}`;
  if (value instanceof BslObject) return value.equalityKey() ?? value;
  return value;
}
