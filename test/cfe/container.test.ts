import { describe, expect, test } from 'vitest';
import { isBlockHeader } from '../../scripts/cfe/block-header.ts';
import { writeContainer } from '../../scripts/cfe/container-writer.ts';
import { containerWidth, readContainer, type Container } from '../../scripts/cfe/container.ts';
import { MAX_ENTRIES, MAX_NAME_BYTES } from '../../scripts/cfe/limits.ts';
import { WarningLog } from '../../scripts/cfe/warning.ts';
import { NO_ADDRESS, WIDTH_32, WIDTH_64, type Width } from '../../scripts/cfe/width.ts';
import { stored } from './built-files.ts';

/** Two entries, `a` and `b`, of 600 and 3 bytes. Addresses in 32 bits: contents 16, `a` 559 and 616, `b` 1247 and 1304. */
const twoEntries = (width: Width = WIDTH_32): Uint8Array =>
  writeContainer([stored('a', new Uint8Array(600).fill(1)), stored('b', Uint8Array.of(1, 2, 3))], { width });

const TOC = 16;
const [A_ATTRIBUTES, A_DATA] = [559, 616];
const [B_ATTRIBUTES, B_DATA] = [1247, 1304];

/** Writes text over bytes. */
function over(bytes: Uint8Array, offset: number, text: string): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy.set(Buffer.from(text, 'latin1'), offset);
  return copy;
}

/** Writes a number of a block header: 0 length of the document, 1 of the page, 2 next page. */
const inHeader = (
  bytes: Uint8Array,
  at: number,
  { field, value }: { field: number; value: string },
): Uint8Array => over(bytes, at + 2 + field * 9, value);

/** Writes a 32-bit number. */
function number(bytes: Uint8Array, offset: number, value: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  new DataView(copy.buffer).setUint32(offset, value, true);
  return copy;
}

function read(bytes: Uint8Array, log = new WarningLog()): Container {
  const width = containerWidth(bytes);
  if (width === undefined) throw new Error('no container');
  return readContainer(bytes, width, log);
}

const RECORD_A = TOC + WIDTH_32.blockHeaderBytes;
const hex = (value: number): string => value.toString(16).padStart(8, '0');
const base = twoEntries();
const freeList = (head: number, bytes = base): Uint8Array => number(bytes, 0, head);

/** A free page behind the container; its next page is given. */
const withFreePage = (next: string): Uint8Array =>
  Buffer.concat([
    freeList(base.length),
    Buffer.from(`\r\n7fffffff 00000010 ${next} \r\n`),
    new Uint8Array(16),
  ]);

test('the addresses that these tests write over are right', () => {
  for (const address of [TOC, A_ATTRIBUTES, A_DATA, B_ATTRIBUTES, B_DATA])
    expect(isBlockHeader(base, address, WIDTH_32)).toBe(true);
});

