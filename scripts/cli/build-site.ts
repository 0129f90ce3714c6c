import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the pages are made from, and where they go. */
export interface SiteBuild {
  /** Folder of the release tree. */
  readonly releases: string;
  /** Folder of root metadata: the trust page shows it. */
  readonly trust: string;
  /** Folder for the pages; emptied first. */
  readonly out: string;
}

/** Folder of this project: the site is built where its configuration lies. */
const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** The pages could not be built; `log` holds what the builder said. */
export class SiteError extends Error {
  override readonly name = 'SiteError';
  readonly log: string;

  constructor(log: string) {
    super('site build failed');
    this.log = log;
  }
}

/**
 * Builds the pages in a process of their own, which gets no keys: only folders go in, and the environment is reduced to
 * what Node needs. Throws `SiteError`.
 */
export async function buildSite(site: SiteBuild, environment: NodeJS.ProcessEnv): Promise<void> {
  const astro = fileURLToPath(new URL('../bin/astro.mjs', import.meta.resolve('astro')));
  const builder = spawn(process.execPath, [astro, 'build'], {
    cwd: PROJECT,
    env: {
      ...withoutSecrets(environment),
      VYPUSK_RELEASES: site.releases,
      VYPUSK_TRUST: site.trust,
      VYPUSK_OUT: site.out,
      VYPUSK_CACHE: cacheOf(site.releases),
      ASTRO_TELEMETRY_DISABLED: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log: string[] = [];
  builder.stdout.on('data', (piece: Buffer) => log.push(piece.toString()));
  builder.stderr.on('data', (piece: Buffer) => log.push(piece.toString()));
  await once(builder, 'close');
  if (builder.exitCode !== 0) throw new SiteError(log.join(''));
}

/**
 * Notes are text by strangers, so the process that renders them is not handed the keys. That is order, no wall: a
 * process of the same user could read its parent's memory. CI therefore builds pages in a step that has no keys.
 */
const withoutSecrets = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(environment).filter(([name]) =>
      /^(PATH|HOME|TMPDIR|TEMP|TMP|LANG|LC_ALL|SystemRoot|CI)$/.test(name),
    ),
  );

/** What the builder may use again for the same release tree. Builds of two trees at a time must not share it. */
function cacheOf(releases: string): string {
  const name = createHash('sha256').update(path.resolve(releases)).digest('hex').slice(0, 16);
  return path.join(PROJECT, 'node_modules', '.cache', 'vypusk-site', name);
}
