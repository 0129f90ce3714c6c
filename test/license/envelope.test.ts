import { describe, expect, test } from 'vitest';
import { toBase64 } from '../../scripts/license/base64.ts';
import {
  MAX_ENVELOPE_BYTES,
  PAYLOAD_TYPE,
  preAuthEncoding,
  verifyEnvelope,
} from '../../scripts/license/envelope.ts';
import { LicenseError } from '../../scripts/license/error.ts';
import { offlineLicense } from '../../scripts/licensing/license-files.ts';
import { ordinaryRequest, testVendor } from '../licensing/vendor.ts';

const vendor = await testVendor();
const other = await testVendor('OTHER');
const entry = await vendor.issue(ordinaryRequest);
const { licensing, secrets } = vendor;

const text = new TextEncoder();
const product = { id: 'crm', trial: false, updatesUntil: '2027-11', key: toBase64(new Uint8Array(32)) };
const payload = {
  id: '1',
  revision: 1,
  licensee: 'ООО «Лютик»',
  issued: '2026-11-20',
  status: 'active',
  products: [product],
};

type Signature = { readonly keyid: string; readonly sig: string };

/** A payload of any sort, honestly signed. */
function signed(body: unknown, changes: Record<string, unknown> = {}): Uint8Array {
  const bytes = typeof body === 'string' ? text.encode(body) : text.encode(JSON.stringify(body));
  const sig = toBase64(secrets.sign(preAuthEncoding(bytes)));
  const signatures: readonly Signature[] = [{ keyid: secrets.keyid, sig }];
  return text.encode(
    JSON.stringify({ payloadType: PAYLOAD_TYPE, payload: toBase64(bytes), signatures, ...changes }),
  );
}

/** Code and arguments of the refusal. */
function refusal(bytes: Uint8Array, keys = licensing): object {
  try {
    return { accepted: verifyEnvelope(bytes, keys) };
  } catch (error) {
    if (!(error instanceof LicenseError)) throw error;
    return { code: error.code, ...error.args };
  }
}

const unreadable = (field: string): object => ({ code: 'license-unreadable', field });

describe('an envelope that is none', () => {
  test.each<[Uint8Array, string, string]>([
    [new Uint8Array(), '', 'nothing'],
    [text.encode('{'), '', 'half a text'],
    [text.encode('[]'), '', 'a list'],
    [text.encode('{"payloadType":"a","payloadType":"b"}'), '', 'one name twice: two readers see two things'],
    [text.encode('['.repeat(100)), '', 'deeper than any licence'],
    [new Uint8Array(MAX_ENVELOPE_BYTES + 1).fill(0x20), '', 'longer than any licence'],
    [signed(payload, { payloadType: 'application/json' }), 'payloadType', 'signed for something else'],
    [signed(payload, { payload: 'not base64!' }), 'payload', 'no base64'],
    [signed(payload, { payload: 'e30' }), 'payload', 'base64 without its padding'],
    [signed(payload, { signatures: {} }), 'signatures', 'no list of signatures'],
    [
      signed(payload, { signatures: Array(9).fill({ keyid: 'x', sig: '' }) }),
      'signatures',
      'work for nothing',
    ],
    [signed(payload, { signatures: [{ keyid: 'x' }] }), 'signatures.0.sig', 'no signature in it'],
  ])('%#: refused at “%s” — %s', (bytes, field) => {
    expect(refusal(bytes)).toEqual(unreadable(field));
  });
});

describe('a signed text that is no licence', () => {
  test.each<[unknown, string, string]>([
    ['no JSON', '', 'a text'],
    [{ ...payload, id: 7 }, 'id', 'a number as id'],
    [{ ...payload, revision: 0 }, 'revision', 'revisions begin with 1'],
    [{ ...payload, revision: '1' }, 'revision', 'a text as revision'],
    [{ ...payload, revision: 2 ** 53 }, '', 'a number that two readers see differently'],
    [{ ...payload, status: 'maybe' }, 'status', 'neither active nor revoked'],
    [{ ...payload, products: {} }, 'products', 'no list'],
    [
      { ...payload, products: [{ ...product, updatesUntil: '2027-13' }] },
      'products.0.updatesUntil',
      'no month',
    ],
    [
      { ...payload, products: [{ ...product, updatesUntil: '2100-01' }] },
      'products.0.updatesUntil',
      'after the last',
    ],
    [
      { ...payload, products: [{ ...product, updatesUntil: '9999-12' }] },
      'products.0.updatesUntil',
      'far after it',
    ],
    [{ ...payload, products: [{ ...product, validUntil: 'soon' }] }, 'products.0.validUntil', 'no day'],
    [{ ...payload, products: [{ ...product, trial: 'no' }] }, 'products.0.trial', 'a text as yes or no'],
    [
      { ...payload, products: [{ ...product, key: toBase64(new Uint8Array(16)) }] },
      'products.0.key',
      'a short key',
    ],
    [{ ...payload, products: [{ id: 'crm', updatesUntil: '2027-11' }] }, 'products.0.key', 'no key'],
  ])('%#: refused at “%s” — %s', (body, field) => {
    expect(refusal(signed(body))).toEqual(unreadable(field));
  });
});

