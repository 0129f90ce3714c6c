import { createHash } from 'node:crypto';
import { LAST_MONTH, monthsBetween, type Month } from '../license/month.ts';

/**
 * The month keys of one product, from its secret back (`formats.md`, section 7). Remembers every one it has computed:
 * ten thousand licences ask for the same few months, and the way back to today is nine hundred digests long.
 */
export class ProductKeys {
  readonly #keys: Uint8Array[];

  /** `secret` is the key of the last month. */
  constructor(secret: Uint8Array) {
    this.#keys = [secret];
  }

  /** The key of a month that `isMonth` knows. */
  keyOf(month: Month): Uint8Array {
    const steps = monthsBetween(month, LAST_MONTH);
    for (let step = this.#keys.length; step <= steps; step++) {
      const later = this.#keys[step - 1] ?? new Uint8Array();
      const digest = createHash('sha256').update('vypusk/month-key/v1\n').update(later).digest();
      this.#keys.push(new Uint8Array(digest));
    }
    const key = this.#keys[steps];
    if (key === undefined) throw new RangeError(`no key of ${month}`);
    return key;
  }
}
