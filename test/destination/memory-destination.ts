import { createHash } from 'node:crypto';
import type { Destination, StoredFile, Upload } from '../../scripts/destination/destination.ts';
import type { Bytes } from '../../scripts/signing/signed-file.ts';
import { START } from '../signing/operator.ts';

interface Stored extends StoredFile {
  readonly bytes: Bytes;
  readonly upload: Upload;
}

/** The machine was switched off. */
export class Killed extends Error {}

/** A place in memory that keeps its word, as a good store does, and can be switched off after some changes. */
export class MemoryDestination implements Destination {
  readonly files = new Map<string, Stored>();
  /** What was changed, in order. */
  readonly changes: string[] = [];
  /** When files that are written now seem to be written. */
  clock = START;
  /** Changes until the machine is switched off. */
  left = Infinity;
  /** Called after each change: a reader looks, another run begins. */
  afterChange: () => Promise<void> = async () => undefined;

  /** What a client gets at this moment. */
  fetch = async (path: string): Promise<Bytes | undefined> => this.files.get(path)?.bytes;

  list = async (): Promise<ReadonlyMap<string, StoredFile>> => new Map(this.files);

  read = async (path: string): Promise<{ bytes: Bytes; etag: string } | undefined> => this.files.get(path);

  holds: Destination['holds'] = async ({ sha256, path }) => this.files.get(path)?.upload.sha256 === sha256;

  write: Destination['write'] = async (upload, condition) => {
    // As over a network: others get in between.
    await Promise.resolve();
    const there = this.files.get(upload.path);
    if (there?.etag !== (condition === 'absent' ? undefined : condition.etag)) return 'conflict';
    this.#count();
    const etag = createHash('md5').update(upload.bytes).update(String(this.changes.length)).digest('hex');
    const length = upload.bytes.length;
    this.files.set(upload.path, { bytes: upload.bytes, upload, length, etag, modified: this.clock });
    await this.#changed(`write ${upload.path}`);
    return 'written';
  };

  delete: Destination['delete'] = async (path) => {
    this.#count();
    this.files.delete(path);
    await this.#changed(`delete ${path}`);
  };

  /** What another place holds, as if it had been written here. */
  copyFrom(other: MemoryDestination): void {
    for (const [path, file] of other.files) this.files.set(path, file);
  }

  #count(): void {
    if (this.left <= 0) throw new Killed();
    this.left -= 1;
  }

  async #changed(change: string): Promise<void> {
    this.changes.push(change);
    await this.afterChange();
  }
}
