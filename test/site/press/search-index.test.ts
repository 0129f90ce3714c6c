import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { SearchIndex } from '../../../site/press/search-index.ts';
import { writeFiles } from '../../../site/press/write-files.ts';

describe('SearchIndex', () => {
  test('counts pages of each language, and says so in the same order every time', async () => {
    const search = await SearchIndex.start();
    try {
      search.addPage(
        '/',
        '<html lang="ru"><body><main data-pagefind-body><h1>Каталог</h1></main></body></html>',
      );
      search.add({ url: '/a/', title: 'Обмен 1.0', text: 'Обмен 1.0. Заказы', language: 'ru' });
      search.add({ url: '/en/a/', title: 'Exchange 1.0', text: 'Exchange 1.0', language: 'en' });
      const entry = String((await search.files()).get('pagefind-entry.json'));
      expect(entry.match(/"(?:en|ru)":\{/g)).toEqual(['"en":{', '"ru":{']);
      expect(JSON.parse(entry)).toMatchObject({
        languages: { en: { page_count: 1 }, ru: { page_count: 2 } },
      });
    } finally {
      await search.close();
    }
  });
});

test('more files are written than a process may hold open', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vypusk-files-'));
  const files = new Map(
    Array.from({ length: 250 }, (_, at) => [`a/${String(at % 7)}/${String(at)}`, String(at)]),
  );
  await writeFiles(folder, files);
  expect([...files].filter(([file, text]) => readFileSync(path.join(folder, file), 'utf8') !== text)).toEqual(
    [],
  );
  rmSync(folder, { recursive: true });
});
