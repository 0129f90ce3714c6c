import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test, type TestContext } from 'vitest';
import { launchBrowser } from '../fixtures/browser.ts';
import { serveFolder, type StaticServer } from '../fixtures/static-server.ts';
import { buildSite, type BuiltSite } from './fixtures/build-site.ts';
import { demoTree } from './fixtures/demo-tree.ts';

/** Building and unpacking a browser take half a minute on a machine that does other work. */
const PATIENCE_MS = 180_000;

let site: BuiltSite;
let server: StaticServer;
let browser: Browser | undefined;
beforeAll(async () => {
  site = await buildSite(demoTree);
  server = await serveFolder(site.folder);
  browser = await launchBrowser();
}, PATIENCE_MS);
afterAll(async () => {
  await browser?.close();
  await server.close();
  site.remove();
});

/** A page of the site that notes everything that went wrong on it and every host that it asked. */
interface WatchedPage {
  readonly page: Page;
  readonly complaints: string[];
  readonly foreign: string[];
}

async function openPage(context: TestContext, options: { readonly javaScriptEnabled?: boolean } = {}) {
  if (browser === undefined) return context.skip('no browser can be had');
  const page = await (await browser.newContext({ locale: 'ru', ...options })).newPage();
  const watched: WatchedPage = { page, complaints: [], foreign: [] };
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') watched.complaints.push(message.text());
  });
  page.on('pageerror', (error) => watched.complaints.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(server.url) && !url.startsWith('data:')) watched.foreign.push(url);
  });
  return watched;
}

describe('a customer', () => {
  test('goes from the catalogue to a release and reads it in English', async (context) => {
    const { page, complaints, foreign } = await openPage(context);
    await page.goto(server.url);
    await page.getByRole('heading', { name: 'Обмен с Битрикс24' }).getByRole('link').click();
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('Обмен с Битрикс24');
    await page.getByRole('link', { name: 'Что нового' }).first().click();
    await expect.poll(() => page.title()).toContain('Обмен с Битрикс24 1.4.2.7');
    expect(await page.locator('.notes').innerText()).toContain('Остановите регламентное задание');
    await page.getByRole('link', { name: 'English' }).click();
    await expect
      .poll(() => page.getByRole('heading', { level: 1 }).innerText())
      .toBe('Exchange with Bitrix24 1.4.2.7');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] });
  });

  test('finds an extension by another form of a word', async (context) => {
    const { page, complaints } = await openPage(context);
    await page.goto(server.url);
    await page.getByRole('button', { name: 'Поиск' }).click();
    await page.getByRole('searchbox').or(page.getByPlaceholder('Поиск')).first().fill('чек');
    const result = page.locator('.pagefind-ui__result-link', { hasText: 'Сканер чеков' });
    await result.first().waitFor({ timeout: 15_000 });
    expect(await result.first().getAttribute('href')).toContain('/extensions/receipt-scanner/');
    expect(complaints).toEqual([]);
  });

  test('reads everything without scripts', async (context) => {
    const { page } = await openPage(context, { javaScriptEnabled: false });
    await page.goto(`${server.url}extensions/receipt-scanner/`);
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('link', { name: '1.0' }).click();
    expect(page.url()).toBe(`${server.url}en/extensions/receipt-scanner/1.0/`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Receipt scanner 1.0');
  });

  test('has no page wider than a phone', async (context) => {
    const { page } = await openPage(context);
    await page.setViewportSize({ width: 360, height: 740 });
    const wide: string[] = [];
    for (const path of [
      '',
      'extensions/bitrix24-exchange/',
      'extensions/bitrix24-exchange/1.4.2.7/',
      'trust/',
    ]) {
      await page.goto(server.url + path);
      const excess = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (excess > 0) wide.push(`${path} by ${excess}`);
    }
    expect(wide).toEqual([]);
  });
});
