import { escapeHtml, type Html } from '../markup/html.ts';

/**
 * What Astro draws once for each language instead of a release: the address cannot be one, because ids have at least
 * two letters; the words stand where those of a release will.
 */
export const FRAME = {
  id: '_',
  version: '_',
  title: 'VYPUSK-FRAME-TITLE',
  description: 'VYPUSK-FRAME-DESCRIPTION',
  body: 'VYPUSK-FRAME-BODY',
} as const;

/** Address of the frame below the base, and below `en/` where it is English. */
export const FRAME_PATH = `extensions/${FRAME.id}/${FRAME.version}/`;

/** What is put into a frame. */
export interface Framed {
  readonly title: string;
  readonly description: string;
  /** Address below the base without the language, percent-encoded; ends with a slash. */
  readonly path: string;
  readonly body: Html;
}

/** A frame that Astro drew lacks a place for something: the shell of the pages has changed. */
export class FrameError extends Error {
  override readonly name = 'FrameError';
}

const SLOTS: ReadonlyMap<string, (framed: Framed) => string> = new Map([
  [FRAME.title, ({ title }: Framed) => escapeHtml(title)],
  [FRAME.description, ({ description }: Framed) => escapeHtml(description)],
  [FRAME_PATH, ({ path }: Framed) => path],
  [FRAME.body, ({ body }: Framed) => body.text],
]);

const MARK = new RegExp(`(${[...SLOTS.keys()].join('|')})`);

/** Takes a drawn frame apart, once; what it returns makes a page of it. Throws `FrameError`. */
export function frameOf(page: string): (framed: Framed) => string {
  const pieces = page.split(MARK);
  const missing = [...SLOTS.keys()].filter((mark) => !pieces.includes(mark));
  if (missing.length > 0) throw new FrameError(`no place for ${missing.join(', ')}`);
  return (framed) => pieces.map((piece) => SLOTS.get(piece)?.(framed) ?? piece).join('');
}
