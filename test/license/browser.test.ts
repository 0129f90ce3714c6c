import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test, type TestContext } from 'vitest';
import { recordAccess } from '../../scripts/license/record-access.ts';
import { protectFile } from '../../scripts/licensing/protect-file.ts';
import { launchBrowser } from '../fixtures/browser.ts';
import { serveFolder, type StaticServer } from '../fixtures/static-server.ts';
import { fakeRandom, ordinaryRequest, testVendor } from '../licensing/vendor.ts';

let browser: Browser | undefined;
let server: StaticServer;
let folder = '';

/** Neither workers nor WebAssembly nor evaluated text: what a careful page allows. */
const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'";

const vendor = await testVendor();
const entry = await vendor.issue(ordinaryRequest);
const clear = { name: 'Ценники.cfe', bytes: fakeRandom('clear')(300_000) };
const file = await protectFile(clear, { products: ['crm'], month: '2026-11' }, vendor);

beforeAll(async () => {
  browser = await launchBrowser();
  if (browser === undefined) return;
  folder = await mkdtemp(path.join(tmpdir(), 'license-page-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      lib: { entry: path.resolve('scripts/license/index.ts'), formats: ['es'], fileName: () => 'license.js' },
      outDir: folder,
    },
  });
  const access = await recordAccess(entry.key);
  const { bytes: archive, ...protectedBuild } = file;
  const page = { key: entry.key, licensing: vendor.licensing, build: protectedBuild, path: access.path };
  await writeFile(path.join(folder, 'page.json'), JSON.stringify(page));
  await writeFile(path.join(folder, 'record.zip'), await vendor.recordOf(entry));
  await writeFile(path.join(folder, 'file.zip'), archive);
  await writeFile(
    path.join(folder, 'index.html'),
    `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>x</title>`,
  );
  server = await serveFolder(folder);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  if (folder === '') return;
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

test('a page opens a record and a protected file, without workers and WebAssembly', async (context: TestContext) => {
  if (browser === undefined) return context.skip('no browser can be had');
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(server.url);
  // As text: this runs in the page, and the module that it loads is the one that was built above.
  const opened: unknown = await page.evaluate(`(async () => {
    const vypusk = await import('/license.js');
    const bytesOf = async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer());
    const { key, licensing, build } = await (await fetch('page.json')).json();
    const access = await vypusk.recordAccess(await vypusk.parseLicenseKey(key.toLowerCase(), 'ROMASHKA'));
    const license = await vypusk.openRecord(await bytesOf('record.zip'), access, licensing);
    const clear = await vypusk.openProtectedFile(await bytesOf('file.zip'), build, license);
    const mistyped = await vypusk.parseLicenseKey(key.slice(0, -1) + 'Z0'.replace(key.at(-1), '')[0])
      .catch((error) => error.code);
    return { path: access.path, licensee: license.licensee, length: clear.length, mistyped };
  })()`);
  expect(opened).toEqual({
    path: (await recordAccess(entry.key)).path,
    licensee: 'ООО «Лютик»',
    length: clear.bytes.length,
    mistyped: 'license-key-mistyped',
  });
  expect(complaints).toEqual([]);
});
