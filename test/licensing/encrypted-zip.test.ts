import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { openEncryptedEntry } from '../../scripts/license/encrypted-entry.ts';
import { encryptedZip } from '../../scripts/licensing/encrypted-zip.ts';
import { SEVEN_ZIP, sevenZip } from '../fixtures/seven-zip.ts';
import { fakeRandom } from './vendor.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'encrypted-zip-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const password = '0123456789abcdef'.repeat(4);
const salt = fakeRandom('salt')(16);
const open = (bytes: Uint8Array, entry: string, maxBytes: number) =>
  openEncryptedEntry(bytes, password, { subject: 'protected-file', name: 'x.zip', entry, maxBytes });

/** A megabyte and a half: more than one piece of keystream, and no whole number of blocks. */
const long = fakeRandom('long')(1_500_001);

test.each<[string, Uint8Array, string]>([
  ['empty.cfe', new Uint8Array(), 'nothing'],
  ['one.cfe', Uint8Array.of(7), 'less than a block'],
  ['sixteen.cfe', new Uint8Array(16).fill(1), 'one block'],
  ['Ценники (1).cfe', new Uint8Array(17).fill(2), 'a Cyrillic name, and a byte more than a block'],
  ['long.cfe', long, 'several pieces of keystream'],
])('what was written comes back: %s — %#', async (name, bytes) => {
  const zip = await encryptedZip({ name, bytes }, { password, salt });
  expect(Buffer.compare(await open(zip, name, bytes.length), bytes)).toBe(0);
});

test('any bytes come back', () =>
  fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      const zip = await encryptedZip({ name: 'a.cfe', bytes }, { password, salt });
      expect(await open(zip, 'a.cfe', bytes.length)).toEqual(new Uint8Array(bytes));
    }),
    { numRuns: 25 },
  ));

test('the same input gives the same bytes, another salt other ones', async () => {
  const content = { name: 'a.cfe', bytes: long.subarray(0, 1000) };
  const zip = await encryptedZip(content, { password, salt });
  expect(await encryptedZip(content, { password, salt })).toEqual(zip);
  const other = await encryptedZip(content, { password, salt: fakeRandom('other salt')(16) });
  expect(other.length).toBe(zip.length);
  expect(Buffer.compare(other.subarray(100, 500), zip.subarray(100, 500))).not.toBe(0);
});

describe.skipIf(SEVEN_ZIP === undefined)('7-Zip, an independent program', () => {
  test.each([
    ['license.json', 1000],
    ['Ценники.cfe', 1_500_001],
    ['empty.cfe', 0],
  ])('opens what we write: %s, %i bytes', async (name, length) => {
    const bytes = long.subarray(0, length);
    writeFileSync(path.join(folder, 'ours.zip'), await encryptedZip({ name, bytes }, { password, salt }));
    expect(String(sevenZip(folder, 'l', '-slt', 'ours.zip'))).toContain('Method = AES-256 Store');
    const out = sevenZip(folder, 'x', '-so', `-p${password}`, 'ours.zip');
    expect(Buffer.compare(out, bytes)).toBe(0);
  });

  test('refuses our archive under another password', async () => {
    const zip = await encryptedZip({ name: 'a.cfe', bytes: long.subarray(0, 100) }, { password, salt });
    writeFileSync(path.join(folder, 'locked.zip'), zip);
    expect(() => sevenZip(folder, 't', '-pwrong', 'locked.zip')).toThrow(/Wrong password/);
  });

  test.each([
    ['-mx=9', 'deflated'],
    ['-mx=0', 'stored'],
  ])('writes what we open: %s — %s', async (level) => {
    writeFileSync(path.join(folder, 'license.json'), JSON.stringify({ licensee: 'ООО «Лютик»'.repeat(50) }));
    rmSync(path.join(folder, 'theirs.zip'), { force: true });
    sevenZip(folder, 'a', '-tzip', '-mem=AES256', level, `-p${password}`, 'theirs.zip', 'license.json');
    const zip = new Uint8Array(readFileSync(path.join(folder, 'theirs.zip')));
    const clear = await open(zip, 'license.json', 10_000);
    expect(Buffer.compare(clear, readFileSync(path.join(folder, 'license.json')))).toBe(0);
  });
});
