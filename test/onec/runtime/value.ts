import { Decimal, type Num } from './decimal.ts';
import type { BslObject } from './object.ts';

/** `Дата`: whole seconds since 0001-01-01 00:00:00, no zone. The empty date is 0. */
export class BslDate {
  readonly seconds: number;

  constructor(seconds: number) {
    this.seconds = seconds;
  }
}

/**
 * Any value of the language: `undefined` is Неопределено, `null` is Null, `bigint` a whole number.
 * Objects of the platform and of modules are {@link BslObject}.
 */
export type Value = undefined | null | boolean | Num | string | BslDate | BslObject;

/** Whether a value is a `Число`. */
export const isNumber = (value: Value): value is Num => typeof value === 'bigint' || value instanceof Decimal;
