import { describe, expect, test } from 'vitest';
import { createRoot } from '../../scripts/signing/create-root.ts';
import { pendingRoot, readPendingRoot, rootProgress, signRoot } from '../../scripts/signing/pending-root.ts';
import { rootChanges } from '../../scripts/signing/root-changes.ts';
import { firstRoot, nextRoot } from '../../scripts/signing/root-keys.ts';
import type { RootKeys } from '../../scripts/signing/root-keys.ts';
import type { Signer } from '../../scripts/signing/signer.ts';
import type { Root } from '../../scripts/verify/metadata.ts';
import { testKey, testKeys } from './keys.ts';
import { day, START } from './operator.ts';

const of = (signers: readonly Signer[], threshold = 1) => ({
  keys: signers.map((signer) => signer.publicKey),
  threshold,
});

/** Three people, two of whom decide. */
const people = await testKeys('Anna', 'Boris', 'Vera');
const [anna, boris, vera] = people as [Signer, Signer, Signer];
const keys: RootKeys = {
  root: of(people, 2),
  publishing: of(await testKeys('publishing')),
  timestamp: of(await testKeys('timestamp')),
};
const first = await firstRoot(keys, START);

describe('the first root', () => {
  test('is signed by the keys at hand and names everybody', async () => {
    const bytes = await createRoot(keys, { signers: [anna, vera], now: START });
    const { signed } = readPendingRoot(bytes);
    expect(signed).toMatchObject({
      _type: 'root',
      spec_version: '1.0.34',
      version: 1,
      consistent_snapshot: true,
      expires: '2027-11-20T12:00:00Z',
    });
    expect(signed.keys.size).toBe(5);
    expect(signed.roles.root.threshold).toBe(2);
    expect(signed.roles.snapshot).toEqual(signed.roles.targets);
    expect(rootProgress(bytes).isComplete).toBe(true);
  });

  test('is not made with fewer signatures than it asks for', async () => {
    const refusal = createRoot(keys, { signers: [anna], now: START });
    await expect(refusal).rejects.toMatchObject({ code: 'threshold-not-met' });
  });

  test.each<readonly [string, RootKeys['root']]>([
    ['a threshold of none: anybody could be root', of(people, 0)],
    ['more signatures than people: nobody could ever sign again', of(people, 4)],
    ['one person counted twice', of([anna, anna], 2)],
    ['no keys at all', of([])],
  ])('is not made with %s', async (_what, root) => {
    const refusal = firstRoot({ ...keys, root }, START);
    await expect(refusal).rejects.toMatchObject({ code: 'threshold-unreachable', args: { duty: 'root' } });
  });
});

describe('nobody signs what he cannot be shown whole', () => {
  const stranger = vera.publicKey;
  test.each<readonly [string, object]>([
    [
      'the snapshot given away beside the list',
      { roles: { ...first.roles, snapshot: first.roles.timestamp } },
    ],
    ['no consistent snapshots', { consistent_snapshot: false }],
    ['a member that we do not know', { 'x-more': 1 }],
    ['a key that nobody has a use for', { keys: new Map([...first.keys, ['spare', stranger]]) }],
    [
      'a key that is text for a terminal',
      {
        keys: new Map([...first.keys].map(([id, key]) => [id, { ...key, keyval: { public: '\u001b[2K' } }])),
      },
    ],
    ['a key under a name that is not its own', { keys: renamed(first.keys) }],
  ])('%s', async (_reason, change) => {
    const refusal = signRoot(pendingRoot({ ...first, ...change }), anna);
    await expect(refusal).rejects.toMatchObject({ code: 'root-unreadable' });
  });

  test('and the first root shows every duty', () => {
    expect(rootChanges(undefined, first).map(({ duty, added }) => [duty, added.length])).toEqual([
      ['root', 3],
      ['publishing', 1],
      ['timestamp', 1],
    ]);
  });
});

/** The keys with the names of each other. */
function renamed(keys: Root['keys']): Root['keys'] {
  const values = [...keys.values()];
  return new Map([...keys.keys()].map((keyid, at) => [keyid, values.at(at - 1)!]));
}

