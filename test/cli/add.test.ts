import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeExtension, type ExtensionDescription } from '../../scripts/cfe/index.ts';
import type { World } from '../../scripts/cli/session/world.ts';
import { crmConnector, ACCOUNTING } from '../../scripts/demo/crm-connector.ts';
import { vendor, type Vendor } from './vendor.ts';

let shop: Vendor;

beforeEach(async () => {
  shop = await vendor();
  // The demonstration's own releases would be found by name; these tests bring their own.
  await rm(path.join(shop.folder, 'releases/extensions'), { recursive: true });
});

afterEach(() => shop.leave());

/** A `.cfe` in the vendor's folder, like the demonstration's, with something changed. */
async function file(name: string, change: Partial<ExtensionDescription> = {}): Promise<void> {
  const target = path.join(shop.folder, name);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, await writeExtension({ ...crmConnector('1.1.0.12', ACCOUNTING), ...change }));
}

const read = (name: string): Promise<string> =>
  readFile(path.join(shop.folder, 'releases/extensions', name), 'utf8');

const FOR_ACCOUNTING = [
  '--configuration',
  'БухгалтерияПредприятия=>=3.0.140 <3.1',
  '--summary',
  'Связь с CRM',
];
const NOTES = ['--notes', 'Исправления', '--notes-en', 'Fixes'];

