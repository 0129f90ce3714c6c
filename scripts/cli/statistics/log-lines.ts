import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

/** UTF-16 units of a line that is believed; web servers cut requests at 8 KB. */
const MAX_LINE = 32 * 1024;

/**
 * Lines of a log, `.gz` unpacked on the way. Memory holds one piece of the file and one line, however long the file or a
 * line is; what a line has too much is dropped. `onBytes` hears how many bytes of the file were read.
 */
export async function* logLines(
  file: string,
  onBytes: (bytes: number) => void,
): AsyncGenerator<string, void, undefined> {
  const raw = createReadStream(file);
  raw.on('data', (piece) => onBytes(piece.length));
  const stream = file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
  raw.on('error', (error) => stream.destroy(error));
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of stream) {
    if (!(piece instanceof Uint8Array)) continue;
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = (lines.pop() ?? '').slice(0, MAX_LINE);
    for (const line of lines) yield line.slice(0, MAX_LINE);
  }
  if (rest !== '') yield rest;
}
