import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type JsValue, type LoopbackServer, type ServerRule } from '../onec/index.ts';
import type { Host } from '../onec/platform/http/network.ts';
import { field } from './field.ts';
import { bytesOf, loadCore, type CoreOptions } from './program.ts';
import { refusalOf } from './refusal.ts';
import { leaveNothingBehind, sandbox } from './sandbox.ts';

const WRAPPER = `
Функция Загрузить(Адрес, Предел, Изменения) Экспорт
	Имя = ПолучитьИмяВременногоФайла();
	Запрос = ВыпускСеть.НовыйЗапросСети(Адрес, Предел, Имя);
	ЗаполнитьЗначенияСвойств(Запрос, Изменения);
	Настройки = ВыпускСеть.НастройкиСети();
	ЗаполнитьЗначенияСвойств(Настройки, Изменения);
	Попытка
		Ответ = ВыпускСеть.ОтветСети(Запрос, Настройки);
		Файл = Новый Файл(Имя);
		Ответ.Вставить("Данные", ?(Файл.Существует(), Новый ДвоичныеДанные(Имя), Неопределено));
	Исключение
		УдалитьФайлы(Имя);
		ВызватьИсключение;
	КонецПопытки;
	УдалитьФайлы(Имя);
	Возврат Ответ;
КонецФункции

Функция Прокси(Сервер, Порт) Экспорт
	Прокси = Новый ИнтернетПрокси(Ложь);
	Прокси.Установить("http", Сервер, Порт);
	Возврат Прокси;
КонецФункции`;

let server: LoopbackServer;
let other: LoopbackServer;

beforeAll(() => {
  server = startServer({});
  other = startServer({ rules: [{ path: '/file', body: 'from the other host' }] });
});
afterAll(() => {
  server.close();
  other.close();
});
afterEach(() => other.setRules([{ path: '/file', body: 'from the other host' }]));
leaveNothingBehind();

interface Asked extends CoreOptions {
  readonly address?: string;
  readonly limit?: number;
  readonly changes?: Readonly<Record<string, JsValue>>;
  readonly rules?: readonly ServerRule[];
}

function program({ platform, stubs = [] }: CoreOptions = {}) {
  const hosts: Record<string, Host> = {
    'repo.example': { port: server.port },
    'mirror.example': { port: other.port },
    'untrusted.example': { port: server.port, certificate: 'untrusted' },
  };
  return loadCore(['ВыпускСеть'], {
    platform: { directory: sandbox, hosts, ...platform },
    stubs: [{ name: 'Тест', text: WRAPPER }, ...stubs],
  });
}

function ask({ address = 'https://repo.example/file', limit = 1000, changes = {}, rules, ...world }: Asked) {
  if (rules) server.setRules(rules);
  return program(world).call('Тест', 'Загрузить', [address, limit, { Таймаут: 5, ...changes }]).value;
}

/** What came, with the body as text. */
function answer(asked: Asked): { readonly kind: JsValue; readonly body: string; readonly value: JsValue } {
  const value = ask(asked);
  return {
    kind: field(value, 'Вид'),
    body: Buffer.from(bytesOf(field(value, 'Данные')) ?? new Uint8Array()).toString(),
    value,
  };
}

const reasonOf = (asked: Asked): string => {
  const { code, args } = refusalOf(() => ask(asked));
  return [code, args['reason']].filter((part) => part !== undefined).join(' ');
};

const moved = (Location: string, status = 302): ServerRule => ({
  path: '/moved',
  status,
  headers: { Location },
});
const MOVED = 'https://repo.example/moved';
const file = (body = 'content'): ServerRule => ({ path: '/file', body });

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

