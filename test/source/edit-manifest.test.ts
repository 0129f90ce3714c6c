import { describe, expect, test } from 'vitest';
import {
  editManifest,
  linesOf,
  openManifest,
  withLinesAfter,
} from '../../scripts/source/write/edit-manifest.ts';
import { manifestNode } from '../../scripts/source/write/manifest-node.ts';

describe('openManifest', () => {
  test.each([
    ['nothing', ''],
    ['a text', 'release\n'],
    ['a list', '- a: 1\n'],
    ['a fault of YAML', 'a: [\n'],
    ['a key twice', 'a: 1\na: 2\n'],
    ['two documents', 'a: 1\n---\nb: 2\n'],
  ])('refuses %s', (_reason, text) => {
    expect(() => openManifest(text)).toThrow(expect.objectContaining({ code: 'manifest-unusable' }));
  });

  test('gives the fields', () =>
    expect(openManifest('a: 1.0\nb: [c]\n').fields).toEqual({ a: '1.0', b: ['c'] }));
});

describe('withLinesAfter', () => {
  test.each([
    ['a: 1\nb: 2\n', 3, 'a: 1\nX\nb: 2\n', 'inside a line: behind its end'],
    ['a: 1\nb: 2\n', 5, 'a: 1\nX\nb: 2\n', 'at the start of a line: before it'],
    ['a: 1\nb: 2', 8, 'a: 1\nb: 2\nX\n', 'in a last line without an end: behind a new one'],
    ['a: 1 # why\nb: 2\n', 4, 'a: 1 # why\nX\nb: 2\n', 'before a comment: behind it'],
    ['', 0, '\nX\n', 'in an empty text'],
  ])('%j at %i gives %j — %s', (text, offset, expected) => {
    expect(withLinesAfter(text, offset, 'X\n')).toBe(expected);
  });
});

describe('linesOf', () => {
  const build = manifestNode('release', { length: 1, file: 'a.cfe' }, ['builds', 0]);

  test.each([
    ['at the margin', 0, 'a: 1\n', '- file: a.cfe\n  length: 1\n'],
    ['further in', 4, 'a: 1\n', '    - file: a.cfe\n      length: 1\n'],
    ['with the line ends of Windows', 0, 'a: 1\r\n', '- file: a.cfe\r\n  length: 1\r\n'],
  ])('%s', (_reason, indent, text, expected) => expect(linesOf([build], indent, text)).toBe(expected));
});

describe('editManifest', () => {
  const expected = { a: '1', b: '2' };
  const rewrite = {
    rewrite: (document: { set: (key: string, value: string) => void }) => document.set('b', '2'),
  };

  test('takes lines that say what they should', () => {
    expect(editManifest('a: 1 # why\n', { expected, insert: () => 'a: 1 # why\nb: 2\n', ...rewrite })).toBe(
      'a: 1 # why\nb: 2\n',
    );
  });

  test.each([
    ['say something else', 'a: 1\nb: 3\n'],
    ['lose something', 'b: 2\n'],
    ['are not YAML', 'a: [\n'],
    ['have no place', undefined],
  ])('lays the file out anew where the lines %s', (_reason, inserted) => {
    expect(editManifest('a:   1 # why\n', { expected, insert: () => inserted, ...rewrite })).toBe(
      'a: 1 # why\nb: "2"\n',
    );
  });

  test('refuses where no way leads to what it should say', () => {
    const lost = () =>
      editManifest('a: 1\n', { expected, insert: () => undefined, rewrite: () => undefined });
    expect(lost).toThrow(expect.objectContaining({ code: 'manifest-unusable' }));
  });
});
