import { describe, expect, test } from 'vitest';
import type { RefusalCode } from '../../scripts/signing/publish-refusal.ts';
import { signVendor } from '../../scripts/signing/sign-vendor.ts';
import type { VendorSigning } from '../../scripts/signing/sign-vendor.ts';
import type { Bytes } from '../../scripts/signing/signed-file.ts';
import type { VendorDelegation } from '../../scripts/signing/vendor-delegation.ts';
import { testKey } from './keys.ts';
import { day, documents, Operator, START } from './operator.ts';
import { textOf, Visitor } from './visitor.ts';

const CONTENT = documents({
  'catalog.json': 'catalog',
  'extensions/acme-crm.json': 'crm by Acme',
  'extensions/acme-edi.json': 'edi by Acme',
  'extensions/b24.json': 'b24 by the publisher',
  'extensions/acmex.json': 'not by Acme: no dash',
});

const acmeKey = await testKey('acme');
const acmeKeys = { vendor: 'acme', keys: [acmeKey.publicKey], threshold: 1 };

const signed = (change: Partial<VendorSigning> = {}): Promise<Bytes> =>
  signVendor({ ...acmeKeys, documents: CONTENT, signers: [acmeKey], now: START, ...change });

async function acme(change: Partial<VendorDelegation> = {}): Promise<VendorDelegation> {
  return { ...acmeKeys, metadata: await signed(), ...change };
}

const changed = (text: string): Map<string, Bytes> =>
  new Map([...CONTENT, ...documents({ 'extensions/acme-crm.json': text })]);

const refusals = (...codes: readonly RefusalCode[]) => ({ refusals: codes.map((code) => ({ code })) });

describe('a vendor', () => {
  test('signs his own documents, and clients ask him alone about them', async () => {
    const operator = await Operator.start();
    const { files } = await operator.publish({ documents: CONTENT, vendors: [await acme()] });
    const targets = new TextDecoder().decode(files.get('metadata/1.targets.json'));
    expect(targets).not.toContain('acme-crm.json');
    expect(targets).toContain('extensions/acmex.json');
    expect(targets).toContain('"name":"vendor-acme","paths":["extensions/acme-*"],"terminating":true');

    const visitor = await Visitor.trusting(operator.roots[0]!, operator.host);
    const repository = await visitor.visit(START);
    expect(await textOf(repository, 'extensions/acme-crm.json')).toBe('crm by Acme');
    expect(await textOf(repository, 'extensions/b24.json')).toBe('b24 by the publisher');
    expect(visitor.requests).toContain('metadata/1.vendor-acme.json');
  });

  test('is published byte for byte as he signed', async () => {
    const operator = await Operator.start();
    const vendor = await acme();
    const { files } = await operator.publish({ documents: CONTENT, vendors: [vendor] });
    expect(files.get('metadata/1.vendor-acme.json')).toEqual(vendor.metadata);
  });

  test('is asked before the bins', async () => {
    const operator = await Operator.start();
    await operator.publish({ documents: CONTENT, vendors: [await acme()], binsAbove: 1 });
    const visitor = await Visitor.trusting(operator.roots[0]!, operator.host);
    const repository = await visitor.visit(START);
    expect(await textOf(repository, 'extensions/acme-edi.json')).toBe('edi by Acme');
    expect(visitor.requests.filter((path) => path.includes('bin-'))).toEqual([]);
    expect(await textOf(repository, 'extensions/b24.json')).toBe('b24 by the publisher');
  });

  test('signs nothing new while nothing of his changed', async () => {
    const previous = await signed();
    expect(await signed({ previous, now: day(1) })).toEqual(previous);
    expect(await signed({ previous, now: day(1), documents: changed('newer') })).not.toEqual(previous);
  });

  test('may leave: clients who knew him go on', async () => {
    const operator = await Operator.start();
    await operator.publish({ documents: CONTENT, vendors: [await acme()] });
    const visitor = await Visitor.trusting(operator.roots[0]!, operator.host);
    await visitor.visit(START);
    const rest = new Map([...CONTENT].filter(([path]) => !path.startsWith('extensions/acme-')));
    await operator.publish({ documents: rest, maxShrink: 1, now: day(1) });
    const repository = await visitor.visit(day(1));
    expect(await textOf(repository, 'extensions/b24.json')).toBe('b24 by the publisher');
    await expect(repository.document('extensions/acme-crm.json')).rejects.toMatchObject({
      code: 'target-unknown',
    });
  });

  test('cannot come back with a list that is older than the one that was published', async () => {
    const operator = await Operator.start();
    const first = await signed();
    const second = await signed({ previous: first, documents: changed('newer') });
    await operator.publish({ documents: changed('newer'), vendors: [await acme({ metadata: second })] });
    const rest = new Map([...CONTENT].filter(([path]) => !path.startsWith('extensions/acme-')));
    await operator.publish({ documents: rest, maxShrink: 1, now: day(1) });
    const again = operator.publish({
      documents: CONTENT,
      vendors: [await acme({ metadata: first })],
      now: day(2),
    });
    await expect(again).rejects.toMatchObject(refusals('vendor-rolled-back'));
  });
});

