import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inspectionOf, readV8File } from '../../scripts/cfe/index.ts';
import { ROOT } from '../architecture/sources.ts';
import { launchBrowser } from '../fixtures/browser.ts';
// The page has it; here only its types are wanted.
import type {} from './rooms-on-window.ts';

const DEMO = 'test/fixtures/checkout/releases/extensions/crm-connector/1.2.1.1/crm-bp.cfe';

// RFC 8032, section 7.1, test 1.
const KEY = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';
const SIGNATURE =
  'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155' +
  '5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b';

let server: ViteDevServer;
let browser: Browser | undefined;
let page: Page | undefined;

beforeAll(async () => {
  server = await createServer({
    root: ROOT,
    configFile: false,
    logLevel: 'silent',
    server: { host: '127.0.0.1', port: 0 },
    optimizeDeps: { include: ['tweetnacl'] },
    cacheDir: 'node_modules/.cache/vite-rooms',
  });
  await server.listen();
  browser = await launchBrowser();
  page = await browser?.newPage();
  await page?.goto(new URL('test/browser/rooms.html', server.resolvedUrls?.local[0]).href);
  await page?.waitForFunction(() => 'rooms' in globalThis);
});

afterAll(async () => {
  await browser?.close();
  await server.close();
});

test('a page reads the same facts of a .cfe as Node does', async ({ skip }) => {
  const inPage = await (page ?? skip('no browser')).evaluate((file) => rooms.inspect(`/${file}`), DEMO);
  const bytes = new Uint8Array(await readFile(path.join(ROOT, DEMO)));
  expect(JSON.parse(inPage)).toEqual(JSON.parse(JSON.stringify(inspectionOf(await readV8File(bytes)))));
});

test('a page refuses what Node refuses', async ({ skip }) => {
  const code = await (page ?? skip('no browser')).evaluate(() => rooms.refusalOf('v1.0.5\n'));
  expect(code).toBe('not-a-container');
});

test('a page tells a genuine signature from a forged one', async ({ skip }) => {
  const verdicts = await (page ?? skip('no browser')).evaluate(
    ([key, signature]) => [
      rooms.isGenuine(key, signature),
      rooms.isGenuine(key, signature.replace(/^e5/, 'e4')),
    ],
    [KEY, SIGNATURE] as const,
  );
  expect(verdicts).toEqual([true, false]);
});
