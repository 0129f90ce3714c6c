import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { encryptedZip } from '../../scripts/licensing/encrypted-zip.ts';
import { archiveOf, declaring, flipped, PASSWORD } from '../license/archives.ts';
import { bytesOf, data, loadCore } from './program.ts';
import { refusalOf } from './refusal.ts';
import { leaveNothingBehind, sandbox } from './sandbox.ts';

leaveNothingBehind();

const LIMIT = 100_000;
const EXPECTED = {
  Предмет: 'license-record',
  Имя: 'licenses/aa/x.zip',
  ИмяЗаписи: 'license.json',
  ПределБайт: LIMIT,
};
const program = loadCore(['ВыпускАрхив'], { platform: { directory: sandbox } });
const open = (archive: Uint8Array, password = PASSWORD, expected = EXPECTED) =>
  bytesOf(program.call('ВыпускАрхив', 'ОткрытьАрхив', [data(archive), password, expected]).value);

const json = new TextEncoder().encode('{"licensee":"ООО «Лютик»"}'.repeat(20));
const entry = { name: 'license.json', bytes: json };
const zeros = new Uint8Array(20_000_000);
const ours = await encryptedZip(entry, { password: PASSWORD, salt: new Uint8Array(16) });

/** Fault and reason of the refusal. */
const fault = (archive: Uint8Array, password?: string): string => {
  const { code, args } = refusalOf(() => open(archive, password));
  expect(args['name']).toBe(EXPECTED.Имя);
  return `${code.replace('license-record-', '')}: ${args['reason'] ?? args['limit'] ?? ''}`;
};

describe('opens', () => {
  test.each<readonly [string, () => Promise<Uint8Array>]>([
    ['what we pack', async () => ours],
    ['what another library packs and compresses', () => archiveOf(entry)],
    [
      'an entry of no bytes',
      () =>
        encryptedZip({ ...entry, bytes: new Uint8Array() }, { password: PASSWORD, salt: new Uint8Array(16) }),
    ],
  ])('%s', async (_, make) => {
    const opened = open(await make());
    expect([0, json.length]).toContain(opened?.length);
  });

  test('the very bytes', () => expect(open(ours)).toEqual(json));
});

test.each<readonly [string, string, () => Promise<Uint8Array> | Uint8Array]>([
  ['invalid: zip', 'nothing', () => new Uint8Array()],
  [
    'invalid: zip',
    'a page of a proxy',
    () => new TextEncoder().encode('<!doctype html><title>Log in</title>'),
  ],
  ['invalid: no entry', 'no entry', () => archiveOf()],
  ['invalid: several entries', 'a second entry', () => archiveOf(entry, { ...entry, name: 'more.json' })],
  [
    'invalid: name of the entry',
    'a name that leaves its folder',
    () => archiveOf({ ...entry, name: '../license.json' }),
  ],
  ['invalid: name of the entry', 'another name', () => archiveOf({ ...entry, name: 'License.json' })],
  ['invalid: not encrypted with AES', 'no encryption', () => archiveOf({ ...entry, options: {} })],
  [
    'invalid: not encrypted with AES',
    'the broken old encryption',
    () => archiveOf({ ...entry, options: { password: PASSWORD, zipCrypto: true } }),
  ],
  [
    'invalid: not AE-2 with AES-256',
    'AES-128',
    () => archiveOf({ ...entry, options: { password: PASSWORD, encryptionStrength: 1 } }),
  ],
  ['invalid: zip', 'a byte after the end', () => Uint8Array.of(...ours, 0)],
  ['invalid: zip', 'a byte before the beginning', () => Uint8Array.of(0, ...ours)],
  ['invalid: zip', 'two archives in a row', () => Uint8Array.of(...ours, ...ours)],
  ['invalid: zip', 'a byte cut off', () => ours.subarray(0, -1)],
  ['invalid: size', 'fewer bytes declared than are stored', () => declaring(ours, 10)],
  ['damaged: authentication', 'a byte of what is encrypted was changed', () => flipped(ours, 80)],
  [
    'damaged: authentication',
    'a byte of the authentication code',
    () => flipped(ours, 53 + 16 + 2 + json.length),
  ],
  ['locked: ', 'a byte of the salt was changed: it gives another key', () => flipped(ours, 53)],
  [`too-large: ${LIMIT}`, 'a bomb that says so', () => archiveOf({ ...entry, bytes: zeros })],
  [`too-large: ${LIMIT}`, 'more declared than is there', () => declaring(ours, LIMIT + 1)],
])('%s — %s', async (expected, _, make) => {
  expect(fault(await make())).toBe(expected);
});

test('a folder is no file', async () => {
  const folder = { name: 'license.json/', bytes: new Uint8Array(), options: { directory: true } };
  expect(fault(await archiveOf(folder))).toMatch(/^invalid/);
});

test('a bomb that lies about its size is damaged, and its bytes are gone', async () => {
  expect(fault(declaring(await archiveOf({ ...entry, bytes: zeros }), 100))).toMatch(/^damaged/);
  expect(readdirSync(sandbox)).toEqual([]);
});

test.each([
  ['f'.repeat(64), 'a password for another archive'],
  ['', 'no password'],
  [PASSWORD.toUpperCase(), 'the password in capitals'],
])('%j does not open it — %s', (password) => expect(fault(ours, password)).toBe('locked: '));

test.each(['..', 'a/b', 'a\\b', 'C:b', 'a\nb', 'con*', 'x'.repeat(201)])(
  'a name that is no plain name of a file is not expected either: %j',
  async (name) => {
    const archive = await encryptedZip(
      { name, bytes: json },
      { password: PASSWORD, salt: new Uint8Array(16) },
    );
    const { code } = refusalOf(() => open(archive, PASSWORD, { ...EXPECTED, ИмяЗаписи: name }));
    expect(code).toBe('license-record-invalid');
  },
);

test('no refusal holds the password', () => {
  expect(JSON.stringify(refusalOf(() => open(flipped(ours, 80))))).not.toContain(PASSWORD.slice(0, 16));
});

test('every third byte of a short archive: whichever is changed, it is refused or says the same', async () => {
  const small = await encryptedZip(
    { ...entry, bytes: json.subarray(0, 20) },
    { password: PASSWORD, salt: new Uint8Array(16) },
  );
  for (let at = 0; at < small.length; at += 3) {
    let opened: Uint8Array | undefined;
    try {
      opened = open(flipped(small, at));
    } catch (error) {
      expect(
        refusalOf(() => {
          throw error;
        }).code,
      ).toMatch(/^license-record-/);
      continue;
    }
    expect(opened).toEqual(json.subarray(0, 20));
  }
});
