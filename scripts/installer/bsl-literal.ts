/** Characters of one line of a long text: a line of a module stays below 120. */
const LINE = 90;

/**
 * Marks that could end a line of a module or that nobody sees. A text of a publisher is one line; what it means to say
 * does not depend on them.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;

/** The text as a module will hold it: line breaks and other invisible marks are one space. */
export const plainLine = (text: string): string => text.replace(INVISIBLE, ' ').trim();

/**
 * An expression of the 1C language whose value is {@link plainLine} of the text. A quote is doubled, nothing else means
 * anything between quotes, so no text can leave its literal. Long texts are added up from lines.
 */
export function bslLiteral(text: string): string {
  const characters = Array.from(plainLine(text));
  const lines: string[] = [];
  for (let at = 0; at < characters.length || at === 0; at += LINE) {
    lines.push(
      `"${characters
        .slice(at, at + LINE)
        .join('')
        .replaceAll('"', '""')}"`,
    );
  }
  return lines.join('\n\t\t+ ');
}
