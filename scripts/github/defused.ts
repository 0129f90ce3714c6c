import { replaceForbidden } from '../model/forbidden-character.ts';

/** UTF-16 units that GitHub takes for the body of a comment or an issue. */
export const MAX_BODY = 65_536;

/** Fences whose content GitHub draws instead of showing it («Creating diagrams»). */
const DRAWN_FENCE = /(?:`{3}|~{3})[ \t]*(?=(?:mermaid|geojson|topojson|stl|math)\b)/gi;

/**
 * Markdown that came from a pull request, made harmless before a token of the repository posts it. The report escapes
 * names itself, but it is made by the code of the pull request, which a stranger may have changed: whatever he wrote
 * notifies nobody, links nowhere, loads nothing and hides nothing. What would do that is broken by a character that
 * shows as nothing, so that code looks as it did; structure stays.
 */
export function defused(markdown: string): string {
  return replaceForbidden(markdown.toWellFormed().replaceAll('\r\n', '\n'), () => '\ufffd')
    .replace(/<(?=[a-z!/?])(?!br>)/gi, '<\u200b')
    .replace(/&(?=#|[a-z][a-z\d]*;)/gi, '&\u200b')
    .replace(DRAWN_FENCE, '$&\u200b')
    .replace(/@(?!\u200b)/g, '@\u200b')
    .replace(/#(?=\d)/g, '#\u200b')
    .replace(/\bGH-(?=\d)/gi, 'GH-\u200b')
    .replace(/:\/\//g, ':\u200b//')
    .replace(/\b(mailto|xmpp):/gi, '$1\u200b:')
    .replace(/\bwww\./gi, 'www\u200b.')
    .replace(/\](?=[([:])/g, ']\u200b');
}

/** The first units that fit, cut at the end of a line, with a note; a whole text as it is. */
export function shortened(markdown: string, limit: number, note: string): string {
  if (markdown.length <= limit) return markdown;
  const start = markdown.slice(0, limit - note.length - 2);
  const end = start.lastIndexOf('\n');
  return `${start.slice(0, Math.max(end, 0))}\n\n${note}`;
}
