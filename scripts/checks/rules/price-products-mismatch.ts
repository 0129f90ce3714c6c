import type { Extension } from '../../model/extension.ts';
import type { Rule } from '../rule.ts';
import { extensionsIn } from '../scope.ts';

/** A paid extension without products cannot be opened by any licence; products of a free one mean nothing. */
export const priceProductsMismatch: Rule<'price-products-mismatch'> = {
  code: 'price-products-mismatch',
  severity: 'error',
  *check(context) {
    for (const { manifest } of extensionsIn(context)) {
      const { price } = manifest.value;
      if (agree(manifest.value)) continue;
      const field = price === 'paid' ? 'price' : 'products';
      yield { place: manifest.placeOf(field), args: { price } };
    }
  },
};

const agree = ({ price, products }: Extension): boolean => (price === 'paid') === products.length > 0;
