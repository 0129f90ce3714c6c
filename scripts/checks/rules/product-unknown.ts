import { nearestName } from '../../model/nearest-name.ts';
import { compareText } from '../../model/problem.ts';
import type { Rule } from '../rule.ts';
import { extensionsIn } from '../scope.ts';

/** Files are sealed for products; a product that no licence names opens nothing. */
export const productUnknown: Rule<'product-unknown'> = {
  code: 'product-unknown',
  severity: 'error',
  *check(context) {
    const { licensing } = context.tree;
    if (licensing === undefined) return;
    const known = licensing.value.products.map(({ id }) => id).sort(compareText);
    for (const { manifest } of extensionsIn(context)) {
      for (const [index, product] of manifest.value.products.entries()) {
        if (known.includes(product)) continue;
        const nearest = nearestName(product, known) ?? '';
        yield { place: manifest.placeOf('products', index), args: { product, nearest, known } };
      }
    }
  },
};
