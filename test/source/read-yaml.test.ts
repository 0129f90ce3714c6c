import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { LIMITS } from '../../scripts/source/limits.ts';
import type { SourceProblem } from '../../scripts/source/source-problem.ts';
import { decodeText, readYaml } from '../../scripts/source/yaml/read-yaml.ts';
import { placeOfKey, placeOfValue } from '../../scripts/source/yaml/yaml-place.ts';
import { parseYaml } from '../../scripts/source/yaml/yaml-source.ts';
import type { YamlValue } from '../../scripts/source/yaml/yaml-values.ts';

function read(text: string): { value: YamlValue | undefined; problems: SourceProblem[] } {
  const problems: SourceProblem[] = [];
  const reading = readYaml('a.yaml', text, problems);
  return { value: reading?.value, problems };
}

/** `code line:column+length` of each problem. */
const told = (problems: readonly SourceProblem[]): string[] =>
  problems.map(({ code, place }) => `${code} ${place.line}:${place.column}+${place.length}`);

/** Nine lists of nine aliases each: a billion values in half a kilobyte. */
const BILLION = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
  .map(
    (name, index, names) =>
      `${name}: &${name} [${Array(9)
        .fill(index === 0 ? 'x' : `*${names[index - 1] ?? ''}`)
        .join()}]`,
  )
  .join('\n');

describe('faults', () => {
  test.each([
    ['duplicate keys', 'a: 1\nb: 2\na: 3\n', ['yaml-duplicate-key 3:1+1']],
    ['a duplicate key that is spelled otherwise', 'a: 1\n"a": 2\n', ['yaml-duplicate-key 2:1+3']],
    ['a second document', 'a: 1\n---\nb: 2\n', ['yaml-many-documents 2:1+3']],
    ['a tag of a program', 'a: !!js/function x\n', ['yaml-tag 1:18+1']],
    ['a tag of one’s own', 'a: !secret x\n', ['yaml-tag 1:12+1']],
    ['a tag on a list', '!!set {a, b}\n', ['yaml-tag 1:7+6']],
    ['a list as a key', '? [a, b]\n: 1\n', ['yaml-key 1:3+6']],
    ['true as a key', 'true: 1\n', ['yaml-key 1:1+4']],
    ['an alias without an anchor', 'a: *b\n', ['yaml-alias 1:4+2']],
    ['an alias inside its own anchor', 'a: &a [*a]\n', ['yaml-alias 1:8+2']],
    ['a billion values', BILLION, ['yaml-too-complex 1:1+1']],
    ['deep nesting', '['.repeat(18) + ']'.repeat(18), ['yaml-too-complex 1:1+1']],
    ['many values', '[' + 'a,'.repeat(LIMITS.yamlValues) + ']', ['yaml-too-complex 1:1+1']],
    ['a tab as indentation', 'a:\n\tb: 1\n', ['yaml-syntax 2:1+1']],
    ['an unclosed quote', 'a: "b\nc: 1\n', ['yaml-syntax 3:1+1']],
    ['an unclosed list', 'a: [1, 2\n', ['yaml-syntax 2:1+1']],
    ['two faults at once', 'a: *x\nb: *y\n', ['yaml-alias 1:4+2', 'yaml-alias 2:4+2']],
  ])('%s', (_reason, text, expected) => {
    const { value, problems } = read(text);
    expect(value).toBeUndefined();
    expect(told(problems).slice(0, expected.length)).toEqual(expected);
  });

  test('a syntax fault names its reason in a closed set', () => {
    expect(read('a: [1\n').problems[0]?.args).toEqual({ reason: 'BAD_INDENT' });
  });

  test('a file in another encoding has no text', () => {
    expect(decodeText(Uint8Array.of(0xcf, 0xf0, 0xe8))).toBeUndefined();
  });

  test('twenty thousand mistakes gives a list that can be read', () => {
    const { problems } = read('] '.repeat(20_000));
    expect(problems).toHaveLength(LIMITS.problemsPerFile + 1);
    expect(problems.at(-1)).toMatchObject({
      code: 'problems-omitted',
      args: { count: 40_000 - 50 - 20_000 },
    });
  });

  test.each([
    ['open brackets', '['.repeat(250_000)],
    ['open mappings', '{a: '.repeat(60_000)],
    ['nested lists', '- '.repeat(120_000)],
    ['keys without values', Array.from({ length: 30_000 }, (_, index) => `k${index}:`).join('\n')],
    ['aliases', `- &a x\n${'- *a\n'.repeat(50_000)}`],
    ['anchors', Array.from({ length: 15_000 }, (_, index) => `- &a${index} x`).join('\n')],
    ['comments', '#\n'.repeat(120_000)],
    ['zero bytes', '\0'.repeat(250_000)],
  ])('the largest file of %s is read or refused, never thrown over', (_reason, text) => {
    const { value, problems } = read(text);
    expect(value === undefined).toBe(problems.length > 0);
  });
});

