import type { Rule } from '../rule.ts';
import { buildsIn } from '../scope.ts';

/** Customers are told by the list of the extension what to buy; a product that only a file names is sold to nobody. */
export const unlockProductUnlisted: Rule<'unlock-product-unlisted'> = {
  code: 'unlock-product-unlisted',
  severity: 'error',
  *check(context) {
    for (const { extension, build, placeOf } of buildsIn(context)) {
      const { products } = extension.manifest.value;
      for (const [index, { product }] of (build.unlock ?? []).entries()) {
        if (products.includes(product)) continue;
        const args = { file: build.file, product, manifest: extension.manifest.file };
        yield { place: placeOf('unlock', index, 'product'), args };
      }
    }
  },
};
