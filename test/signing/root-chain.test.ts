import { describe, expect, test } from 'vitest';
import { pendingRoot, signRoot } from '../../scripts/signing/pending-root.ts';
import { openRootChain } from '../../scripts/signing/root-chain.ts';
import { nextRoot } from '../../scripts/signing/root-keys.ts';
import type { Bytes } from '../../scripts/signing/signed-file.ts';
import { testKeys } from './keys.ts';
import { day, Operator } from './operator.ts';

const chainOf = async (length: number): Promise<Operator> => {
  const operator = await Operator.start();
  for (let version = 2; version <= length; version++) {
    await operator.rotate('root', await testKeys(`root ${version}`), day(version));
  }
  return operator;
};

const four = await chainOf(4);
const stranger = (await testKeys('stranger'))[0]!;

const without = (version: number): Bytes[] => four.roots.filter((_, at) => at !== version - 1);

/** The last root, signed by a stranger instead of by whom it should be. */
async function forged(): Promise<Bytes> {
  const predecessor = openRootChain(four.roots).newest.signed;
  const keys = { keys: [stranger.publicKey], threshold: 1 };
  return signRoot(pendingRoot(await nextRoot(predecessor, { root: keys }, day(9))), stranger);
}

const spaced = (bytes: Bytes): Bytes => new TextEncoder().encode(`${new TextDecoder().decode(bytes)}\n`);

describe('a chain of roots is refused when', () => {
  test.each<readonly [string, () => Promise<Bytes[]>, object]>([
    ['there is none', async () => [], { version: 1, reason: 'missing' }],
    ['the first is missing', async () => without(1), { version: 1, reason: 'missing' }],
    ['one between is missing', async () => without(3), { version: 3, reason: 'missing' }],
    ['one comes twice', async () => [...four.roots, four.roots[3]!], { version: 5, reason: 'missing' }],
    [
      'the last is signed by a stranger',
      async () => [...four.roots, await forged()],
      { version: 5, reason: 'threshold-not-met' },
    ],
    ['one is no root', async () => [...four.roots, new Uint8Array()], { reason: 'json-invalid' }],
    [
      'one has a line end that nobody signed',
      async () => [...without(4), spaced(four.roots[3]!)],
      { version: 4, reason: 'not-canonical' },
    ],
  ])('%s', async (_when, roots, args) => {
    const files = await roots();
    expect(() => openRootChain(files)).toThrow(
      expect.objectContaining({
        refusals: [{ code: 'root-chain-broken', args: expect.objectContaining(args) as unknown }],
      }),
    );
  });
});

test('a chain of roots is followed whatever the order of its files', () => {
  const { roots, newest } = openRootChain(four.roots.toReversed());
  expect(roots.map(({ signed }) => signed.version)).toEqual([1, 2, 3, 4]);
  expect(newest).toBe(roots[3]);
});
