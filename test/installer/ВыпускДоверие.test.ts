import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listFiles } from '../../scripts/disk/files.ts';
import { memoryStore } from '../../scripts/verify/memory-store.ts';
import { SHIPPED_LIMITS } from '../../scripts/verify/limits.ts';
import { SHIPPED_SCHEMES } from '../../scripts/verify/scheme.ts';
import { refresh } from '../../scripts/verify/update.ts';
import { NOW, vendor, type Vendor } from '../cli/vendor.ts';
import { BslException, type JsValue } from '../onec/index.ts';
import { BinaryData } from '../onec/platform/binary/binary-data.ts';
import { BslMap } from '../onec/platform/collections/map.ts';
import { field } from './field.ts';
import { data, loadCore } from './program.ts';
import { refusalOf } from './refusal.ts';
import { STUB_SOURCE } from './stub-source.ts';

const WRAPPER = `
Функция Обновить(Хранилище, Корень, Файлы, Сейчас, Имя = "") Экспорт
	Источник = Новый Структура("Файлы, Вопросы, ЗнаетETag", Файлы, Новый Массив, Истина);
	ВыпускДоверие.ДовериеКорню(Хранилище, Корень);
	Мир = ВыпускДоверие.НовыйМир(Источник, Хранилище, Сейчас);
	Доверенное = ВыпускДоверие.ОбновитьМетаданные(Мир);
	Итог = Новый Структура("Имена, Документ, Вопросы", Новый Массив, Неопределено, Источник.Вопросы);
	Для Каждого Файл Из Доверенное.Цели.Подписано.Файлы Цикл
		Итог.Имена.Добавить(Файл.Ключ);
	КонецЦикла;
	Если Имя <> "" Тогда
		Итог.Документ = ВыпускДоверие.Документ(Доверенное, Имя, Мир);
	КонецЕсли;
	Возврат Итог;
КонецФункции

Функция Проверить(Хранилище, Файлы, Сейчас) Экспорт
	Источник = Новый Структура("Файлы, Вопросы, ЗнаетETag", Файлы, Новый Массив, Истина);
	Итог = ВыпускДоверие.БыстраяПроверка(ВыпускДоверие.НовыйМир(Источник, Хранилище, Сейчас));
	Итог.Вставить("Вопросы", Источник.Вопросы);
	Возврат Итог;
КонецФункции`;

const program = loadCore(['ВыпускДоверие'], { stubs: [{ name: 'Тест', text: WRAPPER }, STUB_SOURCE] });

type Published = ReadonlyMap<string, BinaryData>;

const encoded = (segment: string): string =>
  encodeURIComponent(segment).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

