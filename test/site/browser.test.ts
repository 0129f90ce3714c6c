import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test, type TestContext } from 'vitest';
import { launchBrowser } from '../fixtures/browser.ts';
import { serveFolder, type StaticServer } from '../fixtures/static-server.ts';
import { buildSite, type BuiltSite } from './fixtures/build-site.ts';
import { demoTree, installerFiles, screenshotTree, writeTree } from './fixtures/demo-tree.ts';
import { licensedShop, type LicensedShop } from './fixtures/licensed-shop.ts';
import { firstRoot, SIGNED, signedRepository } from './fixtures/signed-repository.ts';

/** Building and unpacking a browser take half a minute on a machine that does other work. */
const PATIENCE_MS = 180_000;

let shop: LicensedShop;
let site: BuiltSite;
let server: StaticServer;
let browser: Browser | undefined;
beforeAll(async () => {
  shop = await licensedShop();
  const tree = { ...demoTree, ...shop.tree };
  site = await buildSite(
    { ...tree, ...screenshotTree, 'trust/1.root.json': await firstRoot() },
    installerFiles,
  );
  writeTree(site.folder, Object.fromEntries(await signedRepository(tree)));
  writeTree(site.folder, Object.fromEntries(shop.published));
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

async function openPage(context: TestContext, options: BrowserContextOptions = {}) {
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

  test('finds a configuration by its abbreviation, and no page of the publisher’s manual', async (context) => {
    const { page } = await openPage(context);
    await page.goto(server.url);
    await page.getByRole('button', { name: 'Поиск' }).click();
    await page.getByRole('searchbox').or(page.getByPlaceholder('Поиск')).first().fill('УНФ');
    const results = page.locator('.pagefind-ui__result-link');
    await results.first().waitFor({ timeout: 15_000 });
    const addresses = await results.evaluateAll((links) =>
      links.map((link) => link.getAttribute('href') ?? ''),
    );
    expect(decodeURIComponent(addresses[0] ?? '')).toContain('/configurations/УправлениеНебольшойФирмой/');
    expect(addresses.filter((address) => /\/(?:checks|vendors|publishing)\//.test(address))).toEqual([]);
  });

  test('reads everything without scripts', async (context) => {
    const { page } = await openPage(context, { javaScriptEnabled: false });
    await page.goto(`${server.url}extensions/receipt-scanner/`);
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('link', { name: '1.0' }).click();
    expect(page.url()).toBe(`${server.url}en/extensions/receipt-scanner/1.0/`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Receipt scanner 1.0');
  });

  test('filters the catalogue without scripts', async (context) => {
    const { page } = await openPage(context, { javaScriptEnabled: false });
    await page.goto(server.url);
    const titles = () => page.locator('.card:visible h2').allInnerTexts();
    expect(await titles()).toEqual(['Обмен с Битрикс24', 'Платные отчеты', 'Сканер чеков']);
    await page.getByLabel('бесплатно').check();
    expect(await titles()).toEqual(['Сканер чеков']);
    await page.getByLabel('все').first().check();
    await page.getByLabel('бета').check();
    expect(await titles()).toEqual(['Обмен с Битрикс24']);
    await page
      .getByRole('navigation')
      .getByRole('link', { name: /нашей фирмой/ })
      .click();
    expect(await titles()).toEqual(['Сканер чеков']);
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
      'fit/',
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

/** Opens «What fits me» in Russian a day after the repository was signed, and asks. */
async function askFit(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  await page.clock.setFixedTime(new Date(SIGNED.getTime() + 86_400_000));
  await page.goto(`${server.url}fit/`);
  await page
    .getByLabel('Конфигурация', { exact: true })
    .selectOption({ label: fields['configuration'] ?? '' });
  await page.getByLabel('Версия конфигурации').fill(fields['version'] ?? '');
  await page.getByLabel('Версия платформы').fill(fields['platform'] ?? '');
  await page.getByText('Уточнить').click();
  await page.getByLabel('Версия БСП').fill(fields['ssl'] ?? '');
  await page.getByRole('button', { name: 'Подобрать' }).click();
}

const ACCOUNTING = 'Бухгалтерия предприятия, редакция 3.0';

describe('what fits me', () => {
  test.for<[version: string, platform: string, ssl: string, summary: RegExp, reason: string]>([
    ['3.0.171.9', '8.3.24', '3.1.9', /Подходит 2 расширения\./, 'the newest stable releases'],
    ['3.0.171.9', '8.3.24', '', /Подходит 1 расширение, нужно уточнить — 1/, 'one needs БСП, none was typed'],
    ['', '', '', /нужно уточнить/, 'nothing but the configuration'],
    ['3.0.139.1', '8.3.24', '3.1.9', /Подходит 1 расширение, не подходит — 1/, 'older than one is made for'],
    ['3.0.171.9', '8.3.18', '3.1.9', /Подходит 1 расширение, не подходит — 1/, 'an old platform'],
  ])('answers for %s on %s with БСП «%s»', async ([version, platform, ssl, summary], context) => {
    const { page, complaints, foreign } = await openPage(context);
    await askFit(page, { configuration: ACCOUNTING, version, platform, ssl });
    await expect.poll(() => page.getByRole('status').innerText(), { timeout: 15_000 }).toMatch(summary);
    expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] });
  });

  test('names the release, leads to it, and can be sent to a colleague', async (context) => {
    const { page } = await openPage(context);
    await askFit(page, { configuration: ACCOUNTING, version: '3.0.171.9', platform: '8.3.24', ssl: '3.1.9' });
    await page.getByText('Подписи проверены в вашем браузере').waitFor();
    const address = page.url();
    await page.getByRole('link', { name: '1.4.2.7' }).click();
    await expect.poll(() => page.title()).toContain('Обмен с Битрикс24 1.4.2.7');
    await page.goto(address);
    await expect.poll(() => page.getByRole('status').innerText(), { timeout: 15_000 }).toMatch(/Подходит 2/);
  });

  test('understands what is pasted from the window «About»', async (context) => {
    const { page, complaints } = await openPage(context);
    await page.clock.setFixedTime(new Date(SIGNED.getTime() + 86_400_000));
    await page.goto(`${server.url}fit/`);
    await page.getByLabel('Вставьте строку').fill('Бухгалтерия 3.0.171.9, платформа 8.3.24\nБСП 3.1.9');
    await page.getByRole('button', { name: 'Подобрать' }).click();
    await expect
      .poll(() => page.getByRole('status').innerText(), { timeout: 15_000 })
      .toMatch(/Подходит 2 расширения\./);
    expect(complaints).toEqual([]);
  });

  test('answers on the page of an extension for that extension, and remembers it on the next page', async (context) => {
    const { page, complaints, foreign } = await openPage(context);
    await page.clock.setFixedTime(new Date(SIGNED.getTime() + 86_400_000));
    await page.goto(`${server.url}extensions/bitrix24-exchange/`);
    await page.getByLabel('Вставьте строку').fill('Бухгалтерия 3.0.171.9');
    await page.getByRole('button', { name: 'Подобрать' }).click();
    const answer = page.locator('#fit-answer article');
    await expect.poll(() => answer.innerText(), { timeout: 15_000 }).toMatch(/нужно уточнить[\s\S]*БСП/);
    expect(await answer.count()).toBe(1);
    await page.goto(`${server.url}extensions/receipt-scanner/`);
    await expect.poll(() => answer.innerText(), { timeout: 15_000 }).toMatch(/подходит/);
    expect(await page.getByLabel('Версия конфигурации').inputValue()).toBe('3.0.171.9');
    expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] });
  });

  test('names what is nearest where nothing is made', async (context) => {
    const { page, complaints } = await openPage(context);
    await askFit(page, {
      configuration: 'Другая, нет в списке',
      version: '2.5.17',
      platform: '8.3.24',
    });
    await page.getByRole('heading', { name: 'Ближайшие расширения' }).waitFor();
    expect(await page.locator('#fit-answer article').count()).toBe(3);
    expect(complaints).toEqual([]);
  });

  test('says at the field what is wrong with it', async (context) => {
    const { page } = await openPage(context);
    await askFit(page, { configuration: ACCOUNTING, version: 'три', platform: '8.3.24' });
    const field = page.getByLabel('Версия конфигурации');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await page.locator('#fit-version-fault').innerText()).toContain('3.0.171.9');
  });

  test.for([
    [/\/metadata\/timestamp\.json$/, 'the timestamp'],
    [/\/targets\/configurations\//, 'the document'],
  ] as const)('refuses what the publisher did not sign: %s', async ([path], context) => {
    const { page } = await openPage(context);
    await page.route(path, async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace(/"version":\s?("?)(\d)/, '"version":$1' + '7');
      await route.fulfill({ response: answer, body });
    });
    await askFit(page, { configuration: ACCOUNTING, version: '3.0.171.9', platform: '8.3.24', ssl: '3.1.9' });
    await expect
      .poll(() => page.getByRole('status').innerText(), { timeout: 15_000 })
      .toMatch(/сообщите издателю/);
    expect(await page.locator('#fit-answer').innerText()).toBe('');
  });
});

/** Opens «My licence» a month after the repository was signed. */
async function openLicensePage(page: Page): Promise<void> {
  await page.clock.setFixedTime(new Date(SIGNED.getTime() + 86_400_000));
  await page.goto(`${server.url}license/`);
}

describe('my licence', () => {
  test('opens by its key, and the file that was paid for is decrypted in the page', async (context) => {
    const { page, complaints, foreign } = await openPage(context);
    await openLicensePage(page);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    await page.getByLabel('Лицензионный ключ').fill(shop.key.toLowerCase().replaceAll('-', ' '));
    await page.getByRole('button', { name: 'Открыть' }).click();
    await expect
      .poll(() => page.getByRole('status').innerText(), { timeout: 15_000 })
      .toContain('ООО «Лютик»');
    expect(await page.locator('#license-answer table').innerText()).toMatch(/Отчеты\s+ноябрь 2026/);
    // A release of a later month stays closed.
    expect(await page.locator('#license-answer article').innerText()).not.toContain('1.1');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Скачать/ }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe('reports.cfe');
    expect(readFileSync(await saved.path(), 'utf8')).toBe(shop.clear);
    const body = shop.key.split('-').slice(1);
    expect(sent.filter((request) => body.some((part) => request.includes(part)))).toEqual([]);
    expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] });
  });

  test('opens from a file', async (context) => {
    const { page } = await openPage(context);
    await openLicensePage(page);
    const buffer = Buffer.from(shop.file);
    await page
      .getByLabel('Или файл лицензии')
      .setInputFiles({ name: 'license.json', mimeType: 'application/json', buffer });
    await page.getByRole('button', { name: 'Открыть' }).click();
    await expect
      .poll(() => page.getByRole('status').innerText(), { timeout: 15_000 })
      .toContain('ООО «Лютик»');
  });

  test.for([
    ['', /Введите ключ или выберите файл/, 'nothing'],
    ['ROM-AAAAA-AAAAA-AAAAA-AAAAA', /./, 'a key that was mistyped'],
  ] as const)('refuses «%s»', async ([key, sentence], context) => {
    const { page } = await openPage(context);
    await openLicensePage(page);
    await page.getByLabel('Лицензионный ключ').fill(key);
    await page.getByRole('button', { name: 'Открыть' }).click();
    await expect
      .poll(() => page.locator('#license-form').getAttribute('aria-busy'), { timeout: 15_000 })
      .toBe('false');
    expect(await page.getByRole('status').innerText()).toMatch(sentence);
    expect(await page.locator('#license-answer').innerText()).toBe('');
  });

  test('a changed file is not handed out', async (context) => {
    const { page } = await openPage(context);
    await openLicensePage(page);
    await page.route(/reports\.cfe\.zip$/, async (route) => {
      const answer = await route.fetch();
      const body = await answer.body();
      body[body.length - 30] = (body.at(-30) ?? 0) ^ 1;
      await route.fulfill({ response: answer, body });
    });
    await page.getByLabel('Лицензионный ключ').fill(shop.key);
    await page.getByRole('button', { name: 'Открыть' }).click();
    await page.getByRole('button', { name: /^Скачать/ }).click();
    await expect
      .poll(() => page.getByRole('status').innerText(), { timeout: 15_000 })
      .toMatch(/не совпадает/);
  });
});

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** What axe finds wrong with the page that is open. */
async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const results = await page.evaluate<AxeResults>("axe.run(document, { resultTypes: ['violations'] })");
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id} ${html.slice(0, 100)}`),
  );
}

describe('everybody can use', () => {
  test.for([
    ['', 'the catalogue'],
    ['fit/', 'what fits me'],
    [`en/configurations/${encodeURIComponent('УправлениеТорговлей')}/`, 'a configuration'],
    ['extensions/bitrix24-exchange/', 'an extension'],
    ['extensions/bitrix24-exchange/1.4.2.7/', 'a release with everything in its notes'],
    ['extensions/bitrix24-exchange/1.4.1/', 'a withdrawn release'],
    ['extensions/bitrix24-exchange/license/', 'a licence agreement'],
    ['extensions/bitrix24-exchange/docs/webhooks/', 'a page of a vendor'],
    ['license/', 'my licence'],
    ['extensions/bitrix24-exchange/migrate/crm-exchange/', 'a guide for moving'],
    ['trust/', 'the trust page'],
    ['installer-authors/', 'the documentation'],
    ['checks/builds-overlap/', 'a check code'],
    ['404.html', 'what is not there'],
  ] as const)('%s: %s, light and dark', async ([path], context) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      // The policy of the pages lets nobody put a script into them, axe included.
      const { page } = await openPage(context, { colorScheme, bypassCSP: true });
      await page.goto(server.url + path);
      expect(await violationsOf(page)).toEqual([]);
      await page.close();
    }
  });

  test('the answer to what fits', async (context) => {
    const { page } = await openPage(context, { bypassCSP: true });
    await askFit(page, { configuration: ACCOUNTING, version: '3.0.171.9', platform: '8.3.18', ssl: '' });
    await page.getByText('Подписи проверены в вашем браузере').waitFor();
    expect(await violationsOf(page)).toEqual([]);
  });
});

describe('a guide for moving from another module', () => {
  const GUIDE = 'extensions/bitrix24-exchange/migrate/crm-exchange/';

  test('is reached from the conflict, and tells what is lost before any step', async (context) => {
    const { page, complaints } = await openPage(context);
    await page.goto(`${server.url}extensions/bitrix24-exchange/`);
    await page.getByRole('link', { name: /^Как перейти/ }).click();
    await page.getByRole('heading', { name: 'Что не перенесется' }).waitFor();
    const order = await page.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(order.slice(0, 4)).toEqual([
      'Что не перенесется',
      'Что переносится',
      'Выберите сценарий',
      'Через копию базы со старыми модулями',
    ]);
    await page.getByRole('link', { name: 'В рабочей базе, после архива' }).first().click();
    expect(new URL(page.url()).hash).toBe('#scenario-in-place');
    expect(complaints).toEqual([]);
  });

  test('fits a phone, the picture included', async (context) => {
    const { page } = await openPage(context, { viewport: { width: 360, height: 780 } });
    await page.goto(server.url + GUIDE);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    const picture = await page.getByRole('img', { name: /Копия базы: Разверните архив/ }).boundingBox();
    expect(picture?.width).toBeGreaterThan(280);
    expect(picture?.width).toBeLessThanOrEqual(328);
  });

  test('has a box to tick at every step on paper, and none on the screen', async (context) => {
    const { page } = await openPage(context);
    await page.goto(server.url + GUIDE);
    const boxes = page.locator('.steps .box');
    expect(await boxes.count()).toBe(14);
    expect(await boxes.first().isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await boxes.last().isVisible()).toBe(true);
    const breaks = await page
      .locator('.scenario')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).breakBefore));
    expect(breaks).toEqual(['page', 'page']);
  });
});

test('feeds are XML that a browser reads', async (context) => {
  const { page } = await openPage(context);
  await page.goto(server.url);
  const found = await page.evaluate(async () => {
    const text = await (await fetch('feed.atom')).text();
    const document = new DOMParser().parseFromString(text, 'application/xml');
    return {
      root: document.documentElement.nodeName,
      // RFC 4287, section 4.1.2: what every entry must have.
      incomplete: [...document.querySelectorAll('entry')].filter((entry) =>
        ['id', 'title', 'updated', 'author'].some((name) => entry.querySelector(name) === null),
      ).length,
      entries: document.querySelectorAll('entry').length,
    };
  });
  expect(found).toEqual({ root: 'feed', incomplete: 0, entries: 7 });
});
