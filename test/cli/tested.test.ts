import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commandLine } from './command-line.ts';

let folder = '';
const at = (...steps: readonly string[]): string => path.join(folder, 'releases', ...steps);
const run = (...argv: readonly string[]) => commandLine(['tested', ...argv], { cwd: folder });

const BUILDS = `builds:
  - urls: [https://files.romashka.example/crm.cfe]
    sha256: ${'0'.repeat(64)}
    length: 1000
    configurations:
`;

/** A release of «Бухгалтерия», with what stands below `configurations`. */
async function release(version: string, lines: string, head = 'channel: stable'): Promise<void> {
  const place = at('extensions/crm', version);
  await mkdir(place, { recursive: true });
  const manifest = `version: "${version}" # держим\ndate: 2026-01-01\n${head}\n${BUILDS}${lines}`;
  await writeFile(path.join(place, 'release.yaml'), manifest);
}

const manifest = (version: string): string =>
  readFileSync(at('extensions/crm', version, 'release.yaml'), 'utf8');

const FLOW = '      - {name: Бухгалтерия, version: ">=3.0.140 <3.1", tested: 3.0.171.9} # проверял Петр\n';
const BLOCK = '      - name: Бухгалтерия\n        version: ">=3.0.140 <3.1" # пока так\n';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vypusk-tested-'));
  await mkdir(at('extensions/crm'), { recursive: true });
  await writeFile(
    at('publisher.yaml'),
    'id: romashka\nname: Ромашка\nurl: https://releases.romashka.example/\nlicensePrefix: ROM\nchannels: [stable, beta]\n',
  );
  await writeFile(
    at('configurations.yaml'),
    '- {name: Бухгалтерия, synonym: Бухгалтерия, edition: "3.0", family: accounting}\n- {name: Торговля, synonym: Торговля, edition: "11", family: trade}\n',
  );
  await writeFile(
    at('extensions/crm/extension.yaml'),
    'name: ОбменCRM\ntitle: Обмен\nsummary: Обмен.\nvendor: {name: Ромашка}\n',
  );
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('what cannot be written', () => {
  beforeEach(() => release('1.0', FLOW));

  test.each([
    ['a word without a version', ['Бухгалтерия'], 'cannot read “Бухгалтерия”'],
    ['a version that is none', ['Бухгалтерия=3.x'], 'cannot read'],
    ['a name with a slip', ['Бухгалтрия=3.0.1'], 'there are: Бухгалтерия'],
    ['an extension that is not there', ['Бухгалтерия=3.0.175.5', '--extension', 'crn'], 'there are: crm'],
    ['a good word before a bad one', ['Бухгалтерия=3.0.175.5', 'x'], 'cannot read “x”'],
  ])('%s', async (_reason, argv, words) => {
    const { code, err } = await run(...argv);
    expect([code, err]).toEqual([2, expect.stringContaining(words)]);
    expect(manifest('1.0')).toContain('tested: 3.0.171.9');
  });

  test('a version outside: the cure is typed as it is printed', async () => {
    const { code, out } = await run('Бухгалтерия=3.1.2.5');
    expect([code, out]).toEqual([1, expect.stringContaining('no release admits')]);
    const cure = /vypusk (tested .*)$/m.exec(out)?.[1]?.split(' ') ?? [];
    expect((await commandLine(cure, { cwd: folder })).code).toBe(0);
    expect(manifest('1.0')).toContain(
      '{name: Бухгалтерия, version: ">=3.0.140 <3.2", tested: 3.1.2.5} # проверял Петр',
    );
  });

  test('a configuration that nothing is made for', async () => {
    expect(await run('Торговля=11.5')).toMatchObject({ code: 1, out: 'no releases are made for Торговля\n' });
  });
});

describe('what is written', () => {
  test('the newest release of each channel that admits the version, and nothing else', async () => {
    await release('1.0', FLOW);
    await release('1.1', FLOW);
    await release('1.2', FLOW.replace('<3.1', '<3.0.160'));
    await release('1.3', FLOW, 'channel: stable\nwithdrawn: {date: 2026-01-02, reason: Портит.}');
    await release('1.4', BLOCK, 'channel: beta');
    const before = ['1.0', '1.2', '1.3'].map(manifest);
    const { code, out } = await run('Бухгалтерия=3.0.175.5');
    expect(code).toBe(0);
    expect(['1.0', '1.2', '1.3'].map(manifest)).toEqual(before);
    expect(manifest('1.1')).toContain(FLOW.replace('3.0.171.9', '3.0.175.5'));
    expect(manifest('1.4')).toContain(BLOCK.replace(' # пока так', '').trimEnd());
    expect(manifest('1.4')).toContain('\n        tested: 3.0.175.5');
    expect(out).toContain(
      '  - - {name: Бухгалтерия, version: ">=3.0.140 <3.1", tested: 3.0.171.9} # проверял Петр'.replace(
        '- - ',
        '-       - ',
      ),
    );
  });

  test('a dry run shows the same and writes nothing', async () => {
    await release('1.0', FLOW);
    const before = manifest('1.0');
    const { out } = await run('Бухгалтерия=3.0.175.5', '--dry-run');
    expect(out).toMatch(/^releases\/extensions\/crm\/1\.0\/release\.yaml\n {2}- .*171\.9.*\n {2}\+ .*175\.5/);
    expect(manifest('1.0')).toBe(before);
  });

  test('a lower version changes nothing and says so', async () => {
    await release('1.0', FLOW);
    const before = manifest('1.0');
    expect(await run('Бухгалтерия=3.0.150.1')).toMatchObject({
      code: 0,
      out: 'crm: tried with Бухгалтерия 3.0.150.1 or newer already\n',
    });
    expect(manifest('1.0')).toBe(before);
  });

  test('what was written passes the check', async () => {
    await release('1.0', FLOW);
    await run('Бухгалтерия=3.2.1', '--widen');
    const { out } = await commandLine(['check', '--json'], { cwd: folder });
    expect(out).not.toMatch(/tested-outside-range|schema-/);
    expect(manifest('1.0')).toContain('version: ">=3.0.140 <3.3", tested: 3.2.1}');
  });
});