describe('values', () => {
  test.each<[string, YamlValue, string]>([
    ['1.10', '1.10', 'a float would lose the zero'],
    ['25.10', '25.10', 'as above'],
    ['8.3', '8.3', 'as above'],
    ['8', '8', 'a version may have one part'],
    ['08', '08', 'an octal number in older YAML'],
    ['0x10', '0x10', 'hexadecimal'],
    ['1e3', '1e3', 'an exponent'],
    ['12345678901234567890', '12345678901234567890', 'beyond what a float counts'],
    ['2026-11-01', '2026-11-01', 'a date stays text'],
    ['1:30', '1:30', 'a number of base 60 in older YAML'],
    ['no', 'no', 'a boolean in older YAML'],
    ['.inf', '.inf', 'infinity'],
    ['"true"', 'true', 'quoted'],
    ['true', true, 'a boolean'],
    ['null', null, 'nothing'],
    ['', null, 'nothing written'],
  ])('%j is %j — %s', (written, value) =>
    expect(read(`version: ${written}\n`).value).toEqual({ version: value }),
  );

  test.each<[string, YamlValue, string]>([
    ['286542', 286542, 'a length is a number'],
    ['"286542"', '286542', 'unless it is quoted: the schema says so'],
    ['286542.0', '286542.0', 'not as JavaScript spells it'],
    ['[1, 2]', [1, 2], 'in a list as well'],
  ])('length: %s is %j — %s', (written, value) =>
    expect(read(`length: ${written}\n`).value).toEqual({ length: value }),
  );

  test('a field called __proto__ is a field, and changes no prototype', () => {
    const { value } = read('__proto__: {polluted: yes}\n');
    expect(Object.keys(value ?? {})).toEqual(['__proto__']);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('an alias is what its anchor is', () => {
    expect(read('a: &a {b: 1.0}\nc: *a\n').value).toEqual({ a: { b: '1.0' }, c: { b: '1.0' } });
  });

  test('the mark that Windows editors put first is not part of the file', () => {
    expect(decodeText(new TextEncoder().encode('\ufeffa: b'))).toBe('a: b');
    expect(read('a: b\r\nc: d\r\n').value).toEqual({ a: 'b', c: 'd' });
  });

  test('whatever the library writes reads back, numbers as text', () => {
    const leaf = fc.oneof(
      fc.string(),
      fc.boolean(),
      fc.constant(null),
      fc.double({ noNaN: true }),
      fc.integer(),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('tree')), fc.dictionary(fc.string(), tie('tree'))),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const { value: again, problems } = read(stringify({ value }));
        expect(told(problems)).toEqual([]);
        expect(textual(again)).toEqual(textual({ value }));
      }),
    );
  });
});

/** Numbers as `stringify` writes them, everywhere. */
function textual(value: unknown): unknown {
  if (typeof value === 'number') return stringify(value).trim();
  if (Array.isArray(value)) return value.map(textual);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, textual(member)]));
}

describe('places', () => {
  const source = parseYaml(
    'a.yaml',
    [
      '# comment', // 1
      'version: 1.10   # why', // 2
      'title: {ru: Имя, en: "Name"}', // 3
      'builds:', // 4
      '  - file: a.cfe', // 5
      '    urls: [https://a/b, https://c/d]', // 6
      'empty:', // 7
      'folded: >-', // 8
      '  one', // 9
      '  two', // 10
      'synonym: Синоним', // 11
    ].join('\r\n'),
  );

  test.each([
    [['version'], '2:10+4', 'a scalar'],
    [['title', 'en'], '3:22+6', 'a quoted scalar in one line'],
    [['title', 'de'], '3:8+21', 'an absent field: the mapping around it'],
    [['builds', 0, 'file'], '5:11+5', 'inside a list'],
    [['builds', 0, 'urls', 1], '6:25+11', 'an item of a list in one line'],
    [['builds', 1, 'file'], '5:3+13', 'an absent item: the list'],
    [['builds', 0], '5:5+11', 'a mapping: its first line'],
    [['empty'], '7:1+5', 'nothing written: the key'],
    [['folded'], '8:9+2', 'a text of several lines: the first'],
    [['nowhere', 'at', 'all'], '2:1+21', 'nothing of it: the first line'],
    [['version', 'ru'], '2:10+4', 'a field of a plain text: the text'],
    [['version', 0], '2:10+4', 'an index of a plain text: the text'],
  ])('placeOfValue(%j) is %s — %s', (path, expected) => {
    const { line, column, length } = placeOfValue(source, path);
    expect(`${line}:${column}+${length}`).toBe(expected);
  });

  test.each([
    [['title', 'en'], '3:18+2', 'a key in one line'],
    [['builds'], '4:1+6', 'a key above a list'],
    [['builds', 0], '5:5+11', 'an item has no key: the item'],
    [[], '2:1+21', 'the whole file: its first line'],
  ])('placeOfKey(%j) is %s — %s', (path, expected) => {
    const { line, column, length } = placeOfKey(source, path);
    expect(`${line}:${column}+${length}`).toBe(expected);
  });

  test('a field that the model calls otherwise is found under its written name', () => {
    expect(placeOfValue(parseYaml('a', 'synonym: Имя\n'), ['title'])).toMatchObject({ line: 1, column: 10 });
    expect(placeOfValue(parseYaml('a', 'urls: [https://a/b.cfe]\n'), ['file'])).toMatchObject({ column: 7 });
  });

  test('a fault at the start of a file that starts with an empty line stands there', () => {
    expect(placeOfValue(parseYaml('a.yaml', '\n'), ['a'])).toMatchObject({ line: 1, column: 1, length: 1 });
  });

  test('an empty file has a place', () => {
    expect(placeOfValue(parseYaml('a.yaml', ''), ['a'])).toEqual({
      file: 'a.yaml',
      line: 1,
      column: 1,
      length: 1,
    });
  });
});
