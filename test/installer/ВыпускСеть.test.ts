import { describe, expect, test } from 'vitest';
import type { JsValue, ServerRule } from '../onec/index.ts';
import { answer, ask, file, program, reasonOf, server } from './asking.ts';
import { refusalOf } from './refusal.ts';
import { leaveNothingBehind } from './sandbox.ts';

leaveNothingBehind();

describe('an answer that is taken', () => {
  test('comes with its length, its ETag whatever the case of the name, and no Accept-Encoding is sent', () => {
    const rules = [{ ...file('тело'), headers: { eTAG: '"1"' } }];
    const { kind, body, value } = answer({ rules });
    expect({ kind, body }).toEqual({ kind: 'found', body: 'тело' });
    expect(value).toMatchObject({ ETag: '"1"', Размер: 8n, Начало: 0n });
    expect(server.requests().at(-1)?.headers).not.toHaveProperty('accept-encoding');
  });

  test('is not-modified only for who asked with an ETag', () => {
    const rules = [{ path: '/file', status: 304 }];
    expect(answer({ rules, changes: { ETag: '"1"' } }).kind).toBe('not-modified');
    expect(server.requests().at(-1)?.headers['if-none-match']).toBe('"1"');
    expect(reasonOf({ rules })).toBe('fetch-failed status 304');
  });

  test.each([403, 404, 410])('%i means that there is no such file', (status) => {
    expect(answer({ rules: [{ path: '/file', status, body: 'an error page' }] }).kind).toBe('absent');
  });

  test('may be as long as allowed, and empty', () => {
    expect(answer({ rules: [file('12345')], limit: 5 }).body).toBe('12345');
    expect(answer({ rules: [file('')], limit: 5 }).body).toBe('');
  });

  test('an address with Russian letters and a percent sign is encoded as a whole', () => {
    server.setRules([{ path: '/Имя файла.json', body: 'x' }]);
    expect(answer({ address: 'https://repo.example/Имя%20файла.json' }).body).toBe('x');
  });
});

describe('an answer that is refused', () => {
  test.each<readonly [string, ServerRule, string]>([
    ['too-large', { path: '/file', body: 'x'.repeat(1001) }, 'longer than allowed'],
    [
      'too-large',
      {
        path: '/file',
        body: 'x'.repeat(1001),
        headers: { 'Transfer-Encoding': 'chunked', 'Content-Length': [] },
      },
      'longer than allowed without saying so',
    ],
    [
      'fetch-failed encoding',
      { path: '/file', headers: { 'Content-Encoding': 'gzip' } },
      'compressed unasked',
    ],
    ['fetch-failed network', { path: '/file', body: 'x'.repeat(50), cutAfter: 10 }, 'cut off'],
    ['fetch-failed status 500', { path: '/file', status: 500 }, 'a server that fails'],
    ['fetch-failed status 206', { path: '/file', status: 206 }, 'a part that nobody asked for'],
    ['fetch-failed status 401', { path: '/file', status: 401 }, 'a door'],
    ['too-slow', { path: '/file', delay: 1600 }, 'no answer in time'],
  ])('%s — %#', (expected, rule) => {
    expect(reasonOf({ rules: [rule], changes: { Таймаут: 1, Попыток: 1 } })).toBe(expected);
  });

  test.each([
    ['ftp://repo.example/file', 'another protocol'],
    ['https://user@repo.example/file', 'a name before the host'],
    ['https://repo.example:0/file', 'no port'],
    ['https://repo.example:443x/file', 'no number'],
    ['https://repo.example\\file', 'a backslash'],
    ['https://репо.example/file', 'a Russian host: its spelling is xn--…'],
    ['https://repo.example/a b', 'a space'],
    ['https://repo.example/a\r\nX: y', 'a line break'],
    ['https:///file', 'no host'],
    ['file', 'no address'],
    [`https://repo.example/${'x'.repeat(5000)}`, 'endless'],
  ])('the address %j — %s', (address) => {
    expect(reasonOf({ address })).toBe('fetch-failed address');
  });
});

