import { describe, expect, test } from 'vitest';
import { answer, ask, file, other, program, server, type Asked } from './asking.ts';
import { refusalOf } from './refusal.ts';
import { leaveNothingBehind } from './sandbox.ts';

leaveNothingBehind();

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
