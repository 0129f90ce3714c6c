import path from 'node:path';
import { readDump } from '../../configuration/read-dump.ts';
import { directoryFiles, gitFiles, type TreeFiles } from '../../source/index.ts';
import { forTerminal } from '../../wording/index.ts';
import { WrongUse } from '../session/exit-code.ts';
import { isFolder } from '../../disk/files.ts';
import { startProgress } from '../session/progress.ts';
import type { Session } from '../session/session.ts';
import { fingerprintFolder, writeFingerprint } from './fingerprint-store.ts';
import { textHash } from './text-hash.ts';

/** Options of `vypusk configuration add`. */
export interface AddConfigurationOptions {
  readonly revision?: string;
  readonly name?: string;
  readonly version?: string;
  readonly fingerprints: string;
}

/** Reads a dump of a configuration (a folder, or a git revision of it) and writes its fingerprint. */
export async function addConfiguration(
  source: string,
  options: AddConfigurationOptions,
  session: Session,
): Promise<void> {
  const { world, text } = session;
  const folder = path.resolve(world.cwd, source);
  if (!(await isFolder(folder))) throw new WrongUse(text.configuration.noFolder(source));
  const { files, close } = await openDump(folder, options.revision);
  const progress = startProgress(text.message.reading, world);
  try {
    const { name, version } = options;
    const reading = { hash: textHash, name, version, onProgress: progress.step };
    const fingerprint = await readDump(files, reading);
    if (fingerprint === undefined) throw new WrongUse(text.configuration.noDump(source));
    const target = fingerprintFolder(options.fingerprints, fingerprint.name, session);
    const file = await writeFingerprint(target, fingerprint, session);
    progress.end();
    const methods = Object.values(fingerprint.modules).reduce(
      (sum, module) => sum + Object.keys(module ?? {}).length,
      0,
    );
    world.out(
      text.configuration.added({
        name: forTerminal(fingerprint.name),
        version: forTerminal(fingerprint.version),
        objects: Object.keys(fingerprint.objects).length,
        methods,
        file: forTerminal(path.relative(world.cwd, file)),
      }),
    );
  } finally {
    progress.end();
    close();
  }
}

async function openDump(
  folder: string,
  revision: string | undefined,
): Promise<{ readonly files: TreeFiles; readonly close: () => void }> {
  if (revision === undefined) return { files: directoryFiles(folder), close: () => undefined };
  const files = await gitFiles(folder, revision);
  return { files, close: files.close };
}
