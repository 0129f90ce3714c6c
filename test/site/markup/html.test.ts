import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { html, type Piece } from '../../../site/markup/html.ts';

describe('html', () => {
  test.each<[Piece, string, string]>([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;', 'a stranger’s element'],
    [`" onload='x'`, '&quot; onload=&#39;x&#39;', 'a stranger’s attribute'],
    ['&lt;', '&amp;lt;', 'what looks like an entity is text'],
    [['a', ['<', 1]], 'a&lt;1', 'lists are escaped piece by piece'],
    [html`<b>${'<'}</b>`, '<b>&lt;</b>', 'what was drawn is not escaped again'],
    [undefined, '', 'nothing'],
    [false, '', 'a condition that does not hold'],
    [0, '0', 'zero is something'],
  ])('%j becomes %s: %s', (piece, text) => {
    expect(html`${piece}`.text).toBe(text);
  });

  test('no text ends the element or the attribute that it stands in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const drawn = html`<a title="${text}">${text}</a>`.text;
        expect(drawn.match(/[<>"]/g)?.join('')).toBe('<"">' + '<>');
      }),
    );
  });

  test('indentation of the template is not sent, spaces of texts are', () => {
    const template = Object.assign(['<p>\n    ', '\n  </p>'], { raw: [] });
    expect(html(template, 'a\n   b').text).toBe('<p>\na\n   b\n</p>');
  });
});
