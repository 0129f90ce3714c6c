import { describe, expect, test } from 'vitest';
import { downloadsView } from '../../../site/views/downloads.ts';
import type { ExtensionDownloads } from '../../../scripts/model/statistics.ts';

const downloads = (change: Partial<ExtensionDownloads> = {}): ExtensionDownloads => ({
  id: 'crm',
  total: 1_234,
  releases: [],
  days: [
    { date: '2025-01-01', downloads: 900 },
    { date: '2026-11-12', downloads: 7 },
    { date: '2026-11-20', downloads: 14 },
  ],
  ...change,
});

test.each<[ExtensionDownloads | undefined, string]>([
  [undefined, 'nobody counts'],
  [downloads({ total: 0, days: [] }), 'nobody downloaded: a zero says nothing good'],
])('%# shows nothing — %s', (counted) => {
  expect(downloadsView(counted, 'ru')).toBeUndefined();
});

test('counters that know no days give a number without a chart', () => {
  expect(downloadsView(downloads({ days: [] }), 'en')).toMatchObject({
    total: '1,234 downloads',
    bars: [],
    description: '',
  });
});

describe('the chart', () => {
  test('has thirty days, ends on the last one with a download, and measures by the best one', () => {
    const { bars = [] } = downloadsView(downloads(), 'en') ?? {};
    expect(bars).toHaveLength(30);
    expect(bars.at(-1)).toEqual({ label: '20 November 2026: 14', share: 1 });
    expect(bars[21]).toEqual({ label: '12 November 2026: 7', share: 0.5 });
    expect(bars.filter(({ share }) => share > 0)).toHaveLength(2);
  });

  test('is said in words', () => {
    expect(downloadsView(downloads(), 'en')?.description).toBe(
      'By day from 22 October 2026 to 20 November 2026: 21 in all; most of them, 14, on 20 November 2026',
    );
    expect(downloadsView(downloads(), 'ru')?.description).toContain(
      'всего 21; больше всего — 14, 20 ноября 2026',
    );
  });
});

test.each<[number, string]>([
  [1, '1 скачивание'],
  [3, '3 скачивания'],
  [11, '11 скачиваний'],
  [12_345, '12\u00a0345 скачиваний'],
])('%i is %s', (total, said) => {
  expect(downloadsView(downloads({ total }), 'ru')?.total).toBe(said);
});
