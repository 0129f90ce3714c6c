import { expect, test } from 'vitest';
import { recordAccess } from '../../scripts/license/record-access.ts';
import { LicensingError } from '../../scripts/licensing/error.ts';
import { openCopy, sealCopy } from '../../scripts/licensing/sealed-copy.ts';
import { flipped } from '../license/archives.ts';
import { fakeRandom, ordinaryRequest, testVendor } from './vendor.ts';

const vendor = await testVendor();
const entry = await vendor.issue(ordinaryRequest);
const { locator } = await recordAccess(entry.key);
const seal = { locator, secrets: vendor.secrets, random: fakeRandom('copy') };
const copy = sealCopy(entry, seal);

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

test.each<[string, Uint8Array]>([
  ['nothing', text('')],
  ['another file', text('PK\u0003\u0004')],
  ['a line without base64', text('vypusk-license-copy/v1 !\n')],
  ['a line that is too short', text('vypusk-license-copy/v1 AAAA\n')],
  ['another version', text(new TextDecoder().decode(copy).replace('v1', 'v2'))],
  ['no text', Uint8Array.of(0xff, 0xfe)],
])('%s is no copy', (_name, bytes) => {
  expect(() => openCopy(bytes, locator, vendor.secrets)).toThrow(LicensingError);
});

test('a changed copy is refused, wherever it was changed', () => {
  for (let at = 0; at < copy.length - 1; at += 37) {
    expect(() => openCopy(flipped(copy, at), locator, vendor.secrets)).toThrow('license-copy-unreadable');
  }
});

test('a copy in the place of another is refused: nobody can move one', () => {
  expect(() => openCopy(copy, 'f'.repeat(40), vendor.secrets)).toThrow('license-copy-unreadable');
});

test('another vendor opens nothing, and the refusal tells nothing', async () => {
  const { secrets } = await testVendor('OTHER');
  expect(() => openCopy(copy, locator, secrets)).toThrow('license-copy-unreadable');
  // An older program that cannot read a newer copy must not print it either.
  const odd = sealCopy({ ...entry, status: JSON.parse('"paused"') as 'active' }, seal);
  let told = '';
  try {
    openCopy(odd, locator, vendor.secrets);
  } catch (error) {
    told = `${String(error)} ${error instanceof Error ? String(error.cause) : ''}`;
  }
  expect(told).toContain('license-copy-unreadable');
  expect(told).not.toContain(entry.key);
});

test('a copy is one line of text', () => {
  expect(new TextDecoder().decode(copy)).toMatch(/^vypusk-license-copy\/v1 [A-Za-z0-9+/]+=*\n$/);
});
