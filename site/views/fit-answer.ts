import type { Adaptable } from '../../scripts/client/adaptable.ts';
import type { ChosenBuild } from '../../scripts/client/choose-build.ts';
import type { Offer } from '../../scripts/decide/offer.ts';
import type { Verdict } from '../../scripts/decide/partly-known.ts';
import type { ReleaseDocument } from '../../scripts/model/documents.ts';
import { buildFileView } from './build-file.ts';
import { chip, type Chip, type Link } from './chip.ts';
import { configurationName } from './configuration-name.ts';
import { reasonText, type FitContext } from './reason-text.ts';
import { rangeText } from './range-text.ts';
import type { Reader } from './reader.ts';

/** What the page says of one extension. */
export interface FitCard {
  readonly extension: Link;
  readonly verdict: Chip;
  readonly release?: Link;
  readonly download?: Link;
  readonly guide?: Link;
  /** Sentences: why not, or what to know. */
  readonly reasons: readonly string[];
}

/** The answer to «What fits me». */
export interface FitAnswer {
  /** One sentence, read out when the answer is there. */
  readonly summary: string;
  readonly cards: readonly FitCard[];
  /** What could be adapted, when nothing is made for the configuration. */
  readonly nearest: readonly FitCard[];
}

/** What a survey found: verdicts, or else what could be adapted. */
export interface Found {
  readonly verdicts: readonly Verdict[];
  readonly nearest: readonly Adaptable[];
}

/** What fits first, then what may fit, then what does not and why. */
const ORDER: readonly Verdict['answer'][] = ['fits', 'clarify', 'refused'];

/** What a survey found, in words. */
export function fitAnswer({ verdicts, nearest }: Found, context: FitContext): FitAnswer {
  const sorted = ORDER.map((answer) => verdicts.filter((verdict) => verdict.answer === answer));
  const [fitting = 0, open = 0, refused = 0] = sorted.map(({ length }) => length);
  const words = context.reader.texts.fit;
  return {
    summary: verdicts.length === 0 ? emptySummary(nearest, context) : words.counts(fitting, open, refused),
    cards: sorted.flat().map((verdict) => verdictCard(verdict, context)),
    nearest: nearest.map((one) => nearestCard(one, context)),
  };
}

function emptySummary(nearest: readonly Adaptable[], { reader }: FitContext): string {
  const words = reader.texts.fit;
  return nearest.length > 0 ? words.nothingMade : `${words.nothingMade} ${words.nothingAtAll}`;
}

function verdictCard(verdict: Verdict, context: FitContext): FitCard {
  const { extension, release, reasons } = verdict.offer;
  const { reader } = context;
  const card = { extension: extensionLink(extension, reader), verdict: markOf(verdict, reader) };
  const sentences = reasons.map((reason) => reasonText(reason, context));
  if (verdict.answer === 'clarify') return { ...card, reasons: openQuestions(verdict, reader) };
  if (release === undefined) return { ...card, reasons: sentences };
  const href = reader.address.release(reader.locale, extension.id, release.version);
  return {
    ...card,
    reasons: sentences,
    release: { text: release.version, href },
    ...(verdict.answer === 'fits' ? actions(verdict.offer, href, context) : {}),
  };
}

function markOf({ answer, offer }: Verdict, { texts }: Reader): Chip {
  const words = texts.fit;
  if (answer === 'refused') return chip(words.refused, 'caution');
  if (answer === 'clarify') return chip(words.clarify, 'neutral');
  return chip(offer.extension.price === 'paid' ? words.fitsLicense : words.fits, 'good');
}

/** Releases of an open answer that are named; more would be a list to read, not an answer. */
const MAX_POSSIBLE = 3;

/** What to find out, where to read it, and what each release would need. */
function openQuestions({ missing, possible }: Verdict, reader: Reader): readonly string[] {
  const words = reader.texts.fit;
  const asked = missing.map((one) => words.missing[one]);
  return [
    words.clarifyLead(new Intl.ListFormat(reader.locale, { type: 'conjunction' }).format(asked)),
    ...possible.slice(0, MAX_POSSIBLE).map((release) => possibleText(release, missing, reader)),
    ...(missing.includes('ssl') ? [words.whereSsl] : []),
  ];
}

function possibleText(release: ReleaseDocument, missing: Verdict['missing'], reader: Reader): string {
  const { requires, builds } = release;
  const versions = builds.flatMap(({ configurations }) => configurations.map(({ version }) => version));
  const ranges = { version: versions.join(' || '), platform: requires?.platform, ssl: requires?.ssl };
  const conditions = missing.flatMap((one) => {
    const range = ranges[one];
    return range === undefined || range === '' ? [] : [reader.texts.fit.needs[one](rangeText(range, reader))];
  });
  return reader.texts.fit.possible(release.version, conditions.join(', '));
}

/** What to do with a release that fits. A protected file is of no use before its licence: then the guide alone. */
function actions(
  { extension, release, build }: Offer,
  href: string,
  { configurations, reader }: FitContext,
): Pick<FitCard, 'download' | 'guide'> {
  const guide = { text: reader.texts.fit.install, href: `${href}#install` };
  if (release === undefined || build === undefined || build.unlock !== undefined) return { guide };
  const context = { id: extension.id, version: release.version, configurations };
  // In a configuration document builds leave out which configuration they are for: it is the document's own.
  const file = buildFileView({ ...build, configurations: [] }, context, reader);
  return { guide, download: { text: `${reader.texts.extension.download} ${file.size}`, href: file.href } };
}

function nearestCard(near: Adaptable, context: FitContext): FitCard {
  const { extension, configurations, reason, shared, chosen, adapts, refusals } = near;
  const { reader } = context;
  const words = reader.texts.fit;
  const titles = configurations.map((name) => configurationName(name, context.configurations, reader).title);
  return {
    extension: extensionLink(extension, reader),
    verdict: chip(words.nearReason[reason], reason === 'family' ? 'good' : 'neutral'),
    ...(chosen && adaptActions(chosen, context)),
    reasons: [
      ...(titles.length === 0 ? [] : [words.madeFor(titles.join('; '))]),
      ...(shared.length === 0 ? [] : [words.shared(shared.join(', '))]),
      ...refusals.map((refusal) => reasonText(refusal, context)),
      ...(adapts ? namesText(adapts.adopts, words.adopts) : []),
      ...(adapts ? namesText(adapts.intercepts, words.intercepts) : []),
    ],
  };
}

/** Names that a card shows; the page of the release has all of them. */
const MAX_NAMES = 12;

function namesText(
  names: readonly string[],
  said: (names: string, more: number) => string,
): readonly string[] {
  if (names.length === 0) return [];
  return [said(names.slice(0, MAX_NAMES).join(', '), Math.max(0, names.length - MAX_NAMES))];
}

/** The release whose file is to be adapted, and the file where no licence has to open it first. */
function adaptActions(
  { extension, release, build }: ChosenBuild,
  { configurations, reader }: FitContext,
): Pick<FitCard, 'release' | 'download'> {
  const href = reader.address.release(reader.locale, extension, release.version);
  const link = { release: { text: release.version, href } };
  if (build.unlock !== undefined) return link;
  const context = { id: extension, version: release.version, configurations };
  const file = buildFileView(build, context, reader);
  return { ...link, download: { text: `${reader.texts.fit.adapt} ${file.size}`, href: file.href } };
}

const extensionLink = ({ id, title }: Offer['extension'], reader: Reader): Link => ({
  text: reader.say(title),
  href: reader.address.extension(reader.locale, id),
});
