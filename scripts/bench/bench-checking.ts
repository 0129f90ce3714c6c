import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { row, type Cost } from './stopwatch.ts';
import { writeGeneratedTree } from './write-generated-tree.ts';

const PROGRAM = fileURLToPath(new URL('../cli/main.ts', import.meta.url));

/** Run in the checking process before anything else: it tells what it cost when it ends. */
const CONFESSION = `process.on('exit', () => process.send?.({ cpu: process.cpuUsage(), memory: process.resourceUsage().maxRSS }));`;

/** What a pull request costs that changes one release among so many in extensions of twenty: a process of its own. */
export async function* benchChecking(releases: number): AsyncGenerator<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'vypusk-bench-'));
  try {
    const tree = path.join(folder, 'releases');
    await writeGeneratedTree(tree, { extensions: releases / 20, releasesEach: 20 });
    await commitAll(folder);
    const manifest = path.join(tree, 'extensions', 'ext-7', '1.0.19', 'release.yaml');
    await writeFile(manifest, `${await readFile(manifest, 'utf8')}# changed\n`);
    for (const run of ['first', 'again']) {
      yield row(`${releases} releases: check --since, one changed, ${run}`, await checkSince(folder));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const run = promisify(execFile);

async function commitAll(cwd: string): Promise<void> {
  const git = (...args: readonly string[]) =>
    run('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.org', '-c', 'gc.auto=0', ...args], {
      cwd,
    });
  await git('init', '--quiet');
  await git('add', '--all');
  await git('commit', '--quiet', '--message', 'Generated');
}

async function checkSince(cwd: string): Promise<Cost> {
  const start = performance.now();
  const checker = fork(PROGRAM, ['check', '--since', 'HEAD'], {
    cwd,
    execArgv: ['--import', `data:text/javascript,${encodeURIComponent(CONFESSION)}`],
    silent: true,
  });
  const told: unknown[] = [];
  const log: string[] = [];
  checker.stderr?.on('data', (piece: Buffer) => log.push(piece.toString()));
  checker.stdout?.resume();
  checker.on('message', (message) => told.push(message));
  await once(checker, 'close');
  const [cost] = told.filter(isTold);
  if (cost === undefined) throw new Error(log.join(''));
  const { cpu, memory } = cost;
  const cpuMilliseconds = (cpu.user + cpu.system) / 1000;
  return { milliseconds: performance.now() - start, cpuMilliseconds, peakMiB: memory / 1024 };
}

interface Told {
  readonly cpu: NodeJS.CpuUsage;
  readonly memory: number;
}

const isTold = (value: unknown): value is Told =>
  typeof value === 'object' && value !== null && 'cpu' in value && 'memory' in value;
