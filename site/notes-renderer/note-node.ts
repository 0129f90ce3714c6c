/** Colours of a note, as the vocabulary of `scripts/notes` names them. */
export type NoteTone = 'note' | 'tip' | 'caution' | 'danger';

/** An item of a list; `checked` only in task lists. */
export interface NoteItem {
  readonly checked?: boolean;
  readonly children: readonly NoteNode[];
}

/**
 * What release notes can consist of when they reach a page. A closed union of plain values: no HTML, no attributes
 * but these, no code. A component draws each kind; there is nothing else that it could draw.
 */
export type NoteNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'inlineCode'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'emphasis'; readonly children: readonly NoteNode[] }
  | { readonly kind: 'strong'; readonly children: readonly NoteNode[] }
  | { readonly kind: 'delete'; readonly children: readonly NoteNode[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly NoteNode[] }
  | { readonly kind: 'image'; readonly src: string; readonly alt: string }
  | { readonly kind: 'footnoteReference'; readonly number: number }
  | { readonly kind: 'heading'; readonly depth: number; readonly children: readonly NoteNode[] }
  | { readonly kind: 'paragraph'; readonly children: readonly NoteNode[] }
  | { readonly kind: 'quote'; readonly children: readonly NoteNode[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'list'; readonly start?: number; readonly items: readonly NoteItem[] }
  | {
      readonly kind: 'table';
      readonly header: readonly (readonly NoteNode[])[];
      readonly rows: readonly (readonly (readonly NoteNode[])[])[];
    }
  | {
      readonly kind: 'note';
      readonly tone: NoteTone;
      readonly title?: string;
      readonly children: readonly NoteNode[];
    }
  | { readonly kind: 'steps'; readonly children: readonly NoteNode[] }
  | { readonly kind: 'details'; readonly summary: string; readonly children: readonly NoteNode[] }
  | { readonly kind: 'screenshot'; readonly src: string; readonly alt: string; readonly caption?: string }
  | { readonly kind: 'footnotes'; readonly items: readonly NoteItem[] };
