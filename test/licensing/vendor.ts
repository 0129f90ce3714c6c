import { createHash } from 'node:crypto';
import type { LicenseKeys } from '../../scripts/license/envelope.ts';
import type { LicenseEntry } from '../../scripts/licensing/license-entry.ts';
import { issueLicense, type LicenseRequest } from '../../scripts/licensing/issue-license.ts';
import { licenseFiles, type LicenseWorld } from '../../scripts/licensing/license-files.ts';
import { vendorSecrets, type VendorSecrets } from '../../scripts/licensing/vendor-secrets.ts';

/** Bytes that look random and are the same in every run; another name gives others. */
export function fakeRandom(name: string): (length: number) => Uint8Array {
  let count = 0;
  return (length) => {
    const bytes = new Uint8Array(length);
    for (let at = 0; at < length; at += 32) {
      const piece = createHash('sha256').update(`${name} ${count++}`).digest();
      bytes.set(piece.subarray(0, Math.min(32, length - at)), at);
    }
    return bytes;
  };
}

/** A vendor for tests: everything about him follows from his name. */
export interface TestVendor extends LicenseWorld {
  readonly master: Uint8Array;
  readonly secrets: VendorSecrets;
  /** What of his `licensing.json` says whose licences are believed. */
  readonly licensing: LicenseKeys;
  readonly issue: (request: LicenseRequest) => Promise<LicenseEntry>;
  /** Bytes of the customer's record. */
  readonly recordOf: (entry: LicenseEntry) => Promise<Uint8Array<ArrayBuffer>>;
}

export const TODAY = '2026-11-20';

export async function testVendor(name = 'ROMASHKA'): Promise<TestVendor> {
  const random = fakeRandom(name);
  const master = random(32);
  const secrets = await vendorSecrets(master);
  const { keyid, public: publicHalf } = secrets;
  return {
    master,
    secrets,
    random,
    licensing: { keys: [{ keyid, keytype: 'ed25519', public: publicHalf }] },
    issue: (request) => issueLicense(request, { prefix: name, today: TODAY, random }),
    recordOf: async (entry) => {
      const [, record] = await licenseFiles(entry, { secrets, random });
      return new Uint8Array(record.bytes);
    },
  };
}

/** What an ordinary customer buys. */
export const ordinaryRequest = {
  licensee: 'ООО «Лютик»',
  products: [{ id: 'crm', trial: false, updatesUntil: '2027-11' }],
} satisfies LicenseRequest;