test.each([
  ['block-cycle', 'contents that go on in themselves', inHeader(base, TOC, { field: 2, value: hex(TOC) })],
  [
    'block-cycle',
    'attributes that go on in themselves',
    inHeader(base, A_ATTRIBUTES, { field: 2, value: hex(A_ATTRIBUTES) }),
  ],
  ['block-cycle', 'data that goes on in itself', inHeader(base, B_DATA, { field: 2, value: hex(B_DATA) })],
  ['block-cycle', 'a free page that follows itself', withFreePage(hex(base.length))],
  [
    'block-claimed-twice',
    'data that goes on in the data of another entry',
    inHeader(base, B_DATA, { field: 2, value: hex(A_DATA) }),
  ],
  ['block-claimed-twice', 'a free page that is in use', freeList(A_DATA)],
  ['block-claimed-twice', 'a free list that ends in a page in use', withFreePage(hex(B_DATA))],
  ['block-claimed-twice', 'two records with one block', number(base, RECORD_A + 16, A_DATA)],
  ['block-claimed-twice', 'attributes and data in one block', number(base, RECORD_A + 4, A_ATTRIBUTES)],
  [
    'block-claimed-twice',
    'a page inside the body of another one',
    number(
      over(base, A_DATA + 31 + 40, '\r\n00000001 00000001 7fffffff \r\n'),
      RECORD_A + 16,
      A_DATA + 31 + 40,
    ),
  ],
  ['size-exceeds-file', 'a document of 2 GiB', inHeader(base, A_DATA, { field: 0, value: '7ffffffe' })],
  [
    'size-exceeds-file',
    'a document of no length that can be told',
    inHeader(base, A_DATA, { field: 0, value: '7fffffff' }),
  ],
  [
    'size-exceeds-file',
    'a document longer than its chain',
    inHeader(base, B_DATA, { field: 0, value: hex(700) }),
  ],
  ['zero-progress-page', 'a page of no length', inHeader(base, A_DATA, { field: 1, value: '00000000' })],
  ['truncated', 'an address behind the end', number(base, RECORD_A + 4, 0x7ffffff0)],
  ['truncated', 'a page behind the end', base.subarray(0, B_DATA + 31 + 2)],
  ['truncated', 'a header behind the end', base.subarray(0, B_DATA + 10)],
  ['block-outside-file', 'an address inside the header of the container', number(base, RECORD_A, 4)],
  ['block-header-malformed', 'an address of something else', number(base, RECORD_A, A_ATTRIBUTES + 1)],
  ['block-header-malformed', 'a plus sign where a digit belongs', over(base, A_DATA + 2, '+0000258')],
  ['block-header-malformed', 'a prefix where digits belong', over(base, A_DATA + 2, '0x000258')],
  ['block-header-malformed', 'spaces where digits belong', over(base, A_DATA + 2, '     258')],
  ['block-header-malformed', 'a minus where a space belongs', over(base, A_DATA + 10, '-')],
  ['block-header-malformed', 'no line end', over(base, A_DATA + 29, '  ')],
  ['toc-record-malformed', 'a third word that is no end', number(base, RECORD_A + 8, 0)],
  [
    'attributes-malformed',
    'attributes shorter than their times',
    inHeader(base, A_ATTRIBUTES, { field: 0, value: hex(10) }),
  ],
  ['entry-name-empty', 'an entry without a name', writeContainer([stored('', Uint8Array.of(1))])],
  [
    'entry-name-repeated',
    'two entries of one name',
    writeContainer([stored('a', Uint8Array.of(1)), stored('a', Uint8Array.of(2))]),
  ],
  [
    'entry-name-repeated',
    'names that differ behind a zero only',
    writeContainer([stored('a\0b', Uint8Array.of(1)), stored('a\0c', Uint8Array.of(2))]),
  ],
  [
    'entry-name-too-long',
    'a name of more than the limit',
    writeContainer([stored('n'.repeat(MAX_NAME_BYTES / 2), Uint8Array.of(1))]),
  ],
  [
    'too-many-entries',
    'more records than the limit',
    inHeader(
      Buffer.concat([over(base, TOC + 11, hex((MAX_ENTRIES + 1) * 12)), new Uint8Array(MAX_ENTRIES * 13)]),
      TOC,
      { field: 0, value: hex((MAX_ENTRIES + 1) * 12) },
    ),
  ],
])('refuses with %s: %s', (code, _reason, bytes) => {
  expect(() => read(bytes)).toThrow(expect.objectContaining({ code }));
});

test.each([
  ['size-exceeds-file', 'a size of 2^64 - 2', over(twoEntries(WIDTH_64), 22, 'FFFFFFFFFFFFFFFE')],
  ['size-exceeds-file', 'a size of 2^53', over(twoEntries(WIDTH_64), 22, '0020000000000000')],
  [
    'block-outside-file',
    'an address beyond what numbers hold',
    over(twoEntries(WIDTH_64), 20 + 55, '\xf0\xff\xff\xff\xff\xff\xff\x7f'),
  ],
  [
    'truncated',
    'an address of terabytes',
    over(twoEntries(WIDTH_64), 20 + 55, '\x00\x00\x00\x00\x00\x10\x00\x00'),
  ],
])('refuses in 64 bits with %s: %s', (code, _reason, bytes) => {
  expect(containerWidth(bytes)).toBe(WIDTH_64);
  expect(() => read(bytes)).toThrow(expect.objectContaining({ code }));
});

const warningsOf = (bytes: Uint8Array): readonly string[] => {
  const log = new WarningLog();
  read(bytes, log);
  return log.list().map(({ code }) => code);
};

