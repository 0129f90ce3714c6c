import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite, builtFiles, builtText, type BuiltSite } from './fixtures/build-site.ts';
import { demoTree, installerFiles, screenshotTree, type TreeRecord } from './fixtures/demo-tree.ts';
import { pageLinks, startTags, type StartTag } from './fixtures/page-links.ts';

/** Building takes five seconds on a machine that does nothing else. */
const PATIENCE_MS = 180_000;

/** Text that would run if a page took it for HTML. */
const HOSTILE = `</title></script><script>alert(1)</script><img src=x onerror=alert(1)>`;

const HOSTILE_EXTENSION: TreeRecord = {
  'extensions/hostile/extension.yaml': [
    'name: Враждебное',
    `title: "${HOSTILE}"`,
    `summary: "\\" ${HOSTILE}"`,
    `vendor: {name: "${HOSTILE}"}`,
    '',
  ].join('\n'),
};

const POLICY = 'content-security-policy';

/** What `vypusk build` puts beside the site. */
const SIGNED = /^(?:files|metadata|targets|index|licenses)\//;

let site: BuiltSite;
let pages: readonly string[];
beforeAll(async () => {
  site = await buildSite({ ...demoTree, ...screenshotTree, ...HOSTILE_EXTENSION }, installerFiles);
  pages = builtFiles(site, '.html');
}, PATIENCE_MS);
afterAll(() => site.remove());

