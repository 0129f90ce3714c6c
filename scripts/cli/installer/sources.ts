import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { InstallerSources } from '../../installer/assemble.ts';
import type { DumpFile } from '../../installer/xml-slot.ts';
import { WrongUse } from '../session/exit-code.ts';
import { isFolder, listFiles } from '../../disk/files.ts';

/** Reads the checked-in 1C side: `core/`, `processor/`, `extension/`. Throws `WrongUse` where one is missing. */
export async function installerSources(folder: string): Promise<InstallerSources> {
  const core = await textsBelow(path.join(folder, 'core'));
  return {
    core: core.map((file) => ({ name: path.posix.basename(file.path, '.bsl'), text: file.text })),
    processor: await textsBelow(path.join(folder, 'processor')),
    extension: await textsBelow(path.join(folder, 'extension')),
  };
}

/** Modules and descriptions below a folder, without byte order marks. Other files are not of the dump. */
async function textsBelow(folder: string): Promise<readonly DumpFile[]> {
  if (!(await isFolder(folder))) throw new WrongUse(folder);
  const files = (await listFiles(folder)).filter((file) => /\.(bsl|xml)$/.test(file));
  return Promise.all(
    files.map(async (file) => ({
      path: file.normalize('NFC'),
      text: (await readFile(path.join(folder, file), 'utf8')).replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'),
    })),
  );
}
