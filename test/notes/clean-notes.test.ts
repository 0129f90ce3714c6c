import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lintNotes } from '../../scripts/notes/index.ts';
import { cleanNotes } from '../../scripts/notes/clean-notes.ts';

test.each<[string, string, string]>([
  ['<script>alert(1)</script>', '\\<script>alert(1)\\</script>', 'HTML is shown'],
  ['Fix <!-- hidden --> it', 'Fix  it', 'a hidden remark goes'],
  ['[x](javascript:alert)', '\\[x\\]\\(javascript\\:alert\\)', 'a link that does something'],
  ['a\u202eb\u0000c', 'a b c', 'direction and control characters'],
  ['', '', 'nothing'],
  ['\uFEFF# New\r\n\r\n- a\r\n', '# New\n\n- a', 'line ends of another system'],
  [
    '# New\n\n- **a** [b](https://example.org/)',
    '# New\n\n- **a** [b](https://example.org/)',
    'harmless Markdown stays',
  ],
])('%j becomes %j — %s', (text, notes) => {
  expect(cleanNotes(text)).toBe(notes);
});

test('whatever comes in, nothing is wrong with what goes out', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<img src=x>',
      '[a](data:x)',
      '---\n',
      '> ',
      '{{',
      '&#0;',
      '![x](http://e)',
      '[a]: x:y\n',
      '```\n',
      'import x\n',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      expect(lintNotes(cleanNotes(pieces.join('')), 'md')).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('a text of megabytes is cut before it is looked at', () => {
  expect(cleanNotes('слово '.repeat(1_000_000)).length).toBeLessThanOrEqual(16 * 1024);
});
