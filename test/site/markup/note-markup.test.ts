import { describe, expect, test } from 'vitest';
import type { Notes } from '../../../scripts/model/release-tree.ts';
import { noteMarkup } from '../../../site/markup/note-markup.ts';
import type { NoteNode } from '../../../site/notes-renderer/note-node.ts';
import { noteNodes } from '../../../site/notes-renderer/note-nodes.ts';
import { noteText } from '../../../site/notes-renderer/note-text.ts';

const nodesOf = (text: string, format: Notes['format'] = 'md'): readonly NoteNode[] =>
  noteNodes({ locale: 'ru', format, file: 'notes.ru.md', text }, (path) => `/pictures/${path}`);

describe('noteMarkup', () => {
  test.each<[NoteNode, string, string]>([
    [{ kind: 'text', text: '<img src=x>' }, '&lt;img src=x&gt;', 'text'],
    [{ kind: 'inlineCode', text: '</code><b>' }, '<code>&lt;/code&gt;&lt;b&gt;</code>', 'code'],
    [
      { kind: 'image', src: 'a.png', alt: '" onerror="x' },
      '<img src="a.png" alt="&quot; onerror=&quot;x" loading="lazy" />',
      'a description',
    ],
    [
      { kind: 'details', summary: '<b>', children: [] },
      '<details>\n<summary>&lt;b&gt;</summary>\n\n</details>',
      'a summary',
    ],
  ])('a stranger’s %j stays text', (node, drawn) => {
    expect(noteMarkup([node]).text).toBe(drawn);
  });

  test.each<[string, string, string]>([
    ['a **b** `c`', '<p>a <strong>b</strong> <code>c</code></p>', 'words'],
    ['# a', '<h3>a</h3>', 'a heading'],
    ['3. a', '<ol start="3"><li>a</li></ol>', 'a numbered list'],
    ['- [x] a', '<ul><li><span aria-hidden="true">☑ </span>a</li></ul>', 'a task'],
    ['```\n  a\n\n\n  b\n```', '<pre tabindex="0"><code>  a\n\n\n  b</code></pre>', 'code, line by line'],
    ['> a', '<blockquote><p>a</p></blockquote>', 'a quotation'],
    ['a[^1]\n\n[^1]: b', '<sup><a href="#note-1">1</a></sup>', 'a footnote'],
    [
      '[a](https://b.example/?c&d)',
      '<a href="https://b.example/?c&amp;d" rel="nofollow ugc noopener">a</a>',
      'a link',
    ],
  ])('%j is drawn as %s', (text, drawn) => {
    const lines = noteMarkup(nodesOf(text)).text.split('\n');
    expect(text.startsWith('`') ? lines.join('\n') : lines.join('')).toContain(drawn);
  });
});

describe('noteText', () => {
  test.each<[Notes['format'], string, string, string]>([
    ['md', 'a **b**c\n\nd', 'a bc d', 'words of one paragraph stay together, paragraphs do not'],
    ['md', '- a\n- b', 'a b', 'items of a list'],
    ['md', '| a | b |\n| - | - |\n| c | d |', 'a b c d', 'cells of a table'],
    ['md', '```\nОбмен.Отправить();\n```', 'Обмен.Отправить();', 'code'],
    ['md', '![Окно обмена](a.png)', 'Окно обмена', 'what a picture shows'],
    ['mdx', '<Note type="tip" title="a">\n\nb\n\n</Note>', 'a b', 'a note with its title'],
    ['mdx', '<Details summary="a">\n\nb\n\n</Details>', 'a b', 'what is folded'],
  ])('%s %j is found as %j: %s', (format, text, found) => {
    expect(noteText(nodesOf(text, format))).toBe(found);
  });
});
