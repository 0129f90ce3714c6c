import { describe, expect, test } from 'vitest';
import { lfsPointerOf } from '../../scripts/publication/lfs-pointer.ts';

const SHA = 'f'.repeat(64);
const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${SHA}\nsize 12345\n`;
const read = (text: string) => lfsPointerOf(new TextEncoder().encode(text));

describe('a pointer of Git LFS', () => {
  test.each([
    ['as git writes it', POINTER],
    ['with an extension before the oid', POINTER.replace('oid', 'ext-0-foo sha256:0\noid')],
  ])('%s', (_reason, text) => expect(read(text)).toEqual({ sha256: SHA, length: 12_345 }));

  test.each([
    ['a file that begins like one', `${POINTER}${' '.repeat(1024)}`],
    ['another version', POINTER.replace('v1', 'v2')],
    ['no digest', POINTER.replace(/oid.*\n/, '')],
    ['a digest of another kind', POINTER.replace('sha256', 'sha1')],
    ['a size that is no number', POINTER.replace('12345', '-1')],
    ['nothing', ''],
  ])('not: %s', (_reason, text) => expect(read(text)).toBeUndefined());
});
