import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startServer, type JsValue, type LoopbackServer, type ServerRule } from '../onec/index.ts';
import { bytesOf, loadCore, type CoreOptions } from './program.ts';
import { refusalOf } from './refusal.ts';
import { leaveNothingBehind, sandbox } from './sandbox.ts';
import { SOURCE_WRAPPER } from './source-wrapper.ts';

const HOSTS = ['a.example', 'b.example', 'c.example'] as const;
let servers: LoopbackServer[];
beforeAll(() => {
  servers = HOSTS.map(() => startServer({}));
});
beforeEach(() => servers.forEach((server) => server.setRules([])));
afterAll(() => servers.forEach((server) => server.close()));
leaveNothingBehind();

function call(method: string, args: readonly JsValue[], options: CoreOptions = {}): JsValue {
  const hosts = Object.fromEntries(HOSTS.map((host, at) => [host, { port: servers[at]?.port ?? 0 }]));
  const program = loadCore(['ВыпускИсточник'], {
    platform: { directory: sandbox, hosts, ...options.platform },
    stubs: [{ name: 'Тест', text: SOURCE_WRAPPER }, ...(options.stubs ?? [])],
  });
  return program.call('Тест', method, args).value;
}

const rules = (...perServer: readonly (readonly ServerRule[])[]): void =>
  perServer.forEach((list, at) => servers[at]?.setRules(list));
const seen = (at: number, from: number): readonly string[] =>
  (servers[at]?.requests() ?? []).slice(from).map(({ headers }) => headers['range'] ?? 'whole');
const asked = (at: number): number => servers[at]?.requests().length ?? 0;

const pin = (content: string) => ({
  length: Buffer.byteLength(content),
  sha256: createHash('sha256').update(content).digest('hex'),
});
const addresses = HOSTS.map((host) => `https://${host}/repo/`);
const network = { Адреса: addresses.slice(0, 2), Таймаут: 2, Попыток: 1 };
const textOf = (value: JsValue): string => Buffer.from(bytesOf(value) ?? []).toString();

describe('small files over mirrors', () => {
  const PATH = '/repo/metadata/timestamp.json';
  const get = (changes: Record<string, JsValue> = {}) =>
    call('ИзСети', [network, 'metadata/timestamp.json', { ПределБайт: 100, ...changes }]);
  const good: ServerRule = { path: PATH, body: 'good', headers: { ETag: '"7"' } };

  test('the preferred one is asked, and only it', () => {
    rules([good], []);
    const before = asked(1);
    const file = get();
    expect(file).toMatchObject({ Вид: 'found', ETag: '"7"', Зеркало: 0n });
    expect(asked(1)).toBe(before);
  });

  test.each<readonly [ServerRule, string]>([
    [{ path: PATH, status: 500 }, 'fails'],
    [{ path: PATH, body: 'x'.repeat(500) }, 'sends too much'],
    [{ path: PATH, status: 302, headers: { Location: 'http://evil.example/' } }, 'leads astray'],
  ])('the next is asked when one %# — %s', (bad) => {
    rules([bad], [good]);
    expect(get()).toMatchObject({ Вид: 'found', Зеркало: 1n });
  });

  test('a file that one has not is absent: the next root never is anywhere', () => {
    rules([], [good]);
    expect(get()).toMatchObject({ Вид: 'absent', Данные: undefined });
  });

  test('what is pinned is looked for on every mirror, and a mirror that lies is left', () => {
    rules([], [good]);
    expect(get({ Закрепление: pin('good') })).toMatchObject({ Вид: 'found', Зеркало: 1n });
    rules([{ path: PATH, body: 'evil' }], [good]);
    expect(get({ Закрепление: pin('good') })).toMatchObject({ Вид: 'found', Зеркало: 1n });
    rules([{ path: PATH, body: 'evil' }], [{ path: PATH, body: 'worse' }]);
    expect(refusalOf(() => get({ Закрепление: pin('good') })).code).toBe('length-mismatch');
    rules([], []);
    expect(get({ Закрепление: pin('good') })).toMatchObject({ Вид: 'absent' });
  });

  test('nobody answers: the refusal is that of the last', () => {
    rules([{ path: PATH, status: 500 }], [{ path: PATH, status: 401 }]);
    expect(refusalOf(() => get()).args).toMatchObject({
      reason: 'status 401',
      name: `https://b.example${PATH}`,
    });
  });

  test('not changed', () => {
    rules([{ path: PATH, status: 304 }], []);
    expect(get({ ETag: '"7"' })).toMatchObject({ Вид: 'not-modified', Данные: undefined });
  });

  test('where the internet is forbidden no mirror is tried', () => {
    const text = 'Функция РазрешенДоступКИнтернетСервисам() Экспорт\n Возврат Ложь;\nКонецФункции';
    const before = asked(1);
    const args = [network, 'x', { ПределБайт: 1 }];
    const stubs = [{ name: 'ОбщегоНазначения', text }];
    expect(refusalOf(() => call('ИзСети', args, { stubs })).code).toBe('internet-forbidden');
    expect(asked(1)).toBe(before);
  });

  test('whoever verifies can leave a mirror, each once', () => {
    expect(call('ПройтиЗеркала', [{ Адреса: addresses }])).toEqual([0n, 1n, 2n]);
    expect(call('ПройтиЗеркала', [{ Адреса: addresses.slice(0, 1) }])).toEqual([0n]);
  });
});

