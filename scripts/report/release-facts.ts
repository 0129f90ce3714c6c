import type { Release } from '../model/release.ts';
import { inLocale, type Locale } from '../model/text.ts';
import { code, plain } from './markdown.ts';
import { REPORT_WORDS } from './words.ts';

/** What a release asks of an administrator and whom it is for: the fields that are not the usual ones. One line. */
export function releaseFacts(release: Release, locale: Locale): string {
  const words = REPORT_WORDS[locale];
  const facts = [
    [words.facts.channel, code(release.channel)],
    [words.facts.date, code(release.date)],
    ...(release.importance === 'normal' ? [] : [[words.facts.importance, code(release.importance)]]),
    ...requirements(release, locale),
    ...installation(release, locale),
    ...(release.rollout === undefined ? [] : [[words.facts.rollout, rollout(release.rollout, locale)]]),
    ...(release.withdrawn === undefined
      ? []
      : [[words.facts.withdrawn, plain(inLocale(release.withdrawn.reason, locale))]]),
  ];
  return facts.map((fact) => fact.join(': ')).join(' · ');
}

type Fact = readonly string[];

function requirements({ updateFrom, requires }: Release, locale: Locale): readonly Fact[] {
  const { facts } = REPORT_WORDS[locale];
  return [
    ...(updateFrom === undefined ? [] : [[facts.updateFrom, code(updateFrom.text)]]),
    ...(requires.platform === undefined ? [] : [[facts.platform, code(requires.platform.text)]]),
    ...(requires.ssl === undefined ? [] : [[facts.ssl, code(requires.ssl.text)]]),
  ];
}

function installation({ install }: Release, locale: Locale): readonly Fact[] {
  const { facts, off } = REPORT_WORDS[locale];
  const { safeMode, dangerousActionsProtection, exclusive, publish } = install;
  return [
    ...(safeMode === true ? [] : [[facts.safeMode, safeMode === false ? off : code(safeMode)]]),
    ...(dangerousActionsProtection ? [] : [[facts.dangerousActionsProtection, off]]),
    ...(exclusive === 'auto' ? [] : [[facts.exclusive, code(exclusive)]]),
    ...(publish.length === 0 ? [] : [[facts.publish, publish.map(code).join(', ')]]),
  ];
}

function rollout({ percent, pausedAt }: NonNullable<Release['rollout']>, locale: Locale): string {
  const words = REPORT_WORDS[locale];
  const share = words.percent(percent);
  return pausedAt === null ? share : `${share}, ${words.paused(code(pausedAt))}`;
}
