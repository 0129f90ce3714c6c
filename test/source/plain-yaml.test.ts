import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { newReleaseManifest } from '../../scripts/source/index.ts';
import { readPlainYaml } from '../../scripts/source/yaml/plain-yaml.ts';
import { readYaml } from '../../scripts/source/yaml/read-yaml.ts';
import type { SourceProblem } from '../../scripts/source/source-problem.ts';
import { CONFIGURATIONS_YAML, EXTENSION_YAML, RELEASE_YAML, SHA256 } from './written-manifests.ts';
import { PUBLISHER } from '../fixtures/publisher.ts';

const demoManifests = readdirSync(PUBLISHER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('release.yaml'))
  .map((file) => readFileSync(path.join(PUBLISHER, file), 'utf8'));

const FULL = newReleaseManifest({
  version: '1.10',
  date: '2026-11-01',
  channel: 'stable',
  updateFrom: '*',
  requires: { platform: '>=8.3.20' },
  install: { safeMode: false, publish: ['httpServices', 'clientAccess'] },
  builds: [
    {
      file: 'a.cfe',
      sha256: SHA256,
      length: 1,
      configurations: [{ name: 'А', version: '~1', tested: '1.10' }],
    },
    { file: 'b.cfe', sha256: SHA256, length: 20, configurations: [{ name: 'Б', version: '1 || 2' }] },
  ],
  rollout: { percent: 20, pausedAt: null },
  withdrawn: { date: '2026-11-09', reason: { ru: 'Теряет заказы', en: 'Loses orders' } },
});

const byLibrary = (text: string) => {
  const problems: SourceProblem[] = [];
  return { value: readYaml('m.yaml', text, problems)?.value, problems };
};

