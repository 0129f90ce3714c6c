import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addCounts, NO_STATISTICS, statisticsText } from '../../scripts/statistics/add-counts.ts';
import { readCounters } from '../../scripts/statistics/asset-counters.ts';
import type { CountedFile } from '../../scripts/statistics/counted-file.ts';
import { DownloadCounter, type Counting } from '../../scripts/statistics/download-counter.ts';
import type { LogRequest } from '../../scripts/statistics/log-request.ts';

const FILE: CountedFile = {
  id: 'crm',
  version: '1.4',
  sha256: 'a'.repeat(64),
  length: 1_000,
  path: 'files/crm/1.4/РомашкаCRM.cfe',
  urls: ['https://github.test/o/r/releases/download/v1.4/crm.cfe'],
};

const TARGET = `/site/${encodeURI(FILE.path)}`;

const request = (change: Partial<LogRequest> = {}): LogRequest => ({
  day: '2026-11-19',
  client: '203.0.113.9',
  method: 'GET',
  target: TARGET,
  status: 200,
  bytes: 1_000,
  agent: '1C+Enterprise/8.3',
  ...change,
});

function counterOf(requests: readonly LogRequest[], change: Partial<Counting> = {}): DownloadCounter {
  const key = new Uint8Array(32).fill(7);
  const counter = new DownloadCounter({
    files: [FILE],
    prefix: '/site/',
    through: undefined,
    today: '2026-11-21',
    key,
    ...change,
  });
  for (const one of requests) counter.count(one);
  return counter;
}

const downloads = (requests: readonly LogRequest[], change?: Partial<Counting>): number =>
  counterOf(requests, change)
    .counts()
    .reduce((sum, count) => sum + count.downloads, 0);

describe('what is one download', () => {
  test.each<[readonly Partial<LogRequest>[], number, string]>([
    [[{ method: 'HEAD', bytes: 0 }], 0, 'a question about the file'],
    [[{ method: 'POST' }], 0, 'another method'],
    [[{ status: 304, bytes: 0 }], 0, 'nothing new'],
    [[{ status: 404 }], 0, 'not there'],
    [[{ agent: 'Mozilla/5.0 (compatible; Googlebot/2.1)' }], 0, 'a search engine'],
    [[{ agent: 'Mozilla/5.0 (compatible; YandexBot/3.0)' }], 0, 'another one'],
    [[{ bytes: 999 }], 0, 'broken off before the end'],
    [[{ target: '/site/files/crm/9.9/%00<script>.cfe' }], 0, 'a file that we do not have'],
    [[{ target: '/site/%E0%A4%A' }], 0, 'no address at all'],
    [[{ target: `/other/${FILE.path}` }], 0, 'another site on the same server'],
    [[{ day: '2026-11-21' }], 0, 'the day that is not over'],
    [[{ day: '2030-01-01' }], 0, 'a clock that is wrong'],
    [[{ target: `${TARGET}?utm=1#x` }], 1, 'a query does not matter'],
    [[{}, {}, {}], 1, 'again by the same client on the same day'],
    [[{ day: '2026-11-18' }, {}], 2, 'again on another day'],
    [[{}, { client: '203.0.113.10' }], 2, 'by another address'],
    [[{}, { agent: 'curl/8' }], 2, 'by another program of the same office'],
    [
      [
        { status: 206, bytes: 400 },
        { status: 206, bytes: 600 },
      ],
      1,
      'in parts',
    ],
    [
      [
        { status: 206, bytes: 400 },
        { status: 206, bytes: 600, client: '198.51.100.1' },
      ],
      0,
      'parts of two clients are no file',
    ],
    [[{ bytes: 700 }, { status: 206, bytes: 300 }], 1, 'broken off, then continued'],
  ])('%j are %i — %s', (requests, expected) => {
    expect(downloads(requests.map(request))).toBe(expected);
  });
});

