import { describe, expect, test } from 'vitest';
import { html, Html } from '../../../site/markup/html.ts';
import { FRAME, FRAME_PATH, FrameError, frameOf } from '../../../site/press/frame.ts';

const PAGE = [
  `<title>${FRAME.title} · Ромашка</title><meta content="${FRAME.description}">`,
  `<link href="https://romashka.example/${FRAME_PATH}"><a href="/en/${FRAME_PATH}">English</a>`,
  `<h1>${FRAME.body}</h1>`,
].join('');

const FRAMED = { title: 'Обмен 1.0', description: 'Обмен', path: 'extensions/a/1.0/', body: html`<p>…</p>` };

describe('frameOf', () => {
  test('puts everything in its place, in every place', () => {
    expect(frameOf(PAGE)(FRAMED)).toBe(
      '<title>Обмен 1.0 · Ромашка</title><meta content="Обмен">' +
        '<link href="https://romashka.example/extensions/a/1.0/"><a href="/en/extensions/a/1.0/">English</a>' +
        '<h1><p>…</p></h1>',
    );
  });

  test.each([
    ['</title><script>', '&lt;/title&gt;&lt;script&gt;', 'markup'],
    [FRAME.body, FRAME.body, 'the mark of another place'],
    ['$& $1', '$&amp; $1', 'what a replacement would understand'],
  ])('takes a title %j as text: %#', (title, written) => {
    expect(frameOf(PAGE)({ ...FRAMED, title, body: new Html('') })).toContain(`<title>${written} ·`);
  });

  test.each([FRAME.title, FRAME.description, FRAME_PATH, FRAME.body])('refuses a page without %s', (mark) => {
    expect(() => frameOf(PAGE.replaceAll(mark, ''))).toThrow(FrameError);
  });
});
