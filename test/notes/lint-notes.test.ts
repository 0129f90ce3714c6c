import { describe, expect, test } from 'vitest';
import { lintNotes, type NotesFormat, type NotesProblemCode } from '../../scripts/notes/index.ts';
import { MAX_NOTES_BYTES, MAX_NOTES_DEPTH, MAX_NOTES_PROBLEMS } from '../../scripts/notes/limits.ts';

/** `code@line:column` of each problem. */
const found = (text: string, format: NotesFormat): readonly string[] =>
  lintNotes(text, format).map(({ code, line, column }) => `${code}@${line}:${column}`);

describe('Markdown notes', () => {
  test.each([
    ['<script>alert(1)</script>', ['html@1:1'], 'a script runs in the reader’s browser'],
    ['текст <b>жирный</b>', ['html@1:7', 'html@1:16'], 'inline HTML, each tag in its place'],
    ['# Заголовок\n\n<img src=x onerror=alert(1)>', ['html@3:1'], 'an event handler'],
    ['- a\n\n  <div>\n', ['html@3:3'], 'HTML inside a list'],
    ['<!-- скрыто -->', ['html@1:1'], 'a comment is HTML too'],
    ['https://a.b/<script>', ['html@1:13'], 'HTML that follows an autolink'],
    ['[x](javascript:alert(1))', ['link-address@1:1'], 'a script behind a link'],
    ['[x](java&#115;cript:alert(1))', ['link-address@1:1'], 'a scheme hidden by a character reference'],
    ['[x](<java\tscript:alert(1)>)', ['link-address@1:1'], 'a scheme that browsers read without its tab'],
    ['[x](data:text/html,hi)', ['link-address@1:1'], 'a page inside an address'],
    ['[x](//evil.example/a)', ['link-address@1:1'], 'another host without a scheme'],
    ['[x](https://bank.example@evil.example)', ['link-address@1:1'], 'a user name that looks like a host'],
    ['[x](../../secret)', ['link-address@1:1'], 'a path of the site that nobody promised'],
    ['<vbscript:x>', ['link-address@1:1'], 'an autolink of another scheme'],
    ['[x][y]\n\n[y]: javascript:1', ['link-address@1:1', 'link-address@3:1'], 'an address in a definition'],
    ['[x][y]\n\n[y]: a.png', ['link-address@1:1'], 'a link to what only a picture may name'],
    [
      '![x](https://host/a.png)',
      ['image-address@1:1'],
      'a picture that tells a stranger who reads the notes',
    ],
    ['![x](../1.0/a.png)', ['image-address@1:1'], 'a picture of another release'],
    ['![x](/a.png)', ['image-address@1:1'], 'a path from the root of the site'],
    ['![x](%2e%2e/a.png)', ['image-address@1:1'], 'dots hidden by percent escapes'],
    ['![x](%E0%A4%A.png)', ['image-address@1:1'], 'a broken escape stops the build of the whole site'],
    ['![x](a.svg)', ['image-address@1:1'], 'a picture that can carry scripts'],
    ['![x][y]\n\n[y]: https://host/a.png', ['image-address@1:1'], 'a remote picture by reference'],
    ['---\nlayout: ../../x.astro\n---\n\nтекст', ['front-matter@1:1'], 'settings of the page in its text'],
    ['+++\na = 1\n+++\n', ['front-matter@1:1'], 'the same in TOML'],
    ['safe \u202etxet', ['bidi-character@1:6'], 'text that is shown in another order'],
    ['safe &#x202e;txet', ['bidi-character@1:1'], 'the same as a character reference'],
    ['a\u001b[31mb', ['control-character@1:2'], 'an ANSI escape'],
    ['a\rb', ['control-character@1:2'], 'a lone carriage return, a line end for some readers only'],
    ['a\u2028b', ['control-character@1:2'], 'a line separator, a line end in JavaScript only'],
    ['a\ud800b', ['control-character@1:2'], 'half of a surrogate pair'],
    ['a\0b', ['control-character@1:2'], 'NUL'],
  ])('%j → %j — %s', (text, expected) => {
    expect(found(text, 'md')).toEqual(expected);
  });

  test.each([
    ['# Что нового\n\n- Исправлено\n- **Добавлено** `x`', 'ordinary notes'],
    ['[a](https://a.b/c?d=e#f) <https://a.b> www.a.b', 'links'],
    ['[a](https://t.me/@vendor)', 'an at sign in a path'],
    ['[a](mailto:help@vendor.ru) help@vendor.ru', 'mail'],
    ['[a](#что-нового)', 'a place on the same page'],
    ['![Экран](Экран-1.png) ![](./img/a.webp)', 'pictures of the release'],
    ['|a|b|\n|-|-|\n|1|2|\n\n~~x~~\n\n- [x] y\n\na[^1]\n\n[^1]: b', 'GitHub’s additions'],
    ['`<b>` и \\<b> и &lt;b&gt;', 'markup that is shown, not used'],
    ['```html\n<script>\n```', 'markup in a code block'],
    ['{ОбщийМодуль.Обмен.Модуль(12)}: Поле не обнаружено', 'an error text of 1C'],
    ['import x from "y"', 'no code in Markdown'],
    ['a < b и c > d', 'signs'],
    ['a\r\nb\r\n', 'line ends of Windows'],
    ['\uFEFF# a', 'a byte order mark'],
    ['Время: 10:30, Примечание:текст\n\n:::note\nтекст\n:::', 'colons, with directives or without'],
    ['', 'nothing'],
  ])('%j is fine — %s', (text) => {
    expect(found(text, 'md')).toEqual([]);
  });
});

