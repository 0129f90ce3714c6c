import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filesOfGeneration } from '../../scripts/signing/generation-files.ts';
import { generationsToKeep, KEPT_AT_LEAST } from '../../scripts/signing/generations.ts';
import { day, documents, Operator, START } from './operator.ts';
import { textOf, Visitor } from './visitor.ts';

describe('generations to keep', () => {
  const kept = (...days: readonly number[]): number[] => {
    const generations = days.map((at, index) => ({ version: index + 1, time: day(at) }));
    return [...generationsToKeep(generations, START)].sort((a, b) => a - b);
  };

  test.each<readonly [readonly number[], readonly number[], string]>([
    [[], [], 'nothing was published'],
    [[-900, -800, -700], [1, 2, 3], 'at least three, however old'],
    [[-900, -800, -700, -600], [2, 3, 4], 'the oldest was superseded long ago'],
    [[-40, -20, -10, -5], [1, 2, 3, 4], 'the oldest is 40 days old, but stood until 20 days ago'],
    [[-60, -40, -20, -10, -5], [2, 3, 4, 5], 'the oldest was superseded 40 days ago'],
    [[-60, -30, -20, -10, -5], [1, 2, 3, 4, 5], 'the oldest was superseded on the thirtieth day'],
  ])('published on days %j: %j — %s', (days, expected) => {
    expect(kept(...days)).toEqual(expected);
  });

  test('never leave out what stood within the last thirty days', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100, max: 0 }), { maxLength: 20 }), (days) => {
        const sorted = days.toSorted((a, b) => a - b);
        const result = kept(...sorted);
        const needed = sorted.flatMap((_, at) => ((sorted[at + 1] ?? 0) >= -30 ? [at + 1] : []));
        expect(result).toEqual(expect.arrayContaining(needed));
        expect(result.length).toBeGreaterThanOrEqual(Math.min(KEPT_AT_LEAST, days.length));
      }),
    );
  });
});

describe('the files of a generation', () => {
  const CONTENT = documents({ 'catalog.json': 'old', 'extensions/b24.json': 'b24' });

  test('are enough for a client that got its timestamp from a cache', async () => {
    const operator = await Operator.start();
    const { files } = await operator.publish({ documents: CONTENT });
    await operator.publish({
      documents: documents({ 'catalog.json': 'new', 'extensions/b24.json': 'b24' }),
      now: day(1),
    });
    const generation = await filesOfGeneration(operator.reader, 1);
    const cached = new Map(generation.paths.map((path) => [path, operator.host.get(path)!] as const));
    for (const path of ['metadata/1.root.json', 'metadata/timestamp.json'])
      cached.set(path, files.get(path)!);
    const visitor = await Visitor.trusting(operator.roots[0]!, cached);
    expect(await textOf(await visitor.visit(day(1)), 'catalog.json')).toBe('old');
  });

  test('are everything that was published, roots and timestamp aside', async () => {
    const operator = await Operator.start();
    const { files } = await operator.publish({ documents: CONTENT, binsAbove: 0 });
    const expected = [...files.keys()].filter((path) => !/root|timestamp/.test(path)).sort();
    expect(await filesOfGeneration(operator.reader, 1)).toEqual({ version: 1, time: START, paths: expected });
  });

  test('are unknown without their snapshot', async () => {
    const operator = await Operator.start();
    await expect(filesOfGeneration(operator.reader, 7)).rejects.toMatchObject({
      refusals: [{ code: 'previous-missing', args: { name: '7.snapshot.json' } }],
    });
  });
});
