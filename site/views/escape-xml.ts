const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&#34;'],
  ["'", '&#39;'],
]);

/** What XML 1.0, section 2.2 does not allow even as a reference; one such character makes a file unreadable. */
const NO_CHARACTER = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Text for an element or a quoted attribute of XML. */
export const escapeXml = (text: string): string =>
  text
    .replace(NO_CHARACTER, '\uFFFD')
    .replace(/[&<>"']/g, (character) => ESCAPES.get(character) ?? character);
