import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parseBraceText } from '../../scripts/cfe/brace-text.ts';
import { writeContainer } from '../../scripts/cfe/container-writer.ts';
import { readContainer } from '../../scripts/cfe/container.ts';
import { inflateRaw } from '../../scripts/cfe/inflate.ts';
import { MAX_FILE_BYTES, MAX_WORK, WORK_FLOOR } from '../../scripts/cfe/limits.ts';
import { readV8File } from '../../scripts/cfe/read-v8-file.ts';
import { WarningLog } from '../../scripts/cfe/warning.ts';
import { WIDTH_32 } from '../../scripts/cfe/width.ts';
import { WorkBudget } from '../../scripts/cfe/work-budget.ts';
import {
  builtExtension,
  builtFromEntries,
  element,
  guid,
  header,
  ROOT,
  rootOf,
  stored,
} from './built-files.ts';
import { haveSamples, sampleBytes, sampleFacts } from './samples.ts';

/** A dynamic block of 241 bits that says nothing: both codes 15 bits deep, then the end. */
const SILENT_BLOCK = [
  '0 01 00000 11110 1111',
  // Code lengths of the code for code lengths, in its odd order: 16, 17 unused, 18 and 0 five bits, the rest four.
  `000 000 101 101 ${'001'.repeat(15)}`,
  // Lengths 1 to 15 for the first symbols, 241 times none, 15 for the end of the block; 1 to 15 and 15 for distances.
  Array.from({ length: 15 }, (_, code) => code.toString(2).padStart(4, '0')).join(' '),
  '11111 1111111 11111 0011101 1110',
  Array.from({ length: 15 }, (_, code) => code.toString(2).padStart(4, '0')).join(' '),
  '1110',
  '1'.repeat(15),
]
  .join('')
  .replaceAll(' ', '');

/** An empty block of the fixed code: 10 bits. */
const EMPTY_BLOCK = '0100000000';

/** An empty stored block that begins and ends with a byte. */
const STORED_BLOCK = '0000000000000000000000001111111111111111';

/** So many blocks, and an empty last one. */
function blocks(block: string, times: number): Uint8Array {
  const bits = block.repeat(times) + '1100000000';
  const bytes = new Uint8Array(Math.ceil(bits.length / 8));
  for (let at = 0; at < bits.length; at += 1) {
    if (bits[at] === '1') bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (1 << (at & 7));
  }
  return bytes;
}

const COMMON_MODULE = '0fe48980-252d-11d6-a3c7-0050bae0a776';
const module = guid(16);
const sharedBy = (objects: number, descriptor: string): Uint8Array =>
  builtExtension({
    families: { [COMMON_MODULE]: Array<string>(objects).fill(module) },
    elements: { [module]: descriptor },
  });

test.each([
  [
    'blocks that hold only their tables: 33 KB',
    () => builtFromEntries([element(ROOT, rootOf({})), stored('x', blocks(SILENT_BLOCK, 1_100))]),
  ],
  [
    'one element that 3,000 objects share, 50 KB of braces',
    () => sharedBy(3_000, `{1,{12,${header(module, 'М')},0,1,1,0,0,0,0,0},0${',0'.repeat(25_000)}}`),
  ],
])('refuses a file that costs work and no bytes: %s', async (_reason, file) => {
  await expect(readV8File(file())).rejects.toMatchObject({ code: 'too-much-work' });
});

const BUDGET = 1_000_000;

/** The smallest number of steps that a budget of a million refuses, found by doubling. */
function stepsWithin(budget: number, attempt: (steps: number, work: WorkBudget) => unknown): number {
  for (let steps = 1; steps <= 1_048_576; steps *= 2) {
    try {
      attempt(steps, new WorkBudget(budget));
    } catch (error) {
      expect(error).toMatchObject({ code: 'too-much-work', args: { limit: budget } });
      return steps;
    }
  }
  return Infinity;
}

describe('each kind of step is charged', () => {
  test.each<[string, number, (steps: number, work: WorkBudget) => unknown]>([
    ['tables of a block', 8, (steps, work) => inflateRaw(blocks(SILENT_BLOCK, steps), 10, work)],
    [
      'empty blocks of the fixed code',
      16_384,
      (steps, work) => inflateRaw(blocks(EMPTY_BLOCK, steps), 10, work),
    ],
    ['empty stored blocks', 16_384, (steps, work) => inflateRaw(blocks(STORED_BLOCK, steps), 10, work)],
    ['values of brace text', 16_384, (steps, work) => parseBraceText(`{${'1,'.repeat(steps)}}`, work)],
    ['quotes inside a string', 32_768, (steps, work) => parseBraceText(`{"${'""'.repeat(steps)}"}`, work)],
    ['a long string', 1_048_576, (steps, work) => parseBraceText(`{"${'x'.repeat(steps)}"}`, work)],
    [
      'pages of a container',
      2_048,
      (steps, work) => {
        const documents = Array.from({ length: steps }, (_, index) => stored(`d${index}`, new Uint8Array(1)));
        return readContainer(writeContainer(documents), WIDTH_32, new WarningLog(), work);
      },
    ],
  ])('%s: at most %i', (_step, most, attempt) => {
    expect(stepsWithin(BUDGET, attempt)).toBeLessThanOrEqual(most);
  });

  test('bytes that come out', () => {
    const zeros = deflateRawSync(new Uint8Array(2 * BUDGET));
    expect(() => inflateRaw(zeros, 10 * BUDGET, new WorkBudget(BUDGET))).toThrow(
      expect.objectContaining({ code: 'too-much-work' }),
    );
  });
});

test('a budget grows with the file and ends', () => {
  const limitOf = (bytes: number): number => WorkBudget.ofFile(bytes).limit;
  expect(limitOf(0)).toBe(WORK_FLOOR);
  expect(limitOf(1_000_000)).toBeGreaterThan(WORK_FLOOR);
  expect(limitOf(MAX_FILE_BYTES)).toBe(MAX_WORK);
});

describe.skipIf(!haveSamples)('real files (skipped where the samples are not at hand)', () => {
  test.each(sampleFacts.filter(({ facts }) => facts.error === undefined))(
    '$sample takes less than a fifth of its budget',
    async ({ sample }) => {
      const bytes = sampleBytes(sample);
      const work = WorkBudget.ofFile(bytes.length);
      await readV8File(bytes, work);
      expect(work.spent).toBeGreaterThan(0);
      expect(work.spent).toBeLessThan(work.limit / 5);
    },
  );
});
