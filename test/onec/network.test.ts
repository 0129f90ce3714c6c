import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  BenchGap,
  BenchLimit,
  createPlatform,
  loadModules,
  startServer,
  type JsValue,
  type LoopbackServer,
} from './index.ts';

const directory = mkdtempSync(path.join(tmpdir(), 'onec-'));
const site = path.join(directory, 'site');
const files = path.join(directory, 'files');
let server: LoopbackServer;

beforeAll(() => {
  mkdirSync(site);
  mkdirSync(files);
  writeFileSync(path.join(site, 'файл.txt'), 'содержимое');
  server = startServer({
    root: site,
    rules: [
      { path: '/moved', status: 302, headers: { Location: encodeURI('/файл.txt') } },
      { path: '/twice', headers: { 'X-Part': ['a', 'b'] } },
      { path: '/slow', delay: 1500 },
      { path: '/cut', body: 'длинный текст', cutAfter: 4 },
    ],
  });
});

afterAll(() => {
  server.close();
  rmSync(directory, { recursive: true });
});

function run(body: string, online: 'online' | 'offline' = 'online'): JsValue {
  const text = `Функция Ф() Экспорт\n${body}\nКонецФункции`;
  const hosts = { 'repo.example': { port: server.port, certificate: 'untrusted' } } as const;
  const platform = createPlatform({ directory: files, hosts, patience: 300 });
  platform.world.network.online = online === 'online';
  return loadModules([{ name: 'М', text }], platform).call('М', 'Ф').value;
}

const get = (address: string, result: string, connection = `"127.0.0.1", ${server.port},,,, 5`) =>
  `С = Новый HTTPСоединение(${connection}); О = С.Получить(Новый HTTPЗапрос("${address}")); Возврат ${result};`;

describe('HTTP', () => {
  test.each<readonly [string, string, JsValue, string]>([
    ['/файл.txt', 'О.ПолучитьТелоКакСтроку()', 'содержимое', 'the address is encoded'],
    ['/moved', 'О.КодСостояния', 302n, 'no redirect is followed'],
    ['/missing', 'О.КодСостояния', 404n, 'a missing page is no error'],
    ['/twice', 'О.Заголовки["X-Part"]', 'a,b', 'duplicate headers are joined'],
    ['/twice', 'О.Заголовки["x-part"]', undefined, 'names keep their case'],
  ])('%s: %s = %s — %s', (address, result, expected) => expect(run(get(address, result))).toEqual(expected));

  test('a body given to a file is not in the response', () => {
    const body =
      `С = Новый HTTPСоединение("127.0.0.1", ${server.port},,,, 5); И1 = ПолучитьИмяВременногоФайла("txt");` +
      'О = С.Получить(Новый HTTPЗапрос("/файл.txt"), И1); Ч = Новый ЧтениеТекста(И1);' +
      'Р = Ч.Прочитать(); УдалитьФайлы(И1); Возврат ?(О.ПолучитьТелоКакСтроку() = Неопределено, Р, "");';
    expect(run(body)).toBe('содержимое');
    expect(readdirSync(files)).toEqual([]);
  });

  test('Range is an ordinary header', () => {
    const body =
      `С = Новый HTTPСоединение("127.0.0.1", ${server.port},,,, 5); З = Новый HTTPЗапрос("/файл.txt");` +
      'З.Заголовки.Вставить("Range", "bytes=2-"); О = С.Получить(З); Возврат "" + О.КодСостояния + О.Заголовки["Content-Range"];';
    expect(run(body)).toBe('206bytes 2-19/20');
  });

  test.each([
    ['/slow', '"127.0.0.1", {port},,,, 1', 'Превышено время ожидания', 'a timeout'],
    ['/cut', '"127.0.0.1", {port},,,, 5', "Couldn't connect", 'a connection that ends early'],
    ['/файл.txt', '"unknown.example",,,,, 5', "Couldn't resolve host name", 'an unknown name'],
    [
      '/файл.txt',
      '"http://127.0.0.1",,,,, 5',
      "Couldn't resolve host name",
      'a scheme in the place of the host',
    ],
    [
      '/файл.txt',
      '"repo.example",,,,, 5, Новый ЗащищенноеСоединениеOpenSSL(, Новый СертификатыУдостоверяющихЦентровОС)',
      'Удаленный узел не прошел проверку',
      'a certificate nobody trusts',
    ],
  ])('%s over (%s) raises %s — %s', (address, connection, message) => {
    const body = get(address, '0', connection.replace('{port}', String(server.port)));
    expect(
      run(
        `Попытка ${body} Исключение Возврат ПодробноеПредставлениеОшибки(ИнформацияОбОшибке()); КонецПопытки;`,
      ),
    ).toContain(message);
  });

  test('without certificates of authorities nothing is checked', () => {
    expect(
      run(get('/файл.txt', 'О.КодСостояния', '"repo.example",,,,, 5, Новый ЗащищенноеСоединениеOpenSSL')),
    ).toBe(200n);
  });

  test('without a timeout the platform waits for ever: a limit of the bench, not an error to catch', () => {
    const body = get('/slow', '0', `"127.0.0.1", ${server.port}`);
    expect(() => run(`Попытка ${body} Исключение Возврат 1; КонецПопытки;`)).toThrow(BenchLimit);
  });

  test('the internet switched off', () => {
    expect(() => run(get('/файл.txt', '0'), 'offline')).toThrow("Couldn't resolve host name");
  });
});

describe('archives and files', () => {
  const pack = async (password?: string): Promise<void> => {
    const options = password === undefined ? {} : ({ password, encryptionStrength: 3 } as const);
    const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, ...options });
    await zip.add('каталог/а.txt', new Uint8ArrayReader(new TextEncoder().encode('тайна')));
    writeFileSync(path.join(files, 'a.zip'), await zip.close());
  };
  const extract = (password: string) =>
    `К = КаталогВременныхФайлов() + "вых"; СоздатьКаталог(К); З = Новый ЧтениеZipФайла(КаталогВременныхФайлов() + "a.zip"${password});` +
    'Попытка З.ИзвлечьВсе(К, РежимВосстановленияПутейФайловZIP.Восстанавливать); Ч = Новый ЧтениеТекста(К + "/каталог/а.txt"); Т = Ч.Прочитать();' +
    'Исключение Т = "ошибка"; КонецПопытки; УдалитьФайлы(К); УдалитьФайлы(КаталогВременныхФайлов() + "a.zip"); Возврат Т;';

  test.each<readonly [string | undefined, string, string, string]>([
    ['верный', ', "верный"', 'тайна', 'AES-256 with its password'],
    ['верный', ', "чужой"', 'ошибка', 'a wrong password'],
    ['верный', '', 'ошибка', 'no password'],
    [undefined, '', 'тайна', 'an open archive'],
  ])('packed with %s, read with (%s): %s — %s', async (password, given, expected) => {
    await pack(password);
    expect(run(extract(given))).toBe(expected);
  });

  test('a file outside the directory of the bench is refused', () => {
    expect(() => run('Возврат Новый ДвоичныеДанные("/etc/hostname");')).toThrow('ДвоичныеДанные');
  });

  test('without a directory the bench has no files', () => {
    const text = 'Функция Ф() Экспорт Возврат КаталогВременныхФайлов(); КонецФункции';
    expect(() => loadModules([{ name: 'М', text }]).call('М', 'Ф')).toThrow(BenchGap);
  });
});
