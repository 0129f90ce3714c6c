import { compareProblems, startOf } from '../../model/problem.ts';
import type { Licensing } from '../../model/licensing.ts';
import type { ExtensionEntry, Manifest } from '../../model/release-tree.ts';
import type { Statistics } from '../../model/statistics.ts';
import type { TreeEntry, TreeFiles } from '../files/tree-files.ts';
import { readManifest } from '../manifest/read-manifest.ts';
import { CONFIGURATIONS, LICENSING, PUBLISHER } from '../schema/written-schemas.ts';
import { MAX_STATISTICS_BYTES, parseStatistics } from '../schema/statistics-schema.ts';
import { SourceError } from '../source-error.ts';
import { sourceProblem } from '../source-problem.ts';
import { readExtensionFolder } from './extension-folder.ts';
import { findLicenseRecords } from './license-records.ts';
import { selectionOf } from './selection.ts';
import { listFolder, readRequired, reportUnexpected, type TreeContext } from './tree-context.ts';
import type { TreeReading, TreeReadingOptions } from './tree-reading.ts';

const LICENSING_FILE = 'licensing.yaml';
const STATISTICS_FILE = 'statistics.json';
const FILES: ReadonlySet<string> = new Set([
  'publisher.yaml',
  'configurations.yaml',
  LICENSING_FILE,
  STATISTICS_FILE,
  'README.md',
]);
/** `trust` and `licenses` belong to keys and licences, `schemas` to editors. */
const FOLDERS: ReadonlySet<string> = new Set(['extensions', 'trust', 'licenses', 'schemas']);
const EXTENSION_ID = /^[a-z0-9-]{2,64}$/;

/**
 * Reads what people wrote under `releases/` (`formats.md`, section 1). Collects all problems and never stops at one: a
 * manifest that cannot be used is left out of the tree and reported.
 */
export async function readReleaseTree(
  files: TreeFiles,
  options: TreeReadingOptions = {},
): Promise<TreeReading> {
  const context: TreeContext = { files, selection: selectionOf(options.only), problems: [] };
  const entries = await listFolder(context, '');
  for (const { name } of entries.filter((entry) => !isExpected(entry))) reportUnexpected(context, '', name);
  const publisherFile = await readRequired(context, 'publisher.yaml', entries);
  const publisher = publisherFile && readManifest(PUBLISHER, publisherFile, context.problems);
  const configurationsFile = await readRequired(context, 'configurations.yaml', entries);
  const configurations =
    configurationsFile && readManifest(CONFIGURATIONS, configurationsFile, context.problems);
  const licensing = await readLicensing(context, entries);
  // A check of some extensions has nothing to say of licences.
  const licenses = options.only === undefined ? await findLicenseRecords(context) : [];
  // Nor of downloads.
  const statistics = options.only === undefined ? await readStatistics(context, entries) : undefined;
  const extensions = await readExtensions(context);
  const tree = publisher &&
    configurations && {
      publisher,
      configurations,
      ...(licensing && { licensing }),
      ...(licenses.length > 0 && { licenses }),
      ...(statistics && { statistics }),
      extensions,
    };
  return { tree, problems: context.problems.sort(compareProblems) };
}

/** Optional, and written by a program: what is no statistics of ours is a stray file, and nothing of it is published. */
async function readStatistics(
  context: TreeContext,
  entries: readonly TreeEntry[],
): Promise<Statistics | undefined> {
  if (!entries.some(({ name, kind }) => name === STATISTICS_FILE && kind === 'file')) return undefined;
  const bytes = await context.files.read(STATISTICS_FILE, MAX_STATISTICS_BYTES).catch((error: unknown) => {
    if (error instanceof SourceError) return new Uint8Array();
    throw error;
  });
  const statistics = parseStatistics(bytes);
  if (statistics === undefined) reportUnexpected(context, '', STATISTICS_FILE);
  return statistics;
}

/** Optional: whoever sells nothing has none. */
async function readLicensing(
  context: TreeContext,
  entries: readonly TreeEntry[],
): Promise<Manifest<Licensing> | undefined> {
  if (!entries.some(({ name }) => name === LICENSING_FILE)) return undefined;
  const written = await readRequired(context, LICENSING_FILE, entries);
  return written && readManifest(LICENSING, written, context.problems);
}

async function readExtensions(context: TreeContext): Promise<readonly ExtensionEntry[]> {
  const extensions: ExtensionEntry[] = [];
  for (const entry of await listFolder(context, 'extensions')) {
    if (!context.selection.hasExtension(entry.name)) continue;
    const extension = isExtensionFolder(context, entry)
      ? await readExtensionFolder(context, entry.name)
      : undefined;
    if (extension !== undefined) extensions.push(extension);
  }
  return extensions;
}

function isExtensionFolder(context: TreeContext, { name, kind }: TreeEntry): boolean {
  if (kind !== 'folder') {
    reportUnexpected(context, 'extensions', name);
    return false;
  }
  if (EXTENSION_ID.test(name)) return true;
  const place = startOf(`extensions/${name}`);
  context.problems.push(sourceProblem('folder-name', place, { name, expected: 'extension-id' }));
  return false;
}

const isExpected = ({ name, kind }: TreeEntry): boolean => (kind === 'folder' ? FOLDERS : FILES).has(name);
