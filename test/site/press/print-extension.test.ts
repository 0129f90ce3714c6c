import { describe, expect, test } from 'vitest';
import { memoryFiles } from '../../../scripts/source/index.ts';
import { printExtension, type PrintedPage } from '../../../site/press/print-extension.ts';
import { extensionDigest } from '../../../site/publication/extension-digest.ts';
import type { Publication } from '../../../site/publication/publication.ts';
import { readPublication } from '../../../site/publication/read-publication.ts';
import { demoTree, type TreeRecord } from '../fixtures/demo-tree.ts';

const PLACE = { origin: 'https://romashka.example', base: '/repo/' };
const SCANNER = 'extensions/receipt-scanner';

const publish = (tree: TreeRecord = demoTree): Promise<Publication> =>
  readPublication({ releases: memoryFiles(tree), trust: memoryFiles({}) });

/** The pages of the last extension, the scanner. */
async function pagesOf(tree?: TreeRecord): Promise<readonly PrintedPage[]> {
  const publication = await publish(tree);
  return publication.extensions.slice(-1).flatMap((one) => printExtension(one, publication, PLACE).pages);
}

describe('printExtension', () => {
  test('prints each release in each language, at its address', async () => {
    const pages = (await pagesOf()).map(({ locale, path }) => `${locale} ${path}`);
    const folder = 'extensions/receipt-scanner';
    expect(pages).toEqual(['ru', 'en'].flatMap((one) => [`${one} ${folder}/1.1/`, `${one} ${folder}/1.0/`]));
  });

  test('is found by its notes in their language, and by its title in the other', async () => {
    const first = (await pagesOf()).filter(({ path }) => path.endsWith('/1.0/'));
    expect(first.map(({ searched }) => searched)).toEqual([
      expect.stringMatching(/^Сканер чеков 1\.0, .*Управление нашей фирмой.*\. Первый выпуск\.$/),
      expect.stringMatching(/^Receipt scanner 1\.0, .*Small Business[^.]*\d\.\d$/),
    ]);
  });

  test('text of strangers does not become markup', async () => {
    const hostile = '</main><script>alert(1)</script>';
    const tree = {
      ...demoTree,
      [`${SCANNER}/extension.yaml`]: (demoTree[`${SCANNER}/extension.yaml`] ?? '').replaceAll(
        'Сканер чеков',
        hostile,
      ),
    };
    const pages = await pagesOf(tree);
    expect(pages.filter(({ body }) => body.includes('<script'))).toEqual([]);
    expect(pages[0]?.body).toContain('&lt;script&gt;');
  });
});

describe('extensionDigest', () => {
  const digests = async (tree: TreeRecord): Promise<readonly string[]> => {
    const publication = await publish(tree);
    return publication.extensions.map((one) => extensionDigest(one, publication));
  };

  test.each<[string, string, readonly boolean[], string]>([
    [`${SCANNER}/1.1/notes.en.md`, 'Reads anything.\n', [false, true], 'notes'],
    [`${SCANNER}/docs/a.ru.md`, '# А\n', [false, true], 'a page of the vendor'],
    ['extensions/bitrix24-exchange/eula.ru.md', 'Нельзя.\n', [true, false], 'a licence agreement'],
    [
      'configurations.yaml',
      (demoTree['configurations.yaml'] ?? '').replace('Small Business', 'SB'),
      [true, true],
      'names of configurations',
    ],
    [
      'publisher.yaml',
      (demoTree['publisher.yaml'] ?? '').replace('hello@', 'post@'),
      [true, true],
      'the publisher',
    ],
    ['publisher.yaml', demoTree['publisher.yaml'] ?? '', [false, false], 'nothing'],
  ])('%s: changes the pages of those that show it', async (file, text, changed) => {
    const [before, after] = [await digests(demoTree), await digests({ ...demoTree, [file]: text })];
    expect(after.map((digest, at) => digest !== before[at])).toEqual(changed);
  });
});
