import { describe, expect, test } from 'vitest';
import { hashedMethods, type HashedMethod } from '../../scripts/bsl/hashed-method.ts';
import { textHash } from '../../scripts/cli/configuration/text-hash.ts';
import type { TouchedShape } from '../../scripts/compatibility/fingerprint.ts';
import { judge } from '../../scripts/compatibility/judge.ts';
import type { Touch, TouchedMethod } from '../../scripts/compatibility/touch.ts';

const MODULE = 'CommonModule.М.Module';
const BASE = 'Функция А(Б, В = 1) Экспорт\n\tВозврат Б + В;\nКонецФункции';

function method(text: string): HashedMethod {
  const [found] = hashedMethods(text, textHash).values();
  if (found === undefined) throw new Error('no method');
  return found;
}

const intercepting = (kind: TouchedMethod['kind'], own: string, name = 'А'): Touch => ({
  extensionCompatibilityMode: 'Version8_3_20',
  adopted: [{ kind: 'Catalog', name: 'К', fields: ['Ф'], forms: ['Форма'] }],
  methods: [{ module: MODULE, method: name, kind, handler: 'Р_А', own: method(own) }],
  protectedModules: [],
});

const PARTS = { 'Attribute.Ф': '1', 'Form.Форма': '' };

/** A version whose module has this text; `undefined` where there is no module. */
const shape = (
  version: string,
  text: string | undefined,
  parts: Readonly<Record<string, string>> | undefined = PARTS,
): TouchedShape => ({
  version,
  compatibilityMode: 'Version8_3_20',
  extensionCompatibilityMode: '',
  objects: new Map(parts === undefined ? [] : [['catalog.к', { uuid: '1', parts }]]),
  modules: new Map(
    text === undefined ? [] : [[MODULE.toLowerCase(), Object.fromEntries(hashedMethods(text, textHash))]],
  ),
});

const AROUND = intercepting('Around', 'Функция Р_А(Б, В) Возврат 1; КонецФункции');
const CONTROLLED = intercepting(
  'ChangeAndValidate',
  'Функция Р_А(Б, В = 1)\n#Вставка\nБ = 2;\n#КонецВставки\nВозврат Б + В;\nКонецФункции',
);

describe('mutations of a module', () => {
  test.each([
    [AROUND, BASE, 'ok', '', 'nothing'],
    [AROUND, BASE.replace('\tВозврат', '// примечание\n  возврат'), 'ok', '', 'comments, indents, case'],
    [
      AROUND,
      `#Область О\nПроцедура Я() КонецПроцедуры\n${BASE}\n#КонецОбласти`,
      'ok',
      '',
      'order and regions',
    ],
    [AROUND, BASE.replaceAll('Б', 'Г'), 'look', 'body-changed signature-changed', 'a renamed parameter'],
    [AROUND, BASE.replace('= 1', '= 2'), 'look', 'signature-changed', 'another default'],
    [AROUND, BASE.replace(' Экспорт', ''), 'look', 'signature-changed', 'no export any more'],
    [AROUND, BASE.replace('Б + В', 'Б - В'), 'look', 'body-changed', 'another body'],
    [AROUND, BASE.replace('Б, В = 1', 'Б'), 'broken', 'parameters-differ', 'one parameter less'],
    [AROUND, BASE.replace('В = 1', 'В = 1, Г = 1'), 'broken', 'parameters-differ', 'one parameter more'],
    [AROUND, BASE.replace('А(', 'АА('), 'broken', 'method-gone', 'a renamed method'],
    [AROUND, undefined, 'broken', 'method-gone', 'no module'],
    [CONTROLLED, BASE, 'ok', '', 'the text that it keeps'],
    [CONTROLLED, BASE.replace('\tВ', '//\nВ'), 'look', 'controlled-comments-changed', 'comments alone'],
    [CONTROLLED, BASE.replace('+', '-'), 'broken', 'controlled-text-changed', 'another text'],
  ] as const)('%# %s', (...[touch, text, verdict, codes]) => {
    const run = judge(touch, [shape('1.0', BASE), shape('1.1', text)], '1.0').at(-1);
    const found = run?.findings.map(({ code }) => code).filter((code) => !code.includes('doubtful'));
    expect([run?.verdict, found?.toSorted().join(' ')]).toEqual([verdict, codes]);
  });
});

describe('what proves nothing is not called broken', () => {
  test.each([
    [AROUND, [shape('1.0', undefined)], undefined, 'unknown', 'no version ever had the module'],
    [AROUND, [shape('1.0', BASE, {})], '1.0', 'unknown', 'no version ever had the field'],
    [AROUND, [shape('1.0', 'Функция А() КонецФункции')], '1.0', 'look', 'so it was when it was tested'],
    [CONTROLLED, [shape('1.0', BASE.replace('+', '-'))], '1.0', 'look', 'so was the text'],
    [AROUND, [shape('1.0', BASE)], undefined, 'unknown', 'nobody said what it was tested with'],
    [
      intercepting('After', 'Процедура Р_А(Б) КонецПроцедуры', 'ПередЗаписью'),
      [shape('1.0', 'Процедура ПередЗаписью(Б) КонецПроцедуры'), shape('1.1', BASE)],
      '1.0',
      'look',
      'a platform event without a handler',
    ],
  ] as const)('%# %s', (...[touch, shapes, baseline, verdict]) => {
    expect(judge(touch, shapes, baseline).at(-1)?.verdict).toBe(verdict);
  });
});

describe('objects', () => {
  test.each([
    [undefined, 'object-gone'],
    [{ 'Form.Форма': '' }, 'field-gone'],
    [{ 'Attribute.Ф': '1' }, 'form-gone'],
  ] as const)('%j: %s', (parts, code) => {
    const gone: TouchedShape =
      parts === undefined ? { ...shape('1.1', BASE), objects: new Map() } : shape('1.1', BASE, parts);
    const run = judge(AROUND, [shape('1.0', BASE), gone], '1.0').at(-1);
    expect(run).toMatchObject({ verdict: 'broken', findings: [{ code, object: 'Catalog.К', since: '1.1' }] });
  });

  test('a mode above the configuration’s', () => {
    const touch = { ...AROUND, extensionCompatibilityMode: 'Version8_3_24' };
    expect(judge(touch, [shape('1.0', BASE)], '1.0')[0]?.findings[0]?.code).toBe('compatibility-mode');
  });
});

test('versions with the same findings make one run, and since is where the finding began', () => {
  const changed = BASE.replace('+', '-');
  const shapes = [shape('1.10', changed), shape('1.9', changed), shape('1.2', BASE), shape('1.3', BASE)];
  expect(judge(AROUND, shapes, '1.2').map(({ from, to, verdict }) => [from, to, verdict])).toEqual([
    ['1.2', '1.3', 'ok'],
    ['1.9', '1.10', 'look'],
  ]);
  expect(judge(AROUND, shapes, '1.2').at(-1)?.findings[0]?.since).toBe('1.9');
});
