import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readV8File } from '../cfe/index.ts';
import { demoFiles } from '../demo/extension-files.ts';
import { median, row, timed } from './stopwatch.ts';

/** A real file of 1.2 MB that belongs to others and lies beside the checkout where it is at hand. */
const SAMPLE = fileURLToPath(
  new URL('../../../shared/samples/cfe/ermakov_Conversion3Plus_8310.cfe', import.meta.url),
);

/** Reading `.cfe` files whole: facts, checksums, leftover memory. */
export async function* benchReading(): AsyncGenerator<string> {
  const [small] = await demoFiles();
  if (small !== undefined) yield row('read a demo .cfe', await median(9, () => readV8File(small.bytes)));
  if (!existsSync(SAMPLE)) {
    yield 'read a .cfe of 1.2 MB: skipped, the sample is not at hand\n';
    return;
  }
  const bytes = new Uint8Array(readFileSync(SAMPLE));
  const [, first] = await timed(() => readV8File(bytes));
  yield row('read a .cfe of 1.2 MB, first in the process', first);
  yield row('read a .cfe of 1.2 MB, warm', await median(9, () => readV8File(bytes)));
}
