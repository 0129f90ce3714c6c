import { nearestName } from '../../model/nearest-name.ts';
import { compareText } from '../../model/problem.ts';
import type { Rule } from '../rule.ts';
import { extensionsIn } from '../scope.ts';

/** Files are sealed for products; a product that no licence names opens nothing. */
export const productUnknown: Rule<'product-unknown'> = {
  code: 'product-unknown',
  severity: 'error',
  *check(context) {
    const known = context.knownProducts;
    if (known === undefined) return;
    for (const { manifest } of extensionsIn(context)) {
      for (const [index, product] of manifest.value.products.entries()) {
        if (known.has(product)) continue;
        const args = {
          product,
          nearest: nearestName(product, [...known]) ?? '',
          known: [...known].sort(compareText),
        };
        yield { place: manifest.placeOf('products', index), args };
      }
    }
  },
};
