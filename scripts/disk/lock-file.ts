import { open, readFile, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

/** Another process holds a directory and does not let go. */
export class DirectoryBusy extends Error {
  override readonly name = 'DirectoryBusy';
}

/** How long to wait for another process, and between two looks, in milliseconds. */
const PATIENCE = { total: 60_000, step: 100 };

/**
 * Age in milliseconds after which a lock is abandoned: one that names a living process, because numbers of processes
 * return; and one that names nobody, because its process was killed between making the file and writing to it.
 */
const ABANDONED_AFTER = { named: 10 * 60 * 1000, nameless: 10 * 1000 };

/** Does the work while holding a lock file. The lock of a process that was killed is taken over. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  await acquire(file);
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function acquire(file: string): Promise<void> {
  for (let waited = 0; !(await tryAcquire(file)); waited += PATIENCE.step) {
    if (waited >= PATIENCE.total) throw new DirectoryBusy(`another process holds ${file}`);
    if (await isAbandoned(file)) await rm(file, { force: true });
    else await sleep(PATIENCE.step);
  }
}

async function tryAcquire(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx');
    await handle.writeFile(`${hostname()} ${process.pid}`);
    await handle.close();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function isAbandoned(file: string): Promise<boolean> {
  try {
    const [host, pid] = (await readFile(file, 'utf8')).split(' ');
    if (host === hostname() && pid !== undefined && !isAlive(Number(pid))) return true;
    const patience = pid === undefined ? ABANDONED_AFTER.nameless : ABANDONED_AFTER.named;
    return Date.now() - (await stat(file)).mtimeMs > patience;
  } catch {
    // It went away while we looked.
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
