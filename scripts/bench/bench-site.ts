import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { row, type Cost } from './stopwatch.ts';
import { writeGeneratedTree } from './write-generated-tree.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** Notes of a release with something to tell: two pages of text. */
const NOTES_LENGTH = 3_000;

/** Run in the builder before anything else: it tells what it cost when it ends. */
const CONFESSION = `process.on('exit', () => process.send?.({ cpu: process.cpuUsage(), memory: process.resourceUsage().maxRSS }));`;

/**
 * The site of so many releases in extensions of twenty, in two languages, with search; then again with the cache of the
 * first run, when one extension has a new release. Memory and processor time are those of the builder; the search index is made by a process of
 * its own and shows in the wall clock only.
 */
export async function* benchSite(releases: number): AsyncGenerator<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'vypusk-bench-'));
  try {
    const size = { extensions: releases / 20, releasesEach: 20, notesLength: NOTES_LENGTH };
    await writeGeneratedTree(path.join(folder, 'releases'), size);
    for (const run of ['first build', 'one new release']) {
      if (run === 'one new release') await addRelease(path.join(folder, 'releases', 'extensions', 'ext-1'));
      // Into a folder of its own, as `vypusk build` does: emptying the last one is no part of the work.
      const { cost, steps } = await buildSite(folder, run);
      yield row(`site of ${releases} releases: ${run}`, cost);
      yield steps.map((step) => `    ${step}\n`).join('');
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The newest release of an extension once more, under the next version. */
async function addRelease(extension: string): Promise<void> {
  const [newest, next] = [path.join(extension, '1.0.19'), path.join(extension, '1.0.20')];
  await cp(newest, next, { recursive: true });
  const manifest = path.join(next, 'release.yaml');
  await writeFile(manifest, (await readFile(manifest, 'utf8')).replace('1.0.19', '1.0.20'));
}

async function buildSite(
  folder: string,
  out: string,
): Promise<{ readonly cost: Cost; readonly steps: readonly string[] }> {
  const start = performance.now();
  const astro = fileURLToPath(new URL('../bin/astro.mjs', import.meta.resolve('astro')));
  const builder = fork(astro, ['build'], {
    cwd: PROJECT,
    execArgv: ['--import', `data:text/javascript,${encodeURIComponent(CONFESSION)}`],
    env: {
      PATH: process.env['PATH'],
      ASTRO_TELEMETRY_DISABLED: '1',
      VYPUSK_RELEASES: path.join(folder, 'releases'),
      VYPUSK_OUT: path.join(folder, out),
      VYPUSK_CACHE: path.join(folder, 'cache'),
    },
    silent: true,
  });
  const log: string[] = [];
  const told: unknown[] = [];
  builder.stdout?.on('data', (piece: Buffer) => log.push(piece.toString()));
  builder.stderr?.on('data', (piece: Buffer) => log.push(piece.toString()));
  builder.on('message', (message) => told.push(message));
  await once(builder, 'close');
  if (builder.exitCode !== 0) throw new Error(log.join(''));
  return { cost: costOf(performance.now() - start, told.at(-1)), steps: stepsIn(log.join('')) };
}

/** What the builder told of itself; zeros where it did not. */
function costOf(milliseconds: number, told: unknown): Cost {
  const { cpu = { user: 0, system: 0 }, memory = 0 } = isTold(told) ? told : {};
  return { milliseconds, cpuMilliseconds: (cpu.user + cpu.system) / 1000, peakMiB: memory / 1024 };
}

interface Told {
  readonly cpu: NodeJS.CpuUsage;
  readonly memory: number;
}

const isTold = (value: unknown): value is Told =>
  typeof value === 'object' && value !== null && 'cpu' in value && 'memory' in value;

/** The lines in which Astro says how long a step took. */
const stepsIn = (log: string): readonly string[] =>
  log
    .split('\n')
    .filter((line) => /(?:Completed|built|printed) in|index completed/.test(line))
    .map((line) => line.replaceAll(/\u001b\[[0-9;]*m/g, '').trim());
