import type { Problem } from '../model/problem.ts';
import type { Locale } from '../model/text.ts';

type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

const FORMS: Readonly<Record<Locale, { readonly error: PluralForms; readonly warning: PluralForms }>> = {
  ru: {
    error: { one: 'ошибка', few: 'ошибки', other: 'ошибок' },
    warning: { one: 'предупреждение', few: 'предупреждения', other: 'предупреждений' },
  },
  en: { error: { one: 'error', other: 'errors' }, warning: { one: 'warning', other: 'warnings' } },
};

const NOTHING: Readonly<Record<Locale, string>> = { ru: 'Замечаний нет.', en: 'No problems.' };

/** One line that counts problems: «2 ошибки, 1 предупреждение.» */
export function summaryOf(problems: readonly Problem[], locale: Locale): string {
  if (problems.length === 0) return NOTHING[locale];
  const counts = (['error', 'warning'] as const).flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count === 0 ? [] : [`${count} ${plural(FORMS[locale][severity], count, locale)}`];
  });
  return `${counts.join(', ')}.`;
}

const plural = (forms: PluralForms, count: number, locale: Locale): string =>
  forms[new Intl.PluralRules(locale).select(count)] ?? forms.other;
