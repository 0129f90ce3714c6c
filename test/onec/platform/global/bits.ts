import { BslException, MESSAGES } from '../../runtime/errors.ts';
import type { Value } from '../../runtime/value.ts';
import { EVERYWHERE, flagArgument, type FunctionDescription, type NameGroup } from '../define.ts';

const LIMIT = 1n << 32n;
const MASK = LIMIT - 1n;

/** Operands are whole, 0 … 2^32-1; anything else is an exception. Source: platform-1c.md 5.2. */
function operand(args: readonly Value[], index: number): bigint {
  const value = args[index];
  if (typeof value === 'bigint' && value >= 0n && value < LIMIT) return value;
  throw new BslException(MESSAGES.wrongValue(index + 1));
}

/** Shifts and bit numbers are 0 … 31. Source: platform-1c.md 5.2. */
function shift(args: readonly Value[], index: number): bigint {
  const value = operand(args, index);
  if (value > 31n) throw new BslException(MESSAGES.wrongValue(index + 1));
  return value;
}

const bitwise = (takes: readonly [number, number], run: (args: Value[]) => Value): FunctionDescription => ({
  contexts: EVERYWHERE,
  since: '8.3.12',
  takes,
  run,
});

const pair = (apply: (left: bigint, right: bigint) => bigint): FunctionDescription =>
  bitwise([2, 2], (args) => apply(operand(args, 0), operand(args, 1)));

function setBit(args: readonly Value[]): bigint {
  const value = operand(args, 0);
  const bit = 1n << shift(args, 1);
  return flagArgument([args[2] === 1n ? true : args[2] === 0n ? false : args[2]], 0)
    ? value | bit
    : value & ~bit & MASK;
}

/** Bit functions, unsigned 32 bits, since 8.3.12. Source: platform-1c.md 5.2 (names included). */
export const BITS: NameGroup = {
  functions: {
    'ПобитовоеИ|BitwiseAnd': pair((left, right) => left & right),
    'ПобитовоеИли|BitwiseOr': pair((left, right) => left | right),
    'ПобитовоеИсключительноеИли|BitwiseXor': pair((left, right) => left ^ right),
    'ПобитовоеИНе|BitwiseAndNot': pair((left, right) => left & ~right & MASK),
    'ПобитовоеНе|BitwiseNot': bitwise([1, 1], (args) => ~operand(args, 0) & MASK),
    'ПобитовыйСдвигВлево|BitwiseShiftLeft': bitwise(
      [2, 2],
      (args) => (operand(args, 0) << shift(args, 1)) & MASK,
    ),
    'ПобитовыйСдвигВправо|BitwiseShiftRight': bitwise([2, 2], (args) => operand(args, 0) >> shift(args, 1)),
    'ПроверитьБит|CheckBit': bitwise([2, 2], (args) => ((operand(args, 0) >> shift(args, 1)) & 1n) === 1n),
    'УстановитьБит|SetBit': bitwise([3, 3], setBit),
  },
};
