import fc from 'fast-check';
import { markdownToHtml } from 'satteri';
import { describe, expect, test } from 'vitest';
import { code, codeBlock, plain, quotation, tableHead, tableRow } from '../../scripts/report/markdown.ts';

/** Names that somebody may give to an extension, an object of a `.cfe`, a file or a vendor. */
const HOSTILE: readonly (readonly [text: string, reason: string])[] = [
  ['`code` ``', 'ends a span of code'],
  ['a | b \\| c', 'begins another cell'],
  ['@team please @org/all', 'notifies people'],
  ['#12 GH-34 org/repo#5', 'refers to other threads'],
  ['<!-- vypusk:report -->', 'looks like the marker of our comment'],
  ['--> <script>alert(1)</script>', 'ends the marker and brings HTML'],
  ['<img src=https://tracker.example/x.png>', 'loads a picture from elsewhere'],
  ['![x](https://tracker.example/x.png)', 'the same in Markdown'],
  ['[click](https://evil.example)', 'a link that says something else'],
  ['https://evil.example www.evil.example me@evil.example', 'links that GitHub makes by itself'],
  ['&#64;team &lt;b&gt;', 'entities'],
  ['one\n\n# two\r\nthree', 'a line of its own'],
  ['\u202eevil', 'turns the text around it'],
  ['**bold** _it_ ~~no~~ $x$', 'formatting'],
  ['1. list', 'a list'],
  ['- list', 'another'],
  ['> quote', 'a quotation'],
  ['\\', 'escapes what follows it'],
  ['\u001b[31mred', 'drives a terminal'],
];

/** Markup that nothing of a stranger may bring. */
const FORBIDDEN = /<(?:a|img|script|h\d|li|blockquote|strong|em|del|b)\b|<!--/;

const GAP = /\u200b/g;

const decoded = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const textIn = (html: string): string =>
  decoded(html.replace(/<[^>]*>/g, ''))
    .replace(GAP, '')
    .trim();

const shownLine = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b-\u001f\u202e]/g, (control) => (/\s/.test(control) ? control : '\ufffd'))
    .replace(/\s+/g, ' ')
    .trim();

describe('a name is shown as a name', () => {
  test.each(HOSTILE)('plain: %j — %s', (text) => {
    const html = markdownToHtml(plain(text)).html;
    expect(html).not.toMatch(FORBIDDEN);
    expect(textIn(html)).toBe(shownLine(text));
  });

  test.each(HOSTILE)('code: %j — %s', (text) => {
    const html = markdownToHtml(`x ${code(text)} y`).html;
    expect(html).toMatch(/^<p>x <code>[^<]*<\/code> y<\/p>\s*$/);
    expect(textIn(html)).toBe(`x ${shownLine(text)} y`);
  });

  test.each(HOSTILE)('in a table: %j — %s', (text) => {
    const table = [tableHead(['a', 'b', 'c']), tableRow([plain(text), code(text), 'end'])].join('\n');
    const html = markdownToHtml(table).html;
    expect(html.match(/<td>/g)).toHaveLength(3);
    expect(html).toMatch(/<td>end<\/td>/);
    expect(html).not.toMatch(FORBIDDEN);
  });

  test.each(HOSTILE)('code block: %j — %s', (text) => {
    const html = markdownToHtml(quotation(codeBlock(`${text}\n\`\`\`\`\n${text}`))).html;
    expect(html).toMatch(/^<blockquote>\s*<pre><code[^>]*>[^<]*<\/code><\/pre>\s*<\/blockquote>\s*$/);
  });
});

describe('what GitHub makes into links after Markdown is broken by an invisible gap', () => {
  test.each([
    ['@team', '@\u200bteam'],
    ['#12', '\\#\u200b12'],
    ['GH-12', 'GH\\-\u200b12'],
    ['https://evil.example', 'https:\u200b//evil.example'],
    ['www.evil.example', 'www\u200b.evil.example'],
  ])('%s', (text, expected) => {
    expect(plain(text)).toBe(expected);
  });
});

test('any text stays in its place: property', () => {
  const alphabet = fc.constantFrom(...'`|\\<>!-@#[]()*_~& \n\tа1.'.split(''));
  const texts = fc.string({ unit: alphabet, maxLength: 60 });
  fc.assert(
    fc.property(texts, (text) => {
      const row = tableRow([plain(text), code(text), 'end']);
      const html = markdownToHtml(`${tableHead(['a', 'b', 'c'])}\n${row}`).html;
      expect(html.match(/<td/g)).toHaveLength(3);
      expect(html).toContain('<td>end</td>');
      expect(html).not.toMatch(FORBIDDEN);
    }),
    { numRuns: 500 },
  );
});

test('names and sentences are cut', () => {
  expect(code('я'.repeat(5_000)).length).toBeLessThan(300);
  expect(plain('*'.repeat(5_000)).length).toBeLessThan(2_100);
});
