import { ANY_CONFIGURATION } from '../../model/any-configuration.ts';
import { nearestName } from '../../model/nearest-name.ts';
import type { Rule } from '../rule.ts';
import { configurationsIn } from '../scope.ts';

/** Names that a sentence has room for. */
const SHOWN = 10;

/** An infobase asks by `Метаданные.Имя`; a name that nobody listed is most often a mistyped one. */
export const configurationUnknown: Rule<'configuration-unknown'> = {
  code: 'configuration-unknown',
  severity: 'error',
  *check(context) {
    const { file, value } = context.tree.configurations;
    const known = new Set(value.map(({ name }) => name));
    for (const { configuration, placeIn } of configurationsIn(context)) {
      if (known.has(configuration.name) || configuration.name === ANY_CONFIGURATION) continue;
      const { name } = configuration;
      const nearest = nearestName(name, [...known]) ?? '';
      yield { place: placeIn('name'), args: { name, nearest, known: [...known].slice(0, SHOWN), file } };
    }
  },
};
