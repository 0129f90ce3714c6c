import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { succeed } from '../cli/seller.ts';
import { NOW, vendor, type Vendor } from '../cli/vendor.ts';
import { startServer, type JsValue, type LoopbackServer, type Program } from '../onec/index.ts';
import { field } from './field.ts';
import { bytesOf, data, loadCore } from './program.ts';
import { refusalOf } from './refusal.ts';
import { leaveNothingBehind, sandbox } from './sandbox.ts';

const WRAPPER = `
// От корня до файла; зеркало, метаданные которого не прошли проверку, сменяется следующим.
Функция Скачать(Откуда, Корень, Сейчас, Просрочка) Экспорт
	Если ТипЗнч(Откуда) = Тип("Структура") Тогда
		Источник = ВыпускИсточник.ИсточникСети(Откуда);
	Иначе
		Источник = ВыпускИсточник.ИсточникКомплекта(Откуда);
	КонецЕсли;
	Попытка
		Итог = ФайлРасширения(Источник, Корень, Сейчас, Просрочка);
		Итог.Вставить("Зеркало", Источник.Текущее);
	Исключение
		ВыпускИсточник.ЗакрытьИсточник(Источник);
		ВызватьИсключение;
	КонецПопытки;
	ВыпускИсточник.ЗакрытьИсточник(Источник);
	Возврат Итог;
КонецФункции

Функция ФайлРасширения(Источник, Корень, Сейчас, Просрочка)
	Хранилище = Новый Соответствие;
	ВыпускДоверие.ДовериеКорню(Хранилище, Корень);
	Мир = ВыпускДоверие.НовыйМир(Источник, Хранилище, Сейчас, Просрочка);
	Доверенное = Неопределено;
	Пока Доверенное = Неопределено Цикл
		Попытка
			Доверенное = ВыпускДоверие.ОбновитьМетаданные(Мир);
		Исключение
			Если Не ВыпускИсточник.СледующееЗеркало(Источник) Тогда
				ВызватьИсключение;
			КонецЕсли;
		КонецПопытки;
	КонецЦикла;
	Документ = ВыпускДоверие.Документ(Доверенное, "extensions/price-tags.json", Мир);
	Выпуск = Документ["releases"][0];
	Сборка = Выпуск["builds"][0];
	Пути = Новый Массив;
	Пути.Добавить("files/price-tags/" + Выпуск["version"] + "/" + Сборка["file"]);
	Итог = Новый Структура("Данные", ВыпускИсточник.БольшойФайлИсточника(Источник, Пути, Сборка));
	Итог.Вставить("Просрочено", Доверенное.Просрочено.Количество());
	Возврат Итог;
КонецФункции`;

let shop: Vendor;
let honest: LoopbackServer;
let lying: LoopbackServer;
let program: Program;
let root: Uint8Array;
let original: Uint8Array;
let bundle: Uint8Array;

const read = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(path.join(shop.folder, name)));

beforeAll(async () => {
  shop = await vendor();
  await succeed(shop.run(['keys', 'init', '--keys', 'keys', '--now', NOW]));
  await succeed(shop.run(['build', '--keys', 'keys', '--no-site', '--now', NOW]));
  const { url } = await shop.serve('dist');
  const trust = ['--trust', 'releases/trust/1.root.json', '--now', NOW];
  await succeed(shop.run(['bundle', 'create', '--url', url, ...trust, '--out', 'carried.zip']));
  root = await read('releases/trust/1.root.json');
  original = await read('releases/extensions/price-tags/1.0.1.5/price-tags.cfe');
  bundle = await read('carried.zip');
  honest = startServer({ root: path.join(shop.folder, 'dist') });
  lying = startServer({ root: path.join(shop.folder, 'dist') });
  program = loadCore(['ВыпускДоверие', 'ВыпускИсточник'], {
    platform: {
      directory: sandbox,
      hosts: { 'repo.example': { port: honest.port }, 'mirror.example': { port: lying.port } },
    },
    stubs: [{ name: 'Тест', text: WRAPPER }],
  });
}, 300_000);

afterAll(async () => {
  honest.close();
  lying.close();
  await shop.leave();
});
leaveNothingBehind();

const SOON = new Date('2026-11-21T09:00:00Z');
const get = (from: JsValue, now = SOON, expiry = 'enforce'): JsValue =>
  program.call('Тест', 'Скачать', [from, data(root), now, expiry]).value;
const mirrors = (...hosts: readonly string[]): JsValue => ({
  Адреса: hosts.map((host) => `https://${host}/`),
  Таймаут: 10,
  Попыток: 1,
  РазмерЧасти: 1024,
});

describe('from the first root to the file', () => {
  test('over the network, in parts', () => {
    const result = get(mirrors('repo.example'));
    expect(bytesOf(field(result, 'Данные'))).toEqual(original);
    const parts = honest.requests().filter(({ headers }) => headers['range'] !== undefined);
    expect(parts.length).toBe(Math.ceil(original.length / 1024));
  });

  test.each<readonly [string, string, string]>([
    ['metadata/timestamp.json', 'hello', 'no metadata'],
    [
      'metadata/timestamp.json',
      '{"signatures":[],"signed":{"_type":"timestamp"}}',
      'metadata that nobody signed',
    ],
  ])('a mirror whose %s is %j is left — %s', (name, body) => {
    lying.setRules([{ path: `/${name}`, body }]);
    const result = get(mirrors('mirror.example', 'repo.example'));
    expect(field(result, 'Зеркало')).toBe(1n);
    expect(bytesOf(field(result, 'Данные'))).toEqual(original);
    expect(() => refusalOf(() => get(mirrors('mirror.example')))).not.toThrow();
  });

  test('a mirror whose files are others is left too', () => {
    lying.setRules([{ path: '/files/price-tags/1.0.1.5/price-tags.cfe', body: 'x'.repeat(original.length) }]);
    expect(bytesOf(field(get(mirrors('mirror.example', 'repo.example')), 'Данные'))).toEqual(original);
    expect(refusalOf(() => get(mirrors('mirror.example'))).code).toBe('hash-mismatch');
  });
});

describe('a bundle', () => {
  test('gives the same file, without a network, years later, and its age is known', () => {
    const result = get(data(bundle), new Date('2029-01-01T00:00:00Z'), 'inform');
    expect(bytesOf(field(result, 'Данные'))).toEqual(original);
    expect(field(result, 'Просрочено')).toBe(4n);
  });

  test('changed on its way is refused', () => {
    const text = Buffer.from(bundle);
    const at = text.indexOf(Buffer.from(original.subarray(0, 64)));
    expect(at).toBeGreaterThan(0);
    text.writeUInt8(text.readUInt8(at + 40) ^ 1, at + 40);
    expect(refusalOf(() => get(data(text))).code).toBe('hash-mismatch');
  });
});