describe('a log that is read again', () => {
  test('adds nothing, and what has come since is added', () => {
    const first = counterOf([request()]);
    expect(first.lastDay).toBe('2026-11-19');
    const again = [request(), request({ day: '2026-11-20' })];
    expect(downloads(again, { through: '2026-11-19' })).toBe(1);
    expect(counterOf(again, { through: '2026-11-20' }).tally).toMatchObject({ counted: 0, before: 2 });
  });

  test('in whatever parts whole days come, the numbers are the same', () => {
    const day = fc.integer({ min: 10, max: 20 }).map((n) => `2026-11-${n}`);
    const any = fc.record({ day, client: fc.constantFrom('a', 'b', 'c') }).map(request);
    fc.assert(
      fc.property(fc.array(any, { maxLength: 40 }), day, (requests, cut) => {
        const sorted = requests.toSorted((a, b) => (a.day < b.day ? -1 : 1));
        const early = sorted.filter((one) => one.day <= cut);
        expect(downloads(early) + downloads(sorted, { through: cut })).toBe(downloads(sorted));
      }),
    );
  });
});

test('nothing of who downloaded is in what is kept', () => {
  const counter = counterOf([request({ client: '203.0.113.77', agent: 'Secret Agent' })]);
  const source = { name: 'log', through: '2026-11-19' };
  const text = statisticsText(addCounts(NO_STATISTICS, { counts: counter.counts(), source }));
  expect(text).not.toMatch(/203\.0|Secret|[0-9a-zA-Z+/]{20}/);
  expect(JSON.parse(text)).toEqual({
    formatVersion: 1,
    sources: [source],
    extensions: [
      {
        id: 'crm',
        total: 1,
        releases: [{ version: '1.4', downloads: 1 }],
        days: [{ date: '2026-11-19', downloads: 1 }],
      },
    ],
  });
});

test('days of more than a year ago leave the list and stay in the total', () => {
  const days = Array.from({ length: 400 }, (_, n) =>
    new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10),
  );
  const counts = days.map((date) => ({ id: 'crm', version: '1.4', date, downloads: 2 }));
  const [extension] = addCounts(NO_STATISTICS, {
    counts,
    source: { name: 'log', through: '2026-02-04' },
  }).extensions;
  expect({ total: extension?.total, days: extension?.days.length, first: extension?.days[0]?.date }).toEqual({
    total: 800,
    days: 366,
    first: days[34],
  });
});

describe('counters that only grow', () => {
  const url = FILE.urls[0] ?? '';
  const read = (amount: number, last?: number) =>
    readCounters([{ id: 5, url, downloads: amount }], {
      files: [FILE],
      before:
        last === undefined
          ? undefined
          : { name: 'g', through: '2026-11-19', counters: [{ asset: 5, downloads: last }] },
      today: '2026-11-20',
    });

  test.each<[number, number | undefined, object, string]>([
    [100, undefined, { downloads: 100 }, 'first seen: of no day'],
    [107, 100, { downloads: 7, date: '2026-11-20' }, 'grown'],
    [100, 100, { downloads: 0, date: '2026-11-20' }, 'the same'],
    [3, 100, { downloads: 0, date: '2026-11-20' }, 'uploaded anew: it began again'],
  ])('%i after %s adds %j — %s', (amount, last, expected) => {
    const { counts, counters } = read(amount, last);
    expect(counts).toEqual([{ id: 'crm', version: '1.4', ...expected }]);
    expect(counters).toEqual([{ asset: 5, downloads: amount }]);
  });

  test('a file that no manifest names is not counted, one with our digest is', () => {
    const context = { files: [FILE], before: undefined, today: '2026-11-20' };
    const assets = [
      { id: 1, url: 'https://evil.test/x.cfe', downloads: 10 ** 9 },
      { id: 2, url: 'https://elsewhere.test/', sha256: FILE.sha256, downloads: 4 },
    ];
    expect(readCounters(assets, context).counts.map((count) => count.downloads)).toEqual([4]);
  });
});
