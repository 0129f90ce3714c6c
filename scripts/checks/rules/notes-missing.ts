import type { Rule } from '../rule.ts';
import { releasesIn } from '../scope.ts';

/** Nobody installs into an accounting database what nobody explained. Blank notes are none. */
export const notesMissing: Rule<'notes-missing'> = {
  code: 'notes-missing',
  severity: 'error',
  *check(context) {
    const { locales } = context.tree.publisher.value;
    for (const { extension, entry } of releasesIn(context)) {
      for (const locale of locales) {
        if (entry.notes.some((notes) => notes.locale === locale && notes.text.trim() !== '')) continue;
        const file = `extensions/${extension.id}/${entry.folder}/notes.${locale}.md`;
        yield { place: entry.manifest.placeOf('version'), args: { locale, file } };
      }
    }
  },
};
