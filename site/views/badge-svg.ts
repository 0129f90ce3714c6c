import type { Badge } from './extension-badges.ts';
import { escapeXml } from './escape-xml.ts';

/** Pixels of a character on the average: the text is fitted to the width, because nobody knows the reader's font. */
const CHARACTER = 6.7;
const PADDING = 10;

/** A badge as a picture: no scripts, no links, nothing loaded; its text is read out as one sentence. */
export function badgeSvg({ label, value }: Pick<Badge, 'label' | 'value'>): string {
  const [left, right] = [widthOf(label), widthOf(value)];
  const width = left + right;
  const sentence = escapeXml(`${label}: ${value}`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img" aria-label="${sentence}">`,
    `<title>${sentence}</title>`,
    `<rect width="${width}" height="20" rx="3" fill="#0b6e55"/>`,
    `<path d="M3 0h${left - 3}v20H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z" fill="#3b424d"/>`,
    '<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">',
    textAt(label, PADDING / 2, left),
    textAt(value, left + PADDING / 2, right),
    '</g></svg>',
  ].join('');
}

const widthOf = (text: string): number => Math.ceil(Array.from(text).length * CHARACTER) + PADDING;

const textAt = (text: string, x: number, width: number): string =>
  `<text x="${x}" y="14" textLength="${width - PADDING}" lengthAdjust="spacingAndGlyphs">${escapeXml(text)}</text>`;
