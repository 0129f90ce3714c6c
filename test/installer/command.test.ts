import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandLine } from '../cli/command-line.ts';
import { dumpProblems } from './dump-rules.ts';
import { PUBLISHER } from '../fixtures/publisher.ts';

let folder = '';
const at = (...parts: string[]): string => path.join(folder, ...parts);

const run = (...argv: string[]) =>
  commandLine(['installer', '--releases', 'releases', ...argv], {
    cwd: folder,
    environment: { LANG: 'en_US.UTF-8', VYPUSK_PASSPHRASE: 'throw-away' },
  });

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'vypusk-installer-'));
  cpSync(PUBLISHER, at('releases'), { recursive: true });
  const made = await commandLine(['keys', 'init', '--keys', 'keys', '--trust', 'releases/trust'], {
    cwd: folder,
    environment: { LANG: 'en_US.UTF-8', VYPUSK_PASSPHRASE: 'throw-away keys of a test' },
  });
  expect(made.err + made.out).toContain('1.root.json');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Files of an archive by their path. */
async function filesOf(file: string): Promise<Map<string, string>> {
  const reader = new ZipReader(new Uint8ArrayReader(new Uint8Array(readFileSync(file))));
  const entries = await reader.getEntries();
  const files = new Map<string, string>();
  for (const entry of entries) {
    if (entry.directory) continue;
    const bytes = await entry.getData(new Uint8ArrayWriter());
    files.set(entry.filename, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  }
  return files;
}

/** The dump in an archive: what lies below `src/`. */
const dumpOf = (files: ReadonlyMap<string, string>): Map<string, string> =>
  new Map(
    [...files].flatMap(([name, text]) => (name.startsWith('src/') ? [[name.slice(4), text] as const] : [])),
  );

const { version: VERSION } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const PROCESSOR = `dist/installer/УстановщикРасширений-${VERSION}-src.zip`;
const UPDATE = `dist/installer/РомашкаОбновление-${VERSION}-src.zip`;
const EXTENSION = ['--extension', 'crm-connector', '--prefix', 'Ромашка'];

describe('sources', () => {
  test('both products are archives of good dumps with the publisher in them', async () => {
    const { code, out } = await run(...EXTENSION);
    expect([code, out]).toEqual([0, expect.stringContaining(PROCESSOR)]);
    const root = readFileSync(at('releases/trust/1.root.json')).toString('base64');
    for (const [archive, module] of [
      [PROCESSOR, 'УстановщикРасширений/Ext/ObjectModule.bsl'],
      [UPDATE, 'CommonModules/РомашкаОбновление/Ext/Module.bsl'],
    ] as const) {
      const files = await filesOf(at(archive));
      const dump = dumpOf(files);
      expect(dumpProblems(dump)).toEqual([]);
      const text = (dump.get(module) ?? '').replace(/"\s*\+ "/g, '');
      expect(text).toContain(`"КореньBase64", "${root}"`);
      expect(text).toContain('https://romashka.example/');
      expect(files.get('README.md')).toContain('1cv8 DESIGNER');
    }
  });

  test('the same release gives the same bytes', async () => {
    const before = readFileSync(at(PROCESSOR));
    await run(...EXTENSION);
    expect(readFileSync(at(PROCESSOR)).equals(before)).toBe(true);
  });

  test('the root may come from the published tree', async () => {
    await mkdir(at('published/metadata'), { recursive: true });
    cpSync(at('releases/trust/1.root.json'), at('published/metadata/1.root.json'));
    const { code } = await run(
      '--trust',
      'nowhere',
      '--out',
      'published',
      '--mirror',
      'https://mirror.example/x',
    );
    expect(code).toBe(0);
    const [archive = ''] = readdirSync(at('published/installer'));
    const files = await filesOf(at('published/installer', archive));
    expect([...files.values()].join()).toContain('https://romashka.example/ https://mirror.example/x/');
  });

  test.each([
    [['--trust', 'nowhere', '--out', 'nowhere'], 2, 'no root metadata', 'nothing to trust'],
    [['--extension', 'нету'], 2, 'there is no extension', 'an extension that is not there'],
    [
      ['--extension', 'crm-connector', '--prefix', '1С'],
      1,
      'prefix-invalid',
      'a prefix that begins with a digit',
    ],
    [['--sources', 'nowhere'], 2, 'nowhere', 'sources that are not there'],
    [['--platform', 'nowhere'], 1, 'platform-missing', 'a platform that is not there'],
  ])('%j ends with %s: %s — %s', async (argv, status, said) => {
    const { code, err } = await run(...argv);
    expect([code, err]).toEqual([status, expect.stringContaining(said)]);
  });

  test('several extensions and none named: the installer alone, and a word about it', async () => {
    const { code, out } = await run('--out', 'alone');
    expect([code, out]).toEqual([0, expect.stringContaining('--extension')]);
    expect(readdirSync(at('alone/installer'))).toEqual([`УстановщикРасширений-${VERSION}-src.zip`]);
  });
});

/**
 * A program in the place of 1cv8: keeps its arguments, and behaves as platform-1c.md 8 says for a line of the test.
 * `fail` makes a step end with a status and a log, `silent` makes it end well without a file.
 */
const FAKE = `#!/usr/bin/env node
const { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const args = process.argv.slice(2);
const plan = JSON.parse(readFileSync(path.join(__dirname, 'plan.json'), 'utf8'));
appendFileSync(path.join(__dirname, 'runs.jsonl'), JSON.stringify(args) + '\\n');
const after = (name) => { const at = args.indexOf(name); return at < 0 ? undefined : args[at + 1]; };
const failing = Object.keys(plan.fail ?? {}).find((name) => args.includes(name));
if (failing !== undefined) {
  if (plan.fail[failing].log) writeFileSync(after('/Out'), plan.fail[failing].log);
  process.exit(plan.fail[failing].status);
}
if (args[0] === 'CREATEINFOBASE') { mkdirSync(args[1].slice('File='.length), { recursive: true }); process.exit(0); }
if (!existsSync(after('/F'))) process.exit(1);
const root = after('/LoadExternalDataProcessorOrReportFromFiles');
if (root !== undefined && !existsSync(root)) process.exit(1);
const sources = after('/LoadConfigFromFiles');
if (sources !== undefined && !existsSync(path.join(sources, 'Configuration.xml'))) process.exit(1);
const made = root === undefined ? after('/DumpCfg') : args[args.indexOf(root) + 1];
if (made !== undefined && !plan.silent) writeFileSync(made, 'built');
`;

describe.skipIf(process.platform === 'win32')('with a platform', () => {
  interface Plan {
    readonly fail?: Readonly<Record<string, { readonly status: number; readonly log?: string }>>;
    readonly silent?: boolean;
  }

  async function build(name: string, plan: Plan) {
    await mkdir(at(name, 'bin'), { recursive: true });
    writeFileSync(at(name, 'bin/1cv8'), FAKE);
    chmodSync(at(name, 'bin/1cv8'), 0o755);
    writeFileSync(at(name, 'bin/plan.json'), JSON.stringify(plan));
    const outcome = await run('--out', `${name}/dist`, '--platform', name, ...EXTENSION);
    const runs = readFileSync(at(name, 'bin/runs.jsonl'), 'utf8').trim().split('\n');
    return { ...outcome, runs: runs.map((line) => JSON.parse(line) as string[]) };
  }

  test('both products are built with the command lines of Designer, in a base of their own', async () => {
    const { code, runs } = await build('platform', {});
    expect(code).toBe(0);
    const built = readdirSync(at('platform/dist/installer'));
    expect(built).toEqual(
      expect.arrayContaining([`УстановщикРасширений-${VERSION}.epf`, `РомашкаОбновление-${VERSION}.cfe`]),
    );
    const [created = [], epf = [], , load = [], update = [], save = []] = runs;
    expect([created[0], created[1]]).toEqual(['CREATEINFOBASE', expect.stringMatching(/^File=.*base$/)]);
    expect(epf.slice(0, 6)).toEqual([
      'DESIGNER',
      '/F',
      created[1]?.slice('File='.length),
      '/DisableStartupDialogs',
      '/LoadExternalDataProcessorOrReportFromFiles',
      expect.stringMatching(/src.УстановщикРасширений\.xml$/),
    ]);
    expect(load.slice(3, 8)).toEqual([
      '/DisableStartupDialogs',
      '/LoadConfigFromFiles',
      expect.stringMatching(/src$/),
      '-Extension',
      'РомашкаОбновление',
    ]);
    expect([update[4], save[4]]).toEqual(['/UpdateDBCfg', '/DumpCfg']);
    for (const args of runs) expect(args.at(-2)).toBe('/Out');
  });

  test('nothing of a build stays in the temporary folder', async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('vypusk-1c-'));
    await build('tidy', { fail: { DESIGNER: { status: 1 } } });
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('vypusk-1c-'))).toEqual(before);
  });

  test.each<[string, Plan, string, string]>([
    [
      'refused',
      { fail: { DESIGNER: { status: 1, log: 'Ошибка формата потока' } } },
      'Ошибка формата потока',
      'its log',
    ],
    ['silent101', { fail: { '/UpdateDBCfg': { status: 101 } } }, 'status 101', '101 with an empty log'],
    ['nobase', { fail: { CREATEINFOBASE: { status: 1 } } }, 'create-infobase', 'no infobase'],
    ['nofile', { silent: true }, 'load-processor', 'status 0 and no file'],
    [
      'hostile',
      { fail: { DESIGNER: { status: 1, log: '\u001b[2Jстертый экран' } } },
      '\\u{1b}',
      'a log of escapes',
    ],
  ])('%s: the command tells %j', async (name, plan, said) => {
    const { code, err } = await build(name, plan);
    expect([code, err]).toEqual([1, expect.stringContaining('platform-failed')]);
    expect(err.toLowerCase()).toContain(said.toLowerCase());
    expect(readdirSync(at(name, 'dist/installer')).filter((file) => file.endsWith('.cfe'))).toEqual([]);
  });
});
