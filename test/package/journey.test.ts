import { execFile, execFileSync, type ExecFileSyncOptions } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveFolder } from '../../scripts/cli/serve/command.ts';
import { PUBLISHER } from '../fixtures/publisher.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The packed program in a folder where npm would have put it. */
let place = '';
const shop = (): string => path.join(place, 'shop');

beforeAll(() => {
  place = mkdtempSync(path.join(tmpdir(), 'packed-'));
  const quiet: ExecFileSyncOptions = { cwd: ROOT, stdio: 'pipe' };
  execFileSync('npm', ['pack', '--pack-destination', place], quiet);
  const archive = readdirSync(place).find((name) => name.endsWith('.tgz')) ?? '';
  const installed = path.join(place, 'node_modules', 'vypusk');
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['xzf', archive, '-C', installed, '--strip-components', '1'], { cwd: place });
  copyDependencies(path.join(place, 'node_modules'));
  // A package may be installed by another user: nothing may need to write there.
  execFileSync('chmod', ['-R', 'a-w', installed]);
  writeFileSync(path.join(place, 'phrase'), 'correct horse battery staple 42\n');
}, 300_000);

afterAll(() => {
  execFileSync('chmod', ['-R', 'u+w', place]);
  rmSync(place, { recursive: true, force: true });
});

interface Lock {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>;
}

/** What npm would install beside the package: nothing that only development needs. */
function copyDependencies(modules: string): void {
  const { packages } = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as Lock;
  for (const [at, { dev }] of Object.entries(packages)) {
    const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(at)?.[1];
    if (name === undefined || dev === true || name.startsWith('node-') || !existsSync(path.join(ROOT, at)))
      continue;
    mkdirSync(path.dirname(path.join(modules, name)), { recursive: true });
    // Copied as npm does: through a link, packages would find each other in this checkout.
    cpSync(path.join(ROOT, at), path.join(modules, name), { recursive: true, verbatimSymlinks: true });
  }
}

const vypusk = (cwd: string, ...argv: string[]): string =>
  execFileSync(process.execPath, [path.join(place, 'node_modules/vypusk/lib/cli/main.js'), ...argv], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LANG: 'en' },
  });

const KEYS = ['--keys', '../keys', '--passphrase-file', '../phrase'];

test('from an empty folder to a published one that a client verifies, with the packed program alone', async () => {
  const named = ['--id', 'acme', '--name', 'Акме', '--url', 'https://acme.example/', '--forge', 'github'];
  vypusk(place, 'init', 'shop', '--yes', ...named, ...KEYS);
  expect(readFileSync(path.join(shop(), '.github/workflows/check.yml'), 'utf8')).not.toContain('npm run');
  expect(readdirSync(path.join(place, 'keys')).sort()).toEqual([
    'publishing.key.json',
    'root.key.json',
    'timestamp.key.json',
  ]);
  const file = path.join(PUBLISHER, 'extensions/crm-connector/1.1.0.12/crm-bp.cfe');
  cpSync(file, path.join(shop(), 'crm.cfe'));
  vypusk(shop(), 'add', '--yes', 'crm.cfe', '--configuration', 'БухгалтерияПредприятия=>=3.0.140');
  expect(vypusk(shop(), 'check')).toContain('No problems');
  vypusk(shop(), 'build', ...KEYS, '--out', '../live');
  vypusk(shop(), 'publish', '../live', '--to', '../www');
  const served = await serveFolder(path.join(place, 'www'), { port: 0, host: '127.0.0.1' });
  try {
    // Not the blocking call of the other steps: the server is in this process.
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        path.join(place, 'node_modules/vypusk/lib/cli/main.js'),
        ...['verify', served.url, '--trust', 'releases/trust/1.root.json', '--json'],
      ],
      { cwd: shop() },
    );
    expect(JSON.parse(stdout)).toMatchObject({ extensions: 1, releases: 1 });
  } finally {
    await served.close();
  }
  expect(readdirSync(path.join(place, 'www'))).toEqual(
    expect.arrayContaining(['index.html', 'metadata', 'targets']),
  );
}, 300_000);

test('a repository is not started twice in one folder', () => {
  expect(() => vypusk(place, 'init', 'shop', '--yes', '--url', 'https://acme.example/', ...KEYS)).toThrow(
    /there is a repository/,
  );
});

test('the entries for other programs run in plain Node and bring their types', () => {
  const script = `
    import { refresh, decide, memoryStore } from 'vypusk/verify';
    import { openProtectedFile } from 'vypusk/license';
    console.log([refresh, decide, memoryStore, openProtectedFile].map((one) => typeof one).join());`;
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: place,
    encoding: 'utf8',
  });
  expect(out.trim()).toBe('function,function,function,function');
  expect(readdirSync(path.join(place, 'node_modules/vypusk/lib/client'))).toContain('index.d.ts');
});

test('the package brings no demonstration and no tests', () => {
  const installed = readdirSync(path.join(place, 'node_modules/vypusk'), { recursive: true }).map(String);
  expect(
    installed.filter(
      (name) => /(^|\/)(test|releases|demo|bench)(\/|$)/.test(name) && !name.startsWith('site/'),
    ),
  ).toEqual([]);
});
