import { readFile } from 'node:fs/promises';
import { fileSize } from '../../disk/files.ts';
import { WrongUse } from './exit-code.ts';

/** Bytes of a file no longer than `limit`; a longer or missing one is wrong use of the command. */
export async function readBounded(file: string, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const size = await fileSize(file);
  if (size === undefined) throw new WrongUse(({ message }) => message.noFile(file));
  if (size > limit) throw new WrongUse(({ message }) => message.tooLarge(file, limit));
  return new Uint8Array(await readFile(file));
}
