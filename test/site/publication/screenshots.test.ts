import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { memoryFiles } from '../../../scripts/source/index.ts';
import { readPublication } from '../../../site/publication/read-publication.ts';
import { png } from '../../fixtures/png.ts';
import { demoTree } from '../fixtures/demo-tree.ts';

const FOLDER = 'extensions/receipt-scanner';

/** Screenshots that the site publishes of a declared file. */
async function published(file: string, contents?: string | Uint8Array<ArrayBuffer>) {
  const tree = {
    ...demoTree,
    [`${FOLDER}/extension.yaml`]: `${demoTree[`${FOLDER}/extension.yaml`] ?? ''}screenshots: [{file: ${file}, alt: Чек}]\n`,
    ...(contents !== undefined && { [`${FOLDER}/screenshots/${file}`]: contents }),
  };
  const { extensions } = await readPublication({ releases: memoryFiles(tree), trust: memoryFiles({}) });
  return extensions.find(({ document }) => document.id === 'receipt-scanner')?.screenshots;
}

describe('screenshots', () => {
  test.each<[string, string | undefined, string]>([
    ['a.png', undefined, 'it is not there'],
    ['a.png', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'it is no picture'],
    ['a.png', '', 'it is empty'],
  ])('%s is not published: %#', async (file, contents) => {
    expect(await published(file, contents)).toEqual([]);
  });

  test('what its bytes are decides under which ending a picture is published', async () => {
    const bytes = png(320, 240);
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    expect(await published('a.jpg', bytes)).toEqual([
      {
        name: `${digest}.png`,
        alt: { ru: 'Чек' },
        source: `${FOLDER}/screenshots/a.jpg`,
        width: 320,
        height: 240,
      },
    ]);
  });
});
