import { intervalText, mergeIntervals, type Interval } from '../model/interval.ts';
import { signName } from '../decide/conflict.ts';
import { inLocale, type Locale } from '../model/text.ts';
import { wordReason } from '../wording/index.ts';
import type { Reason } from '../decide/offer.ts';
import { MAX_INSTALLED } from './limits.ts';
import { code, plain, tableHead, tableRow } from './markdown.ts';
import type { Told } from './outcome.ts';
import type { Section } from './section.ts';
import type { ChangedInfobases, Reach } from './who-gets-this.ts';
import { REPORT_WORDS } from './words.ts';
import type { ReportWords } from './words.ru.ts';

/** «Who gets this»: a row for all infobases that are told the same. */
export function reachSection(reach: Reach, channels: readonly string[], locale: Locale): Section {
  const words = REPORT_WORDS[locale];
  const skipped = reach.skipped.map(code).join(', ');
  const sampled = reach.sampled.map(code).join(', ');
  const lead = [
    ...(reach.changed.length === 0 && skipped + sampled === ''
      ? [words.reachEmpty, words.reachNote]
      : [words.reachNote]),
    ...(sampled === '' ? [] : [words.reachSampled(sampled, MAX_INSTALLED)]),
    ...(skipped === '' ? [] : [words.reachSkipped(skipped)]),
  ];
  return {
    name: 'reach',
    head: [`### ${words.reach}`, ...lead, ...(reach.changed.length > 0 ? [tableHead(words.columns)] : [])],
    blocks: reach.changed.map((changed) => rowOf(changed, channels, locale)),
    kind: 'rows',
  };
}

function rowOf(changed: ChangedInfobases, channels: readonly string[], locale: Locale): string {
  const words = REPORT_WORDS[locale];
  const versions = rangeText(changed.versions);
  const platforms = rangeText(changed.platforms);
  const own = { version: versions, platform: platforms };
  return tableRow([
    code(changed.extension),
    changed.configurations.map(code).join('<br>'),
    ranged(versions, words),
    [ranged(platforms, words), ...sslText(changed, words)].join('<br>'),
    installedText(changed, words),
    changed.channels.length === channels.length ? words.all : changed.channels.map(code).join(', '),
    offeredText(changed.before),
    [offeredText(changed.after), ...reasonsText(changed.after, own, locale)].join('<br>'),
  ]);
}

function installedText({ installed, beside }: ChangedInfobases, words: ReportWords): string {
  const own = shownInstalled(installed).map((name) => (name === undefined ? words.notInstalled : code(name)));
  return [own.join(', '), ...(beside ? [words.beside(code(signName(beside)))] : [])].join('<br>');
}

/**
 * Names of what is installed. Versions between releases, which hardly anyone has, go without saying where a release is
 * told the same, and are named where none is.
 */
export function shownInstalled(installed: ChangedInfobases['installed']): readonly (string | undefined)[] {
  const hasRelease = installed.some((kind) => kind === undefined || kind.isRelease);
  return installed
    .filter((kind) => kind === undefined || kind.isRelease || !hasRelease)
    .map((kind) => kind?.name);
}

/** Only where the answer depends on БСП. */
function sslText({ ssl }: ChangedInfobases, words: ReportWords): readonly string[] {
  const runs = ssl.filter((kind) => kind !== undefined && kind !== 'none');
  const range = rangeText(runs);
  if (ssl.includes(undefined) || (range === '*' && ssl.includes('none'))) return [];
  return [words.ssl(runs.length === 0 ? '' : code(range), ssl.includes('none'))];
}

const rangeText = (runs: readonly Interval[]): string => mergeIntervals(runs).map(intervalText).join(' || ');

const ranged = (range: string, words: ReportWords): string => (range === '*' ? words.any : code(range));

const offeredText = ({ offered }: Told): string => code(offered ?? '');

/** Why, in sentences; where a sentence names the infobase's own version, all versions of the row stand there. */
function reasonsText(
  told: Told,
  own: { readonly version: string; readonly platform: string },
  locale: Locale,
): readonly string[] {
  const reasons = told.reasons.map((reason) => plain(wordReason(ofRow(reason, own), locale).message));
  if (told.withdrawn === undefined) return reasons;
  const why = plain(inLocale(told.withdrawn.reason, locale));
  return [...reasons, REPORT_WORDS[locale].installedWithdrawn(why)];
}

const ofRow = (
  { code: reasonCode, args }: Reason,
  own: { readonly version: string; readonly platform: string },
): Reason => ({
  code: reasonCode,
  args: {
    ...args,
    ...('version' in args && { version: own.version }),
    ...('platform' in args && { platform: own.platform }),
  },
});