describe('MDX notes', () => {
  test.each([
    ['import fs from "node:fs"', ['import@1:1'], 'code of the build machine'],
    ['текст\n\nexport const a = 1', ['import@3:1'], 'an export runs as well'],
    ['{process.env.KEY}', ['expression@1:1'], 'a secret of the build machine'],
    ['текст {1 + 1} текст', ['expression@1:7'], 'an expression inside a paragraph'],
    ['`a\n{1}\n`', ['expression@2:1'], 'MDX ends a paragraph at a brace, back quotes or not'],
    ['    {1}', ['expression@1:5'], 'MDX has no indented code'],
    ['\\\\{1}', ['expression@1:3'], 'an escaped backslash does not escape the brace'],
    ['{/* комментарий */}', ['expression@1:1'], 'a comment is an expression'],
    ['<Note title={title}>a</Note>', ['expression@1:13'], 'an attribute that is computed'],
    ['<Note {...props}>a</Note>', ['expression@1:7'], 'attributes that nobody sees'],
    [
      '<N.x a="`"/> {1 <N.x b="`"/>',
      ['component-unknown@1:1', 'expression@1:14', 'component-unknown@1:17'],
      'quotes in tags',
    ],
    ['<script>alert(1)</script>', ['component-unknown@1:1'], 'HTML is a component in MDX'],
    ['текст <b>жирный</b>', ['component-unknown@1:7'], 'every tag, not only dangerous ones'],
    ['<></>', ['component-unknown@1:1'], 'a fragment has no name'],
    [
      '<Note onclick="x">a</Note>',
      ['attribute-unknown@1:1'],
      'an attribute that the component does not have',
    ],
    ['<Note set:html="x">a</Note>', ['attribute-unknown@1:1'], 'a directive of the site’s templates'],
    ['<Note type="warn">a</Note>', ['attribute-value@1:1'], 'a value that the component does not know'],
    ['<Note title>a</Note>', ['attribute-not-literal@1:1'], 'an attribute without a value is `true`'],
    ['<Screenshot src="https://h/a.png" />', ['attribute-value@1:1'], 'a remote picture'],
    ['[x](javascript:1)', ['link-address@1:1'], 'the rules of Markdown hold'],
    ['<Note>a', ['syntax@1:1'], 'a component that is not closed'],
    ['<!-- a -->', ['syntax@1:1'], 'MDX has no comments of HTML'],
    ['<http://a.b>', ['syntax@1:1'], 'MDX has no autolinks'],
  ])('%j → %j — %s', (text, expected) => {
    expect(found(text, 'mdx')).toEqual(expected);
  });

  test.each([
    ['<Note type="tip" title="Важно">\n\nТекст **жирный**\n\n</Note>', 'a note'],
    ['<Steps>\n\n1. Раз\n2. Два\n\n</Steps>', 'steps'],
    ['<Screenshot src="./экран.png" alt="Экран" caption="После" />', 'a picture with a caption'],
    ['<Details summary="Подробно">\n\nтекст\n\n</Details>', 'a part that opens'],
    ['Ошибка `{Модуль(1)}` исправлена', 'braces in code within a line'],
    ['```json\n{"a": {"b": 1}}\n```', 'braces in a code block'],
    ['```js\nimport x from "y"\n```', 'an import in a code block'],
    ['Пишите \\{так\\} или &#123;так&#125;', 'braces that are escaped'],
    ['- import документов из Excel', 'the word within a line'],
    ['абзац\nimport(x)', 'the word without a space'],
  ])('%j is fine — %s', (text) => {
    expect(found(text, 'mdx')).toEqual([]);
  });
});

describe('limits', () => {
  test.each<[string, NotesFormat, NotesProblemCode, string]>([
    ['x'.repeat(MAX_NOTES_BYTES + 1), 'md', 'too-large', 'one byte too many'],
    ['ж'.repeat(MAX_NOTES_BYTES / 2 + 1), 'md', 'too-large', 'bytes count, not characters'],
    ['>'.repeat(MAX_NOTES_DEPTH + 1), 'md', 'too-deep', 'quotations'],
    ['- '.repeat(MAX_NOTES_DEPTH) + 'a', 'md', 'too-deep', 'lists: each is two nodes'],
    ['<Note>'.repeat(40) + '</Note>'.repeat(40), 'mdx', 'too-deep', 'components'],
    ['{'.repeat(1001), 'mdx', 'too-many-signs', 'braces cost the parser quadratic time'],
    ['&lt;'.repeat(1001), 'md', 'too-many-signs', 'so do character references'],
    [':`'.repeat(1001), 'md', 'too-many-signs', 'so do directives: 64 KB of these took 25 s'],
    [':a['.repeat(1001), 'mdx', 'too-many-signs', 'with a label that does not end'],
  ])('%# %s is refused with %s', (text, format, code) => {
    expect(lintNotes(text, format).map((problem) => problem.code)).toContain(code);
  });

  test('as many problems as a person can read', () => {
    expect(lintNotes('<b>'.repeat(1000), 'md')).toHaveLength(MAX_NOTES_PROBLEMS);
  });

  test('what is exactly as large as allowed is read', () => {
    expect(lintNotes('x'.repeat(MAX_NOTES_BYTES), 'md')).toEqual([]);
  });
});

test('a problem says what it is about', () => {
  expect(lintNotes('a\n\n<Note typ="x">b</Note>', 'mdx')).toEqual([
    {
      code: 'attribute-unknown',
      line: 3,
      column: 1,
      length: 22,
      args: { component: 'Note', attribute: 'typ', allowed: ['type', 'title'] },
    },
  ]);
});
