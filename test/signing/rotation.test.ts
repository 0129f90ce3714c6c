import { describe, expect, test } from 'vitest';
import type { RootKeys } from '../../scripts/signing/root-keys.ts';
import { signVendor } from '../../scripts/signing/sign-vendor.ts';
import { signatureBy, writeSignedFile } from '../../scripts/signing/signed-file.ts';
import { canonicalJson } from '../../scripts/verify/canonical-json.ts';
import { testKeys } from './keys.ts';
import { day, documents, Operator, START } from './operator.ts';
import { textOf, Visitor } from './visitor.ts';

const before = documents({ 'catalog.json': 'before' });
const after = documents({ 'catalog.json': 'after' });

const DUTIES: readonly (keyof RootKeys)[] = ['root', 'publishing', 'timestamp'];

describe.each(DUTIES)('after the %s key was exchanged', (duty) => {
  async function rotated(): Promise<{ operator: Operator; old: Operator['keys']; visitor: Visitor }> {
    const operator = await Operator.start();
    await operator.publish({ documents: before });
    const visitor = await Visitor.trusting(operator.roots[0]!, operator.host);
    await visitor.visit(START);
    const old = operator.keys;
    await operator.rotate(duty, await testKeys(`${duty} 2`), day(1));
    return { operator, old, visitor };
  }

  test('clients who visited before, and those who never did, follow', async () => {
    const { operator, visitor } = await rotated();
    await operator.publish({ documents: after, now: day(2) });
    expect(await textOf(await visitor.visit(day(2)), 'catalog.json')).toBe('after');
    const fresh = await Visitor.trusting(operator.roots[0]!, operator.host);
    expect(await textOf(await fresh.visit(day(2)), 'catalog.json')).toBe('after');
  });

  test('nothing changed is published again under the new root', async () => {
    const { operator, visitor } = await rotated();
    const { versions } = await operator.publish({ documents: before, now: day(2) });
    const isAnew = duty === 'publishing';
    expect(versions).toEqual({ root: 2, timestamp: 2, snapshot: isAnew ? 2 : 1, targets: isAnew ? 2 : 1 });
    expect(await textOf(await visitor.visit(day(2)), 'catalog.json')).toBe('before');
  });

  test('the old key publishes nothing any more', async () => {
    const { operator, old } = await rotated();
    const signers = [...old.publishing, ...old.timestamp];
    const publication = operator.publish({ documents: after, now: day(2), signers });
    if (duty === 'root') await expect(publication).resolves.toMatchObject({ versions: { root: 2 } });
    else await expect(publication).rejects.toMatchObject({ refusals: [{ code: 'keys-not-in-root' }] });
  });
});

test('versions that a thief of both keys raised to the sky are forgotten with his keys', async () => {
  const operator = await Operator.start();
  await operator.publish({ documents: before });
  // The thief publishes on a host of his own, where nothing was published before.
  const thief = new Operator([...operator.roots], operator.keys);
  for (let version = 0; version < 5; version++) {
    await thief.publish({ documents: documents({ 'catalog.json': `stolen ${version}` }), now: day(1) });
  }
  const visitor = await Visitor.trusting(operator.roots[0]!, thief.host);
  await visitor.visit(day(1));

  await operator.rotate('publishing', await testKeys('publishing 2'), day(2));
  await operator.rotate('timestamp', await testKeys('timestamp 2'), day(2));
  await operator.publish({ documents: after, now: day(2) });
  // The victim comes back to the real host.
  thief.host.clear();
  for (const [path, bytes] of operator.host) thief.host.set(path, bytes);
  expect(await textOf(await visitor.visit(day(2)), 'catalog.json')).toBe('after');
});

describe('what stands on the host was signed by a key that has been taken away', () => {
  const heads = { b24: { stable: '1.4' } };

  /** A host on which the thief of the timestamp key had the last word, and an owner with a new key. */
  async function robbed(lie: object): Promise<Operator> {
    const operator = await Operator.start();
    await operator.publish({ documents: before, heads });
    const genuine = new TextDecoder().decode(operator.host.get('metadata/timestamp.json'));
    const { signed } = JSON.parse(genuine) as { signed: object };
    const message = canonicalJson({ ...signed, ...lie });
    const signatures = await Promise.all(operator.keys.timestamp.map((key) => signatureBy(key, message)));
    operator.host.set('metadata/timestamp.json', writeSignedFile(message, signatures));
    await operator.rotate('timestamp', await testKeys('timestamp 2'), day(1));
    return operator;
  }

  test.each<[reason: string, lie: object, version: number]>([
    ['no version is left above it: we begin again, as clients do', { version: Number.MAX_SAFE_INTEGER }, 1],
    ['it was signed in the far future: our clock is right', { 'x-issued': '2999-01-01T00:00:00Z' }, 2],
    ['its heads lie: we do not repeat them', { 'x-heads': { b24: { stable: '9', withdrawn: ['1.4'] } } }, 2],
  ])('%s', async (_, lie, version) => {
    const refreshed = await robbed(lie);
    const { signed } = await refreshed.refresh(day(1));
    expect(signed).toMatchObject({ version, 'x-issued': '2026-11-21T12:00:00Z' });
    expect(signed['x-heads']).toBeUndefined();
    const published = await robbed(lie);
    const { versions } = await published.publish({ documents: after, heads, now: day(1) });
    expect(versions.timestamp).toBe(version);
    const visitor = await Visitor.trusting(published.roots[0]!, published.host);
    expect(await textOf(await visitor.visit(day(1)), 'catalog.json')).toBe('after');
  });

  test('roles that only its snapshot lists are not listed again', async () => {
    const operator = await Operator.start();
    const [key] = await testKeys('thief');
    const vendor = { vendor: 'evil', keys: [key!.publicKey], threshold: 1 };
    const listed = documents({ 'catalog.json': 'before', 'extensions/evil-x.json': 'x' });
    const metadata = await signVendor({ ...vendor, documents: listed, signers: [key!], now: START });
    await operator.publish({ documents: listed, vendors: [{ ...vendor, metadata }] });
    await operator.rotate('publishing', await testKeys('publishing 2'), day(1));
    await operator.publish({ documents: after, now: day(1), maxShrink: 1 });
    const visitor = await Visitor.trusting(operator.roots[0]!, operator.host);
    const { snapshot } = await visitor.visit(day(1));
    expect([...snapshot.signed.meta.keys()]).toEqual(['targets.json']);
  });
});

test('a client that slept through thirty roots wakes up and follows', async () => {
  const operator = await Operator.start();
  await operator.publish({ documents: before });
  const visitor = await Visitor.trusting(operator.roots[0]!, operator.host);
  await visitor.visit(START);
  for (let year = 1; year <= 30; year++) {
    await operator.rotate('root', await testKeys(`root of year ${year}`), day(300 * year));
  }
  await operator.publish({ documents: after, now: day(300 * 30) });
  expect(await textOf(await visitor.visit(day(300 * 30)), 'catalog.json')).toBe('after');
});
