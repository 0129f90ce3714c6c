import { describe, expect, test } from 'vitest';
import { notePictures, type NotesFormat } from '../../scripts/notes/index.ts';

describe('notePictures', () => {
  test.each<[NotesFormat, string, readonly string[], string]>([
    ['md', '![a](a.png) ![b](./images/b.webp)', ['a.png', 'images/b.webp'], 'pictures in a line'],
    ['md', '![a][x]\n\n[x]: a.png', ['a.png'], 'a picture by reference'],
    ['md', '![a][y]', [], 'a reference to nothing is text'],
    ['md', '`![a](a.png)`', [], 'code is text'],
    ['md', '[a](a.png)', [], 'a link is no picture'],
    ['mdx', '<Screenshot src="a.png" alt="a" />', ['a.png'], 'a component'],
    ['mdx', '<Note\n', [], 'what cannot be parsed'],
  ])('%s %j shows %j: %s', (format, text, paths) => {
    expect(notePictures(text, format).map(({ path }) => path)).toEqual(paths);
  });

  test('says where', () => {
    expect(notePictures('text\n\n a ![b](c.png)', 'md')).toEqual([
      { path: 'c.png', line: 3, column: 4, length: 11 },
    ]);
  });
});