describe('what cannot be added', () => {
  test.each<[Partial<ExtensionDescription>, string]>([
    [{ version: '' }, 'no version at all'],
    [{ version: 'весна' }, 'a word'],
  ])('%j — %s', async (change) => {
    await file('odd.cfe', change);
    const { code, err } = await shop.run(['add', 'odd.cfe', '--extension', 'crm', ...FOR_ACCOUNTING]);
    expect({ code, says: err.includes('--version 1.4.2.7') }).toEqual({ code: 1, says: true });
    await expect(stat(path.join(shop.folder, 'releases/extensions'))).rejects.toThrow();
  });

  test('a bad file among old releases stops no others, and is told', async () => {
    await file('old/1.cfe');
    await writeFile(path.join(shop.folder, 'old/2.cfe'), 'v1.0.5\n');
    const { code, err } = await shop.run(['add', 'old', '--extension', 'crm', ...FOR_ACCOUNTING]);
    expect({ code, says: err.includes('Files not added: 1.') }).toEqual({ code: 1, says: true });
    expect(err).toContain(path.join('old', '2.cfe'));
    expect(await read('crm/1.1.0.12/release.yaml')).toContain('file: 1.cfe');
  });

  test('all that is missing is told at once', async () => {
    await file('crm.cfe');
    const { code, err } = await shop.run(['add', 'crm.cfe']);
    const told = ['--extension romashka-crm', '--summary', '--configuration'].filter((word) =>
      err.includes(word),
    );
    expect({ code, told }).toEqual({
      code: 2,
      told: ['--extension romashka-crm', '--summary', '--configuration'],
    });
  });

  test('several configurations for several files are nobody’s guess, and the cure works', async () => {
    await file('bp.cfe');
    await file('ut.cfe', { comment: 'another build' });
    const both = ['БухгалтерияПредприятия=>=3.0.140 <3.1', 'УправлениеТорговлей=>=11.5 <11.6'] as const;
    const add = ['add', 'bp.cfe', 'ut.cfe', '--extension', 'crm', '--summary', 'x'];
    const refused = await shop.run([...add, '--configuration', both[0], '--configuration', both[1]]);
    expect({ code: refused.code, says: refused.err.includes('FILE:Name=range') }).toEqual({
      code: 2,
      says: true,
    });
    const scoped = ['--configuration', `bp.cfe:${both[0]}`, '--configuration', `ut.cfe:${both[1]}`];
    expect((await shop.run([...add, ...scoped, ...NOTES])).code).toBe(0);
    const manifest = await read('crm/1.1.0.12/release.yaml');
    expect(manifest.match(/- file: |- name: |\{name: \S+,/g)).toHaveLength(4);
  });
});

describe('what a file says of its version', () => {
  test.each<[string, readonly string[], string | undefined, string, string]>([
    ['2026-11-20', [], '2026.11.20', 'fileVersion: 2026-11-20', 'a date'],
    ['1.4.2 - 2020-05-01', [], '1.4.2', 'fileVersion: 1.4.2 - 2020-05-01', 'a version and its day'],
    ['0.6.0+2021-04-06', [], '0.6.0', 'fileVersion: 0.6.0+2021-04-06', 'build metadata'],
    ['10.07.2019', [], '2019.7.10', 'fileVersion: 10.07.2019', 'a day first'],
    ['', ['--version', '1.5'], '1.5', 'fileVersion: ""', 'nothing, and somebody says it'],
    ['1.4', ['--version', '1.5'], '1.5', 'fileVersion: "1.4"', 'another version than somebody says'],
    ['25.04', [], '25.4', 'version: "25.4"', 'another spelling needs no text'],
  ])('«%s» %j is released as %s with %s — %s', async (version, options, released, line) => {
    await file('crm.cfe', { version });
    const add = ['add', 'crm.cfe', '--extension', 'crm', ...FOR_ACCOUNTING, ...NOTES];
    expect((await shop.run([...add, ...options])).code).toBe(0);
    expect((await read(`crm/${released}/release.yaml`)).split('\n')).toContain(line);
    const { code, out } = await shop.run(['check']);
    expect({ code, errors: out.includes(' error ') }).toEqual({ code: 0, errors: false });
  });

  test('an empty one takes the day of the file where that is wanted', async () => {
    await file('crm.cfe', { version: '' });
    const add = ['add', 'crm.cfe', '--extension', 'crm', ...FOR_ACCOUNTING, ...NOTES];
    const { code, err } = await shop.run([...add, '--version-from', 'date']);
    expect({ code, told: err.includes('the day on which the file was saved') }).toEqual({
      code: 0,
      told: true,
    });
    const wrong = await shop.run([...add, '--version-from', 'name']);
    expect({ code: wrong.code, says: wrong.err.includes('should be date') }).toEqual({ code: 2, says: true });
  });

  test('a wrong answer is asked again, and the right one is kept', async () => {
    await file('crm.cfe', { version: 'весна' });
    const answers = ['лето', '1.6'];
    const terminal: World['terminal'] = { ask: async () => answers.shift() ?? '', askSecret: async () => '' };
    const add = ['add', 'crm.cfe', '--extension', 'crm', '--title', 'CRM', ...FOR_ACCOUNTING, ...NOTES];
    expect((await shop.run(add, { terminal })).code).toBe(0);
    expect(await read('crm/1.6/release.yaml')).toContain('fileVersion: весна');
  });
});

describe('a rebuilt file', () => {
  const add = ['add', 'crm.cfe', '--extension', 'crm', ...FOR_ACCOUNTING, ...NOTES];
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      cwd: shop.folder,
      encoding: 'utf8',
    });

  test('of an unpublished release takes the place of the one before', async () => {
    await file('crm.cfe');
    await shop.run(add);
    await file('crm.cfe', { comment: 'rebuilt' });
    expect((await shop.run(add)).code).toBe(0);
    expect((await read('crm/1.1.0.12/release.yaml')).match(/file: crm\.cfe/g)).toHaveLength(1);
    expect((await shop.run(['check'])).code).toBe(0);
  });

  test('of a published release is refused, and the cure works', async () => {
    await file('crm.cfe');
    await shop.run(add);
    git('init', '--quiet');
    git('add', '--all');
    git('commit', '--quiet', '-m', 'published');
    await file('crm.cfe', { comment: 'rebuilt' });
    const { code, err } = await shop.run(add);
    expect({ code, says: err.includes('published with another file crm.cfe') }).toEqual({
      code: 2,
      says: true,
    });
    expect(git('status', '--porcelain', 'releases')).toBe('');
    expect((await shop.run([...add, '--version', '1.1.0.13'])).code).toBe(0);
    expect(await read('crm/1.1.0.13/release.yaml')).toContain('fileVersion: 1.1.0.12');
  });
});

describe('--yes', () => {
  test('takes every proposal, and what it writes passes the check', async () => {
    await file('crm.cfe', { objects: [], version: '' });
    const { code } = await shop.run(['add', '--yes', 'crm.cfe', '--configuration', 'any']);
    expect(code).toBe(0);
    const { out } = await shop.run(['check', '--format', 'json']);
    const problems = JSON.parse(out) as { code: string; severity: string }[];
    const errors = problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
    expect(errors.filter((name) => name !== 'any-configuration-unproved')).toEqual([]);
  });

  test('what no proposal can answer is told, and the others are added', async () => {
    await file('crm.cfe');
    await file('free.cfe', { name: 'Ничья', version: '1.0', objects: [], defaultRoles: [] });
    const { code, err } = await shop.run([
      'add',
      '--yes',
      'crm.cfe',
      'free.cfe',
      '--configuration',
      'free.cfe:any',
    ]);
    expect({ code, told: err.includes('crm.cfe: which configuration') }).toEqual({ code: 1, told: true });
    expect(await read('nichya/1.0/release.yaml')).toContain('configurations: any');
  });
});

