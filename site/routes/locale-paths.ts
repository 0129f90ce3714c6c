import { LOCALES, type Locale } from '../../scripts/model/text.ts';
import type { Publication } from '../publication/publication.ts';

/** One page in one language, as Astro's `getStaticPaths` takes it; Russian has no prefix. */
export interface LocalePath<Props = unknown> {
  readonly params: { readonly locale: string | undefined };
  readonly props: Props & { readonly locale: Locale };
}

/** The `locale` part of an address. */
export const localeParam = (locale: Locale): string | undefined => (locale === 'ru' ? undefined : locale);

/** A page without parameters of its own, in every language. */
export const localePaths = (): LocalePath[] =>
  LOCALES.map((locale) => ({ params: { locale: localeParam(locale) }, props: { locale } }));

/** The page of the installer, where the publisher hands one over. */
export const installerPaths = ({ installer }: Pick<Publication, 'installer'>): LocalePath[] =>
  installer.some(({ product }) => product === 'installer') ? localePaths() : [];
