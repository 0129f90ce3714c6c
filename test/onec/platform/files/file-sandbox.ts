import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { BenchGap, BslException } from '../../runtime/errors.ts';

/** What a file is. */
export interface FileFacts {
  readonly size: number;
  readonly isDirectory: boolean;
  readonly modified: Date;
}

/**
 * Files of the simulated computer: a directory that the test gives. A name outside of it is refused, so that no module
 * touches the machine of the bench.
 */
export class FileSandbox {
  readonly #root: string | undefined;
  readonly #isForbidden: () => boolean;
  #count = 0;

  /** In safe mode the file system is forbidden; with what words was never seen. Source: platform-1c.md 1.7. */
  constructor(root: string | undefined, isForbidden: () => boolean = () => false) {
    this.#root = root === undefined ? undefined : path.resolve(root);
    this.#isForbidden = isForbidden;
  }

  /** Directory of temporary files, with a separator at the end. */
  get temporary(): string {
    return this.#base + path.sep;
  }

  /** Name of a file that does not exist yet. */
  temporaryName(extension: string): string {
    this.#count += 1;
    return path.join(
      this.#base,
      `v8_${this.#count.toString(16).padStart(8, '0')}${extension && '.'}${extension}`,
    );
  }

  exists(name: string): boolean {
    return existsSync(this.#inside(name));
  }

  facts(name: string): FileFacts | undefined {
    const stats = statSync(this.#inside(name), { throwIfNoEntry: false });
    return stats && { size: stats.size, isDirectory: stats.isDirectory(), modified: stats.mtime };
  }

  read(name: string): Uint8Array {
    const file = this.#inside(name);
    if (!existsSync(file) || statSync(file).isDirectory())
      throw new BslException(`Файл не обнаружен '${name}'`);
    return Uint8Array.from(readFileSync(file));
  }

  write(name: string, bytes: Uint8Array): void {
    const file = this.#inside(name);
    if (!existsSync(path.dirname(file)))
      throw new BslException(`Ошибка записи файла '${name}'. Каталог не обнаружен`);
    writeFileSync(file, bytes);
  }

  /** Some bytes of a file, fewer at its end. */
  readPart(name: string, from: number, count: number): Uint8Array {
    const file = this.#inside(name);
    if (!existsSync(file) || statSync(file).isDirectory())
      throw new BslException(`Файл не обнаружен '${name}'`);
    return withFile(file, 'r', (handle) => {
      const bytes = new Uint8Array(count);
      return bytes.subarray(0, readSync(handle, bytes, 0, count, from));
    });
  }

  /** Writes bytes into a file that is there. */
  writePart(name: string, from: number, bytes: Uint8Array): void {
    withFile(this.#inside(name), 'r+', (handle) => writeSync(handle, bytes, 0, bytes.length, from));
  }

  createDirectory(name: string): void {
    mkdirSync(this.#inside(name), { recursive: true });
  }

  copy(from: string, to: string): void {
    this.read(from);
    copyFileSync(this.#inside(from), this.#inside(to));
  }

  move(from: string, to: string): void {
    this.read(from);
    renameSync(this.#inside(from), this.#inside(to));
  }

  /** Deletes a file or a whole directory; one that is not there is no error. */
  remove(name: string): void {
    rmSync(this.#inside(name), { recursive: true, force: true });
  }

  /** Full names below a directory. */
  list(directory: string): string[] {
    const inside = this.#inside(directory);
    return existsSync(inside)
      ? readdirSync(inside)
          .sort()
          .map((name) => path.join(inside, name))
      : [];
  }

  get #base(): string {
    if (this.#root === undefined) throw new BenchGap('no directory for files was given to the bench');
    return this.#root;
  }

  #inside(name: string): string {
    if (this.#isForbidden()) throw new BslException('Нарушение прав доступа: безопасный режим');
    const file = path.resolve(this.#base, name);
    if (file === this.#base || file.startsWith(this.#base + path.sep)) return file;
    throw new BslException(`Доступ запрещен '${name}'`);
  }
}

function withFile<T>(file: string, flags: string, work: (handle: number) => T): T {
  const handle = openSync(file, flags);
  try {
    return work(handle);
  } finally {
    closeSync(handle);
  }
}
