import type { Problem } from '../model/problem.ts';
import type { IsoDate } from '../model/release.ts';
import type { Locale } from '../model/text.ts';
import type { ProblemCode } from '../wording/index.ts';
import { changedReleases, type ChangedRelease, type Inspected } from './changed-builds.ts';
import { MAX_REPORT_LENGTH } from './limits.ts';
import { problemsSection } from './problems-section.ts';
import { changedModules } from './changed-modules.ts';
import { modulesSection } from './modules-section.ts';
import type { Publication } from './publication.ts';
import { reachSection } from './reach-section.ts';
import { releasesSection } from './releases-section.ts';
import { fitted, type Section } from './section.ts';
import { whoGetsThis } from './who-gets-this.ts';
import { REPORT_WORDS } from './words.ts';

/** Everything that a report is made from. */
export interface ReportInput {
  /** What is published; absent before the first publication. */
  readonly before?: Publication;
  /** What would be published; absent where the manifests cannot be read. */
  readonly now?: Publication;
  readonly inspected: Inspected;
  readonly problems: readonly Problem<ProblemCode>[];
  /** Warnings of what the change does not touch: they are only counted. */
  readonly elsewhere?: number;
  readonly today: IsoDate;
  /** Path of the release tree in the repository: `releases/`. */
  readonly folder: string;
  readonly locale: Locale;
}

/**
 * The report of a pull request as GitHub Flavored Markdown: who gets what, what the files bring, what is wrong. At most
 * {@link MAX_REPORT_LENGTH} UTF-16 units; what did not fit is counted at the end. The same input gives the same text.
 */
export async function reportOf(input: ReportInput, limit: number = MAX_REPORT_LENGTH): Promise<string> {
  const words = REPORT_WORDS[input.locale];
  const sections = await sectionsOf(input);
  const isEmpty = input.problems.length === 0 && sections.length === 1 && input.now !== undefined;
  const parts = [
    `## ${words.title}`,
    ...(input.now === undefined ? [words.unreadable] : []),
    ...(isEmpty ? [words.nothing] : []),
  ];
  const room = limit - parts.join('\n\n').length - ROOM_FOR_NOTE;
  const { markdown, left } = fitted(sections, room);
  const missing = [...left].map(([name, count]) => `${words.leftCounts[name]} — ${count}`).join(', ');
  const note = missing === '' ? [] : [`_${words.left(missing)}_`];
  return `${[...parts, markdown, ...note].join('\n\n')}\n`;
}

/** UTF-16 units kept for the line that says what was left out, and for the blank lines around it. */
const ROOM_FOR_NOTE = 300;

async function sectionsOf(input: ReportInput): Promise<readonly Section[]> {
  const { before, now, problems, elsewhere = 0, folder, locale } = input;
  const found = problemsSection({ problems, elsewhere, folder }, locale);
  if (now === undefined) return [found];
  const reach = await whoGetsThis(before, now, input.today);
  const releases = releasesIn(input, now);
  const { channels } = now.tree.publisher.value;
  return [
    found,
    ...(releases.length > 0 || reach.changed.length > 0 || reach.skipped.length > 0
      ? [reachSection(reach, channels, locale)]
      : []),
    ...modulesSection(changedModules(before, now), locale),
    ...(releases.length > 0 ? [releasesSection(releases, locale)] : []),
  ];
}

function releasesIn({ before, inspected }: ReportInput, now: Publication): readonly ChangedRelease[] {
  const published = new Map(before?.tree.extensions.map((extension) => [extension.id, extension]));
  return now.tree.extensions.flatMap((extension) =>
    changedReleases(extension, published.get(extension.id), inspected),
  );
}
