import { ANY_CONFIGURATION } from '../../model/any-configuration.ts';
import type { Rule } from '../rule.ts';
import { extensionFilesIn } from '../scope.ts';

/**
 * An adopted language that remembers its object in one configuration does not attach in any other: the platform calls
 * it critical («Значение контролируемого свойства ОбъектРасширяемойКонфигурации … не совпадает»). Extensions for
 * several configurations adopt the language without the reference (`platform-1c.md`, section 7.4).
 */
export const languageBound: Rule<'language-bound'> = {
  code: 'language-bound',
  severity: 'warning',
  *check(context) {
    for (const { build, facts, placeOf } of extensionFilesIn(context)) {
      const names = new Set(build.configurations.map(({ name }) => name));
      const language = facts.objects.find(
        ({ kind, extends: bound }) => kind === 'Language' && bound !== undefined,
      );
      if ((names.size < 2 && !names.has(ANY_CONFIGURATION)) || language === undefined) continue;
      const shown = [...names].map((name) => (name === ANY_CONFIGURATION ? 'any' : name));
      const args = { file: build.file, language: language.name, configurations: shown };
      yield { place: placeOf('configurations'), args };
    }
  },
};
