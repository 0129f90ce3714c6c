import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serveFolder, type ServedFolder } from '../../scripts/cli/serve/command.ts';
import { listFiles } from '../../scripts/disk/files.ts';
import type { World } from '../../scripts/cli/session/world.ts';
import { commandLine, type Outcome } from './command-line.ts';
import { copyPublisher } from '../fixtures/publisher.ts';

/** A vendor's checkout in a folder of its own, with the demonstration's release tree in it. */
export interface Vendor {
  readonly folder: string;
  /** Runs a command there; a clock may be given. */
  readonly run: (argv: readonly string[], world?: Partial<World>) => Promise<Outcome>;
  /** Every file of a folder by its path. */
  readonly read: (folder: string) => Promise<ReadonlyMap<string, string>>;
  /** Serves a folder on loopback. */
  readonly serve: (folder: string) => Promise<ServedFolder>;
  readonly leave: () => Promise<void>;
}

/** Moment of every signature in these tests, unless they say otherwise. */
export const NOW = '2026-11-20T12:00:00Z';

/** Makes a vendor. `leave` him when the test is over. */
export async function vendor(): Promise<Vendor> {
  const folder = await mkdtemp(path.join(tmpdir(), 'vypusk-vendor-'));
  await copyPublisher(path.join(folder, 'releases'));
  const servers: ServedFolder[] = [];
  return {
    folder,
    run: (argv, world) =>
      commandLine(argv, {
        cwd: folder,
        environment: { VYPUSK_LANG: 'en', VYPUSK_PASSPHRASE: 'a passphrase of the tests' },
        ...world,
      }),
    read: (name) => readTree(path.join(folder, name)),
    serve: async (name) => {
      const server = await serveFolder(path.join(folder, name), { port: 0, host: '127.0.0.1' });
      servers.push(server);
      return server;
    },
    leave: async () => {
      await Promise.all(servers.map((server) => server.close()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function readTree(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = await listFiles(folder);
  const read = files.map(async (file) => [file, await readFile(path.join(folder, file), 'latin1')] as const);
  return new Map(await Promise.all(read));
}
