import { beforeAll, describe, expect, test } from 'vitest';
import { licenseInFile, licenseOfKey, type LicenseWorld } from '../../scripts/client/customer-license.ts';
import { ClientError } from '../../scripts/client/error.ts';
import { LicenseError } from '../../scripts/license/error.ts';
import { recordAccess } from '../../scripts/license/record-access.ts';
import { extendLicense, revokeLicense, type LicenseEntry } from '../../scripts/licensing/license-entry.ts';
import { offlineLicense } from '../../scripts/licensing/license-files.ts';
import { VerificationError } from '../../scripts/verify/error.ts';
import { flipped } from '../license/archives.ts';
import { ordinaryRequest, testVendor, TODAY, type TestVendor } from '../licensing/vendor.ts';
import { memoryStore } from '../verify/fixtures/memory-store.ts';

let vendor: TestVendor;
let entry: LicenseEntry;
beforeAll(async () => {
  vendor = await testVendor();
  entry = await vendor.issue(ordinaryRequest);
});

const forget = (): never => {
  throw new VerificationError('target-unknown', { name: 'licensing.json' });
};

/** A client of the vendor; `records` by path are what the host serves, `asked` what it was asked for. */
function clientOf(
  records: Readonly<Record<string, Uint8Array<ArrayBuffer>>>,
  licensing: object | undefined = {},
) {
  const asked: string[] = [];
  const document = {
    type: 'licensing',
    formatVersion: 1,
    licensePrefix: 'ROMASHKA',
    ...vendor.licensing,
    ...licensing,
  };
  const world: LicenseWorld = {
    repository: { document: async () => new TextEncoder().encode(JSON.stringify(document)) },
    fetch: async (path) => {
      asked.push(path);
      const bytes = records[path];
      return bytes === undefined ? { kind: 'absent' } : { kind: 'found', bytes };
    },
    revisions: memoryStore(),
  };
  return { world, asked };
}

/** Code of the refusal, or the revision that was accepted. */
async function outcome(work: Promise<{ readonly revision: number }>): Promise<string | number> {
  try {
    return (await work).revision;
  } catch (error) {
    if (error instanceof LicenseError || error instanceof ClientError) return error.code;
    throw error;
  }
}

const recordsOf = async (...entries: readonly LicenseEntry[]) =>
  Object.fromEntries(
    await Promise.all(
      entries.map(async (one) => [(await recordAccess(one.key)).path, await vendor.recordOf(one)] as const),
    ),
  );

describe('a key', () => {
  test('that was mistyped is refused before anybody is asked', async () => {
    const { world, asked } = clientOf({});
    expect(await outcome(licenseOfKey(entry.key.slice(0, -1), world))).toBe('license-key-mistyped');
    expect(await outcome(licenseOfKey('hello', world))).toBe('license-key-length');
    expect(asked).toEqual([]);
  });

  test('of another publisher is refused before anybody is asked', async () => {
    const { world, asked } = clientOf({});
    const theirs = await (await testVendor('OTHER')).issue(ordinaryRequest);
    expect(await outcome(licenseOfKey(theirs.key, world))).toBe('license-key-foreign');
    expect(asked).toEqual([]);
  });

  test('without a record is unknown', async () => {
    expect(await outcome(licenseOfKey(entry.key, clientOf({}).world))).toBe('license-unknown');
  });

  test('opens its record with one request, whose path says nothing of it', async () => {
    const { world, asked } = clientOf(await recordsOf(entry));
    expect(await outcome(licenseOfKey(entry.key.toLowerCase(), world))).toBe(1);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(/^licenses\/[0-9a-f]{2}\/[0-9a-f]{40}\.zip$/);
  });

  test('does not open the record of another customer', async () => {
    const { path } = await recordAccess(entry.key);
    const neighbour = await vendor.issue({ ...ordinaryRequest, licensee: 'ООО «Пион»' });
    const { world } = clientOf({ [path]: await vendor.recordOf(neighbour) });
    expect(await outcome(licenseOfKey(entry.key, world))).toBe('license-record-locked');
  });

  test('does not open a record that was tampered with', async () => {
    const [[path, record] = ['', new Uint8Array()]] = Object.entries(await recordsOf(entry));
    const { world } = clientOf({ [path]: flipped(record, 700) });
    expect(await outcome(licenseOfKey(entry.key, world))).toBe('license-record-damaged');
  });

  test('opens nothing after its licence key was removed from licensing.json', async () => {
    const other = await testVendor('OTHER');
    const { world } = clientOf(await recordsOf(entry), other.licensing);
    expect(await outcome(licenseOfKey(entry.key, world))).toBe('license-signer-unknown');
  });

  test('means nothing where nothing is sold', async () => {
    expect(await outcome(licenseOfKey(entry.key, clientOf({}, { keys: [] }).world))).toBe(
      'licensing-unknown',
    );
    const { world } = clientOf({});
    const repository = { document: async () => forget() };
    expect(await outcome(licenseOfKey(entry.key, { ...world, repository }))).toBe('licensing-unknown');
  });

  test('whose revocation was seen is not believed from before it', async () => {
    const revoked = revokeLicense(entry, TODAY);
    const { world } = clientOf(await recordsOf(revoked));
    expect(await outcome(licenseOfKey(entry.key, world))).toBe(2);
    const replayed = { ...clientOf(await recordsOf(entry)).world, revisions: world.revisions };
    expect(await outcome(licenseOfKey(entry.key, replayed))).toBe('license-rolled-back');
  });
});

describe('a licence file', () => {
  const fileOf = (one: LicenseEntry) => offlineLicense(one, vendor.secrets);

  test('asks nobody', async () => {
    const { world, asked } = clientOf({});
    expect(await outcome(licenseInFile(fileOf(entry), world))).toBe(1);
    expect(asked).toEqual([]);
  });

  test('shares its memory with the key: an old file is refused after a newer record was seen', async () => {
    const terms = { trial: false, updatesUntil: '2028-11' };
    const { world } = clientOf(await recordsOf(extendLicense(entry, { products: [], terms }, TODAY)));
    expect(await outcome(licenseOfKey(entry.key, world))).toBe(2);
    expect(await outcome(licenseInFile(fileOf(entry), world))).toBe('license-rolled-back');
  });

  test.each([
    ['license-unreadable', '{}'],
    ['license-unreadable', 'ROMASHKA-XXXXX'],
  ])('%s: %j', async (code, text) => {
    expect(await outcome(licenseInFile(new TextEncoder().encode(text), clientOf({}).world))).toBe(code);
  });
});
