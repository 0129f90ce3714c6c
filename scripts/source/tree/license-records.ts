import type { ArtifactFile } from '../../model/release-tree.ts';
import { entryPath } from '../files/tree-path.ts';
import type { TreeEntry } from '../files/tree-files.ts';
import { LIMITS } from '../limits.ts';
import { attempt, listFolder, reportUnexpected, type TreeContext } from './tree-context.ts';

const FOLDER = /^[0-9a-f]{2}$/;
/** Records are published; the vendor's sealed copies lie beside them and stay here. */
const FILE = /^([0-9a-f]{2})[0-9a-f]{38}\.(zip|sealed)$/;

/** Finds `licenses/<aa>/<locator>.zip`. Nobody here can open them, so only their names and sizes are looked at. */
export async function findLicenseRecords(context: TreeContext): Promise<readonly ArtifactFile[]> {
  const records: ArtifactFile[] = [];
  for (const entry of await listFolder(context, 'licenses')) {
    if (entry.kind === 'folder' && FOLDER.test(entry.name)) {
      records.push(...(await recordsIn(context, entry.name)));
      continue;
    }
    if (entry.name !== 'README.md') reportUnexpected(context, 'licenses', entry.name);
  }
  return records;
}

async function recordsIn(context: TreeContext, folder: string): Promise<readonly ArtifactFile[]> {
  const path = `licenses/${folder}`;
  const records: ArtifactFile[] = [];
  for (const entry of await listFolder(context, path)) {
    const ending = endingOf(entry, folder);
    if (ending === undefined) reportUnexpected(context, path, entry.name);
    if (ending !== 'zip') continue;
    const file = entryPath(path, entry.name);
    const length = await attempt(context, file, () => context.files.size(file));
    if (length === undefined) continue;
    records.push({ file, length, read: () => context.files.read(file, LIMITS.licenseBytes) });
  }
  return records;
}

function endingOf({ name, kind }: TreeEntry, folder: string): string | undefined {
  const [, start, ending] = FILE.exec(name) ?? [];
  return kind === 'file' && start === folder ? ending : undefined;
}