describe('a body that ends too early on a platform that does not notice', () => {
  const cut: ServerRule = { path: '/file', body: 'x'.repeat(50), cutAfter: 10 };
  const blind = (rules: readonly ServerRule[], attempts: number): JsValue => {
    server.setRules(rules);
    const loaded = program();
    loaded.platform.world.network.noticesCuts = false;
    const settings = { Таймаут: 5, Попыток: attempts };
    return loaded.call('Тест', 'Загрузить', ['https://repo.example/file', 1000, settings]).value;
  };

  test('is refused by its length, and asked for again', () => {
    expect(refusalOf(() => blind([cut], 1)).args['reason']).toBe('cut');
    expect(blind([{ ...cut, times: 1 }, file()], 2)).toMatchObject({ Размер: 7n });
  });

  test('a part of a file too', () => {
    const headers = { 'Content-Range': 'bytes 0-49/100' };
    const changes = { Начало: 0, Конец: 49, Попыток: 1 };
    expect(reasonOf({ rules: [{ ...cut, status: 206, headers }], changes })).toBe('fetch-failed network');
  });
});

describe('what is worth repeating is repeated, a bounded number of times', () => {
  test.each<readonly [ServerRule, number, string]>([
    [{ path: '/file', status: 503, times: 1 }, 2, 'a busy server'],
    [{ path: '/file', status: 429, times: 1 }, 2, 'a server that asks for patience'],
    [{ path: '/file', body: 'x'.repeat(50), cutAfter: 1, times: 1 }, 2, 'a line that broke'],
  ])('%# — %s', (rule, requests) => {
    const before = server.requests().length;
    expect(answer({ rules: [rule, file()] }).body).toBe('content');
    expect(server.requests().length - before).toBe(requests);
  });

  test('but not for ever, and not what another answer cannot heal', () => {
    const before = server.requests().length;
    expect(reasonOf({ rules: [{ path: '/file', status: 503 }], changes: { Попыток: 3 } })).toMatch(/503/);
    expect(server.requests().length - before).toBe(3);
    expect(reasonOf({ rules: [{ path: '/file', status: 400 }] })).toMatch(/400/);
    expect(server.requests().length - before).toBe(4);
  });
});

describe('a part of a file', () => {
  const part = (contentRange: string | undefined, body = '56789'): ServerRule => ({
    path: '/file',
    status: 206,
    body,
    headers: contentRange === undefined ? {} : { 'Content-Range': contentRange },
  });
  const changes = { Начало: 5, Конец: 9 };

  test('says where it begins and how long the whole is', () => {
    expect(ask({ rules: [part('bytes 5-9/20')], changes })).toMatchObject({
      Начало: 5n,
      Всего: 20n,
      Размер: 5n,
    });
    expect(ask({ rules: [part('bytes 5-9/*')], changes })).toMatchObject({ Начало: 5n, Всего: undefined });
  });

  test('a server that gives the whole instead says so by its code', () => {
    expect(ask({ rules: [file('0123456789')], changes })).toMatchObject({ Начало: 0n, Размер: 10n });
  });

  test('of a file that ends before it begins', () => {
    expect(answer({ rules: [{ path: '/file', status: 416 }], changes }).kind).toBe('range-invalid');
  });

  test.each<readonly [string | undefined, string, string]>([
    [undefined, '56789', 'nothing said'],
    ['bytes 4-8/20', '56789', 'another part'],
    ['bytes 5-9/20', '567', 'shorter than said'],
    ['bytes 5-12/20', '56789', 'longer than asked'],
    ['bytes 5-4/20', '', 'an end before the beginning'],
    ['lines 5-9/20', '56789', 'another unit'],
    ['bytes 5-9/x', '56789', 'no number'],
    ['bytes 5-9', '56789', 'half of it'],
    ['bytes -5-9/20', '56789', 'a negative number'],
  ])('%j with %j is refused — %s', (contentRange, body) => {
    expect(reasonOf({ rules: [part(contentRange, body)], changes })).toBe('fetch-failed range');
  });

  test('longer than asked for', () => {
    expect(reasonOf({ rules: [part('bytes 5-10/20', '567890')], changes })).toBe('too-large');
  });
});