test.each([
  [[], 'a container as the platform writes it', base],
  [[], 'upper-case digits', over(base, A_DATA + 2, '0000025' + '8')],
  [[], 'an empty slot in the contents', number(base, RECORD_A, 0x7fffffff)],
  [['free-list-broken'], 'a free list that leads nowhere', freeList(5)],
  [['free-list-broken'], 'a free list that leads behind the end', freeList(0x7ffffff0)],
  [['toc-tail-ignored'], 'half a record at the end', inHeader(base, TOC, { field: 0, value: hex(30) })],
  [['entry-without-content'], 'an entry that has no data', number(base, RECORD_A + 4, 0x7fffffff)],
  [
    ['entry-name-tail', 'entry-name-suspicious'],
    'a zero inside a name, a path in front of it',
    writeContainer([stored('../x\0y', Uint8Array.of(1))]),
  ],
  [['entry-name-surrogate'], 'half of a character', writeContainer([stored('\ud83d', Uint8Array.of(1))])],
  [['entry-name-suspicious'], 'an escape sequence', writeContainer([stored('\u001b[31m', Uint8Array.of(1))])],
  [
    ['entry-name-suspicious'],
    'text that runs from right to left',
    writeContainer([stored('a\u202eb', Uint8Array.of(1))]),
  ],
  [['entry-name-suspicious'], 'a drive', writeContainer([stored('C:x', Uint8Array.of(1))])],
  [
    [],
    'names that objects of JavaScript have',
    writeContainer(['__proto__', 'constructor', 'toString'].map((name) => stored(name, Uint8Array.of(1)))),
  ],
  [
    [],
    'names that differ in case',
    writeContainer([stored('a', Uint8Array.of(1)), stored('A', Uint8Array.of(1))]),
  ],
])('reads with the warnings %j: %s', (codes, _reason, bytes) => expect(warningsOf(bytes)).toEqual(codes));

describe('what a container tells', () => {
  test('entries by name, as they are stored', () => {
    const { entries } = read(base);
    expect([...entries.keys()]).toEqual(['a', 'b']);
    expect(entries.get('b')?.stored).toEqual(Uint8Array.of(1, 2, 3));
    expect(
      read(writeContainer([stored('__proto__', Uint8Array.of(7))])).entries.get('__proto__')?.stored,
    ).toEqual(Uint8Array.of(7));
  });

  test('a document of several pages', () => {
    const tail = Buffer.from(`\r\n00000000 00000002 7fffffff \r\n\x04\x05`, 'latin1');
    const longer = inHeader(inHeader(base, B_DATA, { field: 0, value: hex(514) }), B_DATA, {
      field: 2,
      value: hex(base.length),
    });
    const { entries } = read(Buffer.concat([longer, tail]));
    expect(entries.get('b')?.stored).toHaveLength(514);
    expect(entries.get('b')?.stored.subarray(-2)).toEqual(Uint8Array.of(4, 5));
  });

  test('padding behind documents, fake block headers in it included and never followed', () => {
    const fake = over(base, B_DATA + 31 + 10, '\r\n00000001 00000001 7fffffff \r\n');
    const slack = Buffer.concat(read(fake).slack);
    expect(slack.includes('\r\n00000001')).toBe(true);
    expect(read(fake).entries.size).toBe(2);
  });

  test('free pages and where the container ends', () => {
    const container = read(Buffer.concat([withFreePage('7fffffff'), Buffer.from('behind')]));
    expect(container).toMatchObject({
      freePages: 1,
      freeListHead: base.length,
      length: base.length + 31 + 16,
    });
    expect(read(base)).toMatchObject({
      freePages: 0,
      freeListHead: null,
      length: base.length,
      pageSize: 512,
      word3: 2,
    });
  });

  test('the last page may be cut behind its document', () => {
    const cut = base.subarray(0, B_DATA + 31 + 3);
    expect(read(cut).entries.get('b')?.stored).toEqual(Uint8Array.of(1, 2, 3));
  });
});

test.each([
  [new Uint8Array(), 'nothing'],
  [Buffer.from('v1.0.5\n'), 'a line of text'],
  [base.subarray(0, 16), 'a header and nothing behind it'],
  [new Uint8Array(1000), 'zeros'],
])('finds no container in %# — %s', (...[bytes]) => expect(containerWidth(bytes)).toBeUndefined());

test('NO_ADDRESS is no address', () => expect(NO_ADDRESS).toBeLessThan(0));
