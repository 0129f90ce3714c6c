import { describe, expect, test } from 'vitest';
import type { ServerRule } from '../onec/index.ts';
import { answer, file, MOVED, moved, other, reasonOf, server } from './asking.ts';
import { leaveNothingBehind } from './sandbox.ts';

leaveNothingBehind();

describe('redirects', () => {
  test.each([301, 302, 303, 307, 308])('%i is followed', (status) => {
    expect(answer({ address: MOVED, rules: [moved('/file', status), file()] }).body).toBe('content');
  });

  test.each([
    ['/file', 'from the root'],
    ['file', 'beside'],
    ['./x/../file', 'with dots'],
    ['../../file', 'above the root'],
    ['/file#part', 'with a fragment'],
    ['//repo.example/file', 'the same protocol'],
    ['HTTPS://REPO.EXAMPLE:443/file', 'in capitals'],
    ['https://mirror.example/file', 'another host'],
  ])('to %s — %s', (location) => {
    expect(answer({ address: MOVED, rules: [moved(location), file()] }).body).toMatch(/content|other host/);
  });

  test.each([
    ['http://repo.example/file', 'redirect to http', 'everybody on the way would see'],
    ['/moved', 'redirect loop', 'to itself'],
    ['#x', 'redirect loop', 'to itself with a fragment'],
    ['', 'redirect address', 'nowhere'],
    ['javascript:alert(1)', 'redirect address', 'no address'],
    ['file:///etc/passwd', 'redirect address', 'a file of this machine'],
    ['https://repo.example@evil.example/', 'redirect address', 'a host that looks like another'],
    ['https://repo.example\\@evil.example/', 'redirect address', 'the same with a backslash'],
    ['https://repo.example:99999/', 'redirect address', 'a port that is none'],
    ['//', 'redirect address', 'no host'],
    ['https://%D1%80/', 'redirect address', 'an encoded host'],
  ])('to %j: %s — %s', (location, reason) => {
    expect(reasonOf({ address: MOVED, rules: [moved(location), file()] })).toBe(`fetch-failed ${reason}`);
  });

  test('from http to https is welcome', () => {
    const rules = [moved('https://mirror.example/file')];
    expect(answer({ address: 'http://repo.example/moved', rules }).body).toBe('from the other host');
  });

  test('seven are followed and the eighth is not', () => {
    const chain = (length: number): ServerRule[] =>
      Array.from({ length }, (_, at) => ({
        path: `/${at}`,
        status: 302,
        headers: { Location: `/${at + 1}` },
      }));
    const address = 'https://repo.example/0';
    expect(answer({ address, rules: [...chain(7), { path: '/7', body: 'there' }] }).body).toBe('there');
    const reason = reasonOf({ address, rules: [...chain(8), { path: '/8', body: 'there' }] });
    expect(reason).toBe('fetch-failed redirect limit');
  });

  test('another host is told which part is wanted and nothing else', () => {
    const changes = { ETag: '"secret"', Начало: 0, Конец: 9 };
    other.setRules([
      { path: '/file', status: 206, body: '0123456789', headers: { 'Content-Range': 'bytes 0-9/20' } },
    ]);
    expect(answer({ address: MOVED, rules: [moved('https://mirror.example/file')], changes }).kind).toBe(
      'found',
    );
    expect(server.requests().at(-1)?.headers).toMatchObject({
      'if-none-match': '"secret"',
      range: 'bytes=0-9',
    });
    const { host, range, connection, ...rest } = other.requests().at(-1)?.headers ?? {};
    expect({ host, range, rest, alive: connection !== undefined }).toMatchObject({
      host: 'mirror.example',
      range: 'bytes=0-9',
      rest: {},
    });
  });
});
