import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { recordPath, recordAccess } from '../../scripts/license/record-access.ts';
import { protectFile } from '../../scripts/licensing/protect-file.ts';
import { ROOT, textOf } from '../architecture/sources.ts';
import { serveFolder } from '../fixtures/static-server.ts';
import { fakeRandom, ordinaryRequest, testVendor } from '../licensing/vendor.ts';

const PAGES = ['site/content/docs/licensing.md', 'site/content/docs/en/licensing.md'] as const;

/** Tests that a page names: `file`: title. */
const namedTests = (page: string): readonly (readonly [file: string, title: string])[] =>
  [...textOf(page).matchAll(/`(test\/[\w/.-]+)`: (.+?) \|$/gm)].map(([, file = '', title = '']) => [
    file,
    title,
  ]);

describe.each(PAGES)('%s', (page) => {
  test('every claim names a test, or says that there is nothing to test', () => {
    const [, threats = ''] = textOf(page).split(/^## (?:Кто чем|Who holds).*$/m);
    const claims = threats.match(/^\| .* \|$/gm) ?? [];
    expect(claims.length).toBeGreaterThan(25);
    const bare = claims.filter(
      (row) =>
        !/`test\/|нечего проверять|nothing to test|защиты нет|nothing protects|\| (тест|test|---) \|$/.test(
          row,
        ),
    );
    expect(bare).toEqual([]);
  });

  test.each(namedTests(page))('%s has the test “%s”', (file, title) => {
    expect(existsSync(path.join(ROOT, file))).toBe(true);
    expect(textOf(file)).toContain(title);
  });
});

test('both languages name the same tests', () => {
  expect(namedTests(PAGES[0])).toEqual(namedTests(PAGES[1]));
});

test('the example of ten lines opens a licence and a file of a repository', async () => {
  const [example, translated] = PAGES.map((page) => /```js\n([\s\S]+?)```/.exec(textOf(page))?.[1] ?? '');
  expect(translated).toBe(example);
  const folder = await mkdtemp(path.join(tmpdir(), 'license-example-'));
  const server = await serveFolder(folder);
  try {
    const key = await publishExample(folder);
    const program = await installExample(folder, example ?? '');
    const { stdout } = await promisify(execFile)(process.execPath, [program, server.url, key, 'crm']);
    expect(stdout).toBe('ООО «Лютик»: crm.cfe.zip, 1234\n');
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
});

/** The example in a project of its own, beside a link to this package as npm makes it; gives its path. */
async function installExample(folder: string, example: string): Promise<string> {
  const project = path.join(folder, 'project');
  await mkdir(path.join(project, 'node_modules'), { recursive: true });
  await symlink(ROOT, path.join(project, 'node_modules/vypusk'), 'junction');
  const program = path.join(project, 'example.mjs');
  await writeFile(program, example);
  return program;
}

/** A repository with one licence and one protected file; gives the key. */
async function publishExample(folder: string): Promise<string> {
  const vendor = await testVendor();
  const entry = await vendor.issue(ordinaryRequest);
  const clear = { name: 'crm.cfe', bytes: fakeRandom('example')(1234) };
  const { bytes, ...build } = await protectFile(clear, { products: ['crm'], month: '2026-11' }, vendor);
  const { locator } = await recordAccess(entry.key);
  const files = new Map<string, string | Uint8Array>([
    ['index/licensing.json', JSON.stringify({ licensePrefix: 'ROMASHKA', ...vendor.licensing })],
    ['index/extensions/crm.json', JSON.stringify({ releases: [{ version: '1.0', builds: [build] }] })],
    ['files/crm/1.0/crm.cfe.zip', bytes],
    [recordPath(locator), await vendor.recordOf(entry)],
  ]);
  for (const [file, content] of files) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), content);
  }
  return entry.key;
}
