import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import { launchBrowser } from '../fixtures/browser.ts';
import { serveFolder } from '../fixtures/static-server.ts';
import { buildSite } from './fixtures/build-site.ts';
import { demoTree, installerFiles, screenshotTree, writeTree } from './fixtures/demo-tree.ts';
import { firstRoot, signedRepository } from './fixtures/signed-repository.ts';

// Pictures of every kind of page, for people to look at: `node test/site/take-pictures.ts <folder>`.

const PAGES = [
  ['catalogue', ''],
  ['fit', 'fit/'],
  ['extension', 'extensions/bitrix24-exchange/'],
  ['release', 'extensions/bitrix24-exchange/1.4.2.7/'],
  ['withdrawn', 'en/extensions/bitrix24-exchange/1.4.1/'],
  ['agreement', 'extensions/bitrix24-exchange/license/'],
  ['vendor-page', 'extensions/bitrix24-exchange/docs/webhooks/'],
  ['configuration', 'configurations/УправлениеТорговлей/'],
  ['license', 'license/'],
  ['install', 'install/'],
  ['trust', 'trust/'],
  ['documentation', 'documentation/'],
  ['check', 'checks/builds-overlap/'],
  ['not-found', '404.html'],
] as const;

const SIZES = [
  ['wide', { width: 1280, height: 900 }],
  ['phone', { width: 390, height: 800 }],
] as const;

const [folder = 'pictures'] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const site = await buildSite(
  { ...demoTree, ...screenshotTree, 'trust/1.root.json': await firstRoot() },
  installerFiles,
);
writeTree(site.folder, Object.fromEntries(await signedRepository(demoTree)));
const server = await serveFolder(site.folder);
const browser = await launchBrowser();
if (browser !== undefined) await takeAll(browser);
await browser?.close();
await server.close();
site.remove();

async function takeAll(opened: Browser): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [size, viewport] of SIZES) {
      const page = await opened.newPage({ colorScheme, viewport, locale: 'ru' });
      for (const [name, address] of PAGES) await take(page, address, `${name}-${size}-${colorScheme}`);
      await page.close();
    }
  }
  const paper = await opened.newPage({ viewport: { width: 794, height: 1123 } });
  await paper.emulateMedia({ media: 'print' });
  for (const [name, address] of PAGES) await take(paper, address, `${name}-print`);
}

async function take(page: Page, address: string, name: string): Promise<void> {
  await page.goto(server.url + address);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}
