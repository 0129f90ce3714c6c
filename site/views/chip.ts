/** How a mark should strike the eye; colours belong to the style sheet. */
export type Tone = 'neutral' | 'good' | 'caution' | 'danger';

/** A short mark beside a title. */
export interface Chip {
  readonly text: string;
  readonly tone: Tone;
}

/** A link with its words. */
export interface Link {
  readonly text: string;
  readonly href: string;
}

/** A mark. */
export const chip = (text: string, tone: Tone): Chip => ({ text, tone });
