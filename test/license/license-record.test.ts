import { describe, expect, test } from 'vitest';
import { LicenseError } from '../../scripts/license/error.ts';
import { MAX_RECORD_BYTES, openRecord } from '../../scripts/license/license-record.ts';
import { recordAccess } from '../../scripts/license/record-access.ts';
import { acceptRevision } from '../../scripts/license/revision.ts';
import { ordinaryRequest, testVendor } from '../licensing/vendor.ts';
import { memoryStore } from '../verify/fixtures/memory-store.ts';
import { flipped } from './archives.ts';

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
