import type { Place } from '../../model/problem.ts';
import type { LocalizedText } from '../../model/text.ts';
import type { CheckContext } from '../context.ts';
import type { Rule } from '../rule.ts';
import { extensionsIn, releasesIn } from '../scope.ts';

/** A publisher who promises English shows Russian to English readers wherever nobody translated. */
export const textUntranslated: Rule<'text-untranslated'> = {
  code: 'text-untranslated',
  severity: 'warning',
  *check(context) {
    if (!context.tree.publisher.value.locales.includes('en')) return;
    for (const { field, text, place } of textsIn(context)) {
      if (text.en === undefined) yield { place: place(), args: { field } };
    }
  },
};

interface WrittenText {
  readonly field: string;
  readonly text: LocalizedText;
  readonly place: () => Place;
}

function* textsIn(context: CheckContext): Generator<WrittenText> {
  for (const { manifest } of extensionsIn(context)) {
    for (const field of ['title', 'summary'] as const) {
      yield { field, text: manifest.value[field], place: () => manifest.placeOf(field) };
    }
  }
  for (const { entry, release } of releasesIn(context)) {
    if (release.withdrawn === undefined) continue;
    const place = (): Place => entry.manifest.placeOf('withdrawn', 'reason');
    yield { field: 'withdrawn.reason', text: release.withdrawn.reason, place };
  }
}
