import fc from 'fast-check';
import { markdownToHtml, mdxToMdast } from 'satteri';
import { describe, expect, test } from 'vitest';
import { briefOf, lintNotes } from '../../scripts/notes/index.ts';
import { MAX_NOTES_BYTES } from '../../scripts/notes/limits.ts';
import { mdxCode, neutralised } from '../../scripts/notes/mdx-code.ts';
import { parseNotes } from '../../scripts/notes/parse-notes.ts';
import { walk } from '../../scripts/notes/walk.ts';

const fill = (piece: string): string => piece.repeat(Math.floor(MAX_NOTES_BYTES / piece.length));
const nest = (open: string, close: string): string => {
  const times = Math.floor(MAX_NOTES_BYTES / (open.length + close.length));
  return open.repeat(times) + close.repeat(times);
};

/** A generous bound for a machine that does other work: linear reading of 64 KB takes a few milliseconds. */
const BOUND_MS = 5_000;

describe('64 KB of hostile text is read within bounded time', () => {
  test.each([
    ['quotations', fill('>')],
    ['lists', fill('- ')],
    ['numbered lists', fill('1. ')],
    ['open brackets', fill('[')],
    ['pictures in pictures', fill('![')],
    ['links in links', nest('[', '](b)')],
    ['emphasis', fill('*a **b ')],
    ['emphasis that closes', nest('*a', 'a*')],
    ['back quotes of every length', Array.from({ length: 350 }, (_, length) => '`'.repeat(length)).join(' ')],
    ['half tags', fill('<a ')],
    ['tags', fill('<b>')],
    ['components', nest('<Note>', '</Note>')],
    ['attributes', `<Note ${fill('title="a" ').slice(0, 64_000)}/>`],
    [
      'brackets in an expression, which end the process of a recursive parser',
      `{${nest('(', ')').slice(0, 64_000)}}`,
    ],
    ['open braces', fill('{')],
    ['braces in code', fill('`{` ')],
    ['a thousand braces and a long rest', '`{` '.repeat(1000) + fill('a ').slice(0, 60_000)],
    ['imports', fill('import a from "b"\n')],
    ['an export of nested arrays', `export const a = ${nest('[', ']').slice(0, 64_000)}`],
    ['backslashes', fill('\\')],
    ['a wide table', `${'a|'.repeat(300)}\n${'-|'.repeat(300)}\n${'a|\n'.repeat(15_000)}`],
    ['references', `${'[a]: b\n'.repeat(100)}${'[a]'.repeat(15_000)}`],
    ['definitions', Array.from({ length: 4_000 }, (_, index) => `[r${index}]: #u`).join('\n')],
    ['entities', fill('&#x202e;')],
    ['forbidden characters', fill('\u202e').slice(0, 20_000)],
    ['spaces', fill(' ')],
    ['directives', fill(':::a\n')],
    ['a thousand labels and a long rest', ':a['.repeat(1000) + fill('a ').slice(0, 60_000)],
    ['a thousand quotes behind colons', ':`'.repeat(1000) + fill('a ').slice(0, 60_000)],
  ])('%s', (_name, text) => {
    const start = performance.now();
    for (const format of ['md', 'mdx'] as const) expect(Array.isArray(lintNotes(text, format))).toBe(true);
    expect(typeof briefOf(text)).toBe('string');
    expect(performance.now() - start).toBeLessThan(BOUND_MS);
  });
});

/** Pieces that mean something to a Markdown or MDX parser, in any order. */
const soup = fc
  .array(
    fc.constantFrom(
      ...[
        '{',
        '}',
        '\\',
        '`',
        '``',
        '```',
        '~~~',
        '\n',
        '\n\n',
        ' ',
        '    ',
        '- ',
        '1. ',
        '> ',
        '# ',
        '|',
        '*',
        '_',
        '"',
        "'",
      ],
      ...[
        '<Note>',
        '</Note>',
        '<Note ',
        '/>',
        '<',
        '>',
        'title="',
        'title=',
        'type="tip"',
        '<b>',
        '</b>',
        '<!--',
        '-->',
      ],
      ...[
        'import a from "b"',
        'export ',
        'a',
        'б',
        '1',
        '$',
        ':::',
        ':note',
        '[',
        '](',
        ')',
        '![',
        'a.png',
        ': ',
        '[a]: ',
        '&#123;',
      ],
      ...['https://a.b', 'javascript:1', '---', '(', ']', '\t', '\r\n'],
    ),
    { maxLength: 24 },
  )
  .map((pieces) => pieces.join(''));

describe('what passes is harmless to the renderer', () => {
  test('MDX without code when neutralised has no code as it stands', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const trees = parseNotes(neutralised(text), 'mdx');
        fc.pre(!('cause' in trees) && mdxCode(text, trees).length === 0);
        const original = parseNotes(text, 'mdx');
        const code =
          'cause' in original
            ? []
            : original
                .flatMap((tree) => [...walk(tree)])
                .filter(({ node }) => /^mdxjsEsm$|Expression$/.test(node.type));
        expect(code).toEqual([]);
      }),
      { numRuns: 20_000 },
    );
  });

  test('accepted MDX holds our components only', () => {
    fc.assert(
      fc.property(soup, (text) => {
        fc.pre(lintNotes(text, 'mdx').length === 0);
        const names = [...walk(mdxToMdast(text))].flatMap(({ node }) =>
          node.type.startsWith('mdx') && 'name' in node ? [node.name] : [],
        );
        expect(names.every((name) => name === 'Note')).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });

  test('accepted Markdown renders to harmless tags', () => {
    const harmless =
      /^<\/?(?:p|h[1-6]|em|strong|del|code|pre|blockquote|[ou]l|li|hr|br|table|thead|tbody|tr|t[hd]|a|img|sup|section|input)[ />]/;
    fc.assert(
      fc.property(soup, (text) => {
        fc.pre(lintNotes(text, 'md').length === 0);
        const { html } = markdownToHtml(text);
        const tags = html.match(/<(?:"[^"]*"|[^"<>])*>/g) ?? [];
        expect(tags.filter((tag) => !harmless.test(tag))).toEqual([]);
        expect(tags.filter((tag) => /\son\w+=|="javascript:/i.test(tag))).toEqual([]);
      }),
      { numRuns: 5_000 },
    );
  });

  test('a text without directives reads the same with and without them', () => {
    fc.assert(
      fc.property(soup, (text) => {
        fc.pre(!/:[^\s/]/.test(text));
        expect(markdownToHtml(text, { features: { directive: true } }).html).toBe(
          markdownToHtml(text, { features: { directive: false } }).html,
        );
      }),
      { numRuns: 3_000 },
    );
  });

  test('any text at all gets an answer', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom('md', 'mdx'),
        (text, format) => {
          expect(
            lintNotes(text, format).every(
              ({ line, column, length }) => line >= 1 && column >= 1 && length >= 1,
            ),
          ).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
