import { expect } from 'vitest';
import { runChecks, type CheckCode, type CheckContext } from '../../scripts/checks/index.ts';
import type { ReleaseTree } from '../../scripts/model/release-tree.ts';
import {
  memoryFiles,
  readReleaseTree,
  type WrittenExtension,
  type WrittenPublisher,
  type WrittenRelease,
} from '../../scripts/source/index.ts';

/** Releases by folder; each says only what matters to a test. */
export type WrittenReleases = Readonly<Record<string, Partial<WrittenRelease>>>;

/** The rest of a tree, where a test is about it. */
export interface TreeOptions {
  readonly extension?: Partial<WrittenExtension>;
  readonly publisher?: Partial<WrittenPublisher>;
}

const PUBLISHER = {
  id: 'romashka',
  name: 'Ромашка',
  url: 'https://releases.romashka.example/',
  licensePrefix: 'ROM',
  channels: ['stable', 'beta'],
};

const CONFIGURATIONS = [
  { name: 'Бухгалтерия', synonym: 'Бухгалтерия', edition: '3.0', family: 'accounting' },
  { name: 'Торговля', synonym: 'Торговля', edition: '11', family: 'trade' },
];

/** A build for a range of versions of «Бухгалтерия». */
export const buildFor = (version: string, file = 'crm.cfe'): WrittenRelease['builds'][number] => ({
  urls: [`https://files.romashka.example/${file}`],
  sha256: '0'.repeat(64),
  length: 1000,
  configurations: [{ name: 'Бухгалтерия', version }],
});

/** A tree with one extension `crm`. JSON is YAML, so the manifests are written as JSON. */
export async function treeOf(releases: WrittenReleases, options: TreeOptions = {}): Promise<ReleaseTree> {
  const files = new Map<string, unknown>([
    ['publisher.yaml', { ...PUBLISHER, ...options.publisher }],
    ['configurations.yaml', CONFIGURATIONS],
    [
      'extensions/crm/extension.yaml',
      {
        name: 'ОбменCRM',
        title: 'Обмен',
        summary: 'Обмен.',
        vendor: { name: 'Ромашка' },
        ...options.extension,
      },
    ],
  ]);
  for (const [folder, release] of Object.entries(releases)) {
    const written = {
      version: folder,
      date: '2026-01-01',
      channel: 'stable',
      builds: [buildFor('>=3.0')],
      ...release,
    };
    files.set(`extensions/crm/${folder}/release.yaml`, written);
  }
  const record = Object.fromEntries([...files].map(([file, value]) => [file, JSON.stringify(value)]));
  const { tree, problems } = await readReleaseTree(memoryFiles(record));
  expect(problems).toEqual([]);
  if (tree === undefined) throw new Error('the tree cannot be read');
  return tree;
}

/** A context in which nothing is known of files. */
export const contextOf = (tree: ReleaseTree, more: Partial<CheckContext> = {}): CheckContext => ({
  tree,
  inspected: new Map(),
  now: '2026-11-20',
  ...more,
});

/** `folder field` of each problem of one code; the field is the arg of that name, where there is one. */
export const foundBy = (code: CheckCode, context: CheckContext): readonly string[] =>
  runChecks(context)
    .filter((problem) => problem.code === code)
    .map(({ place, args }) => [folderOf(place.file), args['field']].filter(Boolean).join(' '));

const folderOf = (file: string): string => file.split('/').slice(-2, -1).join('');
