import { describe, expect, test } from 'vitest';
import { memoryFiles } from '../../../scripts/source/index.ts';
import { PublicationError } from '../../../site/publication/publication-error.ts';
import { readPublication } from '../../../site/publication/read-publication.ts';
import { releaseNotes } from '../../../site/publication/release-notes.ts';
import { releasePictures } from '../../../site/publication/release-pictures.ts';
import { extensionPaths, releasePaths } from '../../../site/routes/extension-paths.ts';
import { ENGLISH_BELOW, RUSSIAN } from '../fixtures/documents.ts';
import { demoTree } from '../fixtures/demo-tree.ts';

const publicationOf = (
  releases: Readonly<Record<string, string>>,
  trust: Readonly<Record<string, string>> = {},
) => readPublication({ releases: memoryFiles(releases), trust: memoryFiles(trust) });

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'read',
    (error: unknown) => (error instanceof PublicationError ? error.code : String(error)),
  );

const rootFile = (version: number): string => {
  const role = { keyids: ['aa'], threshold: 1 };
  return JSON.stringify({
    signatures: [],
    signed: {
      _type: 'root',
      consistent_snapshot: true,
      expires: '2027-11-20T00:00:00Z',
      keys: { aa: { keytype: 'ed25519', keyval: { public: '01'.repeat(32) }, scheme: 'ed25519' } },
      roles: { root: role, snapshot: role, targets: role, timestamp: role },
      spec_version: '1.0.34',
      version,
    },
  });
};

describe('readPublication', () => {
  test.each<[Readonly<Record<string, string>>, string]>([
    [{}, 'nothing is there'],
    [{ ...demoTree, 'extensions/receipt-scanner/1.1/release.yaml': 'version: 1.1' }, 'a manifest is wrong'],
  ])('refuses a tree with errors — %#: %s', async (tree) => {
    expect(await codeOf(publicationOf(tree))).toBe('release-tree-refused');
  });

  test('the refusal names every place', async () => {
    const tree = { ...demoTree, 'publisher.yaml': 'id: romashka\n' };
    await expect(publicationOf(tree)).rejects.toThrow(/publisher\.yaml:\d+:\d+ schema-required/);
  });

  test('reads what the demo tree holds', async () => {
    const publication = await publicationOf(demoTree);
    expect(publication.catalog.extensions.map(({ id }) => id)).toEqual([
      'bitrix24-exchange',
      'receipt-scanner',
    ]);
    const [exchange] = publication.extensions;
    expect(exchange?.document.releases.map(({ version }) => version)).toEqual([
      '1.5.0-beta.1',
      '1.4.2.7',
      '1.4.1',
    ]);
    expect([...(exchange?.releases.get('1.4.2.7')?.passports.keys() ?? [])]).toEqual([
      'b24-bp.cfe',
      'b24-ut.cfe',
    ]);
    expect(exchange?.document.eula?.ru?.length).toBeGreaterThan(0);
    expect(publication.root).toBeUndefined();
  });

  test('takes the newest root by number, not by name', async () => {
    const trust = { '2.root.json': rootFile(2), '10.root.json': rootFile(10), 'README.md': '' };
    expect((await publicationOf(demoTree, trust)).root?.signed.version).toBe(10);
  });

  test('refuses a root that is none', async () => {
    expect(await codeOf(publicationOf(demoTree, { '1.root.json': '{}' }))).toBe('root-refused');
  });
});

describe('pages', () => {
  test('every extension and release has one in every language', async () => {
    const publication = await publicationOf(demoTree);
    expect(extensionPaths(publication)).toHaveLength(2 * 2);
    const addresses = releasePaths(publication).map(({ params }) => Object.values(params).join(' '));
    expect(new Set(addresses).size).toBe(2 * 5);
  });

  test('notes are in the reader’s language, else in the one that there is', async () => {
    const [exchange] = (await publicationOf(demoTree)).extensions;
    const languageOf = (version: string, reader = ENGLISH_BELOW) =>
      releaseNotes(exchange!, version, reader)?.language;
    expect(languageOf('1.4.2.7')).toBe('en');
    expect(languageOf('1.4.2.7', RUSSIAN)).toBe('ru');
    expect(languageOf('1.4.1')).toBe('ru');
    expect(languageOf('9.9')).toBeUndefined();
  });

  test('pictures beside notes are published, nothing else is', async () => {
    const folder = 'extensions/receipt-scanner/1.1';
    const tree = { ...demoTree, [`${folder}/a.png`]: '', [`${folder}/images/b.webp`]: '' };
    const { extensions } = await publicationOf(tree);
    expect(await releasePictures(extensions, memoryFiles(tree))).toEqual([
      { id: 'receipt-scanner', version: '1.1', folder, path: 'a.png' },
      { id: 'receipt-scanner', version: '1.1', folder, path: 'images/b.webp' },
    ]);
  });
});
