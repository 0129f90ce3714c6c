/** What people leave where a text was meant to come; compared with all words of the notes. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  ...['todo', 'tbd', 'fixme', 'wip', 'xxx', 'n a', 'none', 'test', 'placeholder', 'lorem ipsum'],
  ...['notes', 'release notes', 'changes', 'changelog', 'what s new', 'description', 'write notes here'],
  ...['описание', 'описание изменений', 'описание выпуска', 'что нового', 'изменения', 'список изменений'],
  ...['заполнить', 'дописать', 'потом', 'нет', 'без описания', 'тест', 'текст', 'здесь будет описание'],
]);

/** Whether notes say nothing: headings, comments and punctuation alone, or one of the words people leave for later. */
export function isPlaceholder(text: string): boolean {
  const words = withoutComments(text)
    .replace(/^ {0,3}#{1,6}(?:\s.*)?$/gm, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
  return words === '' || PLACEHOLDERS.has(words) || /^lorem ipsum\b/.test(words);
}

/** Text without `<!-- … -->`, in one pass: a pattern would search to the end for each opening. */
function withoutComments(text: string): string {
  const [before = '', ...comments] = text.split('<!--');
  const after = comments.map((comment) => {
    const end = comment.indexOf('-->');
    return end < 0 ? '' : comment.slice(end + '-->'.length);
  });
  return [before, ...after].join(' ');
}
