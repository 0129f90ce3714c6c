import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeExtension } from '../../scripts/cfe/index.ts';
import { describedExtension } from '../cfe/described-extension.ts';
import { commandLine } from './command-line.ts';

const ROOT_RECORD =
  '<MetaDataObject><Configuration uuid="1"><Properties><Name>Магазин</Name><Version>1.0</Version>' +
  '</Properties></Configuration></MetaDataObject>';
const MODULE = 'CommonModules/ОбщегоНазначения/Ext/Module.bsl';

let folder: string;
const at = (...steps: readonly string[]): string => path.join(folder, ...steps);

async function dump(name: string, module: string): Promise<string> {
  await mkdir(path.dirname(at(name, MODULE)), { recursive: true });
  await writeFile(at(name, 'Configuration.xml'), ROOT_RECORD);
  await writeFile(at(name, MODULE), module);
  return at(name);
}

const add = (source: string, ...more: readonly string[]) =>
  commandLine(['configuration', 'add', source, '--fingerprints', at('fp'), ...more]);

const verdict = (...more: readonly string[]) =>
  commandLine(['verdict', at('e.cfe'), '--fingerprints', at('fp'), ...more]);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vypusk-verdict-'));
  await writeFile(at('e.cfe'), await writeExtension(describedExtension()));
  await add(await dump('one', 'Функция Б()\n\tВозврат 1;\nКонецФункции'));
  await add(await dump('two', 'Функция Б(В)\nКонецФункции'), '--name', 'Магазин', '--version', '1.10');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('configuration and verdict', () => {
  test('two versions give two fingerprints, and list names them', async () => {
    expect(await readdir(at('fp', 'Магазин'))).toEqual(['1.0.json.gz', '1.10.json.gz']);
    const { out } = await commandLine(['configuration', 'list', '--fingerprints', at('fp'), '--json']);
    expect(JSON.parse(out)).toEqual({ configurations: [{ name: 'Магазин', versions: ['1.0', '1.10'] }] });
  });

  test('the status is 0 whatever the verdict, and the finding has its place', async () => {
    const { code, out } = await verdict('--name', 'Магазин', '--baseline', '1.0', '--json');
    const { runs } = JSON.parse(out) as { runs: { from: string; verdict: string; findings: object[] }[] };
    expect(code).toBe(0);
    expect(runs.at(-1)).toMatchObject({ from: '1.10', to: '1.10', verdict: 'broken' });
    expect(runs.at(-1)?.findings).toContainEqual({
      code: 'parameters-differ',
      object: 'CommonModule.ОбщегоНазначения.Module',
      method: 'Б',
      since: '1.10',
    });
  });

  test('for people it is told in words, with what it does not promise', async () => {
    const { out } = await verdict('--name', 'Магазин', '--lang', 'ru');
    expect(out).toContain('1.10: сломается');
    expect(out).toContain('неизменённой конфигурации');
  });

  test.each([
    [['--name', 'Другая'], 'no fingerprints of that name'],
    [['--name', '../Магазин'], 'a name that leaves the folder'],
    [['--name', 'Магазин', '--baseline', '7.0'], 'a baseline without a fingerprint'],
    [[], 'no name'],
  ])('%j is wrong use (%s)', async (argv, _reason) => {
    expect((await verdict(...argv)).code).toBe(2);
  });

  test.each([
    [['nothing'], 'no folder'],
    [['.', '--version', 'x'], 'no dump'],
    [['one', '--version', '../x'], 'no version'],
    [['one', '--name', 'a/b'], 'no name'],
  ])('configuration add %j is wrong use (%s)', async ([source = '', ...argv], _reason) => {
    expect((await add(at(source === '.' ? 'fp' : source), ...argv)).code).toBe(2);
  });

  test('a broken fingerprint is refused with its cure', async () => {
    await mkdir(at('fp', 'Битая'));
    await writeFile(at('fp', 'Битая', '1.0.json.gz'), 'no gzip');
    const { code, err } = await verdict('--name', 'Битая', '--lang', 'en');
    expect(code).toBe(2);
    expect(err).toContain('run configuration add again');
  });
});
