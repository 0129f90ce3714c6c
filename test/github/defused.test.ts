import { markdownToHtml } from 'satteri';
import { describe, expect, test } from 'vitest';
import { defused, shortened } from '../../scripts/github/defused.ts';
import { code, plain, tableHead, tableRow } from '../../scripts/report/markdown.ts';

describe('Markdown that a pull request brings', () => {
  test.each([
    ['@owner please merge', 'notifies'],
    ['<img src="https://tracker.example">', 'loads a picture'],
    ['<!-- hidden -->', 'hides text'],
    ['<details>', 'stays open'],
    ['![x](https://tracker.example/x.png)', 'a picture'],
    ['[Approve](https://evil.example)', 'a link'],
    ['[Approve][1]\n\n[1]: https://evil.example', 'a link by reference'],
    ['<https://evil.example>', 'a link in brackets'],
    ['https://evil.example www.evil.example a@evil.example mailto:a@b.example', 'bare links'],
    ['&#60;img src=x&#62; &commat;team &#64;team', 'entities'],
    ['closes #12 and GH-13', 'references'],
    ['<\u0000script>', 'a tag with a control character'],
    ['\u202e', 'turns text around'],
    ['```mermaid\ngraph TD\n```', 'a fence that is drawn, with pictures'],
    ['> ~~~~ GeoJSON\n> {}\n> ~~~~', 'a map, in a quotation'],
  ])('%j is harmless — %s', (text) => {
    const safe = defused(text);
    const html = markdownToHtml(safe).html;
    expect(html).not.toMatch(
      /<(?:a|img|details)\b|<!--|language-(?:mermaid|geojson)|@[a-z]|#\d|GH-\d|:\/\/|www\.e|\u202e/i,
    );
    expect(defused(safe)).toBe(safe);
  });

  test('an honest report keeps its tables and its line breaks', () => {
    const table = [
      tableHead(['a', 'b']),
      tableRow([code('>=3.0 <3.1'), `${plain('one')}<br>${plain('two')}`]),
    ].join('\n');
    expect(markdownToHtml(defused(table)).html).toContain('<code>&gt;=3.0 &lt;3.1</code>');
    expect(defused(table)).toBe(table);
  });
});

test.each([
  ['short', 100, 'short'],
  ['one\ntwo\nthree\nfour', 14, 'one\n\n…cut…'],
])('%j within %d', (text, limit, expected) => {
  expect(shortened(text, limit, '…cut…')).toBe(expected);
});
