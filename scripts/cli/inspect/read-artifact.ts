import { readFile } from 'node:fs/promises';
import { CfeError, MAX_FILE_BYTES } from '../../cfe/index.ts';
import { WrongUse } from '../session/exit-code.ts';
import { fileSize } from '../../disk/files.ts';
import type { Session } from '../session/session.ts';

/**
 * Bytes of a 1C file. One that is too large is refused by its size alone, before a byte of it is in memory.
 * @throws CfeError `file-too-large`; WrongUse where there is no such file.
 */
export async function readArtifact(
  path: string,
  named: string,
  { text }: Pick<Session, 'text'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const size = await fileSize(path);
  if (size === undefined) throw new WrongUse(text.message.noFile(named));
  if (size > MAX_FILE_BYTES) throw new CfeError('file-too-large', { length: size, limit: MAX_FILE_BYTES });
  return new Uint8Array(await readFile(path));
}
