import { describe, expect, test } from 'vitest';
import { verifyEnvelope } from '../../scripts/license/envelope.ts';
import { LicenseError } from '../../scripts/license/error.ts';
import { MAX_RECORD_BYTES, openRecord, RECORD_ENTRY } from '../../scripts/license/license-record.ts';
import { recordAccess } from '../../scripts/license/record-access.ts';
import { acceptRevision } from '../../scripts/license/revision.ts';
import { offlineLicense } from '../../scripts/licensing/license-files.ts';
import { ordinaryRequest, testVendor } from '../licensing/vendor.ts';
import { memoryStore } from '../verify/fixtures/memory-store.ts';
import { archiveOf, flipped } from './archives.ts';

const vendor = await testVendor();
const entry = await vendor.issue(ordinaryRequest);
const access = await recordAccess(entry.key);
const record = await vendor.recordOf(entry);

/** Code of the refusal, or `opened`. */
async function outcome(bytes: Uint8Array, licensing = vendor.licensing): Promise<string> {
  try {
    await openRecord(bytes, access, licensing);
    return 'opened';
  } catch (error) {
    if (!(error instanceof LicenseError)) throw error;
    return error.code;
  }
}

describe('a record is refused', () => {
  test('when it is another customer’s', async () => {
    const neighbour = await vendor.issue({ ...ordinaryRequest, licensee: 'ООО «Пион»' });
    expect(await outcome(await vendor.recordOf(neighbour))).toBe('license-record-locked');
  });

  test('when it was tampered with', async () => {
    expect(await outcome(flipped(record, 500))).toBe('license-record-damaged');
  });

  test('when it is longer than any record', async () => {
    expect(await outcome(new Uint8Array(MAX_RECORD_BYTES + 1))).toBe('license-record-too-large');
  });

  test('when another publisher wrote it for our key', async () => {
    const theirs = await testVendor('OTHER');
    expect(await outcome(await theirs.recordOf(entry))).toBe('license-signer-unknown');
  });

  test('without telling the password or the key', async () => {
    const error: unknown = await openRecord(flipped(record, 500), access, vendor.licensing).catch(
      (caught: unknown) => caught,
    );
    const told = `${String(error)} ${JSON.stringify(error)} ${error instanceof Error ? String(error.cause) : ''}`;
    expect(told).not.toContain(access.password);
    expect(told).not.toContain(entry.key);
  });
});

describe('a record is not bound to its place', () => {
  test('whoever holds a key may put another licence of his under it, and gains what the file of it gives', async () => {
    const other = await vendor.issue({ ...ordinaryRequest, licensee: 'ООО «Пион»' });
    const record = { name: RECORD_ENTRY, bytes: offlineLicense(other, vendor.secrets) };
    const { password } = access;
    const moved = await archiveOf({ ...record, options: { password, encryptionStrength: 3 } });
    const license = await openRecord(moved, access, vendor.licensing);
    expect(license).toEqual(verifyEnvelope(record.bytes, vendor.licensing));
    expect(license.id).not.toBe(access.locator.slice(0, 16));
  });

  test('its id is the beginning of the locator where our programs wrote it', async () => {
    const { id } = await openRecord(record, access, vendor.licensing);
    expect(access.locator.startsWith(id)).toBe(true);
  });
});

describe('revisions', () => {
  const at = (revision: number) => ({ id: 'a/../b\u0000', revision });

  test('an older one than was seen is refused, the same and a newer one are not', async () => {
    const store = memoryStore();
    await acceptRevision(at(3), store);
    await acceptRevision(at(3), store);
    await acceptRevision(at(7), store);
    await expect(acceptRevision(at(6), store)).rejects.toMatchObject({
      code: 'license-rolled-back',
      args: { seen: 7, offered: 6 },
    });
    await acceptRevision({ id: 'another', revision: 1 }, store);
  });

  test('what is remembered is a number under a name that is no path', async () => {
    const store = memoryStore();
    await acceptRevision(at(3), store);
    const [[name, bytes] = ['', new Uint8Array()]] = store.files;
    expect(name).toMatch(/^[0-9a-f]{64}\.json$/);
    expect(new TextDecoder().decode(bytes)).toBe('{"revision":3}');
  });

  test.each(['', 'x', '{"revision":"9"}', '{"revision":-1}'])(
    'a damaged memory %j is an empty one',
    async (text) => {
      const store = memoryStore();
      await acceptRevision(at(3), store);
      for (const name of store.files.keys()) store.files.set(name, new TextEncoder().encode(text));
      await expect(acceptRevision(at(1), store)).resolves.toBeUndefined();
    },
  );
});
