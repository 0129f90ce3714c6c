import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binCount, binOf, binRoles } from '../../scripts/signing/hash-bins.ts';
import type { Bytes } from '../../scripts/signing/signed-file.ts';
import { testKeys } from './keys.ts';
import { day, documents, Operator, START } from './operator.ts';
import { textOf, Visitor } from './visitor.ts';

const nobody = { keyids: [], threshold: 1 };

const extensions = (count: number): Map<string, Bytes> =>
  documents({
    'catalog.json': 'catalog',
    'configurations/БухгалтерияПредприятия.json': 'made for BP',
    ...Object.fromEntries(
      Array.from({ length: count }, (_, at) => [`extensions/e${at}.json`, `extension ${at}`]),
    ),
  });

const binsOf = (files: ReadonlyMap<string, Bytes>): string[] =>
  [...files.keys()].filter((path) => path.includes('.bin-')).sort();

describe('the number of bins', () => {
  test.each([
    [10, 0, 8, 'the fewest'],
    [301, 0, 8, 'just above the threshold'],
    [500, 0, 8, 'a few hundred'],
    [2_000, 0, 16, 'grows with the root'],
    [10_000, 0, 32, 'a large repository'],
    [100_000, 0, 128, 'a very large one'],
    [10_000_000_000, 0, 1024, 'the most'],
    [10, 32, 32, 'never falls: a snapshot may not lose a role'],
  ])('for %i documents after %i bins is %i — %s', (count, previously, expected) => {
    expect(binCount(count, previously)).toBe(expected);
  });
});

describe('the bins', () => {
  test.each([8, 16, 32, 128, 256, 1024])(
    'of %i: every name falls into exactly the bin that vouches for it',
    (count) => {
      const roles = binRoles(count, nobody);
      expect(new Set(roles.map(({ name }) => name)).size).toBe(count);
      fc.assert(
        fc.property(fc.string(), (name) => {
          const digest = createHash('sha256').update(name).digest('hex');
          const trusted = roles.filter(({ path_hash_prefixes: prefixes = [] }) =>
            prefixes.some((prefix) => digest.startsWith(prefix)),
          );
          expect(trusted.map((role) => role.name)).toEqual([binOf(name, count)]);
        }),
        { numRuns: 50 },
      );
    },
  );

  test('keep their names when there are more of them', () => {
    const few = binRoles(8, nobody).map(({ name }) => name);
    const many = binRoles(512, nobody).map(({ name }) => name);
    expect(many.slice(0, 8)).toEqual(few);
    expect(many.at(-1)).toBe('bin-1ff');
  });
});

describe('a large repository', () => {
  test('splits by itself, and is read through its bins', async () => {
    const operator = await Operator.start();
    const { files } = await operator.publish({ documents: extensions(40), binsAbove: 30 });
    expect(binsOf(files)).toHaveLength(8);
    const visitor = await Visitor.trusting(operator.roots[0]!, operator.host);
    const repository = await visitor.visit(START);
    expect(await textOf(repository, 'extensions/e17.json')).toBe('extension 17');
    expect(await textOf(repository, 'configurations/БухгалтерияПредприятия.json')).toBe('made for BP');
    await expect(repository.document('extensions/other.json')).rejects.toMatchObject({
      code: 'target-unknown',
    });
  });

  test('signs only the bin of a changed extension anew', async () => {
    const operator = await Operator.start();
    await operator.publish({ documents: extensions(40), binsAbove: 30 });
    const changed = new Map(extensions(40)).set('extensions/e17.json', new Uint8Array(5));
    const { files } = await operator.publish({ documents: changed, binsAbove: 30, now: day(1) });
    expect(binsOf(files).filter((path) => path.includes('/2.'))).toEqual([
      `metadata/2.${binOf('extensions/e17.json', 8)}.json`,
    ]);
  });

  test('stays split when it shrinks, so that no client sees a role disappear', async () => {
    const operator = await Operator.start();
    await operator.publish({ documents: extensions(40), binsAbove: 30 });
    const visitor = await Visitor.trusting(operator.roots[0]!, operator.host);
    await visitor.visit(START);
    await operator.publish({ documents: extensions(20), binsAbove: 30, maxShrink: 1, now: day(1) });
    expect(await textOf(await visitor.visit(day(1)), 'extensions/e17.json')).toBe('extension 17');
  });

  test('that was small is followed by clients who knew it then', async () => {
    const operator = await Operator.start();
    await operator.publish({ documents: extensions(20), binsAbove: 30 });
    const visitor = await Visitor.trusting(operator.roots[0]!, operator.host);
    await visitor.visit(START);
    await operator.publish({ documents: extensions(40), binsAbove: 30, now: day(1) });
    expect(await textOf(await visitor.visit(day(1)), 'extensions/e39.json')).toBe('extension 39');
  });

  test('has its bins signed by a new publishing key when the old one is revoked', async () => {
    const operator = await Operator.start();
    await operator.publish({ documents: extensions(40), binsAbove: 30 });
    const visitor = await Visitor.trusting(operator.roots[0]!, operator.host);
    await visitor.visit(START);
    await operator.rotate('publishing', await testKeys('publishing 2'), day(1));
    const { files } = await operator.publish({ documents: extensions(40), binsAbove: 30, now: day(1) });
    expect(binsOf(files).every((path) => path.startsWith('metadata/2.'))).toBe(true);
    expect(await textOf(await visitor.visit(day(1)), 'extensions/e17.json')).toBe('extension 17');
  });
});
