import type { Place } from '../../model/problem.ts';
import type { Manifest, PathStep } from '../../model/release-tree.ts';
import type { LocalizedText } from '../../model/text.ts';
import type { CheckContext } from '../context.ts';
import { migrationsIn, stepsIn } from '../migrations.ts';
import type { Rule } from '../rule.ts';
import { extensionsIn, releasesIn } from '../scope.ts';

/** A publisher who promises English shows Russian to English readers wherever nobody translated. */
export const textUntranslated: Rule<'text-untranslated'> = {
  code: 'text-untranslated',
  severity: 'warning',
  *check(context) {
    if (!context.tree.publisher.value.locales.includes('en')) return;
    for (const { field, text, place, file } of textsIn(context)) {
      if (text.en === undefined) yield { place: place(), args: { field, ...(file && { file }) } };
    }
  },
};

interface WrittenText {
  readonly field: string;
  readonly text: LocalizedText;
  readonly place: () => Place;
  /** Name of the file that would hold the translation, for a text that is a file of its own. */
  readonly file?: string;
}

function* textsIn(context: CheckContext): Generator<WrittenText> {
  yield* extensionTexts(context);
  for (const { entry, release } of releasesIn(context)) {
    if (release.withdrawn === undefined) continue;
    const place = (): Place => entry.manifest.placeOf('withdrawn', 'reason');
    yield { field: 'withdrawn.reason', text: release.withdrawn.reason, place };
  }
  yield* migrationTexts(context);
  yield* stepTexts(context);
}

function* extensionTexts(context: CheckContext): Generator<WrittenText> {
  for (const { manifest } of extensionsIn(context)) {
    const { value } = manifest;
    for (const field of ['title', 'summary'] as const) {
      yield { field, text: value[field], place: () => manifest.placeOf(field) };
    }
    for (const [at, { reason }] of value.conflicts.entries()) {
      yield writtenAt(manifest, ['conflicts', at, 'reason'], reason);
    }
  }
}

function* migrationTexts(context: CheckContext): Generator<WrittenText> {
  for (const { manifest, migration } of migrationsIn(context)) {
    yield writtenAt(manifest, ['title'], migration.title);
    for (const [at, { title, summary }] of migration.scenarios.entries()) {
      yield writtenAt(manifest, ['scenarios', at, 'title'], title);
      yield writtenAt(manifest, ['scenarios', at, 'summary'], summary);
    }
    for (const [at, { what, consequence }] of migration.limits.entries()) {
      yield writtenAt(manifest, ['limits', at, 'what'], what);
      yield writtenAt(manifest, ['limits', at, 'consequence'], consequence);
    }
    for (const [at, { title }] of migration.mappings.entries()) {
      yield writtenAt(manifest, ['mappings', at, 'title'], title);
    }
  }
}

function* stepTexts(context: CheckContext): Generator<WrittenText> {
  for (const { manifest, step, path, entry, scenario } of stepsIn(context)) {
    yield writtenAt(manifest, [...path, 'title'], step.title);
    yield writtenAt(manifest, [...path, 'onFailure'], step.onFailure);
    const texts = entry.texts.get(`${scenario.id}.${step.id}`) ?? [];
    const [russian] = texts;
    if (russian === undefined || texts.some(({ locale }) => locale === 'en')) continue;
    yield {
      field: 'text',
      file: `${scenario.id}.${step.id}.en.md`,
      text: { ru: russian.text },
      place: () => manifest.placeOf(...path),
    };
  }
}

const writtenAt = (
  manifest: Manifest<unknown>,
  path: readonly PathStep[],
  text: LocalizedText,
): WrittenText => ({ field: String(path.at(-1)), text, place: () => manifest.placeOf(...path) });