describe('plain is only what nobody could read otherwise', () => {
  test.each([
    ['nothing', ''],
    ['only comments', '# nothing\n'],
    ['a null', 'null\n'],
    ['a key twice', 'a: 1\na: 2\n'],
    ['a key twice in one line', 'a: {b: 1, b: 2}\n'],
    ['a key that is no text', 'null: 1\n'],
    ['a key that is no text in one line', 'a: {true: 1}\n'],
    ['an anchor', 'a: &b c\n'],
    ['an alias', 'a: *b\n'],
    ['a tag', 'a: !!str 1\n'],
    ['an escape', 'a: "\\n"\n'],
    ['apostrophes', "a: 'b'\n"],
    ['a comment behind a value', 'a: b # c\n'],
    ['a colon in a value', 'a: b: c\n'],
    ['a text of several lines', 'a: |\n  b\n'],
    ['a value that goes on below', 'a: b\n  c\n'],
    ['a value with a block below', 'a: b\n  c: d\n'],
    ['an item that goes on below', 'a:\n  - b\n    c: d\n'],
    ['a list behind a mapping', 'a: 1\n- b\n'],
    ['a list in a list', '- - a: 1\n'],
    ['an indent that fits nothing', 'a:\n    b: 1\n  c: 2\n'],
    ['a dash that fits nothing', 'a:\n  b: 1\n  - c: 2\n'],
    ['a tab', 'a:\n\tb: 1\n'],
    ['line ends of Windows', 'a: b\r\n'],
    ['a space behind a value', 'a: b \n'],
    ['a second document', 'a: b\n---\n'],
    ['another spelling of true', 'a: True\n'],
    ['another spelling of null', 'a: ~\n'],
    ['an invisible character', 'a: "\ufeff"\n'],
    ['a list in a list in one line', 'a: [[b]]\n'],
    ['a pair in a list in one line', 'a: [b: c]\n'],
    ['a bracket without its end', 'a: [b\n'],
    ['something behind a bracket', 'a: [b] c\n'],
    ['deep nesting', Array.from({ length: 20 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['a long text', 'a: b\n'.repeat(10_000)],
  ])('%s is not plain', (_reason, text) => expect(readPlainYaml(text)).toBeUndefined());

  test.each([
    ['numbers are text', 'version: 1.10\n', { version: '1.10' }],
    ['but for lengths', 'length: 10\n', { length: 10 }],
    ['unless they are quoted', 'length: "10"\n', { length: '10' }],
    ['or not whole', 'length: 010\n', { length: '010' }],
    ['words', 'a: true\nb: false\nc: null\nd: "null"\n', { a: true, b: false, c: null, d: 'null' }],
    ['nothing behind the colon', 'a:\nb: 1\n', { a: null, b: '1' }],
    [
      'a list whose dashes stand at the margin',
      'a:\n- b: 1\n  c: 2\n- b: 3\n',
      { a: [{ b: '1', c: '2' }, { b: '3' }] },
    ],
    ['a list of values', 'a:\n  - b\n  - {c: 1}\nlength:\n  - 7\n', { a: ['b', { c: '1' }], length: [7] }],
    ['a list at the top', '- a: 1\n- a: 2\n', [{ a: '1' }, { a: '2' }]],
    ['spaces inside brackets', 'a: { b: 1 }\nc: [ ]\nd: [e, f, ]\n', { a: { b: '1' }, c: [], d: ['e', 'f'] }],
    ['comments and empty lines between', '# a\n\na:\n  # b\n  b: 1\n\n', { a: { b: '1' } }],
  ])('%s', (_reason, text, value) => expect(readPlainYaml(text)).toEqual(value));

  test('what `add` writes is plain', () => {
    expect(demoManifests.length).toBeGreaterThan(5);
    for (const text of [FULL, RELEASE_YAML, ...demoManifests])
      expect(readPlainYaml(text)).toEqual(byLibrary(text).value);
  });
});

const PIECE = fc.constantFrom(
  ...[
    '\n',
    '\n  ',
    '\n- ',
    '\n    - ',
    ' ',
    '  ',
    ':',
    ': ',
    ', ',
    ',',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '{}',
    '[]',
    '"',
    "'",
    '#',
    ' #',
  ],
  ...[
    '&a',
    '*a',
    '!',
    '|',
    '>',
    '%',
    '?',
    '? ',
    '~',
    'null',
    'True',
    '0',
    '1e3',
    '.5',
    '0x1',
    '\t',
    '\r',
    '\u00a0',
    '\ufeff',
    '\u2028',
    '«',
    '—',
    '()',
  ],
  ...['a: 1\n', 'length: 7\n', 'percent', '...\n', '---\n', '`', '@', '=', '<<', '^', '/', '+', '_'],
);

/** A manifest with pieces put in, cut out and moved about. */
const spoiledText: fc.Arbitrary<string> = fc
  .constantFrom(
    FULL,
    RELEASE_YAML,
    CONFIGURATIONS_YAML,
    EXTENSION_YAML,
    'a: b\n',
    'a: [b, c]\nd: {e: f}\n- g: h\n',
  )
  .chain((text) =>
    fc
      .array(fc.tuple(fc.nat(text.length), fc.nat(8), fc.oneof(PIECE, fc.string({ maxLength: 3 }))), {
        minLength: 1,
        maxLength: 5,
      })
      .map((edits) =>
        edits.reduce(
          (edited, [at, cut, piece]) => edited.slice(0, at) + piece + edited.slice(at + cut),
          text,
        ),
      ),
  );

describe('any text', () => {
  test('that is plain says to the library the same', () => {
    let plainTexts = 0;
    fc.assert(
      fc.property(spoiledText, (text) => {
        const plain = readPlainYaml(text);
        if (plain === undefined) return;
        plainTexts++;
        const { value, problems } = byLibrary(text);
        expect({ text, problems, value }).toEqual({ text, problems: [], value: plain });
      }),
      { numRuns: 3000 },
    );
    expect(plainTexts).toBeGreaterThan(100);
  });
});
