/** Digits that `/` keeps after the point. Source: platform-1c.md 5.3, measured on 8.3.27. */
const QUOTIENT_DIGITS = 27;

/**
 * A number with a fractional part: `mantissa / 10^scale`, scale > 0, the last digit never 0.
 * Whole numbers are plain `bigint`, so every number has one representation and exact arithmetic of any length
 * (platform-1c.md 5.3).
 */
export class Decimal {
  readonly mantissa: bigint;
  readonly scale: number;

  constructor(mantissa: bigint, scale: number) {
    this.mantissa = mantissa;
    this.scale = scale;
  }
}

/** Any `Число`. */
export type Num = bigint | Decimal;

const powers: bigint[] = [1n];

/** 10^exponent. */
export function powerOfTen(exponent: number): bigint {
  for (let next = powers.length; next <= exponent; next += 1) powers.push((powers[next - 1] ?? 1n) * 10n);
  return powers[exponent] ?? 1n;
}

/** The number `mantissa / 10^scale` in its one representation. */
export function normalised(mantissa: bigint, scale: number): Num {
  let digits = mantissa;
  let left = scale;
  while (left > 0 && digits % 10n === 0n) {
    digits /= 10n;
    left -= 1;
  }
  return left === 0 ? digits : new Decimal(digits, left);
}

const mantissaOf = (value: Num): bigint => (typeof value === 'bigint' ? value : value.mantissa);
const scaleOf = (value: Num): number => (typeof value === 'bigint' ? 0 : value.scale);

/** Mantissas of two numbers at one scale. */
function aligned(left: Num, right: Num): { left: bigint; right: bigint; scale: number } {
  const scale = Math.max(scaleOf(left), scaleOf(right));
  return {
    left: mantissaOf(left) * powerOfTen(scale - scaleOf(left)),
    right: mantissaOf(right) * powerOfTen(scale - scaleOf(right)),
    scale,
  };
}

/** Exact sum. */
export function addNumbers(left: Num, right: Num): Num {
  if (typeof left === 'bigint' && typeof right === 'bigint') return left + right;
  const pair = aligned(left, right);
  return normalised(pair.left + pair.right, pair.scale);
}

/** Exact difference. */
export function subtractNumbers(left: Num, right: Num): Num {
  if (typeof left === 'bigint' && typeof right === 'bigint') return left - right;
  const pair = aligned(left, right);
  return normalised(pair.left - pair.right, pair.scale);
}

/** Exact product. */
export function multiplyNumbers(left: Num, right: Num): Num {
  if (typeof left === 'bigint' && typeof right === 'bigint') return left * right;
  return normalised(mantissaOf(left) * mantissaOf(right), scaleOf(left) + scaleOf(right));
}

/** Quotient with 27 digits after the point, half away from zero; the divisor is not 0. Source: platform-1c.md 5.3. */
export function divideNumbers(left: Num, right: Num): Num {
  const pair = aligned(left, right);
  if (pair.left % pair.right === 0n) return pair.left / pair.right;
  return normalised(roundedQuotient(pair.left * powerOfTen(QUOTIENT_DIGITS), pair.right), QUOTIENT_DIGITS);
}

/** Exact remainder of two numbers that are not negative. */
export function remainderOf(left: Num, right: Num): Num {
  if (typeof left === 'bigint' && typeof right === 'bigint') return left % right;
  const pair = aligned(left, right);
  return normalised(pair.left % pair.right, pair.scale);
}

function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const rest = numerator - quotient * denominator;
  const twice = rest < 0n ? -rest * 2n : rest * 2n;
  if (twice < (denominator < 0n ? -denominator : denominator)) return quotient;
  return numerator < 0n === denominator < 0n ? quotient + 1n : quotient - 1n;
}

/** -1, 0 or 1. */
export function compareNumbers(left: Num, right: Num): -1 | 0 | 1 {
  const pair = aligned(left, right);
  if (pair.left === pair.right) return 0;
  return pair.left < pair.right ? -1 : 1;
}

/** Opposite number. */
export const negated = (value: Num): Num =>
  typeof value === 'bigint' ? -value : new Decimal(-value.mantissa, value.scale);

/** Whole part, the fraction dropped (`Цел`). */
export const truncated = (value: Num): bigint =>
  typeof value === 'bigint' ? value : value.mantissa / powerOfTen(value.scale);

/** Rounded to `digits` after the point (negative: before it); halves go away from zero unless `halfDown`. */
export function rounded(value: Num, digits: number, halves: 'up' | 'down' = 'up'): Num {
  if (scaleOf(value) <= digits) return value;
  const divisor = powerOfTen(scaleOf(value) - digits);
  const mantissa = mantissaOf(value);
  const isHalf = (mantissa % divisor) * 2n === (mantissa < 0n ? -divisor : divisor);
  const quotient = halves === 'down' && isHalf ? mantissa / divisor : roundedQuotient(mantissa, divisor);
  return digits >= 0 ? normalised(quotient, digits) : quotient * powerOfTen(-digits);
}

/** The number a text spells (`-12.50`, comma or point), or `undefined`. No grouping, no exponent. */
export function parseNumber(text: string): Num | undefined {
  const match = /^([+-]?)(\d*)(?:[.,](\d*))?$/.exec(text);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  if (whole === '' && fraction === '') return undefined;
  const value = normalised(BigInt(whole + fraction), fraction.length);
  return sign === '-' ? negated(value) : value;
}

/** Digits with a point, no grouping: what `Формат(…, "ЧГ=")` and `ЗаписатьJSON` start from. */
export function plainDigits(value: Num): string {
  if (typeof value === 'bigint') return value.toString();
  const isNegative = value.mantissa < 0n;
  const digits = (isNegative ? -value.mantissa : value.mantissa).toString().padStart(value.scale + 1, '0');
  const point = digits.length - value.scale;
  return `${isNegative ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** Nearest f64: `Sqrt` and trigonometry go through it (platform-1c.md 5.3). */
export const toFloat = (value: Num): number => Number(plainDigits(value));

/** A number with the 15 digits that f64 carries. */
export function fromFloat(value: number): Num {
  const [mantissa = '0', exponent = '0'] = value.toExponential(14).split('e');
  const digits = BigInt(mantissa.replace('.', ''));
  const scale = 14 - Number(exponent);
  return scale >= 0 ? normalised(digits, scale) : digits * powerOfTen(-scale);
}
