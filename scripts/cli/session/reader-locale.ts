import type { Locale } from '../../model/text.ts';

/** Environment variables that say the reader's language, the strongest first. */
const VARIABLES = ['VYPUSK_LANG', 'LC_ALL', 'LC_MESSAGES', 'LANG'];

/**
 * Language to speak: `--lang` on the command line, else the environment, else Russian, the language of the field.
 * Read before the command line is parsed, because help texts need it.
 */
export function readerLocale(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Locale {
  const at = argv.indexOf('--lang');
  const asked =
    argv.find((word) => word.startsWith('--lang='))?.slice('--lang='.length) ??
    (at >= 0 ? argv[at + 1] : undefined);
  const candidates = [asked, ...VARIABLES.map((name) => environment[name])];
  const known = candidates.find((value) => /^(ru|en)(\b|_)/i.test(value ?? ''));
  return known?.toLowerCase().startsWith('en') === true ? 'en' : 'ru';
}
