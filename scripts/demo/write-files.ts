import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { demoFiles } from './extension-files.ts';

/** `npm run demo:files`: writes the files of the demonstration publisher into the release tree. */
const RELEASES = path.resolve(import.meta.dirname, '../../releases');

for (const { path: place, bytes } of await demoFiles()) {
  const target = path.join(RELEASES, place);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, bytes);
  console.log(`releases/${place}  ${bytes.length}`);
}
