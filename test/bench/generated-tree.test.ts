import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { generatedTree } from '../../scripts/bench/generated-tree.ts';
import { writeGeneratedTree } from '../../scripts/bench/write-generated-tree.ts';
import { buildCatalog } from '../../scripts/catalog/build-catalog.ts';
import { directoryFiles, readReleaseTree } from '../../scripts/source/index.ts';
import type { ReleaseTree } from '../../scripts/model/release-tree.ts';

const size = { extensions: 3, releasesEach: 60 };
const documentsOf = (tree: ReleaseTree) =>
  buildCatalog(tree, { readAgreement: () => new Uint8Array() }).documents;

test('a generated tree read from a disk gives the same index as the same tree made of values', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'generated-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeGeneratedTree(folder, size);
  const { tree, problems } = await readReleaseTree(directoryFiles(folder));
  expect(problems).toEqual([]);
  expect(documentsOf(tree!)).toEqual(documentsOf(generatedTree({ ...size, files: 'another-host' })));
});

test('the same size gives the same index', () => {
  expect(documentsOf(generatedTree(size))).toEqual(documentsOf(generatedTree(size)));
});
