import { readFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listFiles } from '../../scripts/disk/files.ts';
import { recordAccess } from '../../scripts/license/record-access.ts';
import { issueLicense } from '../../scripts/licensing/issue-license.ts';
import { licenseFiles } from '../../scripts/licensing/license-files.ts';
import type { ExtensionDocument } from '../../scripts/model/documents.ts';
import { NOW } from '../cli/vendor.ts';
import { exists, seller, succeed, type Seller } from '../cli/seller.ts';
import { archiveOf, declaring, flipped } from '../license/archives.ts';
import { testVendor } from '../licensing/vendor.ts';
import { startServer, type JsValue, type LoopbackServer, type Program } from '../onec/index.ts';
import { document } from './licenses.ts';
import { bytesOf, data, loadCore } from './program.ts';
import { refusalOf } from './refusal.ts';
import { leaveNothingBehind, sandbox } from './sandbox.ts';

const WRAPPER = `
// Как клиент: ключ - запись - лицензия - файл. Ревизии остаются у вызывающего.
Функция Скачать(Адрес, Ключ, Лицензирование, Сборка, Путь, Ревизии) Экспорт
	Адреса = Новый Массив;
	Адреса.Добавить(Адрес);
	Источник = ВыпускИсточник.ИсточникСети(Новый Структура("Адреса, Таймаут", Адреса, 10));
	Попытка
		Лицензия = ВыпускЛицензии.ЛицензияПоКлючу(Ключ, Лицензирование, Источник);
		ВыпускЛицензии.ПринятьРевизию(Лицензия, Ревизии);
		Пути = Новый Массив;
		Пути.Добавить(Путь);
		Файл = ВыпускИсточник.БольшойФайлИсточника(Источник, Пути, Сборка);
		Данные = ВыпускЛицензии.ОткрытьЗащищенныйФайл(Файл, Сборка, Лицензия);
	Исключение
		ВыпускИсточник.ЗакрытьИсточник(Источник);
		ВызватьИсключение;
	КонецПопытки;
	ВыпускИсточник.ЗакрытьИсточник(Источник);
	Возврат Данные;
КонецФункции

Функция Ревизия(Адрес, Ключ, Лицензирование, Ревизии) Экспорт
	Адреса = Новый Массив;
	Адреса.Добавить(Адрес);
	Источник = ВыпускИсточник.ИсточникСети(Новый Структура("Адреса, Таймаут", Адреса, 10));
	Лицензия = ВыпускЛицензии.ЛицензияПоКлючу(Ключ, Лицензирование, Источник);
	ВыпускЛицензии.ПринятьРевизию(Лицензия, Ревизии);
	ВыпускИсточник.ЗакрытьИсточник(Источник);
	Возврат Лицензия.Состояние;
КонецФункции

Функция ФайлКомплектаЦеликом(Комплект, Путь, ПределБайт) Экспорт
	Источник = ВыпускИсточник.ИсточникКомплекта(Комплект);
	Файл = ВыпускИсточник.ФайлИсточника(Источник, Путь, Новый Структура("ПределБайт", ПределБайт));
	ВыпускИсточник.ЗакрытьИсточник(Источник);
	Возврат Файл.Данные;
КонецФункции`;

const PATH = 'files/tags-pro/2.0/tags.cfe.zip';
let shop: Seller;
let clear: Buffer;
let server: LoopbackServer;
let program: Program;
let customer: { readonly key: string; readonly id: string };
let bundleUrl = '';

const served = (name: string): string => shop.file(path.join('checkout/dist', name));
const index = (name: string): unknown => JSON.parse(readFileSync(served(`index/${name}`), 'utf8'));

beforeAll(async () => {
  shop = await seller();
  clear = await shop.release('2.0', '2026-10-10', ['tags']);
  customer = await shop.issue(['--product', 'tags', '--until', '2027-11']);
  await succeed(shop.build());
  server = startServer({ root: served('') });
  bundleUrl = (await shop.serve('checkout/dist')).url;
  program = loadCore(['ВыпускЛицензии', 'ВыпускИсточник'], {
    platform: { directory: sandbox, hosts: { 'repo.example': { port: server.port } } },
    stubs: [{ name: 'Тест', text: WRAPPER }],
  });
}, 300_000);

afterAll(async () => {
  server.close();
  await shop.leave();
});
leaveNothingBehind();

/** The build of the one release, as its document pins it. */
function build(): JsValue {
  const { releases } = index('extensions/tags-pro.json') as Pick<ExtensionDocument, 'releases'>;
  return document(releases[0]?.builds[0]);
}

interface Download {
  readonly key?: string;
  readonly licensing?: unknown;
  readonly seen?: JsValue;
}

const download = ({
  key = customer.key,
  licensing = index('licensing.json'),
  seen = new Map(),
}: Download = {}) =>
  program.call('Тест', 'Скачать', ['https://repo.example', key, document(licensing), build(), PATH, seen]);

describe('a customer with a key', () => {
  test('gets the very file that the vendor has, however he types the key', () => {
    for (const key of [customer.key, `  ${customer.key.toLowerCase().replaceAll('-', ' ')}\n`]) {
      expect(Buffer.compare(Buffer.from(bytesOf(download({ key }).value) ?? []), clear)).toBe(0);
    }
  });
});