describe('the built site', () => {
  test.each([
    ['index.html', 'catalogue'],
    ['extensions/bitrix24-exchange/index.html', 'extension'],
    ['extensions/bitrix24-exchange/1.5.0-beta.1/index.html', 'release'],
    ['extensions/bitrix24-exchange/license/index.html', 'licence agreement'],
    ['extensions/bitrix24-exchange/docs/webhooks/index.html', 'of a vendor'],
    ['configurations/УправлениеТорговлей/index.html', 'configuration'],
    ['fit/index.html', 'what fits me'],
    ['install/index.html', 'installer'],
    ['trust/index.html', 'trust'],
    ['documentation/index.html', 'documentation'],
    ['installer-authors/index.html', 'for authors of installers'],
    ['vendors/index.html', 'for vendors'],
  ])('has %s (%s) in both languages', (file) => {
    expect(pages).toEqual(expect.arrayContaining([file, `en/${file}`]));
  });

  test('builds without warnings', () => {
    expect(site.output).not.toMatch(/\[WARN\]|\[ERROR\]/);
  });

  test('answers for what is not there in a few hundred bytes: clients ask for the next root', () => {
    expect(builtText(site, '404.html').length).toBeLessThan(1024);
  });

  test('has no dead link and no dead anchor', () => {
    const dead = pages.flatMap((page) =>
      pageLinks(builtText(site, page))
        .followed.filter((href) => isDead(page, href))
        .map((href) => `${page} -> ${href}`),
    );
    expect(dead).toEqual([]);
  });

  test('loads nothing from other hosts', () => {
    const foreign = pages.flatMap((page) =>
      pageLinks(builtText(site, page)).loaded.filter((address) => !/^\/(?!\/)/.test(address)),
    );
    expect(foreign).toEqual([]);
    const styles = builtFiles(site, '.css')
      .map((file) => builtText(site, file))
      .join('');
    expect(styles).not.toMatch(/url\(\s*["']?(?:https?:)?\/\//);
  });

  test('is valid HTML', async () => {
    const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard'] });
    const faults: string[] = [];
    for (const page of pages) {
      const { results } = await validator.validateString(builtText(site, page), page);
      const messages = results.flatMap((result) => result.messages);
      faults.push(...messages.map((one) => `${page}:${one.line}:${one.column} ${one.ruleId} ${one.message}`));
    }
    expect(faults).toEqual([]);
  });

  test('shows screenshots under names that follow from their bytes, to readers and to those who pass pages on', () => {
    const pictures = builtFiles(site, '.png').filter((file) => file.includes('/screenshots/'));
    expect(pictures).toHaveLength(2);
    const page = startTags(builtText(site, 'en/extensions/bitrix24-exchange/index.html'));
    const shown = page.filter(({ name, attributes }) => name === 'img' && attributes.has('height'));
    const found = shown.map(({ attributes }) => [attributes.get('alt'), attributes.get('width')]);
    expect(found).toEqual(
      expect.arrayContaining([
        ['Orders and their states', '1280'],
        ['Настройка вебхука', '640'],
      ]),
    );
    const digest = createHash('sha256')
      .update(screenshotTree[ORDERS] ?? '')
      .digest('hex')
      .slice(0, 16);
    const card = page.find(({ attributes }) => attributes.get('property') === 'og:image');
    const address = `https://romashka.example/extensions/bitrix24-exchange/screenshots/${digest}.png`;
    expect(card?.attributes.get('content')).toBe(address);
  });

  test('hands the installer over: its file with its hash, from the start page, extensions and releases', () => {
    const name = 'УстановщикРасширений-0.2.0.epf';
    const sha256 = createHash('sha256')
      .update(builtText(site, `installer/${name}`))
      .digest('hex');
    expect(builtText(site, 'install/index.html')).toContain(sha256);
    const file = `/installer/${encodeURIComponent(name)}`;
    for (const page of ['install/', 'extensions/receipt-scanner/', 'extensions/receipt-scanner/1.0/']) {
      const { followed } = pageLinks(builtText(site, `${page}index.html`));
      expect([page, followed.includes(file), followed.includes('/install/')]).toEqual([page, true, true]);
    }
    expect(pageLinks(builtText(site, 'index.html')).followed).toContain('/install/');
  });

  test('gives every page one card that is there', () => {
    const cards = pages
      .filter((page) => page !== '404.html')
      .map((page) => startTags(builtText(site, page)).filter(isCard));
    expect(cards.filter((found) => found.length !== 1)).toEqual([]);
    const files = cards.flat().map(({ attributes }) => new URL(attributes.get('content') ?? '').pathname);
    expect(files.filter((file) => !existsSync(path.join(site.folder, file)))).toEqual([]);
  });

  test('leads from a page to its translation, for search engines too', () => {
    const sitemap = builtText(site, 'sitemap-0.xml');
    const page = 'https://romashka.example/en/extensions/receipt-scanner/';
    expect(sitemap).toContain(`hreflang="en" href="${page}"`);
    const release = 'https://romashka.example/en/extensions/receipt-scanner/1.0/';
    const releases = builtText(site, 'sitemap-releases-0.xml');
    expect(releases).toContain(`<loc>${release}</loc>`);
    expect(releases).toContain(`hreflang="en" href="${release}"`);
    const index = builtText(site, 'sitemap-index.xml');
    expect(index).toContain('https://romashka.example/sitemap-0.xml');
    expect(index).toContain('https://romashka.example/sitemap-releases-0.xml');
    expect(sitemap).not.toContain('extensions/_/');
  });

  test('sends the catalogue in less than 100 KB, search included', () => {
    const html = builtText(site, 'index.html');
    const own = pageLinks(html).loaded.map((address) => builtText(site, address.slice(1)));
    const search = builtFiles(site, '.js').filter((file) => file.includes('ui-core'));
    const all = [html, ...own, ...search.map((file) => builtText(site, file))];
    expect(all.reduce((sum, text) => sum + gzipSync(text).length, 0)).toBeLessThan(100 * 1024);
  });
});

describe('the content security policy', () => {
  test('comes before everything that it governs', () => {
    const late = pages
      .filter((page) => page !== '404.html')
      .filter((page) => {
        const [, , charset, policy] = startTags(builtText(site, page));
        return !(charset?.attributes.has('charset') && policy?.attributes.get('http-equiv') === POLICY);
      });
    expect(late).toEqual([]);
  });

  test('knows every inline script by its hash, and needs no style element or event handler', () => {
    const unknown = pages.flatMap((page) => {
      const tags = startTags(builtText(site, page));
      const policy = tags.find(({ attributes }) => attributes.get('http-equiv') === POLICY);
      return tags
        .filter((tag) => !isAllowed(tag, policy?.attributes.get('content') ?? ''))
        .map((tag) => `${page} <${tag.name}> ${tag.text.slice(0, 40)}`);
    });
    expect(unknown).toEqual([]);
  });
});

describe('text of strangers', () => {
  test('stands in pages as text', () => {
    expect(builtText(site, 'extensions/hostile/index.html')).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt;',
    );
    const running = pages.filter((page) =>
      startTags(builtText(site, page)).some(
        ({ text, attributes }) => /^alert/.test(text) || attributes.get('src') === 'x',
      ),
    );
    expect(running).toEqual([]);
  });

  test(
    'stops the build when it is code, and does not run',
    async () => {
      const marker = path.join(site.folder, 'executed');
      const code = `import fs from 'node:fs'\n\n{fs.writeFileSync(${JSON.stringify(marker)}, '')}\n`;
      const refused = buildSite({ ...demoTree, 'extensions/receipt-scanner/1.0/notes.en.mdx': code });
      await expect(refused).rejects.toThrow(/notes-refused[\s\S]*notes\.en\.mdx:1:1 import/);
      expect(existsSync(marker)).toBe(false);
    },
    PATIENCE_MS,
  );
});

const ORDERS = 'extensions/bitrix24-exchange/screenshots/orders.png';

const isCard = ({ attributes }: StartTag): boolean => attributes.get('property') === 'og:image';

/** Does a link of `page` lead nowhere? Addresses of other hosts and of signed files are not ours to resolve. */
function isDead(page: string, href: string): boolean {
  const base = new URL(page.replace(/index\.html$/, ''), 'https://romashka.example/');
  const target = new URL(href, base);
  if (target.host !== base.host || target.protocol !== 'https:') return false;
  const file = decodeURIComponent(target.pathname)
    .slice(1)
    .replace(/(^|\/)$/, '$1index.html');
  if (SIGNED.test(file)) return false;
  if (!existsSync(path.join(site.folder, file))) return true;
  const anchor = decodeURIComponent(target.hash.slice(1));
  // What a form is filled with is no anchor.
  return anchor !== '' && !anchor.includes('=') && !pageLinks(builtText(site, file)).ids.has(anchor);
}

/** Would the browser run or apply this element under the policy? */
function isAllowed({ name, attributes, text }: StartTag, policy: string): boolean {
  if (name === 'style' || [...attributes.keys()].some((attribute) => attribute.startsWith('on')))
    return false;
  if (name !== 'script' || attributes.has('src')) return true;
  return policy.includes(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
}
