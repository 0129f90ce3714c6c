import { expect, test } from 'vitest';
import { findOpenRecords, recordsAmong } from '../../scripts/publication/inspect-records.ts';
import { MAX_RECORD_BYTES } from '../../scripts/license/license-record.ts';
import type { TreeFiles } from '../../scripts/source/index.ts';
import { AES_256, archiveOf } from '../license/archives.ts';
import { ordinaryRequest, testVendor } from '../licensing/vendor.ts';

const PATH = `licenses/3f/${'3f'.repeat(20)}.zip`;
const content = { name: 'license.json', bytes: new TextEncoder().encode('{}') };

/** A tree of one file. */
const holding = (bytes: Uint8Array<ArrayBuffer>): TreeFiles => ({
  list: async () => [],
  size: async () => bytes.length,
  read: async () => bytes,
});

test.each<[string, () => Promise<Uint8Array<ArrayBuffer>>, string]>([
  ['not encrypted with AES', () => archiveOf({ ...content, options: {} }), 'an archive that anybody opens'],
  [
    'not encrypted with AES',
    () => archiveOf({ ...content, options: { password: 'x', zipCrypto: true } }),
    'the old encryption of ZIP, which is broken',
  ],
  [
    'not AE-2 with AES-256',
    () => archiveOf({ ...content, options: { password: 'x', encryptionStrength: 1 } }),
    'half of the key',
  ],
  ['name of the entry', () => archiveOf({ ...content, name: 'x.json', options: AES_256 }), 'something else'],
  ['File format is not recognized', async () => new Uint8Array(10), 'no archive'],
  ['too large', async () => new Uint8Array(MAX_RECORD_BYTES + 1), 'larger than clients take'],
])('%s — %s', async (reason, make) => {
  expect(await findOpenRecords([PATH], holding(await make()))).toEqual(new Map([[PATH, reason]]));
});

test('a record of ours is found in order', async () => {
  const vendor = await testVendor();
  const record = await vendor.recordOf(await vendor.issue(ordinaryRequest));
  expect(await findOpenRecords([PATH], holding(new Uint8Array(record)))).toEqual(new Map());
});

test('of files that changed, records that are still there are looked at', () => {
  expect(
    recordsAmong([
      { file: PATH, change: 'added' },
      { file: PATH, change: 'changed' },
      { file: PATH, change: 'deleted' },
      { file: PATH.replace('.zip', '.sealed'), change: 'added' },
      { file: `extensions/x/1.0/${PATH}`, change: 'added' },
    ]),
  ).toEqual([PATH, PATH]);
});
