import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../architecture/sources.ts';
import { PUBLISHER } from '../fixtures/publisher.ts';
import { commandLine } from './command-line.ts';

const PAIR = path.resolve(ROOT, '../shared/samples/pairs/imiron-0.2.1');
const FORM = 'src/cfe/DataProcessors/http_СамодиагностикаHTTPСервера/Forms/Форма/Ext/Form.xml';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vypusk-forms-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('forms compare', () => {
  test.each<readonly [why: string, where: string]>([
    ['a folder that is not there', 'nowhere'],
    ['a folder without forms', PUBLISHER],
  ])('%s is wrong use', async (_, where) => {
    expect((await commandLine(['forms', 'compare', where])).code).toBe(2);
  });

  describe.skipIf(!existsSync(PAIR))('a real pair (needs samples beside the checkout)', () => {
    test('is equal in every byte, and one changed character of the XML is not', async () => {
      const copy = path.join(folder, 'pair');
      await cp(PAIR, copy, { recursive: true });
      const before = await commandLine(['forms', 'compare', copy, '--json']);
      expect(before.code).toBe(0);
      expect(JSON.parse(before.out)).toMatchObject({
        forms: [{ form: FORM, binary: 'build/http_HTTPСервер.cfe', verdict: 'equal' }],
        counts: { equal: 1, differs: 0, refused: 0, unpaired: 0 },
      });
      const xml = await readFile(path.join(copy, FORM), 'utf8');
      await writeFile(path.join(copy, FORM), xml.replace('Запустить тесты', 'Запустить тесть'));
      const after = await commandLine(['forms', 'compare', copy]);
      expect(after.code).toBe(1);
      expect(after.out).toMatch(/^differs 1 {2}/);
    });

    test('forms of two vendors: what lies within the rules is equal, the rest says where it does not', async () => {
      const { code, out } = await commandLine(['forms', 'compare', path.dirname(PAIR), '--json']);
      const { forms } = JSON.parse(out) as {
        forms: { form: string; verdict: string; args?: { line: number } }[];
      };
      expect(code).toBe(0);
      expect(forms.map(({ form, verdict, args }) => [form.split('/').at(-3), verdict, args?.line])).toEqual([
        ['Форма', 'equal', undefined],
        ['Форма', 'equal', undefined],
        ['Форма', 'refused', 438],
        ['ФормаНастройкиТочнойАнонимизации', 'refused', 392],
        ['ФормаПодтверждения', 'equal', undefined],
      ]);
    });
  });
});
