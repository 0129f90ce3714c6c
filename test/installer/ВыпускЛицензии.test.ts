import { describe, expect, test } from 'vitest';
import { toBase64 } from '../../scripts/license/base64.ts';
import { MAX_ENVELOPE_BYTES, PAYLOAD_TYPE, preAuthEncoding } from '../../scripts/license/envelope.ts';
import { MAX_RECORD_BYTES } from '../../scripts/license/license-record.ts';
import { recordAccess } from '../../scripts/license/record-access.ts';
import { offlineLicense } from '../../scripts/licensing/license-files.ts';
import { flipped } from '../license/archives.ts';
import { ordinaryRequest, testVendor } from '../licensing/vendor.ts';
import type { JsValue } from '../onec/index.ts';
import { field } from './field.ts';
import { licensingDocument } from './licenses.ts';
import { bytesOf, data, loadCore } from './program.ts';
import { refusalOf } from './refusal.ts';
import { leaveNothingBehind, sandbox } from './sandbox.ts';

leaveNothingBehind();

const vendor = await testVendor();
const other = await testVendor('OTHER');
const entry = await vendor.issue(ordinaryRequest);
const { licensing, secrets } = vendor;
const program = loadCore(['ВыпускЛицензии'], { platform: { directory: sandbox } });
const call = (method: string, ...args: readonly JsValue[]) => program.call('ВыпускЛицензии', method, args);

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

/** A payload of any sort, honestly signed. */
function signed(body: unknown, changes: Record<string, unknown> = {}): Uint8Array {
  const bytes = text.encode(typeof body === 'string' ? body : JSON.stringify(body));
  const signatures = [{ keyid: secrets.keyid, sig: toBase64(secrets.sign(preAuthEncoding(bytes))) }];
  return text.encode(
    JSON.stringify({ payloadType: PAYLOAD_TYPE, payload: toBase64(bytes), signatures, ...changes }),
  );
}

const read = (bytes: Uint8Array, keys = licensing): JsValue =>
  call('ЛицензияИзФайла', data(bytes), licensingDocument(keys)).value;
const refusal = (bytes: Uint8Array, keys = licensing) => refusalOf(() => read(bytes, keys));
const unreadable = (field: string) => ({ code: 'license-unreadable', args: { field } });

describe('an envelope that is none', () => {
  test.each<[Uint8Array, string, string]>([
    [new Uint8Array(), '', 'nothing'],
    [text.encode('no JSON'), '', 'a text'],
    [text.encode('[]'), '', 'a list'],
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
    [signed(payload, { signatures: [{ keyid: 7, sig: '' }] }), 'signatures.0.keyid', 'a number as name'],
  ])('%#: refused at “%s” — %s', (bytes, field) => expect(refusal(bytes)).toEqual(unreadable(field)));
});

test.each(['{', '{"payloadType":', '{"payloadType":"a","payloadType":"b"}'])(
  '%s: half a text is no licence, wherever the platform notices',
  (half) => expect(refusal(text.encode(half)).code).toBe('license-unreadable'),
);

describe('a signed text that is no licence', () => {
  test.each<[unknown, string, string]>([
    ['no JSON', '', 'a text'],
    [{ ...payload, id: 7 }, 'id', 'a number as id'],
    [{ ...payload, revision: 0 }, 'revision', 'revisions begin with 1'],
    [{ ...payload, revision: '1' }, 'revision', 'a text as revision'],
    [{ ...payload, revision: 1.5 }, 'revision', 'a fraction'],
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
    [{ ...payload, products: [{ ...product, validUntil: 'soon' }] }, 'products.0.validUntil', 'no day'],
    [{ ...payload, products: [{ ...product, trial: 'no' }] }, 'products.0.trial', 'a text as yes or no'],
    [
      { ...payload, products: [{ ...product, key: toBase64(new Uint8Array(16)) }] },
      'products.0.key',
      'a short key',
    ],
    [{ ...payload, products: [{ id: 'crm', updatesUntil: '2027-11' }] }, 'products.0.key', 'no key'],
  ])('%#: refused at “%s” — %s', (body, field) => expect(refusal(signed(body))).toEqual(unreadable(field)));
});

