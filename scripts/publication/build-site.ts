import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Passport } from '../model/passport.ts';
import { openSitePlace } from './site-place.ts';
import { siteProgram } from './site-program.ts';

/** What the pages are made from, and where they go. */
export interface SiteBuild {
  /** Folder of the release tree. */
  readonly releases: string;
  /** Folder of root metadata: the trust page shows it. */
  readonly trust: string;
  /** Folder for the pages; emptied first. */
  readonly out: string;
  /** What files without a passport beside them say of themselves, by path in the release tree. */
  readonly passports: ReadonlyMap<string, Passport>;
  /** Folder of what `vypusk installer` made; absent where the pages hand no installer over. */
  readonly installer?: string;
  /** Folder for what builds leave to later ones; see `site-program.ts` for where it may lie. */
  readonly places: string;
}

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
 * what Node needs. Several builds may run at once. Throws `SiteError`.
 */
export async function buildSite(site: SiteBuild, environment: NodeJS.ProcessEnv): Promise<void> {
  const root = await siteProgram(site.places);
  const place = await openSitePlace(site.places, site.releases);
  try {
    const passports = path.join(place.work, 'passports.json');
    await writeFile(passports, JSON.stringify([...site.passports]));
    await runBuilder(
      { root, cwd: place.work },
      {
        ...withoutSecrets(environment),
        VYPUSK_RELEASES: site.releases,
        VYPUSK_TRUST: site.trust,
        VYPUSK_PASSPORTS: passports,
        ...(site.installer !== undefined && { VYPUSK_INSTALLER: site.installer }),
        VYPUSK_OUT: site.out,
        VYPUSK_CACHE: place.cache,
        ASTRO_TELEMETRY_DISABLED: '1',
      },
    );
  } finally {
    await place.close();
  }
}

/** Astro keeps its bundles in the folder that it is started in, so every build is started in one of its own. */
async function runBuilder(
  { root, cwd }: Record<'root' | 'cwd', string>,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const astro = fileURLToPath(new URL('../bin/astro.mjs', import.meta.resolve('astro')));
  const builder = spawn(process.execPath, [astro, 'build', '--root', root], {
    cwd,
    env,
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
