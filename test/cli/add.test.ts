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
    [{ version: '2026-11-20' }, 'a date with dashes'],
    [{ version: '1.2.3.4.5' }, 'five parts'],
  ])('%j — %s', async (change) => {
    await file('odd.cfe', change);
    const { code, err } = await shop.run(['add', 'odd.cfe', '--extension', 'crm', ...FOR_ACCOUNTING]);
    expect({ code, says: err.includes('cannot be released') }).toEqual({ code: 1, says: true });
    await expect(stat(path.join(shop.folder, 'releases/extensions'))).rejects.toThrow();
  });

  test('one bad file stops the whole: nothing is half written', async () => {
    await file('old/1.cfe');
    await writeFile(path.join(shop.folder, 'old/2.cfe'), 'v1.0.5\n');
    const { code, err } = await shop.run(['add', 'old', '--extension', 'crm', ...FOR_ACCOUNTING]);
    expect({ code, says: err.includes('Nothing was written') }).toEqual({ code: 1, says: true });
    await expect(stat(path.join(shop.folder, 'releases/extensions'))).rejects.toThrow();
  });

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
    expect(JSON.parse(out)).toEqual({ written: [], already: ['crm.cfe'] });
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
