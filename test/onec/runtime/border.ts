import { BslException } from './errors.ts';
import { BslObject } from './object.ts';
import type { Value } from './value.ts';

/**
 * The copy of a value that arrives on the other side of the border between client and server. Objects of the server
 * (extensions, value tables, hashes) do not cross; the platform raises an error.
 */
export function carryAcross(value: Value): Value {
  if (!(value instanceof BslObject)) return value;
  if (!value.canCrossBorder) {
    throw new BslException(
      `Ошибка преобразования данных: значение типа «${value.type.name}» не передаётся между клиентом и сервером`,
    );
  }
  return value.copyAcross(carryAcross);
}
