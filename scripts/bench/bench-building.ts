import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runChecks } from '../checks/index.ts';
import { directoryFiles, readReleaseTree } from '../source/index.ts';
import { benchCatalog, benchKeys, benchSign } from './repository.ts';
import { row, timed } from './stopwatch.ts';
import { writeGeneratedTree } from './write-generated-tree.ts';

/** From manifests on a disk to signed metadata, for a number of releases in extensions of twenty. */
export async function* benchBuilding(releases: number): AsyncGenerator<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'vypusk-bench-'));
  try {
    await writeGeneratedTree(folder, { extensions: releases / 20, releasesEach: 20 });
    const [reading, read] = await timed(() => readReleaseTree(directoryFiles(folder)));
    const { tree } = reading;
    if (tree === undefined) throw new Error('the generated tree cannot be read');
    yield row(`${releases} releases: read manifests`, read);
    const [problems, checked] = await timed(() =>
      runChecks({ tree, inspected: new Map(), now: '2026-11-20' }),
    );
    yield row(`${releases} releases: check (${problems.length} problems)`, checked);
    const [catalog, built] = await timed(() => benchCatalog(tree));
    yield row(`${releases} releases: documents (${catalog.documents.size})`, built);
    const keys = await benchKeys();
    const [signed, cost] = await timed(() => benchSign(catalog, keys));
    yield row(`${releases} releases: sign (${signed.files.size} files)`, cost);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
