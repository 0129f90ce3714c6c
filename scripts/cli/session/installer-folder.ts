import path from 'node:path';
import { isFolder } from '../../disk/files.ts';
import { WrongUse } from './exit-code.ts';
import type { Session } from './session.ts';

/** The folder that `--installer` names, absolute. Throws `WrongUse` where there is none. */
export async function installerFolder(given: string, { world, text }: Session): Promise<string> {
  const folder = path.resolve(world.cwd, given);
  if (!(await isFolder(folder))) throw new WrongUse(text.message.noFolder(given));
  return folder;
}
