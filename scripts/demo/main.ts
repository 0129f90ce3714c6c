import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../cli/program.ts';
import { realWorld } from '../cli/session/real-world.ts';
import { serveFolder, type ServedFolder } from '../cli/serve/command.ts';
import { fileSize } from '../disk/files.ts';
import type { World } from '../cli/session/world.ts';

/** Keys of the demonstration. They protect nothing: whoever runs it makes his own, and they live beside the checkout. */
const KEYS = '.demo/keys';
const TRUST = '.demo/trust';
const ROOT = `${TRUST}/1.root.json`;
const OUT = 'dist';
/** The 1C side is made before the pages: they name its files with their hashes. */
const PRODUCTS = '.demo/products';
const DEMO_PASSPHRASE = 'throw-away demo keys';

/** An infobase that the demonstration publisher has something for. */
const INFOBASE = [
  ...['--configuration', 'БухгалтерияПредприятия', '--configuration-version', '3.0.171.9'],
  ...['--platform', '8.3.24.1761', '--ssl', '3.1.9.102', '--installed', 'РомашкаCRM=1.0.0.4'],
];

/** `npm run build`, and with `--serve` `npm start`: the way from manifests to a client that trusts only the root. */
const shouldServe = process.argv.includes('--serve');
const world: World = demoWorld(realWorld());
process.exitCode = await demonstrate(world, shouldServe ? 'serve' : 'leave');

function demoWorld(real: World): World {
  return { ...real, environment: { ...real.environment, VYPUSK_PASSPHRASE: DEMO_PASSPHRASE } };
}

async function demonstrate(demo: World, afterwards: 'serve' | 'leave'): Promise<number> {
  if ((await fileSize(path.resolve(demo.cwd, ROOT))) === undefined) {
    // What other keys signed can be neither continued nor believed.
    await rm(path.resolve(demo.cwd, OUT), { recursive: true, force: true });
    if ((await step(['keys', 'init', '--keys', KEYS, '--trust', TRUST], demo)) !== 0) return 1;
  }
  if ((await step(['check'], demo)) !== 0) return 1;
  const stamped = ['installer', '--extension', 'crm-connector', '--prefix', 'Ромашка'];
  await rm(path.resolve(demo.cwd, PRODUCTS), { recursive: true, force: true });
  if ((await step([...stamped, '--trust', TRUST, '--out', PRODUCTS], demo)) !== 0) return 1;
  const built = ['build', '--keys', KEYS, '--trust', TRUST, '--installer', `${PRODUCTS}/installer`];
  if ((await step([...built, '--out', OUT], demo)) !== 0) return 1;
  return visit(demo, afterwards);
}

/** Shows the command line and runs it. */
async function step(argv: readonly string[], demo: World): Promise<number> {
  demo.out(`\n> vypusk ${argv.map((word) => (/\s/.test(word) ? `"${word}"` : word)).join(' ')}\n`);
  return run(argv, demo);
}

/** Serves the result at the wanted port, or at a free one where somebody else has that. */
async function serveOut(demo: World, port: number): Promise<ServedFolder> {
  const out = path.resolve(demo.cwd, OUT);
  try {
    return await serveFolder(out, { port, host: '127.0.0.1' });
  } catch (error) {
    if (port === 0 || !(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'))
      throw error;
    return serveFolder(out, { port: 0, host: '127.0.0.1' });
  }
}

/** Looks at the built tree as a stranger with nothing but the root would. */
async function visit(demo: World, afterwards: 'serve' | 'leave'): Promise<number> {
  const served = await serveOut(demo, afterwards === 'serve' ? Number(demo.environment.PORT ?? '8080') : 0);
  const state = await mkdtemp(path.join(tmpdir(), 'vypusk-demo-'));
  try {
    const client = ['client', 'list', '--url', served.url, '--trust', ROOT, '--state', state, ...INFOBASE];
    const status = await step(client, demo);
    if (status === 0 && afterwards === 'serve') {
      demo.out(`\n${served.url}  (Ctrl+C)\n`);
      await demo.untilStopped();
    }
    return status;
  } finally {
    await rm(state, { recursive: true, force: true });
    await served.close();
  }
}
