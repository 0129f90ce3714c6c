import { describe, expect, test } from 'vitest';
import type { ReleaseDocument } from '../../../scripts/model/documents.ts';
import { compatibilityPictures } from '../../../site/views/compatibility-picture.ts';
import { build, CONFIGURATIONS, ENGLISH_BELOW, extension, release } from '../fixtures/documents.ts';

const made = (version: string, range: string, tested?: string): ReleaseDocument =>
  release(version, {
    builds: [
      build({
        configurations: [{ name: 'БухгалтерияПредприятия', version: range, ...(tested && { tested }) }],
      }),
    ],
  });

const pictures = (...releases: readonly ReleaseDocument[]) =>
  compatibilityPictures(extension(releases), CONFIGURATIONS, ENGLISH_BELOW);

describe('compatibilityPictures', () => {
  test.each<[string, string | undefined, readonly (readonly [number, number, boolean])[], string]>([
    [
      '>=3.0.140 <3.1',
      '3.0.171.9',
      [
        [1, 2, true],
        [2, 3, false],
      ],
      'tested in the middle',
    ],
    ['>=3.0.140 <3.1', undefined, [[1, 2, false]], 'never tested'],
    [
      '>=3.0.140',
      '3.0.171',
      [
        [1, 2, true],
        [2, 3, false],
      ],
      'open to the right',
    ],
    [
      '<3.1',
      '3.0',
      [
        [0, 1, true],
        [1, 2, false],
      ],
      'open to the left',
    ],
    ['>=3.0.140 <3.1', '3.0.1', [[2, 3, false]], 'tested before the range begins'],
    ['>=3.0.140 <3.1', '4', [[1, 2, true]], 'tested after it ends'],
    [
      '<1 || >=2',
      '2.5',
      [
        [0, 1, true],
        [2, 3, true],
        [3, 4, false],
      ],
      'two runs',
    ],
    ['>=3 <4', 'odd', [[1, 2, false]], 'a tested version that is none'],
  ])('%s tested with %s', (range, tested, bars) => {
    const [picture] = pictures(made('1', range, tested));
    expect(picture?.rows[0]?.bars).toEqual(bars.map(([from, to, isTested]) => ({ from, to, isTested })));
  });

  test.each([
    ['*', 'any version has no bounds to draw'],
    ['odd range', 'nothing is known'],
  ])('no picture for %s: %s', (range) => {
    expect(pictures(made('1', range))).toEqual([]);
  });

  test('withdrawn releases are not drawn, and six are enough', () => {
    const gone = { ...made('9', '>=3'), withdrawn: { date: '2026-11-01', reason: { ru: 'Плохо.' } } };
    const many = [8, 7, 6, 5, 4, 3, 2, 1].map((version) => made(String(version), `>=3.${version}`));
    const [picture] = pictures(gone, ...many);
    expect(picture?.rows.map((row) => row.release)).toEqual(['8', '7', '6', '5', '4', '3']);
    expect(picture?.ticks).toEqual(['3.3', '3.4', '3.5', '3.6', '3.7', '3.8']);
  });

  test('says the same in words', () => {
    const [picture] = pictures(made('1.2', '>=3.0.140 <3.1', '3.0.171.9'));
    expect(picture?.description).toBe('1.2: from 3.0.140 below 3.1, tested with 3.0.171.9');
  });
});