describe('big files', () => {
  const CONTENT = 'abcdefghijklmnopqrstuvwxyz';
  const FILE = '/repo/files/x.cfe';
  const whole = (body = CONTENT): ServerRule => ({ path: FILE, body });
  const piece = (from: number, to: number, body = CONTENT, total = 26): ServerRule => ({
    path: FILE,
    status: 206,
    times: 1,
    body: body.slice(from, to + 1),
    headers: { 'Content-Range': `bytes ${from}-${to}/${total}` },
  });
  const parts = [piece(0, 9), piece(10, 19), piece(20, 25)];
  const get = (changes: Record<string, JsValue> = {}, pinned: JsValue = pin(CONTENT)) =>
    textOf(call('Большой', [{ ...network, РазмерЧасти: 10, ...changes }, ['files/x.cfe'], pinned]));

  test('come in parts, each asked for by itself', () => {
    const before = asked(0);
    rules(parts);
    expect(get()).toBe(CONTENT);
    expect(seen(0, before)).toEqual(['bytes=0-9', 'bytes=10-19', 'bytes=20-25']);
  });

  test('come whole when they are shorter than a part, without a wish for one', () => {
    const before = asked(0);
    rules([whole()]);
    expect(get({ РазмерЧасти: 26 })).toBe(CONTENT);
    expect(seen(0, before)).toEqual(['whole']);
  });

  test('the pin may be a document as it was read', () => {
    rules([whole()]);
    expect(get({}, new Map<JsValue, JsValue>(Object.entries(pin(CONTENT))))).toBe(CONTENT);
  });

  test('come whole from a server that knows no parts, at the beginning or in the middle', () => {
    rules([whole()]);
    expect(get()).toBe(CONTENT);
    rules([piece(0, 9), whole()]);
    expect(get()).toBe(CONTENT);
  });

  test('go on where a line broke, on another mirror too', () => {
    const [before, beforeNext] = [asked(0), asked(1)];
    rules([piece(0, 9), { path: FILE, status: 503 }], parts.slice(1));
    expect(get()).toBe(CONTENT);
    expect(seen(0, before)).toEqual(['bytes=0-9', 'bytes=10-19']);
    expect(seen(1, beforeNext)).toEqual(['bytes=10-19', 'bytes=20-25']);
  });

  test('a part that is cut is asked for again', () => {
    const before = asked(0);
    rules([piece(0, 9), { ...piece(10, 19), cutAfter: 3 }, ...parts.slice(1)]);
    expect(get({ Попыток: 2 })).toBe(CONTENT);
    expect(seen(0, before)).toEqual(['bytes=0-9', 'bytes=10-19', 'bytes=10-19', 'bytes=20-25']);
  });

  test.each<readonly [readonly ServerRule[], string]>([
    [[piece(0, 9), piece(0, 9)], 'answers with another part'],
    [[piece(0, 9, CONTENT, 27)], 'has a longer file'],
    [[whole('short')], 'has a shorter file'],
    [[whole(CONTENT.toUpperCase())], 'has another file'],
    [[{ path: FILE, status: 206, body: '', headers: { 'Content-Range': 'bytes 0-9/26' } }], 'sends nothing'],
    [[{ path: FILE, body: 'x'.repeat(100) }], 'sends too much'],
    [[], 'has no file'],
  ])('a mirror is left that %#: %s', (bad) => {
    rules([...bad], [whole()]);
    expect(get()).toBe(CONTENT);
  });

  test('a bad beginning of one mirror is not held against the next', () => {
    rules([piece(0, 9, CONTENT.toUpperCase()), { path: FILE, status: 500 }], [...parts.slice(1), ...parts]);
    expect(get()).toBe(CONTENT);
  });

  test('a file that changes between two parts is taken once more', () => {
    rules([piece(0, 9, CONTENT.toUpperCase()), ...parts.slice(1), whole()]);
    expect(get()).toBe(CONTENT);
  });

  test('but not for ever', () => {
    const before = asked(0);
    const changes = { Адреса: addresses.slice(0, 1), РазмерЧасти: 25 };
    rules([
      piece(0, 24, CONTENT.toUpperCase()),
      piece(25, 25),
      piece(0, 24, CONTENT.toUpperCase()),
      piece(25, 25),
    ]);
    expect(refusalOf(() => get(changes)).code).toBe('hash-mismatch');
    expect(asked(0) - before).toBe(4);
  });

  test('a file that became shorter than what is there already is begun again, once', () => {
    const changes = { Адреса: addresses.slice(0, 1) };
    rules([piece(0, 9), { path: FILE, status: 416, times: 1 }, ...parts]);
    expect(get(changes)).toBe(CONTENT);
    rules([piece(0, 9), { path: FILE, status: 416, times: 1 }, piece(0, 9), { path: FILE, status: 416 }]);
    expect(refusalOf(() => get(changes)).args['reason']).toBe('range');
  });

  test('addresses of other hosts are tried in their place', () => {
    rules([], [], [whole()]);
    const paths = ['files/x.cfe', `https://c.example${FILE}`];
    expect(textOf(call('Большой', [network, paths, pin(CONTENT)]))).toBe(CONTENT);
  });

  test('nothing is asked for that would be longer than any file', () => {
    const before = asked(0);
    const refusal = refusalOf(() => get({}, { length: 300_000_000, sha256: '' }));
    expect(refusal.code).toBe('too-large');
    expect(asked(0)).toBe(before);
  });

  test('an empty file is a file', () => {
    expect(get({}, pin(''))).toBe('');
  });

  test('no mirror has it', () => {
    expect(refusalOf(() => get()).code).toBe('not-found');
  });
});
