import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { directoryStore } from '../../scripts/disk/directory-store.ts';
import { SHIPPED_PACE } from '../../scripts/verify/http-body.ts';
import { httpFetcher, SHIPPED_ANSWER_MS } from '../../scripts/verify/http-fetcher.ts';
import { SHIPPED_LIMITS, type Limits } from '../../scripts/verify/limits.ts';
import { trustRoot } from '../../scripts/verify/root.ts';
import { isTarget, type TrustedRepository } from '../../scripts/verify/trusted-repository.ts';
import { refresh } from '../../scripts/verify/update.ts';
import type { Fetcher, World } from '../../scripts/verify/world.ts';
import { readOptions, type ClientOptions } from './client-options.ts';
import { CONFORMANCE_SCHEMES } from './foreign-schemes.ts';

// The shipped client behind the command line that test suites of the TUF project drive (`CLIENT-CLI.md` of
// theupdateframework/tuf-conformance). It adds signature schemes and wider limits, and nothing that decides.

/** Limits of the reference client: repositories of others are larger than ours. */
const LIMITS: Limits = {
  ...SHIPPED_LIMITS,
  root: 512_000,
  snapshot: 2_000_000,
  targets: 5_000_000,
  document: 256 * 1024 * 1024,
  rootSteps: 256,
  delegations: 32,
};

const HTTP = { fetch: globalThis.fetch, pace: SHIPPED_PACE, answerMs: SHIPPED_ANSWER_MS };

try {
  await run(readOptions(process.argv.slice(2)));
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function run(options: ClientOptions): Promise<void> {
  const store = directoryStore(options.one('metadata-dir'));
  const world: World = {
    now: new Date(),
    fetch: fetcherOf(options),
    store,
    schemes: CONFORMANCE_SCHEMES,
    limits: LIMITS,
    expiry: 'enforce',
  };
  if (options.command === 'init') return trustRoot(await readBytes(options.operands[0] ?? ''), world);
  const repository = await store.exclusively(() => refresh(world));
  if (options.command === 'download') await downloadAll(options, repository);
}

/** Metadata and targets may lie on different servers. */
function fetcherOf(options: ClientOptions): Fetcher {
  return async (asked, fetchOptions) => {
    const [, folder = '', rest = ''] = /^(metadata|targets)\/(.*)$/.exec(asked) ?? [];
    const base = options.one(folder === 'metadata' ? 'metadata-url' : 'target-base-url');
    return httpFetcher(new URL(base), HTTP)(rest, fetchOptions);
  };
}

async function downloadAll(options: ClientOptions, repository: TrustedRepository): Promise<void> {
  const folder = options.one('target-dir');
  await mkdir(folder, { recursive: true });
  for (const name of options.all('target-name')) {
    const file = path.join(folder, encodeURIComponent(name));
    const target = await repository.target(name);
    if (existsSync(file) && (await isTarget(await readBytes(file), target))) continue;
    await writeFile(`${file}.part`, await repository.document(name));
    await rename(`${file}.part`, file);
  }
}

async function readBytes(file: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(file));
}
