import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseLogLine } from '../../scripts/statistics/log-request.ts';

const TIME = '[20/Nov/2026:23:30:00 +0000]';

describe('lines that are no requests', () => {
  test.each([
    ['', 'nothing'],
    ['GET /files/a HTTP/1.1', 'a bare request'],
    [`1.2.3.4 - - ${TIME} "-" 408 -`, 'a connection that asked nothing'],
    ['1.2.3.4 - - [20/Foo/2026:23:30:00 +0000] "GET /x HTTP/1.1" 200 1', 'no month'],
    [`1.2.3.4 - - ${TIME} "\\x16\\x03\\x01" 400 166`, 'TLS to a port without it'],
    [`1.2.3.4 - - ${TIME} "GET /x HTTP/1.1" abc 1`, 'no status'],
  ])('%j — %s', (line) => {
    expect(parseLogLine(line)).toBeUndefined();
  });

  test('any text is read in bounded time and never throws', () => {
    const piece = fc.oneof(
      fc.constantFrom('"', '\\', '[', ']', ' ', TIME, 'GET', '200', '-', '"a" '),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const request = parseLogLine(pieces.join(''));
        if (request !== undefined) expect(request.day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['a quotation that never ends', `"GET /x HTTP/1.1" 200 1 "${'\\'.repeat(30_000)}`],
    ['an address that never ends', `"GET /${'a'.repeat(32_000)}`],
    ['a long address without a status', `"GET /${'a'.repeat(32_000)}" none 1`],
  ])('%s costs no more than its length', (_reason, request) => {
    const line = `1.2.3.4 - - ${TIME} ${request}`;
    const started = performance.now();
    for (let round = 0; round < 20; round++) parseLogLine(line);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('lines of the field', () => {
  const S3_START =
    '79a59df900b949e55d96a1e698fbaced examplebucket [20/Nov/2026:00:00:38 +0000] 192.0.2.3 - 3E57427F3EXAMPLE';

  test.each<[string, object, string]>([
    [
      `203.0.113.9 - - ${TIME} "GET /files/a/1.0/a.cfe HTTP/1.1" 200 1234 "-" "1C+Enterprise/8.3"`,
      { day: '2026-11-20', client: '203.0.113.9', status: 200, bytes: 1234, agent: '1C+Enterprise/8.3' },
      'combined',
    ],
    [
      `2001:db8::1 - anna ${TIME} "GET /x HTTP/2.0" 304 -`,
      { client: '2001:db8::1', bytes: 0, agent: '' },
      'common, IPv6, no body',
    ],
    [
      '1.2.3.4 - - [21/Nov/2026:02:30:00 +0300] "GET /x HTTP/1.1" 200 1',
      { day: '2026-11-20' },
      'the day is that of UTC, not of the server',
    ],
    [
      `1.2.3.4 - - ${TIME} "GET /x HTTP/1.1" 200 1 "-" "a \\"b\\" c"`,
      { agent: 'a \\"b\\" c' },
      'quotes in a name',
    ],
    [
      `${S3_START} REST.GET.OBJECT files/a/1.0/%D0%B0.cfe "GET /examplebucket/files/a/1.0/%D0%B0.cfe HTTP/1.1" 206 - 100 1234 7 5 "-" "Mozilla/5.0" - x SigV4 - - - TLSv1.2 - -`,
      {
        day: '2026-11-20',
        client: '192.0.2.3',
        target: '/files/a/1.0/%D0%B0.cfe',
        status: 206,
        bytes: 100,
        agent: 'Mozilla/5.0',
      },
      'Amazon S3',
    ],
    [
      `${S3_START} REST.HEAD.OBJECT files/a/1.0/a.cfe "HEAD /files/a/1.0/a.cfe HTTP/1.1" 200 - - 1234 7 5 "-" "-" -`,
      { method: 'HEAD', bytes: 0 },
      'S3, a question about a file',
    ],
  ])('%s', (line, expected) => {
    expect(parseLogLine(line)).toMatchObject(expected);
  });
});