async function publishedIn(folder: string): Promise<Published> {
  const files = await listFiles(folder);
  const read = files
    .filter((name) => /^(metadata|targets)\//.test(name))
    .map(async (name) => {
      const bytes = await readFile(path.join(folder, name));
      return [name.split('/').map(encoded).join('/'), data(bytes)] as const;
    });
  return new Map(await Promise.all(read));
}

let shop: Vendor;
let published: Published;
let root: BinaryData;

const now = new Date(NOW);
const later = new Date('2026-11-22T12:00:00Z');

const update = (store: BslMap, files: Published, name = '', at = now): JsValue =>
  program.call('Тест', 'Обновить', [store, root, files, at, name]).value;

beforeAll(async () => {
  shop = await vendor();
  await shop.run(['keys', 'init', '--keys', 'keys', '--now', NOW]);
  await shop.run(['build', '--keys', 'keys', '--no-site', '--now', NOW]);
  published = await publishedIn(path.join(shop.folder, 'dist'));
  root = data(readFileSync(path.join(shop.folder, 'releases/trust/1.root.json')));
});

afterAll(() => shop.leave());

describe('a repository that vypusk build made', () => {
  test('is read whole: every document, as it was published', () => {
    const store = new BslMap();
    const { value } = program.call('Тест', 'Обновить', [store, root, published, now, 'catalog.json']);
    expect(field(value, 'Вопросы')).toHaveLength(5);
    const names = field(value, 'Имена') as string[];
    expect(names).toContain('configurations/БухгалтерияПредприятия.json');
    for (const name of names) {
      const read = field(update(store, published, name), 'Документ');
      const target = [...published].find(([at]) =>
        decodeURIComponent(at).endsWith(`.${path.basename(name)}`),
      );
      const json: unknown = JSON.parse(Buffer.from(target?.[1].bytes ?? []).toString());
      expect(plain(read), name).toEqual(json);
    }
  });

  test('a fast check asks one small question and knows what is new', () => {
    const store = new BslMap();
    update(store, published);
    const { value } = program.call('Тест', 'Проверить', [store, published, later]);
    expect(value).toMatchObject({
      Вид: 'current',
      Источник: 'unchanged',
      Вопросы: ['metadata/timestamp.json'],
    });
    expect(field(value, 'Подсказки')).toBeInstanceOf(Map);
  });

  test('a fast check that breaks inside is not the source’s fault', () => {
    const store = new BslMap();
    update(store, published);
    const broken = new Map<string, JsValue>([['metadata/timestamp.json', 'no data at all']]);
    const check = () => program.call('Тест', 'Проверить', [store, broken, later]);
    expect(check).toThrow(BslException);
    expect(() => refusalOf(check)).toThrow(BslException);
  });

  test('what TypeScript stored goes on here, and the other way round', async () => {
    const theirs = memoryStore();
    await theirs.put('root.json', Uint8Array.from(root.bytes));
    const world = {
      now,
      store: theirs,
      schemes: SHIPPED_SCHEMES,
      limits: SHIPPED_LIMITS,
      expiry: 'enforce' as const,
      fetch: async (at: string) => {
        const bytes = published.get(at)?.bytes;
        return bytes === undefined
          ? ({ kind: 'absent' } as const)
          : ({ kind: 'found', bytes: Uint8Array.from(bytes) } as const);
      },
    };
    await refresh(world);
    const store = new BslMap();
    update(store, published);
    for (const name of ['root.json', 'timestamp.json', 'snapshot.json', 'targets.json']) {
      const stored = store.value(name);
      expect(stored instanceof BinaryData && stored.bytes, name).toEqual(await theirs.get(name));
    }
    const exchanged = new BslMap();
    for (const { key, value } of store.entries.values()) exchanged.insert(key, value);
    const state = await theirs.get('client-state');
    exchanged.insert('client-state', state && data(state));
    const { value } = program.call('Тест', 'Проверить', [exchanged, published, later]);
    expect(value).toMatchObject({ Вид: 'current' });
  });

  test('costs so many signatures: operations of a first refresh and of a fast check', () => {
    const store = new BslMap();
    const first = program.call('Тест', 'Обновить', [store, root, published, now, '']).operations;
    const check = program.call('Тест', 'Проверить', [store, published, later]).operations;
    expect(first.total).toBeLessThan(1_500_000);
    expect(check.total).toBeLessThan(600_000);
  });

  test.each([0, 1, 2, 3])('a byte turned in any document is noticed: %i', (which) => {
    const targets = [...published].filter(([at]) => at.startsWith('targets/'));
    const [at = '', file] = targets[which] ?? [];
    const bytes = Uint8Array.from(file?.bytes ?? []);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    const name = decodeURIComponent(at)
      .replace(/^targets\//, '')
      .replace(/[0-9a-f]{64}\./, '');
    const forged = new Map([...published, [at, data(bytes)] as const]);
    expect(refusalOf(() => update(new BslMap(), forged, name))).toMatchObject({
      code: 'hash-mismatch',
      args: { name },
    });
  });
});

describe('the first root', () => {
  test('is taken when there is none, and when what is stored is damaged', () => {
    for (const before of [undefined, data('{"signatures":['), data('')]) {
      const store = new BslMap();
      if (before) store.insert('root.json', before);
      program.call('ВыпускДоверие', 'ДовериеКорню', [store, root]);
      expect(store.value('root.json')).toBe(root);
    }
  });

  test('does not take the place of one that is as new', () => {
    const store = new BslMap();
    const same = data(root.bytes);
    store.insert('root.json', same);
    program.call('ВыпускДоверие', 'ДовериеКорню', [store, root]);
    expect(store.value('root.json')).toBe(same);
  });

  test('that does not vouch for itself is no root', () => {
    const forged = data(Buffer.from(root.bytes).toString().replace('"version":1', '"version":2'));
    const store = new BslMap();
    expect(refusalOf(() => program.call('ВыпускДоверие', 'ДовериеКорню', [store, forged])).code).toBe(
      'threshold-not-met',
    );
    expect(store.entries.size).toBe(0);
  });
});

test.each([
  ['', 'none'],
  ['"a"\r\nX-Evil: 1', 'a second header'],
  ['"я"', 'letters that no header has'],
  ['"a b"', 'a space'],
  [`"${'a'.repeat(200)}"`, 'endless'],
])('an ETag that is not sent back: %j — %s', (etag) => {
  const store = new BslMap();
  const timestamp = data('{}');
  store.insert('timestamp.json', timestamp);
  const answer = { Вид: 'found', Данные: timestamp, ETag: etag };
  program.call('ВыпускПамятьКлиента', 'ЗапомнитьОтвет', [answer, store]);
  expect(program.call('ВыпускПамятьКлиента', 'ВспомнитьETag', [store]).value).toBe('');
});

test('an ETag with quotes and backslashes comes back as it was', () => {
  const store = new BslMap();
  const timestamp = data('{}');
  store.insert('timestamp.json', timestamp);
  const answer = { Вид: 'found', Данные: timestamp, ETag: 'W/"a\\b"' };
  program.call('ВыпускПамятьКлиента', 'ЗапомнитьОтвет', [answer, store]);
  expect(program.call('ВыпускПамятьКлиента', 'ВспомнитьETag', [store]).value).toBe('W/"a\\b"');
});

test.each([
  ['length-mismatch', { length: 4, sha256: '0' }],
  ['hash-mismatch', { length: 3, sha256: createHash('sha256').update('abd').digest('hex') }],
])('a file that is not the pinned one: %s', (code, pinned) => {
  const check = () => program.call('ВыпускДоверие', 'ПроверитьФайл', [data('abc'), pinned, 'a.cfe']);
  expect(refusalOf(check)).toMatchObject({ code, args: { name: 'a.cfe' } });
});

/** A value of 1C as `JSON.parse` would give it. */
function plain(value: JsValue): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value === undefined) return null;
  if (Array.isArray(value)) return value.map(plain);
  if (isMap(value)) return Object.fromEntries([...value].map(([key, item]) => [key as string, plain(item)]));
  return value;
}

const isMap = (value: JsValue): value is ReadonlyMap<JsValue, JsValue> => value instanceof Map;
