import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { textOf } from '../architecture/sources.ts';
import type { Outcome } from './command-line.ts';
import { vendor, type Vendor } from './vendor.ts';

interface Step {
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

let shop: Vendor;
let keys = '';
const secrets = new Map<string, string>();

const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
    cwd: shop.folder,
    encoding: 'utf8',
  }).trim();

beforeAll(async () => {
  shop = await vendor();
  git('init', '-q', '-b', 'main');
  git('init', '-q', '--bare', 'remote.git');
  git('remote', 'add', 'origin', path.join(shop.folder, 'remote.git'));
  // A repository variable; a folder stands for the bucket.
  secrets.set('VYPUSK_DESTINATION', 'www');
  // Outside the checkout, as keys must be, and in a folder of this run alone.
  keys = await mkdtemp(path.join(tmpdir(), 'vypusk-keys-'));
  expect((await shop.run(['keys', 'init', '--keys', keys])).code).toBe(0);
  for (const [duty, name] of [
    ['publishing', 'VYPUSK_PUBLISHING_KEY'],
    ['timestamp', 'VYPUSK_TIMESTAMP_KEY'],
  ] as const)
    secrets.set(name, (await shop.run(['keys', 'export', duty, '--keys', keys])).out.trim());
});

afterAll(async () => {
  await shop.leave();
  await rm(keys, { recursive: true, force: true });
});

/** Runs the npm steps of one job as a laptop would, on a fresh machine: without `dist`, with the secrets it names. */
async function runJob(file: string, job: string, now: string): Promise<readonly Outcome[]> {
  await rm(path.join(shop.folder, 'dist'), { recursive: true, force: true });
  const workflow = parse(textOf(`.github/workflows/${file}`)) as {
    jobs: Record<string, { steps: readonly Step[] }>;
  };
  const outcomes: Outcome[] = [];
  for (const { run, env = {} } of workflow.jobs[job]?.steps ?? []) {
    if (run === undefined) continue;
    const argv = run.replace('npm run vypusk -- ', '').split(' ');
    // Pages take half a minute and are tested elsewhere.
    if (argv[0] === 'pages') continue;
    const quick = argv[0] === 'build' ? [...argv, '--no-site'] : argv;
    const named = Object.entries(env).map(([name, value]) => [
      name,
      secrets.get(/(?:secrets|vars)\.(\w+)/.exec(value)?.[1] ?? '') ?? '',
    ]);
    const environment = { VYPUSK_LANG: 'en', ...Object.fromEntries(named) } as Record<string, string>;
    outcomes.push(await shop.run(quick, { environment, now: () => new Date(now) }));
  }
  return outcomes;
}

const timestampVersion = async (): Promise<unknown> => {
  const timestamp = (await shop.read('dist')).get('metadata/timestamp.json') ?? '{}';
  return (JSON.parse(timestamp) as { signed: { version: number } }).signed.version;
};

test('publish, refresh, publish again: versions go on, and a client verifies the last one', async () => {
  for (const [file, job, now] of [
    ['publish.yml', 'build', '2026-11-20T12:00:00Z'],
    ['refresh.yml', 'sign', '2026-11-21T03:17:00Z'],
    ['publish.yml', 'build', '2026-11-22T12:00:00Z'],
  ] as const) {
    const outcomes = await runJob(file, job, now);
    expect(outcomes.map(({ code }) => code)).toEqual(outcomes.map(() => 0));
  }
  expect(await timestampVersion()).toBe(3);
  expect(git('--git-dir=remote.git', 'rev-list', '--count', 'metadata')).toBe('3');
  for (const folder of ['dist', 'www']) {
    const { url } = await shop.serve(folder);
    const seen = await shop.run(['verify', url, '--now', '2026-11-22T13:00:00Z']);
    expect({ code: seen.code, err: seen.err }).toEqual({ code: 0, err: '' });
  }
});

test('a publication that cannot be checked leaves no generation', async () => {
  const before = git('--git-dir=remote.git', 'rev-parse', 'metadata');
  await rm(path.join(shop.folder, 'releases/extensions/price-tags/1.0.1.5/price-tags.cfe'));
  await rm(path.join(shop.folder, 'dist'), { recursive: true });
  expect((await shop.run(['generations', 'take', '--dir', 'dist'])).code).toBe(0);
  const environment = { VYPUSK_LANG: 'en', ...Object.fromEntries(secrets) };
  expect((await shop.run(['build', '--out', 'dist', '--no-site'], { environment })).code).toBe(1);
  expect(git('--git-dir=remote.git', 'rev-parse', 'metadata')).toBe(before);
});
