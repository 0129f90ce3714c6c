import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { InstallerError } from '../../installer/error.ts';
import type { PlatformWorld } from '../../installer/run-steps.ts';
import { fileSize } from '../../disk/files.ts';

const NAMES = ['1cv8', '1cv8.exe', 'bin/1cv8', 'bin/1cv8.exe'];

/** Minutes that one run may take; without a licence the platform waits for a person who is not there. */
const LONGEST_RUN = 10;

/** The program `1cv8` of an installed platform. Throws `platform-missing`. */
export async function findPlatform(folder: string): Promise<string> {
  for (const name of NAMES) {
    const program = path.join(folder, name);
    if ((await fileSize(program)) !== undefined) return program;
  }
  throw new InstallerError('platform-missing', { path: folder });
}

/** The machine that builds: runs the program without a shell, so no name of a file is a command. */
export const platformWorld = (program: string): PlatformWorld => ({
  run: (args) => runProgram(program, args),
  logOf: async (file) => decodedLog(await readFile(file).catch(() => new Uint8Array())),
  sizeOf: fileSize,
});

function runProgram(program: string, args: readonly string[]): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const running = spawn(program, args, { stdio: 'ignore', timeout: LONGEST_RUN * 60_000 });
    running.once('error', (cause) =>
      reject(new InstallerError('platform-missing', { path: program }, { cause })),
    );
    running.once('exit', (status) => resolve(status ?? undefined));
  });
}

/** `/Out` writes UTF-8; old builds wrote the code page of the system. */
function decodedLog(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  return text.includes('\uFFFD') ? new TextDecoder('windows-1251').decode(bytes) : text;
}
