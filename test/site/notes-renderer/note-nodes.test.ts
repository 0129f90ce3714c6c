import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Notes } from '../../../scripts/model/release-tree.ts';
import type { NoteNode } from '../../../site/notes-renderer/note-node.ts';
import { noteNodes } from '../../../site/notes-renderer/note-nodes.ts';
import { NotesError } from '../../../site/notes-renderer/notes-error.ts';

const notes = (text: string, format: Notes['format'] = 'md'): Notes => ({
  locale: 'ru',
  format,
  file: 'notes.ru.md',
  text,
});

const drawn = (text: string, format: Notes['format'] = 'md'): readonly NoteNode[] =>
  noteNodes(notes(text, format), (path) => `/pictures/${path}`);

const refusalOf = (text: string, format: Notes['format']): string => {
  try {
    drawn(text, format);
    return 'drawn';
  } catch (error) {
    return error instanceof NotesError ? error.problems.map(({ code }) => code).join() : String(error);
  }
};

describe('hostile notes are refused before anything is drawn', () => {
  test.each<[Notes['format'], string, string, string]>([
    ['md', '<script>alert(1)</script>', 'html', 'Markdown passes HTML through'],
    ['md', 'a <img src=x onerror=alert(1)> b', 'html', 'an event handler'],
    ['md', '[a](javascript:alert(1))', 'link-address', 'a script as an address'],
    ['md', '[a][r]\n\n[r]: javascript:alert(1)', 'link-address', 'a script by reference'],
    ['md', '![a](https://evil.example/pixel.png)', 'image-address', 'a picture that tells who reads'],
    ['md', '![a](../../secret.png)', 'image-address', 'a picture from another folder'],
    ['mdx', "import fs from 'node:fs'", 'import', 'MDX is code'],
    ['mdx', 'export const a = process.env', 'import', 'so is an export'],
    ['mdx', 'a {process.env.SECRET} b', 'expression', 'an expression'],
    ['mdx', '<iframe src="https://evil.example/" />', 'component-unknown', 'a tag of HTML'],
    ['mdx', '<Note {...props} />', 'expression', 'a spread'],
    ['mdx', '<Screenshot src="data:image/svg+xml,x" alt="" />', 'attribute-value', 'a picture with scripts'],
  ])('%s %j: %s — %s', (format, text, code) => {
    expect(refusalOf(text, format)).toContain(code);
  });

  test('the refusal names file, line and column', () => {
    expect(() => drawn('ok\n\n<b>')).toThrow('notes-refused notes.ru.md\nnotes.ru.md:3:1 html');
  });
});

describe('noteNodes', () => {
  test.each<[string, string, readonly NoteNode[]]>([
    ['a paragraph', 'a *b*', [paragraph(text('a '), { kind: 'emphasis', children: [text('b')] })]],
    ['headings below ours', '# a', [{ kind: 'heading', depth: 3, children: [text('a')] }]],
    ['no heading beyond the sixth', '###### a', [{ kind: 'heading', depth: 6, children: [text('a')] }]],
    ['lines of a tight list', '- a', [{ kind: 'list', items: [{ children: [text('a')] }] }]],
    [
      'paragraphs of a loose list',
      '- a\n\n- b',
      [
        {
          kind: 'list',
          items: [{ children: [paragraph(text('a'))] }, { children: [paragraph(text('b'))] }],
        },
      ],
    ],
    [
      'the start of a numbered list',
      '3. a',
      [{ kind: 'list', start: 3, items: [{ children: [text('a')] }] }],
    ],
    ['a task', '- [x] a', [{ kind: 'list', items: [{ checked: true, children: [text('a')] }] }]],
    ['code as text', '```bsl\n<b>\n```', [{ kind: 'code', text: '<b>' }]],
    [
      'a reference to a link',
      '[a][r]\n\n[r]: https://a.example/',
      [paragraph({ kind: 'link', href: 'https://a.example/', children: [text('a')] })],
    ],
    [
      'a picture of the folder',
      '![a](b.png)',
      [paragraph({ kind: 'image', src: '/pictures/b.png', alt: 'a' })],
    ],
    ['a table', '| a |\n| - |\n| b |', [{ kind: 'table', header: [[text('a')]], rows: [[[text('b')]]] }]],
    [
      'a footnote',
      'a[^1]\n\n[^1]: b',
      [
        paragraph(text('a'), { kind: 'footnoteReference', number: 1 }),
        { kind: 'footnotes', items: [{ children: [paragraph(text('b'))] }] },
      ],
    ],
    ['a footnote that nobody defined', 'a[^1]', [paragraph(text('a[^1]'))]],
    [
      'a first line after a byte order mark',
      '\uFEFF# a',
      [{ kind: 'heading', depth: 3, children: [text('a')] }],
    ],
    ['directives of Starlight as text', ':::note\na\n:::', [paragraph(text(':::note\na\n:::'))]],
  ])('draws %s', (_name, markdown, nodes) => {
    expect(drawn(markdown)).toEqual(nodes);
  });

  test.each<[string, string, readonly NoteNode[]]>([
    [
      'a note around blocks',
      '<Note type="tip" title="b">\n\na\n\n</Note>',
      [{ kind: 'note', tone: 'tip', title: 'b', children: [paragraph(text('a'))] }],
    ],
    [
      'a note on one line, without a paragraph around it',
      '<Note>a</Note>',
      [{ kind: 'note', tone: 'note', children: [text('a')] }],
    ],
    [
      'a screenshot',
      '<Screenshot src="./images/a.png" alt="b" caption="c" />',
      [{ kind: 'screenshot', src: '/pictures/./images/a.png', alt: 'b', caption: 'c' }],
    ],
    [
      'details',
      '<Details summary="b">\n\na\n\n</Details>',
      [{ kind: 'details', summary: 'b', children: [paragraph(text('a'))] }],
    ],
  ])('draws %s', (_name, mdx, nodes) => {
    expect(drawn(mdx, 'mdx')).toEqual(nodes);
  });

  test('whatever the text, it is refused or drawn with harmless addresses only', () => {
    const pieces = [
      '[a](',
      'javascript:',
      'https://a.example/',
      ')',
      '![',
      '](b.png)',
      '<b>',
      '`',
      '*',
      '\n\n',
      '> ',
    ];
    const soup = fc.array(
      fc.constantFrom(...pieces, 'a', '{', '<Note>', '</Note>', '[^1]', '| a |\n| - |\n'),
    );
    fc.assert(
      fc.property(soup, fc.constantFrom('md' as const, 'mdx' as const), (words, format) => {
        const refusal = refusalOf(words.join(''), format);
        if (refusal !== 'drawn') return /^[a-z,-]+$/.test(refusal);
        return addressesOf(drawn(words.join(''), format)).every((address) =>
          /^(?:https:|mailto:|#|\/pictures\/)/.test(address),
        );
      }),
    );
  });
});

function text(value: string): NoteNode {
  return { kind: 'text', text: value };
}

function paragraph(...children: readonly NoteNode[]): NoteNode {
  return { kind: 'paragraph', children };
}

/** Every address in a tree, found without knowing its shape. */
function addressesOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    (name === 'href' || name === 'src') && typeof member === 'string' ? [member] : addressesOf(member),
  );
}
