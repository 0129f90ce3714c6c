import { compareText, startOf } from '../../model/problem.ts';
import type { Extension } from '../../model/extension.ts';
import type { ExtensionEntry, Manifest, ReleaseEntry } from '../../model/release-tree.ts';
import { type Locale, isLocale } from '../../model/text.ts';
import { compareVersions, parseVersion } from '../../model/version.ts';
import { entryPath } from '../files/tree-path.ts';
import type { TreeEntry } from '../files/tree-files.ts';
import { readManifest } from '../manifest/read-manifest.ts';
import { EXTENSION } from '../schema/written-schemas.ts';
import { sourceProblem } from '../source-problem.ts';
import { readScreenshots } from './extension-screenshots.ts';
import { readMigrations } from './migration-folder.ts';
import { readReleaseFolder } from './release-folder.ts';
import { listFolder, readRequired, reportUnexpected, type TreeContext } from './tree-context.ts';

const MANIFEST = 'extension.yaml';
const EULA = /^eula\.(ru|en)\.md$/;
/** Further pages are other readers' business; a folder of pictures goes with them. */
const PAGES = /^(?:docs|migrate)(?:\.[\w.-]+)?$/;
const PICTURES = /^(?:images|screenshots)$|\.(?:png|jpe?g|webp|gif|avif)$/i;

/** Reads `extensions/<id>/`. Its releases are read even when its own manifest is unusable, to report all there is. */
export async function readExtensionFolder(
  context: TreeContext,
  id: string,
): Promise<ExtensionEntry | undefined> {
  const path = entryPath('extensions', id);
  const entries = await listFolder(context, path);
  const manifest = await readExtensionManifest(context, path, entries);
  const releases = await readReleases(context, id, entries);
  const screenshots = await readScreenshots(context, path, entries);
  const migrations = await readMigrations(context, path, entries);
  for (const { name } of entries.filter(isUnexpected)) reportUnexpected(context, path, name);
  const found = {
    ...(screenshots.size > 0 && { screenshots }),
    ...(migrations.length > 0 && { migrations }),
    releases,
  };
  return manifest && { id, manifest, eula: findEula(path, entries), ...found };
}

async function readExtensionManifest(
  context: TreeContext,
  path: string,
  entries: readonly TreeEntry[],
): Promise<Manifest<Extension> | undefined> {
  const written = await readRequired(context, entryPath(path, MANIFEST), entries);
  const manifest = written && readManifest(EXTENSION, written, context.problems);
  const id = path.slice(path.lastIndexOf('/') + 1);
  return manifest && { ...manifest, value: { id, ...manifest.value } };
}

async function readReleases(
  context: TreeContext,
  id: string,
  entries: readonly TreeEntry[],
): Promise<readonly ReleaseEntry[]> {
  const releases: ReleaseEntry[] = [];
  for (const { name } of entries.filter(isReleaseFolder)) {
    if (!context.selection.hasRelease(id, name)) continue;
    const path = `extensions/${id}/${name}`;
    if (parseVersion(name) === undefined) {
      context.problems.push(sourceProblem('folder-name', startOf(path), { name, expected: 'version' }));
      continue;
    }
    const release = await readReleaseFolder(context, path);
    if (release !== undefined) releases.push(release);
  }
  return releases.sort(olderFirst);
}

/** Equal versions (`1.2` and `1.2.0.0`, which a check refuses) still have one order. */
const olderFirst = (a: ReleaseEntry, b: ReleaseEntry): number =>
  compareVersions(a.manifest.value.version, b.manifest.value.version) || compareText(a.folder, b.folder);

function findEula(path: string, entries: readonly TreeEntry[]): ReadonlyMap<Locale, string> {
  const eula = new Map<Locale, string>();
  for (const { name, kind } of entries) {
    const locale = EULA.exec(name)?.[1];
    if (kind === 'file' && isLocale(locale)) eula.set(locale, entryPath(path, name));
  }
  return eula;
}

const isReleaseFolder = ({ name, kind }: TreeEntry): boolean =>
  kind === 'folder' && !PAGES.test(name) && !PICTURES.test(name);

const isUnexpected = (entry: TreeEntry): boolean =>
  !isReleaseFolder(entry) &&
  !(entry.kind === 'file' && (entry.name === MANIFEST || EULA.test(entry.name))) &&
  !(entry.kind !== 'other' && (PAGES.test(entry.name) || PICTURES.test(entry.name)));
