import { describe, expect, test } from 'vitest';
import { entryPath, treePathSteps } from '../../scripts/source/files/tree-path.ts';

describe('treePathSteps', () => {
  test.each([
    ['../secret', 'the parent folder'],
    ['a/../../b', 'a parent in the middle'],
    ['/etc/passwd', 'an absolute path'],
    ['a//b', 'an empty step'],
    ['./a', 'a second spelling of the same file'],
    ['a/', 'a second spelling of the same folder'],
    ['a\\..\\b', "Windows' separator"],
    ['c:/a', 'a drive of Windows'],
    ['a\nb', 'a newline, which ends a request to git'],
    ['a\0b', 'a zero byte, which ends a name in C'],
  ])('refuses %j — %s', (path) =>
    expect(() => treePathSteps(path)).toThrow(expect.objectContaining({ code: 'path-outside' })),
  );

  test.each([
    ['', [], 'the tree itself'],
    ['a', ['a'], 'a file'],
    ['extensions/crm/1.0/notes.ru.md', ['extensions', 'crm', '1.0', 'notes.ru.md'], 'dots inside a name'],
    ['a/..b', ['a', '..b'], 'dots that start a name'],
    ['Расширение.cfe', ['Расширение.cfe'], 'Cyrillic'],
  ])('takes %j apart — %s', (path, steps) => expect(treePathSteps(path)).toEqual(steps));
});

test.each([
  ['', 'a', 'a'],
  ['a/b', 'c', 'a/b/c'],
])('entryPath(%j, %j) is %j', (folder, name, path) => expect(entryPath(folder, name)).toBe(path));
