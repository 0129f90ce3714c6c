import type { NotesProblemCode } from '../../notes/index.ts';
import { say, type Untyped, type Words } from '../wording.ts';

/** What may not stand in release notes, in English. */
export const NOTES_EN: Words<Untyped<NotesProblemCode>> = {
  'attribute-not-literal': ({ component, attribute }) => ({
    message: say`The attribute ${attribute} of ${component} must be a text in quotes.`,
    cure: say`Write ${attribute}="text".`,
  }),
  'attribute-unknown': ({ component, attribute, allowed }) => ({
    message: say`The component ${component} has no attribute ${attribute}.`,
    cure: say`Delete it; the component takes: ${listed(allowed, 'none')}.`,
  }),
  'attribute-value': ({ attribute, value, allowed }) => ({
    message: say`The attribute ${attribute} cannot be “${value}”.`,
    cure: Array.isArray(allowed) && allowed.length > 0 ? say`Write one of: ${allowed}.` : IMAGE_CURE,
  }),
  'bidi-character': ({ codePoint }) => ({
    message: say`The invisible character ${codePoint} changes the direction of text and may hide its meaning.`,
    cure: say`Delete this character.`,
  }),
  'component-unknown': ({ name, allowed }) => ({
    message: say`Notes do not use the component <${name}>.`,
    cure: say`Remove it, or take one of: ${allowed}.`,
  }),
  'control-character': ({ codePoint }) => ({
    message: say`A control character ${codePoint} in the text.`,
    cure: say`Delete this character.`,
  }),
  expression: ({ text }) => ({
    message: say`An expression in braces: ${text} — that is a program in MDX.`,
    cure: say`Write \\{ and \\}, or put the text into back quotes; if you need no components, name the file .md.`,
  }),
  'front-matter': () => ({
    message: say`The notes begin with settings of a page (---).`,
    cure: say`Delete that block: release.yaml says all that is needed.`,
  }),
  html: ({ markup }) => ({
    message: say`HTML in notes: ${markup}.`,
    cure: say`Say it in Markdown; to show a “<”, put \\ before it or the text into back quotes.`,
  }),
  'image-address': ({ url }) => ({
    message: say`The picture “${url}” does not lie in the folder of the release.`,
    cure: IMAGE_CURE,
  }),
  import: ({ text }) => ({
    message: say`A program in notes: ${text}.`,
    cure: say`Delete import and export: the components work without them.`,
  }),
  'link-address': ({ url }) => ({
    message: say`The link goes to “${url}”, which is not allowed.`,
    cure: say`Write an address that starts with https://, http://, mailto: or #.`,
  }),
  'markup-unknown': ({ type }) => ({
    message: say`Notes do not use “${type}”.`,
    cure: say`Say it in plain Markdown.`,
  }),
  syntax: ({ cause }) => ({
    message: say`The notes are no MDX: ${cause}.`,
    cure: say`Close all tags; if you need no components, name the file .md.`,
  }),
  'too-deep': ({ limit }) => ({
    message: say`Lists, quotations and components lie deeper than ${limit} inside each other.`,
    cure: say`Make the lists and quotations simpler.`,
  }),
  'too-large': ({ bytes, limit }) => ({
    message: say`The notes have ${bytes} bytes, at most ${limit} are allowed.`,
    cure: say`Keep what matters and move the rest to a page of the documentation.`,
  }),
  'too-many-signs': ({ sign, count, limit }) => ({
    message: say`The sign “${sign}” stands there ${count} times, at most ${limit} are allowed.`,
    cure: say`Shorten the text or move it to a page of the documentation.`,
  }),
};

const IMAGE_CURE =
  'Put the picture (.png, .jpg, .webp, .gif, .avif) beside the notes and write its name, without “..” and without the address of a site.';

const listed = (names: unknown, none: string): string =>
  Array.isArray(names) && names.length > 0 ? names.join(', ') : none;