describe('what check would refuse is refused before it is written', () => {
  test('one file for every configuration that adopts objects; the other goes on', async () => {
    await file('crm.cfe');
    await file('free.cfe', { name: 'Ничья', version: '1.0', objects: [], defaultRoles: [] });
    const { code, err } = await shop.run([
      ...['add', '--yes', 'crm.cfe', 'free.cfe'],
      ...['--configuration', 'free.cfe:any', '--configuration', 'crm.cfe:any'],
    ]);
    expect([code, err]).toEqual([1, expect.stringContaining('any-configuration-unproved')]);
    expect(await read('nichya/1.0/release.yaml')).toContain('configurations: any');
    const [extension] = (await shop.run(['check', '--json'])).out.match(/any-configuration-unproved/) ?? [];
    expect(extension).toBeUndefined();
  });

  test.each([
    ['a channel that the publisher does not have', ['--channel', 'stabel'], 'channel-unknown'],
    [
      'a configuration that nobody described',
      ['--configuration', 'Бухгалтеря=>=3.0'],
      'configuration-unknown',
    ],
    [
      'a range that admits nothing',
      ['--configuration', 'БухгалтерияПредприятия=>3 <2'],
      'range-admits-nothing',
    ],
    ['a day that has not come', ['--date', '2030-01-01'], 'date-in-future'],
  ])('%s', async (_reason, words, problem) => {
    await file('crm.cfe');
    const configuration = words[0] === '--configuration' ? ['--summary', 'Обмен.'] : FOR_ACCOUNTING;
    const { code, err } = await shop.run([
      'add',
      'crm.cfe',
      '--extension',
      'crm',
      ...configuration,
      ...NOTES,
      ...words,
    ]);
    expect([code, err]).toEqual([2, expect.stringContaining(problem)]);
    await expect(stat(path.join(shop.folder, 'releases/extensions/crm'))).rejects.toThrow();
  });
});

test('a file that lies elsewhere is described and not copied', async () => {
  await file('crm.cfe');
  const add = ['add', 'crm.cfe', '--extension', 'crm', ...FOR_ACCOUNTING, ...NOTES];
  const refused = await shop.run([...add, '--url', 'ftp://files.example/crm.cfe']);
  expect({ code: refused.code, says: refused.err.includes('not an http(s) address') }).toEqual({
    code: 2,
    says: true,
  });
  expect((await shop.run([...add, '--url', 'https://files.example/crm.cfe'])).code).toBe(0);
  expect(await read('crm/1.1.0.12/release.yaml')).toMatch(/urls:\s+- https:\/\/files\.example\/crm\.cfe\n/);
  await expect(stat(path.join(shop.folder, 'releases/extensions/crm/1.1.0.12/crm.cfe'))).rejects.toThrow();
  expect(await read('crm/1.1.0.12/crm.cfe.passport.json')).toContain('"name": "РомашкаCRM"');
  expect((await shop.run(['check'])).code).toBe(0);
});

describe('what options cannot say', () => {
  test.each([
    [['--configuration', 'БухгалтерияПредприятия=>=3.0', '--summary', 'x'], 'its id', 'nobody says the id'],
    [['--extension', 'crm', '--summary', 'x'], 'configuration', 'nobody says the configuration'],
    [['--extension', 'crm', '--configuration', 'A=>=3'], '--summary', 'nobody describes a new extension'],
    [['--extension', 'C R M', ...FOR_ACCOUNTING], 'not an id', 'an id with spaces'],
    [['--extension', '../../evil', ...FOR_ACCOUNTING], 'not an id', 'an id that is a path'],
    [
      ['--extension', 'crm', '--configuration', 'A', '--summary', 'x'],
      'Name=value',
      'a configuration without versions',
    ],
    [
      ['--extension', 'crm', ...FOR_ACCOUNTING, '--importance', 'urgent'],
      'normal, recommended',
      'unknown importance',
    ],
  ])('%j says %j — %s', async (options, sentence) => {
    await file('crm.cfe');
    const { code, err } = await shop.run(['add', 'crm.cfe', ...options]);
    expect({ code, says: err.includes(sentence) }).toEqual({ code: 2, says: true });
  });
});

