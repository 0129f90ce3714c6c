import { describe, expect, test } from 'vitest';
import { downloadArtifact, type ArtifactWorld, type FileAnswer } from '../../scripts/verify/artifact.ts';
import { httpFile } from '../../scripts/verify/http-fetcher.ts';
import { codeOf } from './fixtures/client.ts';
import { loopback } from './fixtures/loopback.ts';
import { sha256 } from './fixtures/test-key.ts';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const FILE = bytes('the whole file');
const PINNED = { length: FILE.length, sha256: sha256(FILE) };

async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield bytes(text);
}

/** Keeps the beginning in memory; `sources` answer one after the other. */
function worldOf(
  kept: string,
  ...sources: (FileAnswer | undefined)[]
): ArtifactWorld & { asked: number[]; kept: () => string } {
  let partial = kept;
  const asked: number[] = [];
  return {
    asked,
    kept: () => partial,
    maxBytes: 1000,
    open: async (from) => {
      asked.push(from);
      return sources.shift();
    },
    partial: {
      read: async () => bytes(partial),
      append: async (piece) => void (partial += new TextDecoder().decode(piece)),
      clear: async () => void (partial = ''),
    },
  };
}

const from = (offset: number, ...texts: string[]): FileAnswer => ({ from: offset, pieces: pieces(...texts) });

describe('a file is refused', () => {
  test.each<[string, string, FileAnswer | undefined, string]>([
    ['not there', 'not-found', undefined, ''],
    ['too long', 'too-large', from(0, 'the whole file', '!'), ''],
    ['endless', 'too-large', from(0, ...Array.from({ length: 1000 }, () => 'x'.repeat(10))), ''],
    ['cut off', 'fetch-failed', from(0, 'the whole'), 'the whole'],
    ['empty', 'fetch-failed', from(0), ''],
    ['another one', 'hash-mismatch', from(0, 'the Whole file'), ''],
    ['from another offset than asked', 'fetch-failed', from(5, 'hole file'), ''],
    ['from no offset at all', 'fetch-failed', from(NaN, 'x'), ''],
  ])('%s: %s', async (_, code, answer, kept) => {
    const world = worldOf('', answer);
    expect(await codeOf(() => downloadArtifact('a.cfe', PINNED, world))).toBe(code);
    expect(world.kept()).toBe(kept);
  });

  test('longer than any file may be: nothing is asked for', async () => {
    const world = worldOf('');
    expect(await codeOf(() => downloadArtifact('a.cfe', { ...PINNED, length: 1001 }, world))).toBe(
      'too-large',
    );
    expect(world.asked).toEqual([]);
  });
});

describe('a download that was cut', () => {
  test('goes on where it stopped, as often as it takes', async () => {
    const world = worldOf('', from(0, 'the'), from(3, ' whole'), from(9, ' file'));
    expect(await codeOf(() => downloadArtifact('a.cfe', PINNED, world))).toBe('fetch-failed');
    expect(await codeOf(() => downloadArtifact('a.cfe', PINNED, world))).toBe('fetch-failed');
    expect(await downloadArtifact('a.cfe', PINNED, world)).toEqual(FILE);
    expect(world.asked).toEqual([0, 3, 9]);
    expect(world.kept()).toBe('');
  });

  test('begins anew when the server knows no ranges', async () => {
    const world = worldOf('the wh', from(0, 'the whole file'));
    expect(await downloadArtifact('a.cfe', PINNED, world)).toEqual(FILE);
  });

  test('begins anew, once, when what was kept came from a bad mirror', async () => {
    const world = worldOf('evil be', from(7, 'le file'), from(0, 'the whole file'));
    expect(await downloadArtifact('a.cfe', PINNED, world)).toEqual(FILE);
    expect(world.asked).toEqual([7, 0]);
  });

  test('and is refused when it is bad from the start as well', async () => {
    const world = worldOf(
      'evil be',
      from(7, 'le file'),
      from(0, 'the Whole file'),
      from(0, 'the whole file'),
    );
    expect(await codeOf(() => downloadArtifact('a.cfe', PINNED, world))).toBe('hash-mismatch');
    expect(world.asked).toEqual([7, 0]);
    expect(world.kept()).toBe('');
  });

  test('begins anew when more is kept than there can be', async () => {
    const world = worldOf('the whole file and more', from(0, 'the whole file'));
    expect(await downloadArtifact('a.cfe', PINNED, world)).toEqual(FILE);
    expect(world.asked).toEqual([0]);
  });

  test('that was complete asks for nothing', async () => {
    const world = worldOf('the whole file');
    expect(await downloadArtifact('a.cfe', PINNED, world)).toEqual(FILE);
    expect(world.asked).toEqual([]);
  });

  test('when the disk is full, keeps what is there and says so', async () => {
    const world = worldOf('the', from(3, ' whole', ' file'));
    const full: ArtifactWorld = {
      ...world,
      partial: { ...world.partial, append: () => Promise.reject(new Error('ENOSPC')) },
    };
    await expect(downloadArtifact('a.cfe', PINNED, full)).rejects.toThrow('ENOSPC');
    expect(world.kept()).toBe('the');
  });

  test('over HTTP', async () => {
    const server = await loopback((request, response) => {
      const start = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
      const rest = FILE.subarray(start);
      response.writeHead(start === 0 ? 200 : 206, {
        'content-range': `bytes ${start}-${FILE.length - 1}/${FILE.length}`,
        'content-length': String(rest.length),
      });
      response.write(rest.subarray(0, 5));
      setTimeout(() => (start < 9 ? response.destroy() : response.end(rest.subarray(5))), 30);
    });
    const http = {
      fetch: globalThis.fetch,
      pace: { windowMs: 5000, minBytes: 1, totalMs: 60_000 },
      answerMs: 5000,
    };
    const world = { ...worldOf(''), open: httpFile(server.url, 1000, http) };
    const download = () => downloadArtifact('a.cfe', PINNED, world);
    expect(await codeOf(download)).toBe('fetch-failed');
    expect(await codeOf(download)).toBe('fetch-failed');
    expect(await download()).toEqual(FILE);
    expect(server.requests.map(({ headers }) => headers.range)).toEqual([undefined, 'bytes=5-', 'bytes=10-']);
    await server.close();
  });
});

test('an empty file is a file', async () => {
  const empty = { length: 0, sha256: sha256(new Uint8Array()) };
  expect(await downloadArtifact('empty', empty, worldOf('', from(0)))).toEqual(new Uint8Array());
});
