/** Bytes of notes in UTF-8. The longest changelogs of one release that we saw are below 20 KB; 61 KB was an incident. */
export const MAX_NOTES_BYTES = 64 * 1024;

/** Lists, quotations and components inside each other. Deeper trees cost renderers quadratic time or their stack. */
export const MAX_NOTES_DEPTH = 32;

/**
 * Signs that cost the parser time in proportion to the rest of the text, each one: it looks for the end of a directive
 * or an expression, and shifts its table of strings for a character reference. A pattern, and how it is shown.
 */
const REFERENCE = { shown: '&', pattern: /&/g } as const;
const DIRECTIVE = { shown: ':', pattern: /:[^\s/]/g } as const;
const EXPRESSION = { shown: '{', pattern: /\{/g } as const;
export const COSTLY_SIGNS = {
  md: [REFERENCE, DIRECTIVE],
  mdx: [REFERENCE, DIRECTIVE, EXPRESSION],
} as const;

/** How many of one costly sign notes may have; 64 KB of nothing else would take seconds. */
export const MAX_COSTLY_SIGNS = 1_000;

/** Problems reported for one text; a hostile one could cause tens of thousands. */
export const MAX_NOTES_PROBLEMS = 100;

/** Characters of a brief: what a list of releases has room for. */
export const MAX_BRIEF_LENGTH = 200;
