import type { Locale } from '../../scripts/model/text.ts';

/** Forms of a word by Unicode plural category; `other` serves where a language lacks a category. */
export interface PluralForms {
  readonly one: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** A number with its word in the right form: `3 выпуска`, `1 release`. Categories: CLDR plural rules. */
export function counted(locale: Locale, count: number, forms: PluralForms): string {
  return `${count} ${wordFor(locale, count, forms)}`;
}

function wordFor(locale: Locale, count: number, forms: PluralForms): string {
  switch (new Intl.PluralRules(locale).select(count)) {
    case 'one':
      return forms.one;
    case 'few':
      return forms.few ?? forms.other;
    case 'many':
      return forms.many ?? forms.other;
    default:
      return forms.other;
  }
}
