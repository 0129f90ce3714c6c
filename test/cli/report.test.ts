import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandLine } from './command-line.ts';
import { copyPublisher } from '../fixtures/publisher.ts';

let checkout = '';

const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
    cwd: checkout,
    encoding: 'utf8',
  });

// The demonstration as it was before the release 1.2.1.1 of its first extension and without its second one.
beforeAll(async () => {
  checkout = await mkdtemp(path.join(tmpdir(), 'vypusk-report-'));
  await copyPublisher(path.join(checkout, 'releases'));
  git('init', '-q');
  git(
    'add',
    '-A',
    '--',
    '.',
    ':!releases/extensions/crm-connector/1.2.1.1',
    ':!releases/extensions/price-tags',
  );
  git('commit', '-q', '-m', 'published');
});

afterAll(() => rm(checkout, { recursive: true, force: true }));

test('tells what uncommitted releases of the demonstration change', async () => {
  const { code, out, err } = await commandLine(['report', '--since', 'HEAD'], { cwd: checkout });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain(
    '| `crm-connector` | `БухгалтерияПредприятия` | `>=3.0.160 <3.0.192.26` | `>=8.3.20`<br>БСП `>=3.1.5` | без расширения | все | `1.1.0.12` | `1.2.1.1` |',
  );
  expect(out).toContain('#### `price-tags` `1.0.1.5` — новый');
  expect(out).toContain(
    'перехватывает (2): `After Document.РеализацияТоваровУслуг.ObjectModule.ОбработкаПроведения`',
  );
});

test('--out writes a file', async () => {
  const { code, out } = await commandLine(['report', '--since', 'HEAD', '--out', 'ci/report.md'], {
    cwd: checkout,
  });
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(await readFile(path.join(checkout, 'ci/report.md'), 'utf8')).toMatch(/^## Что изменит это слияние/);
});

test('a manifest that cannot be read is a row of the report, not an end of it', async () => {
  const manifest = path.join(checkout, 'releases/extensions/crm-connector/1.2.1.1/release.yaml');
  const text = await readFile(manifest, 'utf8');
  await writeFile(manifest, `${text}\nversion: "@team <!-- | x"\n`);
  const { code, out } = await commandLine(['report', '--since', 'HEAD'], { cwd: checkout });
  await writeFile(manifest, text);
  expect(code).toBe(0);
  expect(out).toContain('❌ ошибка');
  expect(out).not.toContain('@team');
});

test('what a change does not touch is only counted, and what others merged meanwhile is no part of it', async () => {
  const shop = await mkdtemp(path.join(tmpdir(), 'vypusk-report-'));
  const inShop = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      cwd: shop,
      encoding: 'utf8',
    });
  try {
    await copyPublisher(path.join(shop, 'releases'));
    const stray = (id: string): string => path.join(shop, 'releases/extensions', id, 'stray.txt');
    inShop('init', '-q', '-b', 'main');
    await writeFile(stray('crm-connector'), 'untouched');
    inShop('add', '-A');
    inShop('commit', '-q', '-m', 'published');
    inShop('checkout', '-q', '-b', 'change');
    await writeFile(path.join(shop, 'releases/extensions/crm-connector/1.2.1.1/stray.txt'), 'touched');
    inShop('add', '-A');
    inShop('commit', '-q', '-m', 'change');
    inShop('checkout', '-q', 'main');
    await writeFile(stray('price-tags'), 'by others');
    inShop('add', '-A');
    inShop('commit', '-q', '-m', 'others');
    inShop('checkout', '-q', 'change');
    const check = await commandLine(['check', '--since', 'main'], { cwd: shop });
    expect(check.out).toContain('1.2.1.1/stray.txt');
    expect(check.out).not.toContain('crm-connector/stray.txt');
    expect(check.out).not.toContain('price-tags');
    expect(check.err).toMatch(/what the change does not touch: \d+ \(all of them: vypusk check\)/);
    const { out } = await commandLine(['report', '--since', 'main', '--lang', 'en'], { cwd: shop });
    expect(out).toContain('1.2.1.1/stray.txt');
    expect(out).not.toContain('price-tags');
    expect(out).toMatch(/_And problems in what the change does not touch: \d+\._/);
  } finally {
    await rm(shop, { recursive: true, force: true });
  }
});

test.each([
  [['report'], 2, 'nothing to compare with'],
  [['report', '--since', 'HEAD', '--releases', 'nowhere'], 2, 'no folder'],
  [['report', '--since', 'no-such-revision'], 1, 'an unknown revision'],
  [['report', '--since', '--output=x'], 1, 'an option instead of a revision'],
])('%j ends with %d — %s', async (argv, status) => {
  const { code, err } = await commandLine(argv, { cwd: checkout });
  expect(code).toBe(status);
  expect(err).not.toBe('');
});
