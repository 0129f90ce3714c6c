import { adaptable } from '../../scripts/client/adaptable.ts';
import { filePath, type ChosenBuild } from '../../scripts/client/choose-build.ts';
import { surveyPartly, type PartialSurvey } from '../../scripts/client/survey.ts';
import type { License } from '../../scripts/decide/license.ts';
import type { Configuration } from '../../scripts/model/extension.ts';
import type { Locale } from '../../scripts/model/text.ts';
import type { PartlyKnown } from '../../scripts/decide/partly-known.ts';
import type { FileSource } from '../../scripts/verify/artifact.ts';
import { httpFile } from '../../scripts/verify/http-fetcher.ts';
import type { TrustedRepository } from '../../scripts/verify/trusted-repository.ts';
import { dateText } from '../views/date-text.ts';
import { fitAnswer, type FitAnswer } from '../views/fit-answer.ts';
import { readerOf, type Reader } from '../views/reader.ts';
import { HTTP, openPageRepository, type PageRepository } from './page-repository.ts';

/** What the page «What fits me» is given when it is built. */
export interface FitPage extends PageRepository {
  readonly locale: Locale;
  readonly configurations: readonly Configuration[];
  /** Products that open something: what fits is one question, what is paid for another. */
  readonly products: readonly string[];
  /** The one extension that is asked about; absent: all. */
  readonly extension?: string;
}

/** An answer, and when its documents were signed. */
export interface VerifiedAnswer extends FitAnswer {
  /** A sentence about the verification. */
  readonly verified: string;
}

/** Asks the repository beside the page. Throws `VerificationError`, `ClientError`. */
export async function askFit(page: FitPage, infobase: PartlyKnown, now: Date): Promise<VerifiedAnswer> {
  const repository = await openPageRepository(page, now);
  const today = now.toISOString().slice(0, 10);
  const license = { today, license: everythingOpen(page.products) };
  const found = await surveyPartly(repository, infobase, license);
  const { verdicts, nearest } = onlyAsked(found, page);
  const near = await adaptable(nearest, {
    repository,
    license,
    sources: (chosen) => sourcesOf(chosen, page),
  });
  const reader = readerOf(page.locale, page.base);
  const context = { configurations: page.configurations, reader };
  return { ...fitAnswer({ verdicts, nearest: near }, context), verified: verifiedText(repository, reader) };
}

const onlyAsked = ({ verdicts, nearest }: PartialSurvey, { extension }: FitPage): PartialSurvey => ({
  verdicts: verdicts.filter(({ offer }) => extension === undefined || offer.extension.id === extension),
  nearest: extension === undefined ? nearest : [],
});

/** Passports lie beside the page, wherever the files themselves lie; the policy of the page allows no other host. */
const sourcesOf = (chosen: ChosenBuild, { base }: PageRepository): readonly FileSource[] => [
  httpFile(new URL(`${base}${filePath(chosen)}`, location.href), chosen.build.length, HTTP),
];

const verifiedText = ({ timestamp }: TrustedRepository, { locale, texts }: Reader): string =>
  texts.fit.verified(dateText(timestamp.signed['x-issued'] ?? timestamp.signed.expires, locale));

const everythingOpen = (products: readonly string[]): License => ({
  status: 'active',
  products: products.map((id) => ({ id, trial: false, updatesUntil: '9999-12' })),
});
