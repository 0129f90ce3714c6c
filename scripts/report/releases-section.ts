import type { Locale } from '../model/text.ts';
import { buildText } from './build-text.ts';
import type { ChangedRelease } from './changed-builds.ts';
import { code } from './markdown.ts';
import { quoteNotes } from './quote-notes.ts';
import { releaseFacts } from './release-facts.ts';
import type { Section } from './section.ts';
import { REPORT_WORDS } from './words.ts';

/** What each new or changed release brings, and its notes as customers will see them. */
export function releasesSection(releases: readonly ChangedRelease[], locale: Locale): Section {
  return {
    name: 'releases',
    head: [`### ${REPORT_WORDS[locale].releases}`],
    blocks: releases.flatMap((release) => blocksOf(release, locale)),
    kind: 'paragraphs',
  };
}

function blocksOf({ extension, entry, change, builds }: ChangedRelease, locale: Locale): readonly string[] {
  const words = REPORT_WORDS[locale];
  const release = entry.manifest.value;
  const title = `#### ${code(extension.id)} ${code(release.version.text)} — ${words.change[change]}`;
  const notes = entry.notes.map((one) => `${words.notes(one.locale)}:\n\n${quoteNotes(one.text)}`);
  return [
    `${title}\n\n${releaseFacts(release, locale)}`,
    ...(change === 'withdrawn' ? [] : builds.map((build) => buildText(build, locale))),
    ...(change === 'withdrawn' ? [] : notes),
  ];
}