describe('signatures are gathered', () => {
  test('one by one, in any order, into the same bytes', async () => {
    const one = await signRoot(await signRoot(pendingRoot(first), anna), boris);
    const other = await signRoot(await signRoot(pendingRoot(first), boris), anna);
    expect(one).toEqual(other);
  });

  test('until both thresholds are met', async () => {
    const next = await nextRoot(first, { root: of(await testKeys('Galina', 'Dmitri'), 2) }, day(1));
    const [galina, dmitri] = (await testKeys('Galina', 'Dmitri')) as [Signer, Signer];
    let bytes = pendingRoot(next);
    const completeAfter: boolean[] = [];
    for (const signer of [galina, dmitri, anna, boris]) {
      bytes = await signRoot(bytes, signer, first);
      completeAfter.push(rootProgress(bytes, first).isComplete);
    }
    expect(completeAfter).toEqual([false, false, false, true]);
  });

  test('and it can be seen who has not signed yet', async () => {
    const bytes = await signRoot(pendingRoot(first), boris);
    expect(rootProgress(bytes)).toEqual({
      own: {
        threshold: 2,
        signed: [boris.keyid],
        waiting: [anna.keyid, vera.keyid].sort(),
      },
      isComplete: false,
    });
  });

  test('twice by one person, and count once', async () => {
    const bytes = await signRoot(await signRoot(pendingRoot(first), anna), anna);
    expect(rootProgress(bytes).own.signed).toEqual([anna.keyid]);
    expect(readPendingRoot(bytes).signatures).toHaveLength(1);
  });

  test('but not from a stranger', async () => {
    const stranger = await testKey('stranger');
    await expect(signRoot(pendingRoot(first), stranger)).rejects.toMatchObject({
      code: 'key-not-in-root',
      args: { keyid: stranger.keyid },
    });
  });

  test('nor from somebody who left, without the root that he belonged to', async () => {
    const next = await nextRoot(first, { root: of([boris, vera]) }, day(1));
    await expect(signRoot(pendingRoot(next), anna)).rejects.toMatchObject({ code: 'key-not-in-root' });
    await expect(signRoot(pendingRoot(next), anna, first)).resolves.toBeInstanceOf(Uint8Array);
  });

  test('and a broken signature counts nothing', async () => {
    const broken = { ...anna, sign: async () => new Uint8Array(64) };
    const bytes = await signRoot(await signRoot(pendingRoot(first), broken), boris);
    expect(rootProgress(bytes)).toMatchObject({ own: { signed: [boris.keyid] }, isComplete: false });
  });

  test.each([
    ['nothing', ''],
    ['text', 'please sign'],
    ['another role', '{"signatures":[],"signed":{"_type":"timestamp"}}'],
  ])('but never on %s', async (_what, file) => {
    const refusal = signRoot(new TextEncoder().encode(file), anna);
    await expect(refusal).rejects.toMatchObject({ code: 'root-unreadable' });
  });
});

describe('the next root', () => {
  test('changes what it is told to and nothing else', async () => {
    const timestamp = await testKey('timestamp 2');
    const next = await nextRoot(first, { timestamp: of([timestamp]) }, day(100));
    expect(next).toMatchObject({ version: 2, expires: '2028-02-28T12:00:00Z' });
    expect(next.roles.timestamp.keyids).toEqual([timestamp.keyid]);
    expect(next.roles.targets).toEqual(first.roles.targets);
    expect(next.roles.root).toEqual(first.roles.root);
    expect(next.keys.has(first.roles.timestamp.keyids[0]!)).toBe(false);
  });

  test('without a change is the same for another year', async () => {
    const next = await nextRoot(first, {}, day(300));
    expect({ ...next, version: 1, expires: first.expires }).toEqual(first);
    expect(rootChanges(first, next)).toEqual([]);
  });

  test('shows a signer what changes hands', async () => {
    const publishing = await testKey('publishing 2');
    const next = await nextRoot(first, { publishing: of([publishing]), root: of(people, 3) }, day(1));
    expect(rootChanges(first, next)).toEqual([
      { duty: 'root', added: [], removed: [], threshold: { before: 2, after: 3 } },
      {
        duty: 'publishing',
        added: [publishing.publicKey.keyval.public],
        removed: [keys.publishing.keys[0]!.keyval.public],
        threshold: { before: 1, after: 1 },
      },
    ]);
  });
});