describe('who signed', () => {
  const license = offlineLicense(entry, secrets);
  const { keyid } = secrets;

  test('a licence key that was removed from the list', () => {
    expect(refusal(license, { keys: [] })).toEqual({ code: 'license-signer-unknown', keyid });
  });

  test('another publisher, who calls his key like ours', () => {
    const [theirs] = other.licensing.keys;
    const listed = { keys: theirs === undefined ? [] : [{ ...theirs, keyid }] };
    expect(refusal(license, listed)).toEqual({ code: 'license-signature-invalid', keyid });
    expect(refusal(license, other.licensing)).toEqual({ code: 'license-signer-unknown', keyid });
  });

  test('nobody', () => {
    const code = 'license-signer-unknown';
    expect(refusal(signed(payload, { signatures: [] }))).toEqual({ code, keyid: '' });
  });

  test('us, for other bytes: the payload was exchanged', () => {
    const richer = toBase64(text.encode(JSON.stringify({ ...payload, licensee: 'Mallory' })));
    expect(refusal(signed(payload, { payload: richer }))).toEqual({
      code: 'license-signature-invalid',
      keyid,
    });
  });

  test('us, without the encoding that says what for', () => {
    const bytes = text.encode(JSON.stringify(payload));
    const signatures = [{ keyid, sig: toBase64(secrets.sign(bytes)) }];
    expect(refusal(signed(payload, { signatures }))).toEqual({ code: 'license-signature-invalid', keyid });
  });

  test('two keys while one takes the place of the other: either is enough', () => {
    const bytes = text.encode(JSON.stringify(payload));
    const signatures = [other, vendor].map((signer) => ({
      keyid: signer.secrets.keyid,
      sig: toBase64(signer.secrets.sign(preAuthEncoding(bytes))),
    }));
    for (const keys of [licensing, other.licensing]) {
      expect(refusal(signed(payload, { signatures }), keys)).toHaveProperty('accepted');
    }
  });
});

describe('a signature without a name', () => {
  const bytes = text.encode(JSON.stringify(payload));
  const sig = toBase64(secrets.sign(preAuthEncoding(bytes)));

  test.each<[object, string]>([
    [{ sig }, 'none: DSSE leaves it out at will'],
    [{ keyid: '', sig }, 'an empty one'],
  ])('%# is held against every listed key — %s', (signature) => {
    const keys = { keys: [...other.licensing.keys, ...licensing.keys] };
    expect(refusal(signed(payload, { signatures: [signature] }), keys)).toHaveProperty('accepted');
  });

  test('of somebody else is refused', () => {
    const [key] = other.licensing.keys;
    const code = 'license-signature-invalid';
    expect(refusal(signed(payload, { signatures: [{ sig }] }), other.licensing)).toEqual({
      code,
      keyid: key?.keyid,
    });
  });
});

describe('a licence', () => {
  test('may begin with the mark that editors of Windows write', () => {
    const file = offlineLicense(entry, secrets);
    const marked = Uint8Array.from([0xef, 0xbb, 0xbf, ...file]);
    expect(verifyEnvelope(marked, licensing)).toEqual(verifyEnvelope(file, licensing));
    expect(refusal(Uint8Array.from([0xef, 0xbb, 0xbf, ...marked]))).toEqual(unreadable(''));
  });

  test('says what was sold', () => {
    const { products, ...rest } = verifyEnvelope(offlineLicense(entry, secrets), licensing);
    expect(rest).toEqual({ ...payload, id: entry.id, products: undefined });
    expect(products).toEqual([
      { id: 'crm', trial: false, updatesUntil: '2027-11', key: secrets.productKey('crm', '2027-11') },
    ]);
  });

  test('may say more than we know, and null for what is absent', () => {
    const body = { ...payload, colour: 'blue', products: [{ ...product, validUntil: null, seats: 5 }] };
    expect(verifyEnvelope(signed(body), licensing).products).toEqual([
      { ...product, key: new Uint8Array(32) },
    ]);
  });

  test('that was revoked needs no keys', () => {
    const body = { ...payload, status: 'revoked', products: [{ id: 'crm', updatesUntil: '2027-11' }] };
    expect(verifyEnvelope(signed(body), licensing).status).toBe('revoked');
  });
});

test('the bytes that get signed are those of the DSSE specification', () => {
  const encoded = new TextDecoder().decode(preAuthEncoding(text.encode('привет')));
  expect(encoded).toBe(`DSSEv1 38 application/vnd.vypusk.license.v1+json 12 привет`);
});
