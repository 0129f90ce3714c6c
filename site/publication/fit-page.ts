import type { Locale } from '../../scripts/model/text.ts';
import type { FitPage } from '../browser/fit-page.ts';
import { allProducts } from '../views/fit-question.ts';
import type { Publication } from './publication.ts';

/** What a page that answers what fits is given; `undefined` where there is no root to verify from. */
export function fitPage(
  { root, catalog }: Pick<Publication, 'root' | 'catalog'>,
  locale: Locale,
  base: string,
): FitPage | undefined {
  if (root === undefined) return undefined;
  const { configurations } = catalog;
  return { base, root: root.text, locale, configurations, products: allProducts(catalog) };
}
