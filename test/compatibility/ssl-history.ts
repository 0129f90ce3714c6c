import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { textHash } from '../../scripts/cli/configuration/text-hash.ts';
import { touchedShape, type TouchedShape } from '../../scripts/compatibility/fingerprint.ts';
import { compareVersionTexts } from '../../scripts/compatibility/judge.ts';
import { touchedPaths, type Touch } from '../../scripts/compatibility/touch.ts';
import { readDump } from '../../scripts/configuration/read-dump.ts';
import { gitFiles } from '../../scripts/source/index.ts';
import { SAMPLES } from '../cfe/samples.ts';

const BUNDLE = path.join(SAMPLES, 'compat', 'bsp.bundle');

/** Whether the history of a real library is there; it never enters this repository. */
export const haveHistory = existsSync(BUNDLE);

/** What an extension touches in each of the 194 versions, oldest first. */
export async function touchedHistory(touch: Touch): Promise<readonly TouchedShape[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'vypusk-history-'));
  try {
    execFileSync('git', ['clone', '-q', '--no-checkout', BUNDLE, folder], { stdio: 'ignore' });
    const tags = execFileSync('git', ['tag'], { cwd: folder, encoding: 'utf8' }).trim().split('\n');
    const known = { folders: new Map(), modules: new Map(), objects: new Map() };
    const shapes: TouchedShape[] = [];
    for (const version of tags.toSorted(compareVersionTexts)) {
      const files = await gitFiles(folder, version);
      const fingerprint = await readDump(files, { hash: textHash, name: 'БСП', version, known });
      files.close();
      if (fingerprint !== undefined) shapes.push(touchedShape(fingerprint, touchedPaths(touch)));
    }
    return shapes;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
