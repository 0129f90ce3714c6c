import { describe, expect, test } from 'vitest';
import { fromBase64, toBase64 } from '../../scripts/license/base64.ts';
import { parseLicenseKey } from '../../scripts/license/license-key.ts';
import { monthKey } from '../../scripts/license/month-key.ts';
import { recordAccess } from '../../scripts/license/record-access.ts';
import { sealContentKey } from '../../scripts/license/seal.ts';
import { fromHex, toHex } from '../../scripts/verify/hex.ts';
import ours from '../vectors/licensing.json' with { type: 'json' };
import { haveSharedVectors, sharedVectors, type LicensingVectors } from './shared-vectors.ts';

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();

function checkVectors({ licenseKeys, monthKeys, seals }: LicensingVectors): void {
  test.each(licenseKeys)('$key leads to its record', async ({ key, path, password }) => {
    const access = await recordAccess(await parseLicenseKey(key));
    expect({ path: access.path, password: access.password }).toEqual({ path, password });
  });

  test.each(monthKeys)('the key of $month follows from that of $top', async ({ top, secret, month, key }) => {
    expect(toHex(await monthKey({ month: top, key: bytesOf(secret) }, month))).toBe(key);
  });

  test.each(seals)('sealed for $zipSha256', async ({ monthKey: key, zipSha256, contentKey, sealed }) => {
    expect(toBase64(await sealContentKey(bytesOf(contentKey), bytesOf(key), zipSha256))).toBe(sealed);
    const opened = await sealContentKey(fromBase64(sealed) ?? new Uint8Array(), bytesOf(key), zipSha256);
    expect(toHex(opened)).toBe(contentKey);
  });
}

describe('our licensing.json', () => checkVectors(ours));

describe.skipIf(!haveSharedVectors)('licensing.json beside the checkout', () => checkVectors(sharedVectors));

test.skipIf(haveSharedVectors)('without the vectors beside the checkout only our own were tried', () => {
  console.warn('../shared/vectors/licensing.json is not there: skipped');
  expect(sharedVectors.licenseKeys).toEqual([]);
});
