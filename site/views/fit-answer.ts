import type { Survey } from '../../scripts/client/survey.ts';
import type { Nearest } from '../../scripts/decide/nearest.ts';
import type { Offer } from '../../scripts/decide/offer.ts';
import { buildFileView } from './build-file.ts';
import { chip, type Chip, type Link } from './chip.ts';
import { configurationName } from './configuration-name.ts';
import { reasonText, type FitContext } from './reason-text.ts';
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

/** What a survey found, in words: what fits first, then what does not and why. */
export function fitAnswer({ offers, nearest }: Survey, context: FitContext): FitAnswer {
  const fitting = offers.filter(fits);
  const refused = offers.filter((offer) => !fits(offer));
  const words = context.reader.texts.fit;
  return {
    summary:
      offers.length === 0 ? emptySummary(nearest, context) : words.counts(fitting.length, refused.length),
    cards: [...fitting, ...refused].map((offer) => offerCard(offer, context)),
    nearest: nearest.map((one) => nearestCard(one, context)),
  };
}

function emptySummary(nearest: readonly Nearest[], { reader }: FitContext): string {
  const words = reader.texts.fit;
  return nearest.length > 0 ? words.nothingMade : `${words.nothingMade} ${words.nothingAtAll}`;
}

const fits = ({ status }: Offer): boolean => status === 'install' || status === 'update';

function offerCard(offer: Offer, context: FitContext): FitCard {
  const { extension, release, reasons } = offer;
  const { reader } = context;
  const card = {
    extension: extensionLink(extension, reader),
    verdict: verdictOf(offer, reader),
    reasons: reasons.map((reason) => reasonText(reason, context)),
  };
  if (release === undefined) return card;
  const href = reader.address.release(reader.locale, extension.id, release.version);
  return {
    ...card,
    release: { text: release.version, href },
    ...(fits(offer) ? actions(offer, href, context) : {}),
  };
}

function verdictOf(offer: Offer, { texts }: Reader): Chip {
  if (!fits(offer)) return chip(texts.fit.refused, 'caution');
  return chip(offer.extension.price === 'paid' ? texts.fit.fitsLicense : texts.fit.fits, 'good');
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

function nearestCard({ extension, configurations, reason }: Nearest, context: FitContext): FitCard {
  const { reader } = context;
  const titles = configurations.map((name) => configurationName(name, context.configurations, reader).title);
  return {
    extension: extensionLink(extension, reader),
    verdict: chip(reader.texts.fit.refused, reason === 'family' ? 'neutral' : 'caution'),
    reasons: titles.length === 0 ? [] : [reader.texts.fit.madeFor(titles.join('; '))],
  };
}

const extensionLink = ({ id, title }: Offer['extension'], reader: Reader): Link => ({
  text: reader.say(title),
  href: reader.address.extension(reader.locale, id),
});
