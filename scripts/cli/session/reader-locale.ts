import type { Locale } from '../../model/text.ts';

/** Environment variables that say the reader's language, the strongest first. */
const VARIABLES = ['VYPUSK_LANG', 'LC_ALL', 'LC_MESSAGES', 'LANG'];

/** Language that the command line itself asks for (`--lang`); nothing where it does not, or asks for another one. */
export function askedLocale(argv: readonly string[]): Locale | undefined {
  const at = argv.indexOf('--lang');
  const asked = argv.find((word) => word.startsWith('--lang='))?.slice('--lang='.length);
  return localeIn(asked ?? (at >= 0 ? argv[at + 1] : undefined));
}

/**
 * Language to speak: `--lang` on the command line, else the environment, else Russian, the language of the field.
 * Read before the command line is parsed, because help texts need it.
 */
export function readerLocale(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Locale {
  const told = VARIABLES.map((name) => localeIn(environment[name]));
  return [askedLocale(argv), ...told].find((locale) => locale !== undefined) ?? 'ru';
}

function localeIn(value: string | undefined): Locale | undefined {
  const [, language] = /^(ru|en)(?:\b|_)/i.exec(value ?? '') ?? [];
  if (language === undefined) return undefined;
  return language.toLowerCase() === 'en' ? 'en' : 'ru';
}
