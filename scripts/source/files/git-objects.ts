import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { SourceError } from '../source-error.ts';
import type { Git } from './git-command.ts';

/** An object of git: what `git cat-file --batch-check` says of it. */
export interface GitObject {
  readonly type: string;
  /** Bytes. */
  readonly size: number;
}

/** Objects of one repository, asked for one after another. */
export interface GitObjects {
  /** Type and size; `undefined` when there is no such object. `name` is `<commit>:<path>`. */
  readonly describe: (name: string) => Promise<GitObject | undefined>;
  /** Contents; ask for the size first, they are held whole. */
  readonly contents: (name: string) => Promise<Uint8Array<ArrayBuffer>>;
  /** Ends the two git processes. */
  readonly close: () => void;
}

/** Longest header line: a path of 4,096 bytes that is missing, with room to spare. */
const HEADER_LIMIT = 16 * 1024;

/**
 * Two long-lived git processes (`cat-file --batch-check` and `--batch`), because one process for each file would take
 * minutes for a large tree. Requests wait for each other: answers carry no name to tell them apart by.
 */
export function openGitObjects(git: Git): GitObjects {
  const headers = new Conversation(git.start(['cat-file', '--batch-check']));
  const bodies = new Conversation(git.start(['cat-file', '--batch']));
  return {
    describe: (name) => headers.ask(name, async (answer) => parseHeader(await answer.line())),
    contents: (name) =>
      bodies.ask(name, async (answer) => {
        const header = parseHeader(await answer.line());
        if (header === undefined) throw new SourceError('file-not-found', { file: name });
        const body = await answer.bytes(header.size + 1);
        return body.slice(0, header.size);
      }),
    close: () => {
      headers.close();
      bodies.close();
    },
  };
}

function parseHeader(line: string): GitObject | undefined {
  const match = /^[0-9a-f]{40,64} (blob|tree|commit|tag) (\d+)$/.exec(line);
  const [, type, size] = match ?? [];
  return type === undefined || size === undefined ? undefined : { type, size: Number(size) };
}

/** One process that answers each line of its input; never two questions at a time. */
class Conversation {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #answer: AnswerReader;
  #last: Promise<unknown> = Promise.resolve();

  constructor(child: ChildProcessWithoutNullStreams) {
    this.#child = child;
    this.#answer = new AnswerReader(child.stdout);
    child.on('error', (error) => child.stdout.destroy(error));
    child.stdin.on('error', (error) => child.stdout.destroy(error));
    // Whoever reads the answer hears of a failure; without a listener it would end the program when nobody reads.
    child.stdout.on('error', () => undefined);
    child.stderr.resume();
  }

  ask<T>(question: string, read: (answer: AnswerReader) => Promise<T>): Promise<T> {
    const answer = this.#last.then(() => {
      this.#child.stdin.write(`${question}\n`);
      return read(this.#answer);
    });
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  close(): void {
    this.#child.stdin.end();
  }
}

/** Takes lines and byte counts off a stream. */
class AnswerReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Uint8Array = new Uint8Array(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  async line(): Promise<string> {
    for (;;) {
      const end = this.#rest.indexOf(0x0a);
      if (end >= 0) return new TextDecoder().decode(this.#take(end + 1).subarray(0, end));
      if (this.#rest.length > HEADER_LIMIT)
        throw new SourceError('git-failed', { command: 'cat-file', reason: 'header' });
      await this.#more();
    }
  }

  async bytes(count: number): Promise<Uint8Array> {
    const whole = new Uint8Array(count);
    let filled = 0;
    while (filled < count) {
      if (this.#rest.length === 0) await this.#more();
      const part = this.#take(Math.min(count - filled, this.#rest.length));
      whole.set(part, filled);
      filled += part.length;
    }
    return whole;
  }

  #take(count: number): Uint8Array {
    const taken = this.#rest.subarray(0, count);
    this.#rest = this.#rest.subarray(count);
    return taken;
  }

  async #more(): Promise<void> {
    const next = await this.#chunks.next().catch((error: unknown) => {
      throw new SourceError('git-failed', { command: 'cat-file', reason: 'unreadable' }, { cause: error });
    });
    if (next.done === true) throw new SourceError('git-failed', { command: 'cat-file', reason: 'ended' });
    this.#rest = Buffer.concat([this.#rest, next.value]);
  }
}
