import type { LocalizedText } from './text.ts';

/** A picture of an extension at work, as its vendor declares it; the order is the order on the page. */
export interface Screenshot {
  /** File in `extensions/<id>/screenshots/`. */
  readonly file: string;
  /** What the picture shows, for those who do not see it. */
  readonly alt: LocalizedText;
}

/** Kinds of pictures that are published. SVG is none of them, because it can hold scripts. */
export type PictureType = 'png' | 'jpeg' | 'webp';

/** Width and height of a picture, in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** What a picture's own bytes say of it. */
export interface PictureFacts extends PictureSize {
  readonly type: PictureType;
}

/**
 * Pixels that each side of a screenshot may have. Less cannot be read; more is sent to a phone for nothing, and costs
 * a browser four bytes for each pixel.
 */
export const SCREENSHOT_SIDE = { least: 200, most: 4096 } as const;
