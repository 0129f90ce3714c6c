import type { Configuration } from '../../scripts/model/extension.ts';
import { namesOf } from './configuration-synonyms.ts';

/** Fields of the form that a text fills, by their names; what the text does not say is absent. */
export type ToldFields = Partial<Record<'configuration' | 'version' | 'platform' | 'ssl' | 'basic', string>>;

/** Characters that are read: the window «About» says what matters in the first hundreds. */
const MAX_LENGTH = 4000;

const VERSION = /\d+(?:\.\d+){1,3}/g;

/**
 * Understands what people copy from the window «About» or write by heart: `Бухгалтерия предприятия, редакция 3.0
 * (3.0.171.9)`, `БП 3.0.171.9, платформа 8.3.24`, several lines, in any order. Takes time proportional to the length of
 * the text times the number of configurations.
 */
export function readAbout(text: string, configurations: readonly Configuration[]): ToldFields {
  const read = text.slice(0, MAX_LENGTH);
  const configuration = configurationIn(read, configurations);
  const versions = versionsIn(read);
  const platform = longest(versions.filter(isPlatform));
  const ssl = versions.find(({ before }) =>
    /(?:БСП|стандартных подсистем|\bSSL\b)[^\d]{0,20}$/i.test(before),
  );
  const own = longest(versions.filter((one) => one !== ssl && !isPlatform(one) && isWhole(one)));
  return {
    ...(configuration !== undefined && { configuration }),
    ...(own && { version: own.text }),
    ...(platform && { platform: platform.text }),
    ...(ssl && { ssl: ssl.text }),
    ...(/базовая|\bbasic\b/i.test(read) && { basic: 'on' }),
  };
}

/** A version in a text, with what stands before it on its line. */
interface FoundVersion {
  readonly text: string;
  readonly before: string;
}

const versionsIn = (text: string): readonly FoundVersion[] =>
  text
    .split(/[\n;]/)
    .flatMap((line) =>
      [...line.matchAll(VERSION)].map((match) => ({ text: match[0], before: line.slice(0, match.index) })),
    );

/** Platforms are 8.3.x and 8.5.x; a configuration is called so nowhere. */
const isPlatform = ({ text }: FoundVersion): boolean => /^8\.[2-9]\./.test(text);

/** «Редакция 3.0» is no version of a configuration. */
const isWhole = ({ text }: FoundVersion): boolean => text.split('.').length > 2;

const longest = (found: readonly FoundVersion[]): FoundVersion | undefined =>
  found.toSorted((a, b) => b.text.split('.').length - a.text.split('.').length)[0];

/** The configuration whose longest name stands in the text: «КОРП» is another one than that without it. */
function configurationIn(text: string, configurations: readonly Configuration[]): string | undefined {
  const words = ` ${plain(text)} `;
  const found = configurations.flatMap((configuration) => {
    const names = namesOf(configuration).map(plain);
    const length = Math.max(
      0,
      ...names.filter((name) => words.includes(` ${name} `)).map((name) => name.length),
    );
    return length === 0 ? [] : [{ name: configuration.name, length }];
  });
  return found.toSorted((a, b) => b.length - a.length)[0]?.name;
}

/** Words without signs, in lower case; `1С:` in Latin and in Cyrillic, ё and е are the same. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll('1c', '1с')
    .replaceAll(/\((?:базовая|basic)\)|базовая/g, ' ')
    .replaceAll(/[^\p{L}\p{Nd}]+/gu, ' ')
    .trim();