describe('the surroundings', () => {
  test('a failure says which machine asked, through which proxy, and what the platform said', () => {
    const refusal = refusalOf(() => ask({ address: 'https://nowhere.example/' }));
    expect(refusal).toMatchObject({
      code: 'fetch-failed',
      args: { reason: 'network', machine: 'server', computer: 'server', proxy: 'system' },
    });
    expect(refusal.args['text']).toContain("Couldn't resolve host name");
    const file = refusalOf(() =>
      ask({ address: 'https://nowhere.example/', platform: { infobase: { kind: 'file' } } }),
    );
    expect(file.args['machine']).toBe('computer');
  });

  test('a certificate that nobody trusts is its own refusal and is not asked again', () => {
    const before = server.requests().length;
    const { code, args } = refusalOf(() =>
      ask({ address: 'https://untrusted.example/file', rules: [file()] }),
    );
    expect({ code, machine: args['machine'] }).toEqual({ code: 'tls-untrusted', machine: 'server' });
    expect(server.requests().length).toBe(before);
  });

  test.each([
    ['8.3.24.1445', 'found', 'a platform whose check is broken: БСП does not ask for it either'],
    ['8.3.24.1446', 'refused', 'the first platform where it is mended'],
    ['8.3.18.1208', 'refused', 'an old platform'],
    ['8.3.27.1859', 'refused', 'a new one, which checks revocation too'],
    ['8.5.1.100', 'refused', 'the next one'],
  ])('platform %s: %s — %s', (version, expected) => {
    const asked: Asked = {
      address: 'https://untrusted.example/file',
      rules: [file()],
      platform: { version },
    };
    const outcome = expected === 'found' ? answer(asked).kind : refusalOf(() => ask(asked)).code;
    expect(outcome).toBe(expected === 'found' ? 'found' : 'tls-untrusted');
  });

  const library = (allowed: string) => ({
    name: 'ОбщегоНазначения',
    text: `Функция РазрешенДоступКИнтернетСервисам() Экспорт\n Возврат ${allowed};\nКонецФункции`,
  });

  test('an infobase that may not use the internet asks nobody', () => {
    const before = server.requests().length;
    expect(refusalOf(() => ask({ rules: [file()], stubs: [library('Ложь')] })).code).toBe(
      'internet-forbidden',
    );
    expect(server.requests().length).toBe(before);
    expect(answer({ stubs: [library('Истина')] }).kind).toBe('found');
  });

  test('an old БСП without that switch is no obstacle', () => {
    const old = { name: 'ОбщегоНазначения', text: 'Функция Старая() Экспорт\n Возврат 1;\nКонецФункции' };
    expect(answer({ rules: [file()], stubs: [old] }).kind).toBe('found');
  });

  const proxied = (body: string) => ({
    name: 'ПолучениеФайловИзИнтернета',
    text: `Функция ПолучитьПрокси(Адрес) Экспорт\n ${body}\nКонецФункции`,
  });

  test('the proxy of БСП is used, and named when it fails', () => {
    const stub = proxied(
      'П = Новый ИнтернетПрокси(Ложь); П.Установить("http", "mirror.example", 80); Возврат П;',
    );
    other.setRules([{ path: 'http://repo.example/file', body: 'through the proxy' }]);
    const address = 'http://repo.example/file';
    expect(answer({ address, stubs: [stub] }).body).toBe('through the proxy');
    other.setRules([{ path: 'http://repo.example/file', body: 'xx', cutAfter: 1 }]);
    expect(refusalOf(() => ask({ address, stubs: [stub] })).args['proxy']).toBe('mirror.example:80');
  });

  test.each(['Возврат Неопределено;', 'ВызватьИсключение "НедостаточноПрав";'])(
    'without a proxy of БСП the one of the system is used: %s',
    (body) => {
      expect(answer({ rules: [file()], stubs: [proxied(body)] }).kind).toBe('found');
    },
  );

  test('in safe mode the refusal is one of the network, not a crash', () => {
    const { code } = refusalOf(() =>
      program({ platform: { infobase: { safeMode: true } } }).call('ВыпускСеть', 'ОтветСети', [
        {
          Адрес: 'https://repo.example/',
          ПределБайт: 1,
          ИмяФайла: '',
          ETag: '',
          Начало: undefined,
          ОжидаемыйРазмер: 1,
        },
        { Прокси: undefined, Таймаут: 1, Попыток: 1 },
      ]),
    );
    expect(code).toBe('fetch-failed');
  });
});
