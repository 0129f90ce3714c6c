import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ExtensionPrint } from './print-extension.ts';

/**
 * Prints of extensions from the last build, by the digest of everything that they follow from. What is not asked for
 * in a build is thrown away at its end. A folder that was tampered with gives other pages: it is as trusted as the
 * program itself, which lies beside it.
 */
export class PrintCache {
  readonly #folder: string;
  readonly #used = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The print that was kept under a digest, or a new one. */
  async print(digest: string, make: () => ExtensionPrint): Promise<ExtensionPrint> {
    const name = `${digest}.json`;
    this.#used.add(name);
    const kept = await this.#read(name);
    if (kept !== undefined) return kept;
    const print = make();
    await mkdir(this.#folder, { recursive: true });
    await writeFile(path.join(this.#folder, name), JSON.stringify(print));
    return print;
  }

  /** Removes what this build had no use for. */
  async sweep(): Promise<void> {
    const names = await readdir(this.#folder).catch(() => []);
    const unused = names.filter((name) => !this.#used.has(name));
    await Promise.all(unused.map((name) => rm(path.join(this.#folder, name), { force: true })));
  }

  async #read(name: string): Promise<ExtensionPrint | undefined> {
    try {
      const print: unknown = JSON.parse(await readFile(path.join(this.#folder, name), 'utf8'));
      return isPrint(print) ? print : undefined;
    } catch {
      // Nothing was kept, or half a file: printing again is always right.
      return undefined;
    }
  }
}

// The name is a digest of what our own program wrote: the shape is enough to tell a file from a broken one.
const isPrint = (value: unknown): value is ExtensionPrint =>
  typeof value === 'object' && value !== null && 'pages' in value && 'files' in value;