const stranger = await testKey('stranger');

describe('the list of a vendor is refused', () => {
  const spaced = (bytes: Bytes): Bytes => new TextEncoder().encode(`${new TextDecoder().decode(bytes)}\n`);

  test.each<readonly [string, () => Promise<Partial<VendorDelegation>>, RefusalCode]>([
    ['when somebody else signed it', async () => ({ keys: [stranger.publicKey] }), 'vendor-untrusted'],
    [
      'when fewer of his keys signed than he asks for',
      async () => ({ keys: [acmeKey.publicKey, stranger.publicKey], threshold: 2 }),
      'vendor-untrusted',
    ],
    ['when it is not metadata', async () => ({ metadata: new Uint8Array() }), 'vendor-untrusted'],
    [
      'when it is not written as clients read it',
      async () => ({ metadata: spaced(await signed()) }),
      'vendor-untrusted',
    ],
    [
      'when a document changed after he signed',
      async () => ({ metadata: await signed({ documents: changed('before') }) }),
      'vendor-document-unsigned',
    ],
    ['when it has expired', async () => ({ metadata: await signed({ now: day(-400) }) }), 'vendor-expired'],
    ['when his name is a pattern', async () => ({ vendor: '*' }), 'vendor-name-invalid'],
    [
      'when his name is empty: all extensions would be his',
      async () => ({ vendor: '' }),
      'vendor-name-invalid',
    ],
  ])('%s', async (_when, change, code) => {
    const operator = await Operator.start();
    const publication = operator.publish({ documents: CONTENT, vendors: [await acme(await change())] });
    await expect(publication).rejects.toMatchObject(refusals(code));
  });

  test('when it names what does not exist', async () => {
    const operator = await Operator.start();
    const documentsNow = new Map([...CONTENT].filter(([path]) => path !== 'extensions/acme-edi.json'));
    const publication = operator.publish({ documents: documentsNow, vendors: [await acme()] });
    await expect(publication).rejects.toMatchObject({
      refusals: [
        { code: 'vendor-target-unknown', args: { vendor: 'acme', path: 'extensions/acme-edi.json' } },
      ],
    });
  });

  test('when two vendors could claim one extension', async () => {
    const operator = await Operator.start();
    const vendors = [await acme(), await acme({ vendor: 'acme-crm' })];
    await expect(operator.publish({ documents: CONTENT, vendors })).rejects.toMatchObject({
      refusals: [{ code: 'vendor-name-invalid', args: { vendor: 'acme-crm' } }],
    });
  });

  test('when it is another file of a version that was published', async () => {
    const operator = await Operator.start();
    await operator.publish({ documents: CONTENT, vendors: [await acme()] });
    const rival = await signed({ documents: changed('newer') });
    const publication = operator.publish({
      documents: changed('newer'),
      vendors: [await acme({ metadata: rival })],
      now: day(1),
    });
    await expect(publication).rejects.toMatchObject(refusals('vendor-rolled-back'));
  });
});

test('a vendor whose list expires soon is named', async () => {
  const operator = await Operator.start();
  const metadata = await signed({ now: day(-340) });
  const { warnings } = await operator.publish({ documents: CONTENT, vendors: [await acme({ metadata })] });
  expect(warnings).toEqual([{ code: 'vendor-expires-soon', args: { vendor: 'acme', days: 25 } }]);
});
