import { describe, expect, test } from 'vitest';
import { readReleaseTree, memoryFiles } from '../../../scripts/source/index.ts';
import type { Notes } from '../../../scripts/model/release-tree.ts';
import { readVendorPages } from '../../../site/publication/read-vendor-pages.ts';
import { agreementText, inLanguage, vendorText } from '../../../site/publication/vendor-text.ts';
import { demoTree } from '../fixtures/demo-tree.ts';

const notes = (text: string, format: Notes['format'] = 'md'): Notes => ({
  locale: 'ru',
  format,
  file: 'page.ru.md',
  text,
});

describe('vendorText', () => {
  test.each([
    ['import fs from "node:fs"\n', 'code'],
    ['<script>alert(1)</script>\n', 'HTML'],
    ['![](https://elsewhere.example/a.png)\n', 'a picture of another host'],
  ])('refuses %s (%s)', (text) => {
    expect(() => vendorText(notes(text, 'mdx'), (path) => path)).toThrow(/notes-refused/);
  });

  test('takes the first heading for the title', () => {
    const text = vendorText(notes('# Настройка `хуков`\n\nТекст.\n'), (path) => path);
    expect(text).toMatchObject({ title: 'Настройка хуков', nodes: [{ kind: 'paragraph' }] });
  });
});

describe('agreementText', () => {
  test('keeps every word of an agreement that is no Markdown of ours, as text', () => {
    const written = 'Условия <b>обязательны</b>.\n';
    expect(agreementText(notes(written)).nodes).toEqual([{ kind: 'code', text: written }]);
  });

  test('an empty agreement is an empty page', () => {
    expect(agreementText(notes('')).nodes).toEqual([]);
  });
});

test('a text that nobody translated is shown in the other language', () => {
  const russian = new Map([['ru', notes('Да.')] as const]);
  expect(inLanguage(russian, 'en')?.text).toBe('Да.');
  expect(inLanguage(new Map(), 'en')).toBeUndefined();
});

test('pages are found by name and language; other files beside them are none', async () => {
  const folder = 'extensions/bitrix24-exchange/docs';
  const files = memoryFiles({
    ...demoTree,
    [`${folder}/webhooks.en.md`]: '# Webhooks\n',
    [`${folder}/Upper.ru.md`]: '',
    [`${folder}/readme.md`]: '',
    [`${folder}/a.fr.md`]: '',
  });
  const { tree } = await readReleaseTree(files);
  if (tree === undefined) throw new Error('the demo tree is refused');
  const pages = [...(await readVendorPages(tree, files))];
  expect(pages.map(([id, found]) => [id, found.map(({ name, texts }) => [name, [...texts.keys()]])])).toEqual(
    [['bitrix24-exchange', [['webhooks', ['en', 'ru']]]]],
  );
});
