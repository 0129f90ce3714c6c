import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../cli/program.ts';
import { realWorld } from '../cli/session/real-world.ts';
import type { World } from '../cli/session/world.ts';
import { newConfigurationsManifest, newPublisherManifest } from '../source/index.ts';
import { row, timed } from './stopwatch.ts';

/** Licences from a table of customers, and questions about them: the commands themselves, files and all. */
export async function* benchLicenses(count: number): AsyncGenerator<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'vypusk-bench-'));
  try {
    await openShop(folder);
    await writeFile(path.join(folder, 'customers.csv'), customers(count));
    const shop = benchWorld(folder);
    const command = async (...argv: readonly string[]): Promise<void> => {
      if ((await run(argv, shop)) !== 0) throw new Error(argv.join(' '));
    };
    await command('license', 'init', '--secrets', 'secret.json');
    await command('product', 'add', 'crm', '--title', 'CRM');
    const [, issued] = await timed(() => command('license', 'import', 'customers.csv', '--out', 'keys.csv'));
    yield row(`${count} licences: issue from a table`, issued);
    const [, listed] = await timed(() => command('license', 'list', '--json'));
    yield row(`${count} licences: list`, listed);
    const [, expiring] = await timed(() => command('license', 'list', '--expiring', '30d'));
    yield row(`${count} licences: list the expiring`, expiring);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function openShop(folder: string): Promise<void> {
  const releases = path.join(folder, 'releases');
  await mkdir(releases);
  const publisher = { id: 'bench', name: 'Bench', url: 'https://bench.example/', licensePrefix: 'BENCH' };
  const configuration = { name: 'Бухгалтерия', synonym: 'Бухгалтерия', edition: '3.0', family: 'accounting' };
  await writeFile(path.join(releases, 'publisher.yaml'), newPublisherManifest(publisher));
  await writeFile(path.join(releases, 'configurations.yaml'), newConfigurationsManifest([configuration]));
}

/** Every tenth customer ends soon, every hundredth has a trial. */
function customers(count: number): string {
  const lines = Array.from({ length: count }, (_, number) => {
    const until = number % 10 === 0 ? '2026-11' : '2027-11';
    return number % 100 === 1
      ? `Customer ${number};crm;;30;`
      : `Customer ${number};crm;${until};;order ${number}`;
  });
  return `licensee;products;until;trial;note\n${lines.join('\n')}\n`;
}

function benchWorld(folder: string): World {
  return {
    ...realWorld(),
    cwd: folder,
    environment: { VYPUSK_LANG: 'en', VYPUSK_PASSPHRASE: 'bench', VYPUSK_SECRETS: 'secret.json' },
    now: () => new Date('2026-11-20T12:00:00Z'),
    out: () => undefined,
    err: () => undefined,
    showsProgress: false,
  };
}