describe('attacks: the codes of the command line, and nothing on the disk', () => {
  /** Code of the refusal while a served file is another. */
  async function attacked(file: string, bytes: Uint8Array, key = customer.key): Promise<string> {
    const before = (await exists(served(file))) ? await readFile(served(file)) : undefined;
    await writeFile(served(file), bytes);
    try {
      return refusalOf(() => download({ key })).code;
    } finally {
      await (before === undefined ? rm(served(file)) : writeFile(served(file), before));
    }
  }

  test.each([
    ['hello', 'license-key-length'],
    ['ROMASHKA-0ZS9A-017C6-A2PMW-49HD5', 'license-key-mistyped'],
    ['DEMO-C4FVH-CYJV7-HY9C4-62FD4', 'license-key-foreign'],
    ['ROMASHKA-0ZS9A-017C6-A2PMW-49HDS', 'license-unknown'],
  ])('the key %s: %s', (key, code) => expect(refusalOf(() => download({ key })).code).toBe(code));

  test('a repository that sells nothing', () => {
    expect(refusalOf(() => download({ licensing: { licensePrefix: 'X', keys: [] } })).code).toBe(
      'licensing-unknown',
    );
    expect(refusalOf(() => download({ licensing: null })).code).toBe('licensing-unknown');
  });

  test('records: a neighbour’s, a changed one, bombs, one of another publisher', async () => {
    const neighbour = await shop.issue(['--product', 'tags', '--perpetual']);
    const { path: record, password } = await recordAccess(customer.key);
    const { path: theirs } = await recordAccess(neighbour.key);
    const own = await readFile(served(record));
    const bytes = new Uint8Array(5_000_000).fill(0x20);
    const options = { password, encryptionStrength: 3 as const };
    const bomb = await archiveOf({ name: 'license.json', bytes, options });
    const thief = await testVendor('THIEF');
    const request = { licensee: 'x', products: [{ id: 'tags', trial: false, updatesUntil: '2099-12' }] };
    const forged = await issueLicense(request, {
      prefix: 'ROMASHKA',
      today: '2026-11-20',
      random: thief.random,
    });
    const [, stolen] = await licenseFiles({ ...forged, key: customer.key }, thief);
    const foreign = await readFile(shop.file(path.join('checkout/releases', theirs)));

    expect(await attacked(record, foreign)).toBe('license-record-locked');
    expect(await attacked(record, flipped(own, 500))).toBe('license-record-damaged');
    expect(await attacked(record, bomb)).toBe('license-record-too-large');
    expect(await attacked(record, declaring(bomb, 100))).toBe('license-record-damaged');
    expect(await attacked(record, new Uint8Array(1_000_000))).toBe('too-large');
    expect(await attacked(record, stolen.bytes)).toBe('license-signer-unknown');
  });

  test('the protected file was changed on its way', async () => {
    const file = await readFile(served(PATH));
    expect(await attacked(PATH, flipped(file, file.length - 60))).toBe('hash-mismatch');
  });

  test('a licence key that was removed from the list', async () => {
    const theirs = await testVendor('OTHER');
    const licensing = { licensePrefix: 'ROMASHKA', ...theirs.licensing };
    expect(refusalOf(() => download({ licensing })).code).toBe('license-signer-unknown');
  });

  test('the month after the window, another product, and a product key of another publisher', async () => {
    const late = await shop.issue(['--product', 'tags', '--until', '2026-09']);
    const wrong = await shop.issue(['--product', 'suite', '--perpetual']);
    await succeed(shop.build());
    expect(refusalOf(() => download({ key: late.key })).code).toBe('license-month-closed');
    expect(refusalOf(() => download({ key: wrong.key })).code).toBe('license-product-missing');

    const theirs = await testVendor('OTHER');
    const mixed = { ...(await shop.secrets()), productKey: theirs.secrets.productKey };
    const request = { licensee: 'x', products: [{ id: 'tags', trial: false, updatesUntil: '2099-12' }] };
    const entry = await issueLicense(request, {
      prefix: 'ROMASHKA',
      today: '2026-11-20',
      random: theirs.random,
    });
    const [, record] = await licenseFiles({ ...entry, key: customer.key }, { ...theirs, secrets: mixed });
    expect(await attacked(record.path, record.bytes)).toBe('protected-file-locked');
  });

  test('an older revision after a newer one was seen', async () => {
    const { key, id } = await shop.issue(['--product', 'tags', '--perpetual']);
    await succeed(shop.build());
    const { path: record } = await recordAccess(key);
    const before = await readFile(served(record));
    await succeed(shop.sell(['license', 'revoke', id]));
    await succeed(shop.build());
    const seen = new Map<JsValue, JsValue>();
    const revoked = program.call('Тест', 'Ревизия', [
      'https://repo.example',
      key,
      document(index('licensing.json')),
      seen,
    ]);
    expect(revoked.value).toBe('revoked');
    await writeFile(served(record), before);
    expect(refusalOf(() => download({ key, seen: revoked.args[3] })).code).toBe('license-rolled-back');
  });
});

test('a bundle of the command line gives the bytes that it was made from', async () => {
  const trust = ['--trust', 'releases/trust/1.root.json', '--now', NOW, '--out', 'carried.zip'];
  await succeed(shop.sell(['bundle', 'create', '--url', bundleUrl, ...trust]));
  const bundle = data(await readFile(shop.file('checkout/carried.zip')));
  const call = (name: string): Uint8Array | undefined =>
    bytesOf(program.call('Тест', 'ФайлКомплектаЦеликом', [bundle, name, 10_000_000]).value);
  const names = (await listFiles(served(''))).filter((name) => /^(metadata|targets|files)\//.test(name));
  const carried = names.filter((name) => call(name) !== undefined);
  expect(carried).toContain(PATH);
  expect(carried).toContain('metadata/timestamp.json');
  for (const name of carried)
    expect(Buffer.compare(Buffer.from(call(name) ?? []), await readFile(served(name)))).toBe(0);
});
