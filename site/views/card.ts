/** A picture that stands for a page where its address is passed on. */
export interface Card {
  /** Path on the host of the site. */
  readonly src: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** An element of a page's head. */
export interface HeadElement {
  readonly tag: 'meta';
  readonly attrs: { readonly property: string; readonly content: string };
}

/** The site's own card: it stands for every page that has no picture of its own. */
export const siteCard = (base: string): Card => ({
  src: `${base}card.png`,
  alt: 'Расширения 1С:Предприятия · 1C:Enterprise extensions',
  width: 1200,
  height: 630,
});

/** A card as Open Graph has it (ogp.me, «Structured Properties»); its address is whole, because others ask for it. */
export const cardHead = ({ src, alt, width, height }: Card, origin: string): HeadElement[] =>
  Object.entries({
    'og:image': new URL(src, origin).href,
    'og:image:alt': alt,
    'og:image:width': String(width),
    'og:image:height': String(height),
  }).map(([property, content]) => ({ tag: 'meta', attrs: { property, content } }));
