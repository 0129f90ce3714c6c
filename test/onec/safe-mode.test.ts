import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createPlatform, loadModules } from './index.ts';

const directory = mkdtempSync(path.join(tmpdir(), 'onec-'));
afterAll(() => rmSync(directory, { recursive: true }));

function run(body: string, safeMode: boolean) {
  const text = `Функция Ф() Экспорт\n${body}\nКонецФункции`;
  return loadModules([{ name: 'М', text }], createPlatform({ directory, infobase: { safeMode } })).call(
    'М',
    'Ф',
  );
}

const FILE = 'Данные = Base64Значение("AQ=="); Данные.Записать(КаталогВременныхФайлов() + "а"); Возврат 1;';
const NETWORK =
  'С = Новый HTTPСоединение("127.0.0.1", 1,,,, 1); Возврат С.Получить(Новый HTTPЗапрос("/")).КодСостояния;';

test.each([
  [FILE, 'files'],
  [NETWORK, 'the internet'],
])('safe mode forbids %s — %s', (body) => {
  expect(() => run(body, true)).toThrow('безопасный режим');
});

test('without it files are written', () => {
  expect(run(FILE, false).value).toBe(1n);
});
