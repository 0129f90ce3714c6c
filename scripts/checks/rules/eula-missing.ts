import type { Rule } from '../rule.ts';
import { extensionsIn } from '../scope.ts';

/** The installer shows the licence agreement before it installs what somebody paid for. */
export const eulaMissing: Rule<'eula-missing'> = {
  code: 'eula-missing',
  severity: 'error',
  *check(context) {
    const { locales } = context.tree.publisher.value;
    for (const { id, manifest, eula } of extensionsIn(context)) {
      if (manifest.value.price !== 'paid') continue;
      for (const locale of locales.filter((one) => !eula.has(one))) {
        const file = `extensions/${id}/eula.${locale}.md`;
        yield { place: manifest.placeOf('price'), args: { locale, file } };
      }
    }
  },
};
