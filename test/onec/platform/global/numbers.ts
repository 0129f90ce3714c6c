import {
  fromFloat,
  rounded,
  toFloat,
  truncated,
  type Num,
  divideNumbers,
  multiplyNumbers,
} from '../../runtime/decimal.ts';
import { BenchGap, BslException, MESSAGES } from '../../runtime/errors.ts';
import { compare, toBoolean, toNumber } from '../../runtime/operators.ts';
import { isNumber, type Value } from '../../runtime/value.ts';
import { EVERYWHERE, sizeArgument, type FunctionDescription, type NameGroup } from '../define.ts';
import { defineEnumeration } from '../enumeration.ts';

const ROUNDING = defineEnumeration({
  name: 'РежимОкругления|RoundMode',
  contexts: EVERYWHERE,
  values: { halfDown: 'Окр15как10|Round15as10', halfUp: 'Окр15как20|Round15as20' },
});

const everywhere = (
  takes: readonly [number, number],
  run: (args: Value[]) => Value,
): FunctionDescription => ({
  contexts: EVERYWHERE,
  takes,
  run,
});

function numberAt(args: readonly Value[], index: number): Num {
  const value = args[index];
  if (isNumber(value)) return value;
  throw new BslException(MESSAGES.wrongType(index + 1));
}

/** Integer powers are exact (platform-1c.md 5.3); fractional ones go through f64. */
function power(args: readonly Value[]): Num {
  const base = numberAt(args, 0);
  const exponent = numberAt(args, 1);
  if (typeof exponent !== 'bigint') return fromFloat(toFloat(base) ** toFloat(exponent));
  if (exponent > 100_000n || exponent < -100_000n)
    throw new BenchGap('powers beyond 100000 are not tried here');
  let result: Num = 1n;
  for (let left = exponent < 0n ? -exponent : exponent; left > 0n; left -= 1n)
    result = multiplyNumbers(result, base);
  return exponent < 0n ? divideNumbers(1n, result) : result;
}

const extreme = (sign: 1 | -1) => (args: readonly Value[]) =>
  args.reduce((best, candidate) => (compare(candidate, best) * sign > 0 ? candidate : best));

const throughFloat = (apply: (value: number) => number): FunctionDescription =>
  everywhere([1, 1], (args) => {
    const result = apply(toFloat(numberAt(args, 0)));
    if (!Number.isFinite(result)) throw new BslException(MESSAGES.wrongValue(1));
    return fromFloat(result);
  });

/** Functions of numbers. Source: platform-1c.md 5.3. */
export const NUMBERS: NameGroup = {
  functions: {
    'Число|Number': everywhere([1, 1], ([value]) => toNumber(value)),
    'Булево|Boolean': everywhere([1, 1], ([value]) => toBoolean(value)),
    'Цел|Int': everywhere([1, 1], (args) => truncated(numberAt(args, 0))),
    'Окр|Round': everywhere([1, 3], (args) =>
      rounded(
        numberAt(args, 0),
        sizeArgument(args, 1, 0),
        args[2] === ROUNDING.values.halfDown || args[2] === 0n ? 'down' : 'up',
      ),
    ),
    'Pow|Pow': everywhere([2, 2], power),
    'Sqrt|Sqrt': throughFloat(Math.sqrt),
    'Log|Log': throughFloat(Math.log),
    'Log10|Log10': throughFloat(Math.log10),
    'Exp|Exp': throughFloat(Math.exp),
    'Sin|Sin': throughFloat(Math.sin),
    'Cos|Cos': throughFloat(Math.cos),
    'Мин|Min': everywhere([1, 100], extreme(-1)),
    'Макс|Max': everywhere([1, 100], extreme(1)),
  },
  properties: { 'РежимОкругления|RoundMode': ROUNDING.property },
};
