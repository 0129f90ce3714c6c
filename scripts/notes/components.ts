import { isImageAddress } from './address.ts';

/** Which literal values an attribute may have. */
export type AttributeRule =
  | { readonly kind: 'text' }
  | { readonly kind: 'one-of'; readonly values: readonly string[] }
  | { readonly kind: 'image' };

/** A component that notes may use, with its attributes; every attribute takes a literal string. */
export interface NoteComponent {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, AttributeRule>;
}

const TEXT: AttributeRule = { kind: 'text' };

const component = (
  name: string,
  attributes: Readonly<Record<string, AttributeRule>> = {},
): NoteComponent => ({
  name,
  attributes: new Map(Object.entries(attributes)),
});

/**
 * The whole vocabulary of MDX notes. The site has a component of each name and passes nothing else to MDX; a name that
 * is missing here is refused before anything renders.
 */
export const NOTE_COMPONENTS: ReadonlyMap<string, NoteComponent> = new Map(
  [
    component('Note', {
      type: { kind: 'one-of', values: ['note', 'tip', 'caution', 'danger'] },
      title: TEXT,
    }),
    component('Steps'),
    component('Details', { summary: TEXT }),
    component('Screenshot', { src: { kind: 'image' }, alt: TEXT, caption: TEXT }),
  ].map((one) => [one.name, one]),
);

/** May the attribute have this value? */
export function admitsValue(rule: AttributeRule, value: string): boolean {
  switch (rule.kind) {
    case 'text':
      return true;
    case 'one-of':
      return rule.values.includes(value);
    case 'image':
      return isImageAddress(value);
  }
}
