import { expect, test } from 'vitest';
import { LicenseError, type ArchiveFault } from '../../scripts/license/error.ts';
import { encryptedEntry, openEncryptedEntry } from '../../scripts/license/encrypted-entry.ts';
import { encryptedZip } from '../../scripts/licensing/encrypted-zip.ts';
import { AES_256, archiveOf, declaring, flipped, PASSWORD } from './archives.ts';

const LIMIT = 100_000;
const expected = {
  subject: 'license-record',
  name: 'licenses/aa/x.zip',
  entry: 'license.json',
  maxBytes: LIMIT,
} as const;

const json = new TextEncoder().encode('{"licensee":"ООО «Лютик»"}'.repeat(20));
const entry = { name: 'license.json', bytes: json };
const zeros = new Uint8Array(20_000_000);
const ours = await encryptedZip(entry, { password: PASSWORD, salt: new Uint8Array(16) });

/** Code and reason of the refusal, or `opened`. */
async function outcome(bytes: Uint8Array, password = PASSWORD): Promise<string> {
  try {
    await openEncryptedEntry(bytes, password, expected);
    return 'opened';
  } catch (error) {
    if (!(error instanceof LicenseError)) throw error;
    return error.code.replace('license-record-', '');
  }
}

test.each<[ArchiveFault, string, () => Promise<Uint8Array> | Uint8Array]>([
  ['invalid', 'nothing', () => new Uint8Array()],
  ['invalid', 'zeros', () => new Uint8Array(1000)],
  ['invalid', 'a text', () => json],
  ['invalid', 'no entry', () => archiveOf()],
  ['invalid', 'a second entry', () => archiveOf(entry, { ...entry, name: 'more.json' })],
  ['invalid', 'a name that leaves its folder', () => archiveOf({ ...entry, name: '../license.json' })],
  ['invalid', 'another name', () => archiveOf({ ...entry, name: 'License.json' })],
  [
    'invalid',
    'a folder',
    () => archiveOf({ name: 'license.json/', bytes: new Uint8Array(), options: { directory: true } }),
  ],
  ['invalid', 'no encryption', () => archiveOf({ ...entry, options: {} })],
  [
    'invalid',
    'the broken old encryption',
    () => archiveOf({ ...entry, options: { password: PASSWORD, zipCrypto: true } }),
  ],
  [
    'invalid',
    'AES-128',
    () => archiveOf({ ...entry, options: { password: PASSWORD, encryptionStrength: 1 } }),
  ],
  ['invalid', 'a byte after the end', () => Uint8Array.of(...ours, 0)],
  ['invalid', 'a byte before the beginning', () => Uint8Array.of(0, ...ours)],
  ['invalid', 'two archives in a row', () => Uint8Array.of(...ours, ...ours)],
  ['invalid', 'a byte cut off', () => ours.subarray(0, -1)],
  ['damaged', 'a byte of what is encrypted was changed', () => flipped(ours, 80)],
  [
    'damaged',
    'a byte of the authentication code was changed',
    () => flipped(ours, 53 + 16 + 2 + json.length),
  ],
  ['locked', 'a byte of the salt was changed: it gives another key', () => flipped(ours, 53)],
  ['too-large', 'a bomb that says so', () => archiveOf({ ...entry, bytes: zeros })],
  ['damaged', 'a bomb that lies', async () => declaring(await archiveOf({ ...entry, bytes: zeros }), 100)],
  ['too-large', 'more declared than is there', () => declaring(ours, LIMIT + 1)],
])('%s: %s', async (fault, _reason, make) => {
  expect(await outcome(await make())).toBe(fault);
});

test.each([
  ['f'.repeat(64), 'a password for another archive'],
  ['', 'no password'],
  [PASSWORD.toUpperCase(), 'the password in capitals'],
])('%j does not open it — %s', async (password) => {
  expect(['locked', 'damaged']).toContain(await outcome(ours, password));
});

test('an archive of another library opens', async () => {
  expect(await outcome(await archiveOf({ ...entry, options: AES_256 }))).toBe('opened');
});

test('a bomb does not take the memory that it asks for', async () => {
  const bomb = declaring(await archiveOf({ ...entry, bytes: zeros }), 100);
  const before = process.memoryUsage().arrayBuffers;
  await outcome(bomb);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
});

test('without the password the shape is seen, and nothing else', async () => {
  const found = await encryptedEntry(ours, expected);
  expect([found.filename, found.uncompressedSize]).toEqual(['license.json', json.length]);
});

test('every byte matters: whichever is changed, the archive is refused or says the same', async () => {
  for (let at = 0; at < ours.length; at++) {
    const opened = await openEncryptedEntry(flipped(ours, at), PASSWORD, expected).catch(() => undefined);
    if (opened !== undefined) expect(opened).toEqual(json);
  }
});