describe('who signed', () => {
  const license = offlineLicense(entry, secrets);
  const { keyid } = secrets;
  const unknown = { code: 'license-signer-unknown', args: { keyid } };
  const invalid = { code: 'license-signature-invalid', args: { keyid } };

  test('a licence key that was removed from the list', () => {
    expect(refusal(license, { keys: [] })).toEqual(unknown);
    expect(refusal(license, other.licensing)).toEqual(unknown);
  });

  test('another publisher, who calls his key like ours', () => {
    expect(refusal(license, { keys: other.licensing.keys.map((key) => ({ ...key, keyid })) })).toEqual(
      invalid,
    );
  });

  test('nobody', () => {
    expect(refusal(signed(payload, { signatures: [] }))).toEqual({ ...unknown, args: { keyid: '' } });
  });

  test('us, for other bytes, or without the encoding that says what for', () => {
    const richer = toBase64(text.encode(JSON.stringify({ ...payload, licensee: 'Mallory' })));
    expect(refusal(signed(payload, { payload: richer }))).toEqual(invalid);
    const bare = { keyid, sig: toBase64(secrets.sign(text.encode(JSON.stringify(payload)))) };
    expect(refusal(signed(payload, { signatures: [bare] }))).toEqual(invalid);
  });

  test('two keys while one takes the place of the other: either is enough', () => {
    const bytes = text.encode(JSON.stringify(payload));
    const signatures = [other, vendor].map((signer) => ({
      keyid: signer.secrets.keyid,
      sig: toBase64(signer.secrets.sign(preAuthEncoding(bytes))),
    }));
    for (const keys of [licensing, other.licensing]) {
      expect(read(signed(payload, { signatures }), keys)).toMatchObject({ Идентификатор: '1' });
    }
  });

  test.each([[undefined], ['']])('a signature with the name %j is held against every listed key', (name) => {
    const sig = toBase64(secrets.sign(preAuthEncoding(text.encode(JSON.stringify(payload)))));
    const signatures = [{ ...(name === undefined ? {} : { keyid: name }), sig }];
    const keys = { keys: [...other.licensing.keys, ...licensing.keys] };
    expect(read(signed(payload, { signatures }), keys)).toMatchObject({ Идентификатор: '1' });
    const [theirs] = other.licensing.keys;
    const refused = { code: 'license-signature-invalid', args: { keyid: theirs?.keyid } };
    expect(refusal(signed(payload, { signatures }), other.licensing)).toEqual(refused);
  });
});

describe('a licence', () => {
  test('in a file says what was sold, and for a decision leaves the keys out', () => {
    const license = read(offlineLicense(entry, secrets));
    const { products } = ordinaryRequest;
    const [sold] = products;
    const shown = {
      Идентификатор: sold?.id,
      Пробная: false,
      ОбновленияДо: '2027-11',
      ДействуетДо: undefined,
    };
    expect(license).toMatchObject({
      Ревизия: 1n,
      Лицензиат: 'ООО «Лютик»',
      Состояние: 'active',
      Продукты: [shown],
    });
    const forDecision = call('ЛицензияДляРешения', license).value;
    expect(forDecision).toEqual({ Состояние: 'active', Продукты: [shown] });
    expect(call('ЛицензияДляРешения', undefined).value).toBeUndefined();
  });

  test('may begin with the mark that editors of Windows write', () => {
    const marked = Uint8Array.from([0xef, 0xbb, 0xbf, ...offlineLicense(entry, secrets)]);
    expect(read(marked)).toMatchObject({ Идентификатор: entry.id });
  });

  test('may say more than we know, and null for what is absent', () => {
    const body = { ...payload, colour: 'blue', products: [{ ...product, validUntil: null, seats: 5 }] };
    expect(read(signed(body))).toMatchObject({ Продукты: [{ ДействуетДо: undefined }] });
  });

  test('that was revoked needs no keys', () => {
    const body = { ...payload, status: 'revoked', products: [{ id: 'crm', updatesUntil: '2027-11' }] };
    expect(read(signed(body))).toMatchObject({ Состояние: 'revoked', Продукты: [{ Ключ: undefined }] });
  });
});

describe('a record', async () => {
  const access = await recordAccess(entry.key);
  const record = await vendor.recordOf(entry);
  const open = (bytes: Uint8Array): JsValue =>
    call('ОткрытьЗапись', data(bytes), call('ДоступКЗаписи', entry.key).value, licensingDocument(licensing))
      .value;

  test('opens with its key', () => {
    const license = open(record);
    expect(license).toMatchObject({ Идентификатор: entry.id, Лицензиат: 'ООО «Лютик»' });
    expect(bytesOf(field(license, 'Продукты', 0, 'Ключ'))).toEqual(secrets.productKey('crm', '2027-11'));
  });

  test('of another customer is locked, a changed one damaged, one of another publisher nobody’s', async () => {
    const neighbour = await vendor.issue({ ...ordinaryRequest, licensee: 'ООО «Пион»' });
    const foreign = await vendor.recordOf(neighbour);
    expect(refusalOf(() => open(foreign)).code).toBe('license-record-locked');
    expect(refusalOf(() => open(flipped(record, 500))).code).toBe('license-record-damaged');
    const theirs = await other.recordOf(entry);
    expect(refusalOf(() => open(theirs)).code).toBe('license-signer-unknown');
  });

  test('longer than any is not opened', () => {
    const { code, args } = refusalOf(() => open(new Uint8Array(MAX_RECORD_BYTES + 1)));
    expect({ code, name: args['name'] }).toEqual({ code: 'license-record-too-large', name: access.path });
    expect(call('ПределЗаписиЛицензии').value).toBe(BigInt(MAX_RECORD_BYTES));
  });

  test('is refused without telling the password or the key', () => {
    const told = JSON.stringify(refusalOf(() => open(flipped(record, 500))));
    expect(told).not.toContain(access.password);
    expect(told).not.toContain(entry.key);
  });
});