describe('what the file says is not typed', () => {
  test('a new extension, its release, its passport and notes pass the check', async () => {
    await file('crm.cfe');
    const added = await shop.run(['add', 'crm.cfe', '--extension', 'crm', ...FOR_ACCOUNTING, ...NOTES]);
    expect(added.code).toBe(0);
    const manifest = await read('crm/1.1.0.12/release.yaml');
    expect(manifest).toContain('version: 1.1.0.12\ndate: 2026-11-20\nchannel: stable\n');
    expect(manifest).toContain('publish: [httpServices]');
    expect(manifest).toMatch(/sha256: [0-9a-f]{64}\n {4}length: \d+/);
    expect(JSON.parse(await read('crm/1.1.0.12/crm.cfe.passport.json'))).toMatchObject({
      name: 'РомашкаCRM',
    });
    const { code, out } = await shop.run(['check']);
    expect({ code, errors: out.includes(' error ') }).toEqual({ code: 0, errors: false });
  });

  test('added twice, a file is known', async () => {
    await file('crm.cfe');
    await shop.run(['add', 'crm.cfe', '--extension', 'crm', ...FOR_ACCOUNTING, ...NOTES]);
    const { out } = await shop.run(['add', 'crm.cfe', '--json']);
    expect(JSON.parse(out)).toEqual({ written: [], already: ['crm.cfe'], left: [] });
  });

  test('a second build of a release keeps what a person wrote', async () => {
    await file('crm-bp.cfe');
    await shop.run(['add', 'crm-bp.cfe', '--extension', 'crm', ...FOR_ACCOUNTING, ...NOTES]);
    const target = path.join(shop.folder, 'releases/extensions/crm/1.1.0.12/release.yaml');
    await writeFile(target, `${await readFile(target, 'utf8')}# checked by Anna\n`);
    await file('crm-ut.cfe', { comment: 'another build' });
    const second = ['add', 'crm-ut.cfe', '--configuration', 'УправлениеТорговлей=>=11.5 <11.6'];
    expect((await shop.run(second)).code).toBe(0);
    const manifest = await readFile(target, 'utf8');
    expect(manifest).toContain('# checked by Anna');
    expect(manifest.match(/- file: /g)).toHaveLength(2);
  });

  test('a folder of old releases goes in order and takes the days from the files', async () => {
    await file('old/b.cfe', { version: '1.10.0.1' });
    await file('old/a.cfe', { version: '1.9.0.1' });
    const { code, out } = await shop.run(['add', 'old', '--extension', 'crm', ...FOR_ACCOUNTING, '--json']);
    const { written } = JSON.parse(out) as { written: string[] };
    expect(code).toBe(0);
    expect(written.filter((name) => name.endsWith('release.yaml'))).toEqual([
      'releases/extensions/crm/1.9.0.1/release.yaml',
      'releases/extensions/crm/1.10.0.1/release.yaml',
    ]);
    expect(await read('crm/1.9.0.1/release.yaml')).not.toContain('date: 2026-11-20');
  });

  test('the next release inherits the configurations of the one before', async () => {
    await file('crm.cfe');
    await shop.run(['add', 'crm.cfe', '--extension', 'crm', ...FOR_ACCOUNTING, ...NOTES]);
    await file('crm.cfe', { version: '1.2.0.1' });
    const tested = ['--tested', 'БухгалтерияПредприятия=3.0.171.9'];
    expect((await shop.run(['add', 'crm.cfe', ...tested, ...NOTES])).code).toBe(0);
    expect(await read('crm/1.2.0.1/release.yaml')).toContain(
      '{name: БухгалтерияПредприятия, version: ">=3.0.140 <3.1", tested: 3.0.171.9}',
    );
  });

  test('--dry-run writes nothing', async () => {
    await file('crm.cfe');
    const { out } = await shop.run(['add', 'crm.cfe', '--extension', 'crm', ...FOR_ACCOUNTING, '--dry-run']);
    expect(out).toContain('Nothing was written');
    await expect(stat(path.join(shop.folder, 'releases/extensions'))).rejects.toThrow();
  });
});

test('at a terminal a person is asked for the rest, with a proposal', async () => {
  await file('crm.cfe');
  const asked: string[] = [];
  const answers = [
    '',
    'Коннектор',
    'Связь с CRM',
    'БухгалтерияПредприятия=>=3.0.140 <3.1',
    'Первый',
    'First',
  ];
  const terminal: World['terminal'] = {
    ask: async (question, fallback) => {
      asked.push(question);
      const answer = answers.shift() ?? '';
      return answer === '' ? (fallback ?? '') : answer;
    },
    askSecret: async () => '',
  };
  const { code } = await shop.run(['add', 'crm.cfe'], { terminal });
  expect({ code, questions: asked.length }).toEqual({ code: 0, questions: 6 });
  expect(await read('romashka-crm/extension.yaml')).toContain('title: Коннектор');
  expect(await read('romashka-crm/1.1.0.12/notes.en.md')).toBe('First\n');
});
