import type { Rule } from '../rule.ts';
import { configurationsIn } from '../scope.ts';

/** An infobase asks by `Метаданные.Имя`; a name that nobody listed is most often a mistyped one. */
export const configurationUnknown: Rule<'configuration-unknown'> = {
  code: 'configuration-unknown',
  severity: 'error',
  *check(context) {
    const { file, value } = context.tree.configurations;
    const known = new Set(value.map(({ name }) => name));
    for (const { configuration, placeIn } of configurationsIn(context)) {
      if (known.has(configuration.name)) continue;
      yield { place: placeIn('name'), args: { name: configuration.name, known: [...known], file } };
    }
  },
};
